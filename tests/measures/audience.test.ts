import { describe, expect, it } from 'vitest'
import {
  type Audience,
  including,
  reached,
  union,
  within,
  withoutParties,
} from '#app/measures/audience.ts'

const named = (...delegations: ('DE' | 'FR' | 'COM' | 'GSC' | 'NL')[]): Audience => ({
  kind: 'named',
  delegations,
})

describe('an audience', () => {
  it('lies within another when everybody in it is in the other too', () => {
    const cases: [Audience, Audience, boolean][] = [
      [{ kind: 'owner' }, { kind: 'owner' }, true],
      [{ kind: 'owner' }, named('FR'), true],
      [{ kind: 'owner-commission' }, { kind: 'all' }, true],
      [{ kind: 'owner-commission' }, named('FR'), false],
      [{ kind: 'owner-commission' }, named('COM', 'FR'), true],
      [named('FR'), named('DE', 'FR'), true],
      [named('FR', 'DE'), named('FR'), false],
      [{ kind: 'all' }, named('FR'), false],
      [{ kind: 'all' }, { kind: 'all' }, true],
      [named('GSC'), { kind: 'all' }, false],
    ]
    expect(cases.filter(([inner, outer, answer]) => within(inner, outer) !== answer)).toEqual([])
  })

  it('joins with others to everybody whom any of them reaches, and to nobody else', () => {
    const each: Audience[] = [
      { kind: 'owner' },
      { kind: 'owner-commission' },
      { kind: 'all' },
      named('DE'),
      named('COM', 'FR'),
      named('GSC'),
    ]
    const parties = { owner: 'NL', author: 'NL' } as const
    const pairs = each.flatMap((one) => each.map((other) => [one, other] as const))
    for (const [one, other] of pairs) {
      const both = new Set([...reached(one, parties), ...reached(other, parties)])
      expect(new Set(reached(union([one, other]), parties))).toEqual(both)
    }
    expect(union([])).toEqual({ kind: 'owner' })
    expect(union([named('FR'), named('DE')])).toEqual(named('DE', 'FR'))
    expect(union([{ kind: 'all' }, named('DE')])).toEqual({ kind: 'all' })
  })

  it('takes in the delegation that a reply goes to', () => {
    expect(including({ kind: 'owner' }, 'DE')).toEqual(named('DE'))
    expect(including({ kind: 'owner-commission' }, 'DE')).toEqual(named('DE', 'COM'))
    expect(including({ kind: 'owner-commission' }, 'COM')).toEqual({ kind: 'owner-commission' })
    expect(including(named('FR'), 'DE')).toEqual(named('DE', 'FR'))
    expect(including({ kind: 'all' }, 'DE')).toEqual({ kind: 'all' })
    expect(reached(including({ kind: 'all' }, 'GSC'), { owner: 'NL', author: 'NL' })).toHaveLength(
      29,
    )
  })

  it('does not name its two sides, who belong to it anyway', () => {
    const parties = { owner: 'NL', author: 'DE' } as const
    expect(withoutParties(named('NL', 'DE', 'FR'), parties)).toEqual(named('FR'))
    expect(withoutParties(named('NL', 'DE'), parties)).toEqual({ kind: 'owner' })
  })

  it('reaches its delegations in protocol order, the Commission last', () => {
    expect(reached({ kind: 'owner-commission' }, { owner: 'NL', author: 'DE' })).toEqual([
      'DE',
      'NL',
      'COM',
    ])
  })
})
