import type { Day } from './measure.ts'

/**
 * How an entry stands at its issuer's on a day. `unrecorded`: no day of application is recorded.
 * `not-adopted`: the act is of a later day. Where the day of the act is not established, an entry that
 * applies later is to come.
 */
export const registerStates = ['in-force', 'to-come', 'unrecorded', 'ended', 'not-adopted'] as const
export type RegisterState = (typeof registerStates)[number]

/** The first digit of a code; `-` is for what has none, such as tariff headings. */
export const registerCategories = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-'] as const

/** The days that say so, of one edition. */
export interface EditionDays {
  /** Of the act, or of the list that it changes, where its own is not established; null where neither is. */
  adoptedNotBefore: Day | null
  inForceFrom: Day | null
  endedOn: Day | null
  lastDay: Day | null
}

/** The register says the same in SQL (`db/register.server.ts`). */
export function stateOn(days: EditionDays, on: Day): RegisterState {
  const { adoptedNotBefore, inForceFrom, endedOn, lastDay } = days
  if (adoptedNotBefore && adoptedNotBefore > on) return 'not-adopted'
  if ((endedOn && endedOn <= on) || (lastDay && lastDay < on)) return 'ended'
  if (!inForceFrom) return 'unrecorded'
  return inForceFrom <= on ? 'in-force' : 'to-come'
}

interface Standing {
  state: RegisterState
  basis: { state: string }
}

/**
 * Whether an entry is law at its issuer's, and whether others may rely on it, each with the edition
 * that says so: they are two questions, and the answers may be of two editions. Newest editions first.
 */
export function standingOf<Edition extends Standing>(
  editions: readonly Edition[],
): { nationalControl: Edition; article10: Edition } | null {
  const inState = (wanted: RegisterState) => editions.find(({ state }) => state === wanted)
  const nationalControl =
    inState('in-force') ??
    inState('to-come') ??
    inState('unrecorded') ??
    inState('ended') ??
    // None was adopted yet: the first one that will be.
    editions.at(-1)
  if (!nationalControl) return null
  const reliedOn = editions.find(({ basis }) => basis.state === 'holds')
  return { nationalControl, article10: reliedOn ?? nationalControl }
}
