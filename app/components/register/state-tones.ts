/** How an entry's state in the register looks. */
export const stateTones = {
  'in-force': 'good',
  'to-come': 'neutral',
  unrecorded: 'neutral',
  ended: 'ended',
  'not-adopted': 'neutral',
} as const
