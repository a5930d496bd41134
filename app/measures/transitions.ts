import type { Stage } from './measure.ts'

/** Whose act it is. Who may do it inside the delegation is the policy's question. */
export type TransitionActor = 'owner' | 'commission' | 'other-state'

/** What a step rests on; the catalogue has its name (`terms.source`). */
export const sources = [
  'national-law',
  'recommendation',
  'article-9-1',
  'article-9-2',
  'article-9-2-and-3',
  'article-9-3',
  'article-9-4-1',
  'article-9-4-2',
  'article-10-1-and-3',
  'article-10-2',
  'articles-17-and-18',
  'article-23',
  'article-23-and-recommendation',
] as const
export type Source = (typeof sources)[number]

/**
 * One row of the mechanism's table (section 8). `to` null: the stage stays, a dated fact is added.
 * `nature`: voluntary steps have no legal effect and look different on every screen.
 */
export interface Transition {
  command: string
  row: number
  from: readonly Stage[]
  to: Stage | null
  actor: TransitionActor
  nature: 'voluntary' | 'legal' | 'national'
  source: Source
}

const beforeAdoption = ['considering', 'drafting', 'shared'] as const
const adopted = ['adopted'] as const

/** Everything that can happen to a measure. Buttons, the policy's tests and the diagram come from here. */
export const transitions = [
  {
    command: 'give-notice',
    row: 2,
    from: ['considering'],
    to: 'considering',
    actor: 'owner',
    nature: 'voluntary',
    source: 'article-23-and-recommendation',
  },
  {
    command: 'open-draft',
    row: 3,
    from: ['considering'],
    to: 'drafting',
    actor: 'owner',
    nature: 'national',
    source: 'national-law',
  },
  {
    command: 'share',
    row: 4,
    from: ['drafting', 'shared'],
    to: 'shared',
    actor: 'owner',
    nature: 'voluntary',
    source: 'recommendation',
  },
  {
    command: 'recall',
    row: 4,
    from: ['considering', 'drafting', 'shared'],
    to: null,
    actor: 'owner',
    nature: 'voluntary',
    source: 'recommendation',
  },
  {
    command: 'withdraw',
    row: 7,
    from: beforeAdoption,
    to: 'withdrawn',
    actor: 'owner',
    nature: 'national',
    source: 'national-law',
  },
  {
    command: 'record-adoption',
    row: 8,
    from: ['drafting', 'shared'],
    to: 'adopted',
    actor: 'owner',
    nature: 'legal',
    source: 'article-9-1',
  },
  {
    command: 'correct-adoption',
    row: 8,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'legal',
    source: 'article-9-1',
  },
  {
    command: 'record-gazette',
    row: 9,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'national',
    source: 'national-law',
  },
  {
    command: 'record-entry-into-force',
    row: 9,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'national',
    source: 'national-law',
  },
  {
    command: 'record-application',
    row: 9,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'national',
    source: 'national-law',
  },
  {
    command: 'prepare-notification',
    row: 10,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'legal',
    source: 'article-9-2-and-3',
  },
  {
    command: 'record-sending',
    row: 10,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'legal',
    source: 'article-9-2-and-3',
  },
  {
    command: 'correct-sending',
    row: 10,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'legal',
    source: 'article-9-2-and-3',
  },
  {
    command: 'acknowledge',
    row: 10,
    from: adopted,
    to: null,
    actor: 'commission',
    nature: 'legal',
    source: 'article-9-2-and-3',
  },
  {
    command: 'correct-acknowledgement',
    row: 10,
    from: adopted,
    to: null,
    actor: 'commission',
    nature: 'legal',
    source: 'article-9-2-and-3',
  },
  {
    command: 'ask-missing-content',
    row: 10,
    from: adopted,
    to: null,
    actor: 'commission',
    nature: 'legal',
    source: 'article-9-2',
  },
  {
    command: 'supply-missing-content',
    row: 10,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'legal',
    source: 'article-9-2',
  },
  {
    command: 'record-publication',
    row: 11,
    from: adopted,
    to: null,
    actor: 'commission',
    nature: 'legal',
    source: 'article-9-4-1',
  },
  {
    command: 'note',
    row: 11,
    from: adopted,
    to: null,
    actor: 'commission',
    nature: 'legal',
    source: 'article-9-4-1',
  },
  {
    command: 'compile',
    row: 12,
    from: adopted,
    to: null,
    actor: 'commission',
    nature: 'legal',
    source: 'article-9-4-2',
  },
  {
    command: 'record-requirement',
    row: 13,
    from: adopted,
    to: null,
    actor: 'other-state',
    nature: 'legal',
    source: 'article-10-1-and-3',
  },
  {
    command: 'record-refusal',
    row: 15,
    from: adopted,
    to: null,
    actor: 'other-state',
    nature: 'legal',
    source: 'article-10-2',
  },
  {
    command: 'cover',
    row: 18,
    from: adopted,
    to: null,
    actor: 'commission',
    nature: 'legal',
    source: 'articles-17-and-18',
  },
  {
    command: 'repeal',
    row: 19,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'legal',
    source: 'article-9-3',
  },
  {
    command: 'expire',
    row: 19,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'legal',
    source: 'article-9-3',
  },
] as const satisfies readonly Transition[]

export type TransitionCommand = (typeof transitions)[number]['command']

export function transitionFor(command: TransitionCommand): Transition {
  const transition = transitions.find((row) => row.command === command)
  if (!transition) throw new Error(`no transition ${command}`)
  return transition
}

/** Whether a measure in this stage has such a transition at all: which buttons a page shows. */
export function isPossible(command: TransitionCommand, stage: Stage): boolean {
  return transitionFor(command).from.includes(stage)
}
