/** How an entry stands at its issuer's on a day. `unrecorded`: no day of application is recorded. */
export const registerStates = ['in-force', 'to-come', 'unrecorded', 'ended'] as const
export type RegisterState = (typeof registerStates)[number]
