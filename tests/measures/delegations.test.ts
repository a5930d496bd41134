import { describe, expect, it } from 'vitest'
import data from '#app/measures/delegations.data.json'
import {
  DELEGATIONS,
  MEMBER_STATES,
  delegationName,
  inProtocolOrder,
  isDelegation,
  isMemberState,
} from '#app/measures/delegations.ts'
import { licensingAuthorities } from '#app/measures/offices.ts'

describe('delegations', () => {
  it('are the 27 states and two institutions, listed as their protocol order says', () => {
    expect(MEMBER_STATES).toHaveLength(27)
    const byOrder = Object.entries(data)
      .sort(([, a], [, b]) => a.protocolOrder - b.protocolOrder)
      .map(([code]) => code)
    expect(byOrder).toEqual([...DELEGATIONS])
  })

  it('call Greece EL and not GR', () => {
    expect(isMemberState('EL')).toBe(true)
    expect(isDelegation('GR')).toBe(false)
    expect(delegationName('EL')).toBe('Greece')
    expect(delegationName('EL', 'el')).toBe('Ελλάδα')
  })

  it('fall back to English where a name in a language is not known', () => {
    expect(delegationName('EL', 'fi')).toBe('Greece')
  })

  it('are sorted in protocol order without touching the list that was given', () => {
    const given = ['COM', 'SE', 'DE', 'BE', 'EL'] as const
    expect(inProtocolOrder(given)).toEqual(['BE', 'DE', 'EL', 'SE', 'COM'])
    expect(given[0]).toBe('COM')
  })

  it('have an authority each, Belgium one for each region, an institution none', () => {
    for (const state of MEMBER_STATES) {
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
