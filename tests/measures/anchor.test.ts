import { expect, it } from 'vitest'
import { anchorAt } from '#app/measures/anchor.ts'
import { plainText } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'

const wordsAt = (line: string, from: number, to: number) => {
  const content = doc(section('grounds', paragraph('p', line)))
  const place = { kind: 'words', elementId: 'p', from, to } as const
  return anchorAt(elementsOf(content), plainText(content), place)?.anchor
}

it('the words around a quote hold no half of a character, which the database refuses', () => {
  const line = `𝜆${'x'.repeat(31)}quote${'y'.repeat(31)}𝜆`
  expect(wordsAt(line, 33, 38)).toMatchObject({
    quote: 'quote',
    prefix: 'x'.repeat(31),
    suffix: 'y'.repeat(31),
  })
})

it('nobody quotes half of a character', () => {
  expect(wordsAt('a 𝜆', 2, 4)).toMatchObject({ quote: '𝜆' })
  expect(wordsAt('a 𝜆', 0, 3)).toBeUndefined()
  expect(wordsAt('𝜆 b', 1, 3)).toBeUndefined()
})
