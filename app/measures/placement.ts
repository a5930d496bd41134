/**
 * What became of the place of a thread in a later version. unsure: no place was found that is clear
 * enough, and a person has to look; the thread stays in the list all the same.
 */
export const conditions = ['exact', 'moved', 'text-changed', 'text-removed', 'unsure'] as const
export type Condition = (typeof conditions)[number]
