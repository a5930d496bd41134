/** How an entry stands at its issuer's on a day. `unrecorded`: no day of application is recorded. */
export const registerStates = ['in-force', 'to-come', 'unrecorded', 'ended'] as const
export type RegisterState = (typeof registerStates)[number]

interface Standing<Basis> {
  edition: number
  state: RegisterState
  basis: Basis
}

/**
 * Whether an entry is law at its issuer's, and whether others may rely on it, each with the edition
 * that says so: they are two questions, and the answers may be of two editions. Newest editions first.
 */
export function standingOf<Basis extends { state: string }>(
  editions: readonly Standing<Basis>[],
): { nationalControl: Standing<Basis>; article10: Standing<Basis> } | null {
  const inState = (wanted: RegisterState) => editions.find(({ state }) => state === wanted)
  const nationalControl =
    inState('in-force') ?? inState('to-come') ?? inState('unrecorded') ?? editions[0]
  if (!nationalControl) return null
  const reliedOn = editions.find(({ basis }) => basis.state === 'holds')
  return { nationalControl, article10: reliedOn ?? nationalControl }
}
