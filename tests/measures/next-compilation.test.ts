import { describe, expect, it } from 'vitest'
import { nextCompilation } from '#app/measures/next-compilation.ts'

const on = '2026-11-21'

const entry = (id: string, key: string, more: object = {}) => ({
  id,
  issuer: 'NL' as const,
  key,
  wasNotified: true,
  inForceFrom: '2023-09-01',
  endedOn: null,
  endedBy: null,
  lastDay: null,
  ...more,
})

const changes = (candidates: ReturnType<typeof entry>[], last: string[]) =>
  nextCompilation(candidates, new Set(last), on).map(({ entry: { id }, change, doubts }) =>
    [id, change, ...doubts].join(' '),
  )

describe('the next compilation', () => {
  it('offers what was notified and is in force, and says why it does not offer the rest', () => {
    expect(
      changes(
        [
          entry('a', '3B801'),
          entry('b', '3B802', { wasNotified: false }),
          entry('c', '3B803', { inForceFrom: null }),
          entry('d', '3B804', { inForceFrom: '2027-01-01' }),
          entry('e', '3B805', { lastDay: '2026-11-20' }),
          entry('f', '3B806', { lastDay: '2026-11-21' }),
        ],
        [],
      ),
    ).toEqual([
      'a new',
      'b not-offered not-notified',
      'c not-offered not-in-force',
      'd not-offered not-in-force',
      'e not-offered past-last-day',
      'f new',
    ])
  })

  it('keeps what stands, changes what has a new edition in force, removes what ended', () => {
    expect(
      changes(
        [
          entry('a', '3B801'),
          entry('b1', '3B802', { endedOn: '2026-10-01', endedBy: 'amended' }),
          entry('b2', '3B802', { inForceFrom: '2026-10-01' }),
          entry('c', '3B803', { endedOn: '2026-10-01', endedBy: 'repealed' }),
          entry('d', '3B804', { endedOn: '2027-01-01', endedBy: 'repealed' }),
        ],
        ['a', 'b1', 'c', 'd'],
      ),
    ).toEqual(['a unchanged', 'b1 removed ended', 'b2 changed', 'c removed ended', 'd unchanged'])
  })

  it('keeps what stands in it where only the record of it is incomplete', () => {
    expect(
      changes([entry('a', '3B801', { wasNotified: false, inForceFrom: null })], ['a']),
    ).toEqual(['a unchanged not-notified not-in-force'])
  })

  it('keeps an edition in it while the amendment that changes it is not in force', () => {
    expect(
      changes([entry('b1', '3B802'), entry('b2', '3B802', { inForceFrom: '2027-01-01' })], ['b1']),
    ).toEqual(['b1 unchanged', 'b2 not-offered not-in-force'])
  })
})
