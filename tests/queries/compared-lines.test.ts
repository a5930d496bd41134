import { expect, test } from 'vitest'
import { comparedLines } from '#app/queries/compared-lines.ts'
import { redline } from '#app/text/redline.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'

test('a line that is named by its words is called in each text by those that it has there', () => {
  const text = (words: string) => doc(section('items', paragraph('p', words)))
  const wordsIn = (before: string, after: string) =>
    comparedLines(redline(text(before), text(after))).find(({ runs }) => runs.length > 0)
  const line = wordsIn('In the list, entry 3B801 is replaced.', 'In the list, entry 3B802 goes.')
  expect(line?.wasNamed?.text).toBe('In the list, entry 3B801 is replaced.')
  expect(line?.name.text).toBe('In the list, entry 3B802 goes.')
  expect(wordsIn('As it was.', 'As it was.')?.wasNamed).toBeNull()
})
