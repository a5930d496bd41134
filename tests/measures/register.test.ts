import { describe, expect, it } from 'vitest'
import { type RegisterState, standingOf } from '#app/measures/register.ts'

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
})
