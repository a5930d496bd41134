import { asc, gt, max } from 'drizzle-orm'
import type { Audience } from '#app/measures/audience.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { EventType } from '#app/measures/events.ts'
import type { Database } from './client.server.ts'
import { events } from './schema/record.ts'

/** What happened and whom it may reach, without what it says. */
export interface EventHeader {
  id: number
  measureId: string | null
  type: EventType
  lane: 'inner' | 'released' | 'public'
  delegation: DelegationCode | null
  audience: Audience | null
}

/** Told at commit of every act. */
export const eventsChannel = 'concert_events'

/** The next acts after `after`, in order. Ids commit in their order: nothing comes in between later. */
export async function readEvents(
  db: Database,
  after: number,
  limit: number,
): Promise<EventHeader[]> {
  const rows = await db
    .select({
      id: events.id,
      measureId: events.measureId,
      type: events.type,
      lane: events.lane,
      delegation: events.delegation,
      audience: events.audience,
    })
    .from(events)
    .where(gt(events.id, after))
    .orderBy(asc(events.id))
    .limit(limit)
  return rows.map((row) => ({ ...row, type: row.type as EventType }))
}

export async function findLastEventId(db: Database): Promise<number> {
  const [row] = await db.select({ id: max(events.id) }).from(events)
  return row?.id ?? 0
}
