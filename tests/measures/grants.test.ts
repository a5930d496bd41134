import { describe, expect, it } from 'vitest'
import { delegationCodes } from '#app/measures/delegation-codes.ts'
import { bodyChairedBy, decideGrant, invitableRoles, rolesOf } from '#app/measures/grants.ts'

const today = '2026-11-21'
const asked = { from: null, until: null }

describe('the roles of a delegation', () => {
  it('have officers in the Commission only, and representatives in states only', () => {
    const withRole = (role: 'officer' | 'representative') =>
      delegationCodes.filter((code) => rolesOf(code).includes(role))
    expect(withRole('officer')).toEqual(['COM'])
    expect(withRole('representative')).toEqual(delegationCodes.slice(0, 27))
  })

  it('always have an administrator, and none that acts for a period can be had by invitation', () => {
    for (const code of delegationCodes) {
      expect(invitableRoles(code)).toContain('administrator')
      expect(invitableRoles(code)).not.toContain('deputy')
      expect(invitableRoles(code)).not.toContain('chair')
    }
  })

  it('chair the coordination group from the Commission and the working party from a state', () => {
    expect([bodyChairedBy('COM'), bodyChairedBy('IE'), bodyChairedBy('GSC')]).toEqual([
      'DUCG',
      'DUWP',
      null,
    ])
  })
})

describe('a grant', () => {
  it('of a deputy names the last day, which may be today', () => {
    const deputy = { ...asked, role: 'deputy' as const }
    expect(decideGrant('NL', [], deputy, today)).toMatchObject({
      reason: 'period-needed',
      field: 'until',
    })
    expect(decideGrant('NL', [], { ...deputy, until: today }, today)).toEqual({
      ok: true,
      body: null,
    })
    expect(decideGrant('NL', [], { ...deputy, until: '2026-11-20' }, today)).toEqual({
      ok: false,
      reason: 'date-in-the-past',
      field: 'until',
    })
    const tooEarly = { ...deputy, from: '2026-11-20', until: today }
    expect(decideGrant('NL', [], tooEarly, today)).toMatchObject({ field: 'from' })
  })

  it('is not given a second time for good, but may follow one for a period', () => {
    const input = { ...asked, role: 'expert' as const }
    expect(decideGrant('NL', [{ role: 'expert', validUntil: null }], input, today)).toEqual({
      ok: false,
      reason: 'already-recorded',
      field: 'role',
    })
    expect(decideGrant('NL', [{ role: 'expert', validUntil: new Date() }], input, today)).toEqual({
      ok: true,
      body: null,
    })
  })
})
