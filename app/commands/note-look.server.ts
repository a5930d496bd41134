import { sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { lastLooks } from '#db/schema/comments.ts'
import type { Deps } from './deps.ts'

/** Remembers up to which act this person has seen a file, for "changes since I last looked". */
export async function noteLook({ db }: Deps, actor: Actor, measureId: string): Promise<void> {
  const newest = sql`(SELECT coalesce(max(id), 0) FROM events WHERE measure_id = ${measureId})`
  await db
    .insert(lastLooks)
    .values({ personId: actor.personId, measureId, eventId: newest, at: sql`now()` })
    .onConflictDoUpdate({
      target: [lastLooks.personId, lastLooks.measureId],
      set: { eventId: sql`excluded.event_id`, at: sql`now()` },
    })
}
