import { and, eq, gt } from 'drizzle-orm'
import type { Actor } from '../../../app/access/actor.ts'
import { can } from '../../../app/access/policy.ts'
import { fileSubject } from '../../../app/access/subjects.ts'
import { eventSchema, type RecordedEvent } from '../../../app/measures/events.ts'
import { findCommentsRoom } from '../../../app/queries/comments-room.server.ts'
import type { Database } from '../../../db/client.server.ts'
import { findMeasureByReference } from '../../../db/measures.server.ts'
import { events } from '../../../db/schema/record.ts'
import { hashOfRoom } from './screen.ts'

/** An act of the run: by the name under which screens note it, and who may know of it. */
export interface RecordedAct {
  name: string
  /** When it was recorded, before its transaction was committed; milliseconds since 1970. */
  at: number
  isFor(actor: Actor): boolean
}

/** What was recorded after an event, as the policy tells each reader of it. */
export async function actsAfter(
  db: Database,
  reference: string,
  after: number,
): Promise<RecordedAct[]> {
  const measure = await findMeasureByReference(db, reference)
  if (!measure) throw new Error(`no file ${reference}`)
  const file = fileSubject(measure)
  const rows = await db
    .select()
    .from(events)
    .where(and(eq(events.measureId, measure.id), gt(events.id, after)))
  return rows.flatMap(({ content, at, lane, audience, delegation }) => {
    const event = eventSchema.parse(JSON.parse(content))
    const id = outcomeOf(event)
    const subject = { type: event.type, file, lane, audience, delegation }
    const isFor = (actor: Actor) => can(actor, 'see-event', subject).ok
    return id ? [{ name: `${event.type} ${id}`, at: at.getTime(), isFor }] : []
  })
}

function outcomeOf(event: RecordedEvent): string | null {
  if (event.type === 'reply-given') return event.replyId
  if (event.type === 'position-stated') return event.positionId
  return 'commentId' in event ? event.commentId : null
}

/** What the page would show this reader now, to be compared with what a screen holds. */
export async function hashOfPage(db: Database, actor: Actor, reference: string): Promise<string> {
  const found = await findCommentsRoom({ db }, actor, reference, 1)
  if (!found.ok) throw new Error(`the room is ${found.reason}`)
  return hashOfRoom(found.room)
}
