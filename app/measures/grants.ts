import type { DelegationCode } from './delegation-codes.ts'
import { isMemberState } from './delegation-codes.ts'
import type { Day } from './measure.ts'
import { refuse, type Result } from './refusals.ts'
import { type Body, type Role, roles } from './roles.ts'

const rolesInState: readonly Role[] = roles.filter((role) => role !== 'officer')

/** The roles that people of a delegation can have; only the Commission has officers. */
export function rolesOf(delegation: DelegationCode): readonly Role[] {
  if (isMemberState(delegation)) return rolesInState
  return delegation === 'COM'
    ? ['reader', 'officer', 'chair', 'administrator']
    : ['reader', 'administrator']
}

/**
 * The body whose chair comes from a delegation: the Commission chairs the coordination group
 * (Article 24), the Presidency, so a state, the Council's working party.
 */
export function bodyChairedBy(delegation: DelegationCode): Body | null {
  if (delegation === 'COM') return 'DUCG'
  return isMemberState(delegation) ? 'DUWP' : null
}

/** A deputy and a chair act from one day to another. */
export function isForPeriod(role: Role): boolean {
  return role === 'deputy' || role === 'chair'
}

/** What an invitation can give; what is for a period is granted once the person is there. */
export function invitableRoles(delegation: DelegationCode): readonly Role[] {
  return rolesOf(delegation).filter((role) => !isForPeriod(role))
}

export interface AskedGrant {
  role: Role
  /** The first day; null: at once. */
  from: Day | null
  /** The last day; null: until it is ended. */
  until: Day | null
}

/** A role for a person of this delegation, beside the roles they have. */
export function decideGrant(
  delegation: DelegationCode,
  held: readonly { role: Role; validUntil: Date | null }[],
  { role, from, until }: AskedGrant,
  today: Day,
): Result<{ body: Body | null }> {
  if (!rolesOf(delegation).includes(role)) return refuse('role-not-here', 'role')
  if (isForPeriod(role) && !until) return refuse('period-needed', 'until')
  if (from && from < today) return refuse('date-in-the-past', 'from')
  if (until && until < (from ?? today)) return refuse('date-in-the-past', 'until')
  if (held.some((grant) => grant.role === role && grant.validUntil === null))
    return refuse('already-recorded', 'role')
  return { ok: true, body: role === 'chair' ? bodyChairedBy(delegation) : null }
}
