import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Role } from '#app/measures/roles.ts'
import type { Actor, Visitor } from './actor.ts'
import type { CommentSubject, FileSubject } from './subjects.ts'

/** Who somebody is to the policy: in which roles, for which delegation. */

export const releasing: readonly Role[] = ['representative', 'deputy', 'officer']
export const drafting: readonly Role[] = ['drafter', 'representative', 'deputy']
export const commenting: readonly Role[] = [
  'expert',
  'drafter',
  'representative',
  'deputy',
  'officer',
]
/** An administrator manages people and reads nothing. */
export const reading: readonly Role[] = ['reader', ...commenting, 'chair']

/** Whether a person reads files at all: an administrator of people does not, nor does a former delegate. */
export function isReader(actor: Visitor): actor is Actor {
  return has(actor, reading)
}

/** Roles that release what leaves the house. Nothing else ever does. */
export function mayRelease(actor: Visitor): actor is Actor {
  return has(actor, releasing) || (has(actor, ['drafter']) && actor?.draftersMayRelease === true)
}

export function has(actor: Visitor, roles: readonly Role[]): boolean {
  return actor !== null && actor.roles.some((role) => roles.includes(role))
}

export function isState(actor: Visitor): boolean {
  return actor !== null && actor.delegation !== 'COM' && actor.delegation !== 'GSC'
}

export function isOf(actor: Visitor, delegation: DelegationCode): boolean {
  return actor !== null && actor.delegation === delegation
}

export function isOwner(actor: Visitor, file: FileSubject): boolean {
  return isOf(actor, file.owner)
}

/** Of the delegation whose comment it is, or of one that signed it. */
export function isAuthor(
  actor: Visitor,
  { delegation, signatories }: Pick<CommentSubject, 'delegation' | 'signatories'>,
): boolean {
  return isOf(actor, delegation) || signatories.some((code) => isOf(actor, code))
}
