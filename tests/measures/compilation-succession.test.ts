import { describe, expect, it } from 'vitest'
import { lastMoves, predecessor, standing } from '#app/measures/compilation-succession.ts'

const one = (id: string, publishedOn: string, corrects: string | null = null) => ({
  id,
  publishedOn,
  corrects,
})
const ids = (all: ReturnType<typeof one>[]) => standing(all).map(({ id }) => id)

describe('what is in the compilation', () => {
  it('is said by the newest compilation or update, as its own corrigenda have it', () => {
    const first = one('first', '2023-10-20')
    const update = one('update', '2024-09-27')
    expect(ids([first, one('c', '2024-01-01', 'first'), update])).toEqual(['first', 'c', 'update'])
    expect(ids([first, update, one('late', '2025-01-01', 'first')])).toEqual(['first', 'update'])
    const chain = [first, update, one('a', '2025-01-01', 'update'), one('b', '2025-02-01', 'a')]
    expect(ids(chain)).toEqual(['first', 'update', 'a', 'b'])
  })

  it('is never said by what is older than what it corrects, as could be recorded once', () => {
    expect(
      ids([one('first', '2023-10-20'), one('c', '2024-09-01', 'u'), one('u', '2024-09-27')]),
    ).toEqual(['first', 'u'])
  })

  it('was said before by the one whose place a publication takes', () => {
    const all = [
      one('first', '2023-10-20'),
      one('update', '2024-09-27'),
      one('late', '2025-01-01', 'first'),
    ]
    expect(predecessor(all, one('new', '2025-02-01'))?.id).toBe('update')
    expect(predecessor(all, one('c', '2025-02-01', 'first'))?.id).toBe('late')
    expect(predecessor(all, one('late', '2025-01-01', 'first'))?.id).toBe('first')
    expect(predecessor(all, one('first', '2023-10-20'))).toBeNull()
    expect(predecessor([], one('new', '2025-02-01'))).toBeNull()
  })
})

describe('the last correction that moved a publication', () => {
  const made = (id: number, publicationId: string, publishedOn: string) => ({
    id,
    publicationId,
    corrected: { publishedOn },
  })
  const moves = (all: ReturnType<typeof one>[], ...corrections: ReturnType<typeof made>[]) =>
    [...lastMoves(all, corrections)].map(([id, correction]) => `${id} by ${correction.id}`).sort()

  it('is its own, and that of no other one where nothing passed it', () => {
    const all = [one('a', '2023-10-20'), one('b', '2024-09-28'), one('c', '2025-09-29')]
    expect(moves(all)).toEqual([])
    expect(moves(all, made(1, 'b', '2024-09-27'))).toEqual(['b by 1'])
    expect(moves(all, made(1, 'b', '2024-09-27'), made(2, 'b', '2024-09-28'))).toEqual(['b by 2'])
  })

  it('is that of another one which passed it, so that it takes the place of something else', () => {
    // `a` stood first until its year was put right.
    const all = [one('a', '2025-01-20'), one('b', '2024-09-27'), one('c', '2025-09-29')]
    expect(moves(all, made(1, 'a', '2024-01-20'))).toEqual(['a by 1', 'b by 1', 'c by 1'])
    expect(moves(all, made(1, 'a', '2024-01-20'), made(2, 'c', '2025-09-28'))).toEqual([
      'a by 1',
      'b by 1',
      'c by 2',
    ])
  })
})
