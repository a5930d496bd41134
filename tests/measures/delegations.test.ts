import { describe, expect, it } from 'vitest'
import data from '#app/measures/delegations.data.json'
import { delegationCodes, isMemberState, memberStates } from '#app/measures/delegation-codes.ts'
import { delegationName } from '#app/measures/delegations.ts'
import { licensingAuthorities } from '#app/measures/offices.ts'

describe('delegations', () => {
  it('are the 27 states and two institutions, listed as their protocol order says', () => {
    expect(memberStates).toHaveLength(27)
    const byOrder = Object.entries(data)
      .sort(([, a], [, b]) => a.protocolOrder - b.protocolOrder)
      .map(([code]) => code)
    expect(byOrder).toEqual([...delegationCodes])
  })

  it('call Greece EL and not GR', () => {
    expect(isMemberState('EL')).toBe(true)
    expect(isMemberState('GR')).toBe(false)
    expect(delegationName('EL')).toBe('Greece')
    expect(delegationName('EL', 'el')).toBe('Ελλάδα')
  })

  it('fall back to English where a name in a language is not known', () => {
    expect(delegationName('EL', 'fi')).toBe('Greece')
  })

  it('have an authority each, Belgium one for each region, an institution none', () => {
    for (const state of memberStates) {
      expect(licensingAuthorities(state)).toHaveLength(state === 'BE' ? 3 : 1)
    }
    expect(licensingAuthorities('BE').map(({ region }) => region)).toEqual([
      'Flanders',
      'Wallonia',
      'Brussels-Capital',
    ])
    expect(licensingAuthorities('COM')).toEqual([])
  })
})
