import { describe, expect, it } from 'vitest'
import { type RegisterState, standingOf, stateOn } from '#app/measures/register.ts'

const edition = (edition: number, state: RegisterState, basis: string) => ({
  edition,
  state,
  basis: { state: basis },
})

describe('how an entry stands', () => {
  it('is two answers, which may be of two editions', () => {
    const amended = [edition(2, 'in-force', 'missing'), edition(1, 'ended', 'ended')]
    expect(standingOf(amended)).toMatchObject({
      nationalControl: { edition: 2, state: 'in-force' },
      article10: { edition: 2, basis: { state: 'missing' } },
    })
    // What is both in force and published counts, also while the next one has no day yet.
    const between = [edition(2, 'unrecorded', 'missing'), edition(1, 'in-force', 'holds')]
    expect(standingOf(between)).toMatchObject({
      nationalControl: { edition: 1 },
      article10: { edition: 1, basis: { state: 'holds' } },
    })
  })

  it('is never no: what has ended, is to come or has no day says so', () => {
    expect(standingOf([edition(1, 'ended', 'ended')])?.nationalControl.state).toBe('ended')
    expect(standingOf([edition(1, 'unrecorded', 'missing')])?.nationalControl.state).toBe(
      'unrecorded',
    )
    expect(
      standingOf([edition(2, 'to-come', 'to-come'), edition(1, 'ended', 'ended')]),
    ).toMatchObject({ nationalControl: { edition: 2, state: 'to-come' } })
    expect(standingOf([])).toBeNull()
  })

  it('is not adopted yet on a day before the act, which is said before what is to come', () => {
    const days = {
      adoptedNotBefore: '2024-02-02',
      inForceFrom: '2024-03-01',
      endedOn: null,
      lastDay: null,
    }
    const on = ['2024-02-01', '2024-02-02', '2024-02-29', '2024-03-01']
    expect(on.map((day) => stateOn(days, day))).toEqual([
      'not-adopted',
      'to-come',
      'to-come',
      'in-force',
    ])
    // Of an act whose day is not established it is not said.
    expect(stateOn({ ...days, adoptedNotBefore: null }, '2024-01-01')).toBe('to-come')
    expect(stateOn({ ...days, lastDay: '2024-12-31' }, '2025-01-01')).toBe('ended')
    expect(stateOn({ ...days, endedOn: '2024-12-31' }, '2024-12-31')).toBe('ended')
    const before = [edition(2, 'not-adopted', 'missing'), edition(1, 'not-adopted', 'missing')]
    expect(standingOf(before)?.nationalControl.edition).toBe(1)
    const between = [edition(2, 'not-adopted', 'missing'), edition(1, 'ended', 'ended')]
    expect(standingOf(between)?.nationalControl.state).toBe('ended')
  })
})
