import { describe, expect, it } from 'vitest'
import { firstVersion, secondVersion } from '#app/demonstration/amendment.ts'
import { demoComments } from '#app/demonstration/discussion.ts'
import { netherlands } from '#app/demonstration/lists/netherlands.ts'
import * as others from '#app/demonstration/lists/others.ts'
import { checkContent } from '#app/text/check.ts'
import { elementsOf } from '#app/text/elements.ts'

const texts = { firstVersion, secondVersion, netherlands: netherlands.content }

describe('the demonstration', () => {
  it.each([
    ...Object.entries(texts),
    ...Object.entries(others).map(([name, list]) => [name, list.content] as const),
  ])('has a text that the editor can show: %s', (_, content) => {
    expect(checkContent(content)).toMatchObject({ ok: true })
  })

  it('comments on words that stand where it says', () => {
    const missing = demoComments.filter(({ version, element, quote }) => {
      const elements = elementsOf(version === 1 ? firstVersion : secondVersion)
      const found = elements.find(({ id }) => id === element)
      return element !== null && !(found && found.text.includes(quote ?? ''))
    })
    expect(missing.map(({ by, element, quote }) => `${by} ${element} ${quote}`)).toEqual([])
  })

  it('has comments of at least six states in two versions', () => {
    for (const version of [1, 2] as const) {
      const states = demoComments.filter(
        (comment) => comment.version === version && comment.by !== 'COM',
      )
      expect(new Set(states.map(({ by }) => by)).size).toBeGreaterThanOrEqual(6)
    }
  })
})
