/** How an entry stands at its issuer's on a day. `unrecorded`: no day of application is recorded. */
export const registerStates = ['in-force', 'to-come', 'unrecorded', 'ended'] as const
export type RegisterState = (typeof registerStates)[number]

/** The first digit of a code; `-` is for what has none, such as tariff headings. */
export const registerCategories = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-'] as const

interface Stands {
  state: RegisterState
  basis: { state: string }
}

/**
 * Whether an entry is law at its issuer's, and whether others may rely on it, each with the edition
 * that says so: they are two questions, and the answers may be of two editions. Newest editions first.
 */
export function standingOf<Edition extends Stands>(
  editions: readonly Edition[],
): { nationalControl: Edition; article10: Edition } | null {
  const inState = (wanted: RegisterState) => editions.find(({ state }) => state === wanted)
  const nationalControl =
    inState('in-force') ?? inState('to-come') ?? inState('unrecorded') ?? editions[0]
  if (!nationalControl) return null
  const reliedOn = editions.find(({ basis }) => basis.state === 'holds')
  return { nationalControl, article10: reliedOn ?? nationalControl }
}
