import { describe, expect, it } from 'vitest'
import { predecessor, standing } from '#app/measures/compilation-succession.ts'

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
