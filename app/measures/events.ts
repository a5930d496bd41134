import { z } from 'zod'
import { commentEvents } from './events/comments.ts'
import { lifeEvents } from './events/life.ts'
import { peopleEvents } from './events/people.ts'
import { publicationEvents } from './events/publication.ts'

/** Every act the portal records, past tense. What is not listed here cannot be recorded. */
export const eventSchema = z.discriminatedUnion('type', [
  ...lifeEvents,
  ...commentEvents,
  ...publicationEvents,
  ...peopleEvents,
])

export type RecordedEvent = z.infer<typeof eventSchema>
export type EventType = RecordedEvent['type']
export type EventOf<Type extends EventType> = Extract<RecordedEvent, { type: Type }>

const discussion: ReadonlySet<EventType> = new Set(
  commentEvents.map((event) => event.shape.type.value),
)

/**
 * Whether the event changes the file itself. What is said about it does not: an owner's form must
 * not go stale because another state writes, in its inner lane least of all.
 */
export function changesTheFile(event: RecordedEvent): boolean {
  return !discussion.has(event.type)
}
