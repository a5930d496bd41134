/** How loudly it is said what became of the place of a thread. */
export const conditionTones = {
  exact: 'good',
  moved: 'neutral',
  'text-changed': 'attention',
  'text-removed': 'ended',
  unsure: 'bad',
} as const
