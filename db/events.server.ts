import { and, asc, desc, eq, gt, lte } from 'drizzle-orm'
import type { Audience } from '#app/measures/audience.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { eventSchema, type RecordedEvent } from '#app/measures/events.ts'
import type { Database, Tx } from './client.server.ts'
import { people } from './schema/people.ts'
import { events } from './schema/record.ts'

/** An act as it stands in the record. */
export interface RecordedAct {
  id: number
  at: Date
  lane: 'inner' | 'released' | 'public'
  audience: Audience | null
  delegation: DelegationCode | null
  /** The person, by the name their delegation gave them. */
  person: string | null
  event: RecordedEvent
}

/** Everything that was recorded about a file, oldest first. The caller asks the policy about each. */
export async function findActs(db: Database | Tx, measureId: string): Promise<RecordedAct[]> {
  const rows = await db
    .select({
      id: events.id,
      at: events.at,
      lane: events.lane,
      audience: events.audience,
      delegation: events.delegation,
      person: people.name,
      content: events.content,
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.personId))
    .where(eq(events.measureId, measureId))
    .orderBy(asc(events.position))
  return rows.map(({ content, ...act }) => ({
    ...act,
    event: eventSchema.parse(JSON.parse(content)),
  }))
}

/** Those after one act and up to another, oldest first: the newest `limit` of them. */
export async function findActsBetween(
  db: Database | Tx,
  measureId: string,
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Promise<Omit<RecordedAct, 'person'>[]> {
  const rows = await db
    .select({
      id: events.id,
      at: events.at,
      lane: events.lane,
      audience: events.audience,
      delegation: events.delegation,
      content: events.content,
    })
    .from(events)
    .where(and(eq(events.measureId, measureId), gt(events.id, after), lte(events.id, upTo)))
    .orderBy(desc(events.id))
    .limit(limit)
  return rows.toReversed().map(({ content, ...act }) => ({
    ...act,
    event: eventSchema.parse(JSON.parse(content)),
  }))
}
