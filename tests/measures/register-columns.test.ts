import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { memberStates } from '#app/measures/delegation-codes.ts'
import type { Day } from '#app/measures/measure.ts'
import { type CountedEntry, CountedRegister } from '#app/measures/register-columns.ts'
import { registerCategories, stateOn } from '#app/measures/register.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'

const entry = (more: Partial<CountedEntry>): CountedEntry => ({
  issuer: 'NL',
  category: '3',
  adoptedNotBefore: '2023-06-23',
  from: '2023-09-01',
  until: null,
  compiledIn: [],
  ...more,
})

/** What is counted on a day, in words. */
const counted = (register: CountedRegister, day: Day) =>
  register
    .on(day)
    .map(({ issuer, category, state, isCompiled, count }) =>
      [count, issuer, category, state, ...(isCompiled ? ['compiled'] : [])].join(' '),
    )
    .toSorted()

describe('the register as it is counted', () => {
  it('has every state from its first day to the day before the next', () => {
    const register = new CountedRegister([entry({ until: '2025-04-01' })], [])
    expect(counted(register, '2023-06-22')).toEqual(['1 NL 3 not-adopted'])
    expect(counted(register, '2023-06-23')).toEqual(['1 NL 3 to-come'])
    expect(counted(register, '2023-08-31')).toEqual(['1 NL 3 to-come'])
    expect(counted(register, '2023-09-01')).toEqual(['1 NL 3 in-force'])
    expect(counted(register, '2025-03-31')).toEqual(['1 NL 3 in-force'])
    expect(counted(register, '2025-04-01')).toEqual(['1 NL 3 ended'])
  })

  it('says of what has no day that none is recorded, also where its end is', () => {
    const register = new CountedRegister(
      [
        entry({ adoptedNotBefore: null, from: null, category: '-' }),
        entry({ from: null, until: '2024-01-01' }),
      ],
      [],
    )
    expect(counted(register, '2023-12-31')).toEqual(['1 NL - unrecorded', '1 NL 3 unrecorded'])
    expect(counted(register, '2024-01-01')).toEqual(['1 NL - unrecorded', '1 NL 3 ended'])
  })

  it('knows the last compilation of the day, also where two bear one day', () => {
    const register = new CountedRegister(
      [
        entry({ compiledIn: [0, 1] }),
        entry({ issuer: 'SE', category: '0', compiledIn: [0, 2] }),
        entry({ issuer: 'SE', category: '0', compiledIn: [2] }),
      ],
      ['2023-10-20', '2024-09-27', '2024-09-27'],
    )
    expect(counted(register, '2023-10-19')).toEqual(['1 NL 3 in-force', '2 SE 0 in-force'])
    expect(counted(register, '2023-10-20')).toEqual([
      '1 NL 3 in-force compiled',
      '1 SE 0 in-force',
      '1 SE 0 in-force compiled',
    ])
    expect(counted(register, '2024-09-27')).toEqual(['1 NL 3 in-force', '2 SE 0 in-force compiled'])
  })

  it('counts what stateOn says of each entry, whatever days these have', () => {
    const seed = Number(process.env.HISTORY_SEED ?? randomInt(2 ** 31))
    console.log(`counted register: seed ${seed}`)
    const below = seededRandom(seed)
    const pick = <T>(all: readonly T[]): T => {
      const one = all[below(all.length)]
      if (one === undefined) throw new Error('there is nothing to choose from')
      return one
    }
    const day = (): Day => `2023-0${1 + below(9)}-${10 + below(19)}`
    const dayOrNone = () => (below(4) === 0 ? null : day())
    for (let time = 0; time < 50; time++) {
      const compilations = Array.from({ length: below(5) }, day).toSorted()
      const entries = Array.from({ length: below(60) }, () =>
        entry({
          issuer: pick(memberStates),
          category: pick(registerCategories),
          adoptedNotBefore: dayOrNone(),
          from: dayOrNone(),
          until: dayOrNone(),
          compiledIn: [...compilations.keys()].filter(() => below(2) === 0),
        }),
      )
      const register = new CountedRegister(entries, compilations)
      for (let asked = 0; asked < 5; asked++) {
        const on = day()
        const last = compilations.findLastIndex((publishedOn) => publishedOn <= on)
        const lines = entries.map(
          ({ issuer, category, adoptedNotBefore, from, until, compiledIn }) => {
            const state = stateOn(
              { adoptedNotBefore, inForceFrom: from, endedOn: until, lastDay: null },
              on,
            )
            const isCompiled = compiledIn.includes(last)
            return [issuer, category, state, ...(isCompiled ? ['compiled'] : [])].join(' ')
          },
        )
        const expected = [...new Set(lines)]
          .map((line) => `${lines.filter((other) => other === line).length} ${line}`)
          .toSorted()
        expect(counted(register, on)).toEqual(expected)
      }
    }
  })
})
