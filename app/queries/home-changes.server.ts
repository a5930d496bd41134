import { and, desc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { toldOf } from '#app/access/told.ts'
import type { EventType } from '#app/measures/events.ts'
import type { Database } from '#db/client.server.ts'
import { findMeasures } from '#db/measures.server.ts'
import { lastLooks } from '#db/schema/comments.ts'
import { measures } from '#db/schema/measures.ts'
import { events } from '#db/schema/record.ts'
import { isVisible } from './told-files.server.ts'

const recentActs = 500

/** Acts of others since this person last opened the file, as far as they may know of them. */
export async function findChanges(db: Database, actor: Actor, most: number) {
  const rows = await db
    .select({
      measureId: events.measureId,
      type: events.type,
      lane: events.lane,
      audience: events.audience,
      delegation: events.delegation,
    })
    .from(events)
    .innerJoin(measures, eq(measures.id, events.measureId))
    .leftJoin(
      lastLooks,
      and(eq(lastLooks.measureId, events.measureId), eq(lastLooks.personId, actor.personId)),
    )
    .where(
      and(
        or(isNull(lastLooks.eventId), gt(events.id, lastLooks.eventId)),
        sql`${events.personId} IS DISTINCT FROM ${actor.personId}`,
        or(eq(events.delegation, actor.delegation), ne(events.lane, 'inner')),
        isVisible(db, actor),
      ),
    )
    .orderBy(desc(events.id))
    .limit(recentActs)
  const found = await findMeasures(db, [
    ...new Set(rows.flatMap(({ measureId }) => measureId ?? [])),
  ])
  const counts = new Map<string, number>()
  for (const { measureId, type, lane, audience, delegation } of rows) {
    const measure = found.find(({ id }) => id === measureId)
    if (!measure) continue
    const file = fileSubject(measure)
    const event = { type: type as EventType, file, lane, audience, delegation }
    if (can(actor, 'see-event', event).ok) counts.set(measure.id, (counts.get(measure.id) ?? 0) + 1)
  }
  // In the order of the newest act that this person may know of.
  const lines = [...counts].flatMap(([measureId, changes]) => {
    const measure = found.find(({ id }) => id === measureId)
    if (!measure) return []
    const { reference, owner } = measure
    return { reference, owner, title: toldOf(actor, measure).details.title, changes }
  })
  return { lines: lines.slice(0, most), total: lines.length }
}
