/** How an entry stands at its issuer's on a day. `to-come`: not in force yet, or no day is recorded. */
export const registerStates = ['in-force', 'to-come', 'ended'] as const
export type RegisterState = (typeof registerStates)[number]
