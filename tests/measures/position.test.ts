import { assert, property, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Intention, intentions } from '#app/measures/comment.ts'
import { institutions, memberStates } from '#app/measures/delegation-codes.ts'
import { intentionsOf, isContradictory, refuseStand } from '#app/measures/position.ts'

describe('the intentions of a position', () => {
  it('exclude each other where they answer the same question differently', () => {
    const pairs = intentions.flatMap((one, index) =>
      intentions.slice(index + 1).map((other): [Intention, Intention] => [one, other]),
    )
    expect(pairs.filter((pair) => isContradictory(pair))).toEqual([
      ['same-control-exists', 'plans-same-control'],
      ['same-control-exists', 'no-plans'],
      ['plans-same-control', 'no-plans'],
    ])
  })

  it('contradict each other together only where two of them do', () => {
    assert(
      property(subarray([...intentions]), (chosen) => {
        const pairs = chosen.flatMap((one) => chosen.map((other) => [one, other]))
        expect(isContradictory(chosen)).toBe(pairs.some((pair) => isContradictory(pair)))
      }),
    )
  })

  it('named twice are one', () => {
    expect(isContradictory(['no-plans', 'no-plans'])).toBe(false)
  })
})

describe('a position by itself', () => {
  const sound = { stance: 'supports', intentions: [], reasons: '' } as const

  it('is refused beside the field that it is about', () => {
    expect(refuseStand('DE', sound)).toBeNull()
    expect(refuseStand('DE', { ...sound, stance: 'concern' })).toMatchObject({ field: 'reasons' })
    expect(
      refuseStand('DE', {
        ...sound,
        intentions: ['same-control-exists', 'plans-same-control'],
      }),
    ).toMatchObject({ field: 'intentions' })
  })

  it('carries intentions only where a Member State states it', () => {
    for (const intention of intentions) {
      const stand = { ...sound, intentions: [intention] }
      for (const state of memberStates) expect(refuseStand(state, stand)).toBeNull()
      for (const institution of institutions)
        expect(refuseStand(institution, stand)).toMatchObject({
          reason: 'intention-of-a-state',
          field: 'intentions',
        })
    }
    expect(institutions.flatMap(intentionsOf)).toEqual([])
    expect(refuseStand('COM', sound)).toBeNull()
  })
})
