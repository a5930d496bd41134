import { and, asc, eq, sql } from 'drizzle-orm'
import { type EventOf, eventSchema } from '#app/measures/events.ts'
import type { Database, Tx } from './client.server.ts'
import { events } from './schema/record.ts'

export interface PublicationCorrection extends EventOf<'publication-corrected'> {
  at: Date
}

/** Every correction of a compilation or note, the first one first. */
export async function findPublicationCorrections(
  db: Database | Tx,
  publicationId: string,
): Promise<PublicationCorrection[]> {
  const rows = await db
    .select({ at: events.at, content: events.content })
    .from(events)
    .where(
      and(
        eq(events.type, 'publication-corrected'),
        eq(sql`(${events.content}::jsonb ->> 'publicationId')`, publicationId),
      ),
    )
    .orderBy(asc(events.id))
  return rows.flatMap(({ at, content }) => {
    const event = eventSchema.parse(JSON.parse(content ?? 'null'))
    return event.type === 'publication-corrected' ? [{ ...event, at }] : []
  })
}
