/** How each change of a note is marked. */
export const noteTones = {
  unchanged: 'neutral',
  new: 'good',
  changed: 'attention',
  removed: 'ended',
  'not-offered': 'neutral',
} as const
