import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Body, Role } from '#app/measures/roles.ts'

/**
 * A signed-in person as they act now: roles whose period has ended are not here. Built from the
 * session by the server; nothing a client sends can change it.
 */
export interface Actor {
  personId: string
  name: string
  delegation: DelegationCode
  officeId: string | null
  roles: readonly Role[]
  chairOf: readonly Body[]
  /** Their delegation lets its drafters release comments and positions. */
  draftersMayRelease: boolean
}

/** Somebody who has not signed in. */
export type Visitor = Actor | null

/**
 * Somebody of a delegation who may read and nothing else: to ask the policy what a delegation may
 * learn, where there is no person yet.
 */
export function anyReaderOf(delegation: DelegationCode): Actor {
  return {
    personId: '',
    name: '',
    delegation,
    officeId: null,
    roles: ['reader'],
    chairOf: [],
    draftersMayRelease: false,
  }
}
