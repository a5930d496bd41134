import { describe, expect, it } from 'vitest'
import { authorsIn, shownPassages } from '#app/components/draft-authors/authors.ts'
import type { AuthoredPassage, Hand } from '#app/queries/draft-authors.server.ts'

const hand = (name: string): Hand => ({ name, office: null, delegation: 'NL', at: '' })

const passages: AuthoredPassage[] = [
  {
    name: null,
    isMoved: false,
    runs: [
      { words: 'exposure ', writtenBy: hand('Bos'), deletedBy: hand('Vos') },
      { words: 'tools', writtenBy: hand('Smit'), deletedBy: null },
    ],
  },
  {
    name: null,
    isMoved: false,
    runs: [{ words: 'masks', writtenBy: hand('Wit'), deletedBy: hand('Vos') }],
  },
]

const namesIn = (hasDeleted: boolean) =>
  authorsIn(shownPassages(passages, hasDeleted)).people.map(({ name }) => name)

describe('the authors of a text', () => {
  it('are those whose words are shown, not those who deleted some', () => {
    expect(namesIn(false)).toEqual(['Smit'])
    expect(namesIn(true)).toEqual(['Bos', 'Smit', 'Wit'])
  })
})
