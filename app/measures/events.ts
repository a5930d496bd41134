import { z } from 'zod'
import { commentEvents } from './events/comments.ts'
import { jointCommentEvents } from './events/joint-comments.ts'
import { languageEvents } from './events/languages.ts'
import { lifeEvents } from './events/life.ts'
import { peopleEvents } from './events/people.ts'
import { proofEvents } from './events/proof.ts'
import { publicationEvents } from './events/publication.ts'
import { withholdingEvents } from './events/withholding.ts'
import { wordEvents } from './events/word.ts'

/** Every act the portal records, past tense. What is not listed here cannot be recorded. */
export const eventSchema = z.discriminatedUnion('type', [
  ...lifeEvents,
  ...commentEvents,
  ...jointCommentEvents,
  ...publicationEvents,
  ...peopleEvents,
  ...proofEvents,
  ...wordEvents,
  ...languageEvents,
  ...withholdingEvents,
])

export type RecordedEvent = z.infer<typeof eventSchema>
export type EventType = RecordedEvent['type']
export type EventOf<Type extends EventType> = Extract<RecordedEvent, { type: Type }>

const discussion: ReadonlySet<EventType> = new Set(
  [...commentEvents, ...jointCommentEvents, ...wordEvents].map((event) => event.shape.type.value),
)

/** Everything about comments that states write together. */
export const jointTypes: readonly EventType[] = jointCommentEvents.map(
  (event) => event.shape.type.value,
)

/** What concerns those alone who write together: up to the release nobody else knows of it. */
export const amongSignatories: ReadonlySet<EventType> = new Set(
  jointTypes.filter((type) => type !== 'joint-comment-released'),
)

/** Article 10: what another state does by reference to the file. */
const relianceTypes = [
  'requirement-recorded',
  'requirement-ended',
  'refusal-recorded',
] as const satisfies readonly EventType[]

/** The acts that can change what the public register holds: no other one does. */
export const registerTypes: readonly EventType[] = [
  'adoption-recorded',
  ...publicationEvents.map((event) => event.shape.type.value),
]

/** Those that can change which entries of it have certain words. */
export const registerWordsTypes: readonly EventType[] = [
  ...registerTypes,
  'content-withheld',
  'withheld-restored',
  'withheld-purged',
]

/** The acts that can change which files somebody may see, and what of them stands in the register. */
export const deskTypes: readonly EventType[] = [...lifeEvents, ...publicationEvents].map(
  (event) => event.shape.type.value,
)

const languages: readonly EventType[] = languageEvents.map((event) => event.shape.type.value)

/** What another state or the Commission does beside a file: its date tells nobody of it. */
export const besideTheFile: readonly EventType[] = [...relianceTypes, ...languages]

const beside: ReadonlySet<EventType> = new Set(besideTheFile)

/**
 * Whether the event changes the file itself. What is said about it, or rests on it, does not: an
 * owner's form must not go stale because another state writes, in its inner lane least of all.
 */
export function changesTheFile(event: RecordedEvent): boolean {
  if (event.type === 'content-withheld') return event.targets.some(isOfOwner)
  if (event.type === 'withheld-restored' || event.type === 'withheld-purged') return false
  return !discussion.has(event.type) && !beside.has(event.type) && event.type !== 'record-sealed'
}

/** What the owner alone has; comments and single acts are of whoever made them. */
function isOfOwner({ kind }: EventOf<'content-withheld'>['targets'][number]): boolean {
  return kind === 'draft' || kind === 'version' || kind === 'attachment'
}

/** Whether those who follow the file may see from its date that something happened. */
export function isNewsOfTheFile(event: RecordedEvent): boolean {
  return !beside.has(event.type) && !amongSignatories.has(event.type)
}
