import type { Stage } from './measure.ts'

/** Whose act it is. Who may do it inside the delegation is the policy's question. */
export type TransitionActor = 'owner' | 'commission' | 'other-state'

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
  source: string
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
    source: 'Article 23(2)(c); Recommendation (EU) 2025/683, from summaries',
  },
  {
    command: 'open-draft',
    row: 3,
    from: ['considering'],
    to: 'drafting',
    actor: 'owner',
    nature: 'national',
    source: 'national law',
  },
  {
    command: 'share',
    row: 4,
    from: ['drafting', 'shared'],
    to: 'shared',
    actor: 'owner',
    nature: 'voluntary',
    source: 'Recommendation (EU) 2025/683, from summaries',
  },
  {
    command: 'recall',
    row: 4,
    from: ['considering', 'drafting', 'shared'],
    to: null,
    actor: 'owner',
    nature: 'voluntary',
    source: 'Recommendation (EU) 2025/683, from summaries',
  },
  {
    command: 'withdraw',
    row: 7,
    from: beforeAdoption,
    to: 'withdrawn',
    actor: 'owner',
    nature: 'national',
    source: 'national law',
  },
  {
    command: 'record-adoption',
    row: 8,
    from: ['drafting', 'shared'],
    to: 'adopted',
    actor: 'owner',
    nature: 'legal',
    source: 'Article 9(1)',
  },
  {
    command: 'record-gazette',
    row: 9,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'national',
    source: 'national law',
  },
  {
    command: 'record-entry-into-force',
    row: 9,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'national',
    source: 'national law',
  },
  {
    command: 'record-application',
    row: 9,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'national',
    source: 'national law',
  },
  {
    command: 'prepare-notification',
    row: 10,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'legal',
    source: 'Article 9(2) and (3)',
  },
  {
    command: 'record-sending',
    row: 10,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'legal',
    source: 'Article 9(2) and (3)',
  },
  {
    command: 'acknowledge',
    row: 10,
    from: adopted,
    to: null,
    actor: 'commission',
    nature: 'legal',
    source: 'Article 9(2) and (3)',
  },
  {
    command: 'ask-missing-content',
    row: 10,
    from: adopted,
    to: null,
    actor: 'commission',
    nature: 'legal',
    source: 'Article 9(2)',
  },
  {
    command: 'supply-missing-content',
    row: 10,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'legal',
    source: 'Article 9(2)',
  },
  {
    command: 'record-publication',
    row: 11,
    from: adopted,
    to: null,
    actor: 'commission',
    nature: 'legal',
    source: 'Article 9(4), first sentence',
  },
  {
    command: 'compile',
    row: 12,
    from: adopted,
    to: null,
    actor: 'commission',
    nature: 'legal',
    source: 'Article 9(4), second and third sentences',
  },
  {
    command: 'record-requirement',
    row: 13,
    from: adopted,
    to: null,
    actor: 'other-state',
    nature: 'legal',
    source: 'Article 10(1) and (3)',
  },
  {
    command: 'record-refusal',
    row: 15,
    from: adopted,
    to: null,
    actor: 'other-state',
    nature: 'legal',
    source: 'Article 10(2)',
  },
  {
    command: 'cover',
    row: 18,
    from: adopted,
    to: null,
    actor: 'commission',
    nature: 'legal',
    source: 'Articles 17 and 18',
  },
  {
    command: 'repeal',
    row: 19,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'legal',
    source: 'Article 9(3)',
  },
  {
    command: 'expire',
    row: 19,
    from: adopted,
    to: null,
    actor: 'owner',
    nature: 'legal',
    source: 'Article 9(3)',
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
