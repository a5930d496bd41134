import { sql } from 'drizzle-orm'
import type { EventType } from '#app/measures/events.ts'
import type { Database } from './client.server.ts'
import { Kept } from './kept.server.ts'
import { events } from './schema/record.ts'

/** Answers of so many questions are kept; each is some hundred numbers at most. */
const mostAnswers = 200

const keptOf = new WeakMap<Database, Kept<Promise<unknown>>>()

/**
 * What is counted over everything that there is, asked once until an act of these types is recorded.
 * `question` names what is counted, with all that the answer depends on besides. Those who ask at the
 * same time wait for one answer.
 */
export async function countedUntil<Answer>(
  db: Database,
  types: readonly EventType[],
  question: string,
  count: () => Promise<Answer>,
): Promise<Answer> {
  const kept = keptOf.get(db) ?? new Kept<Promise<unknown>>(mostAnswers)
  keptOf.set(db, kept)
  // Read before counting: what is counted is then at least as new as its key says.
  const key = `${question} ${await lastAct(db, types)}`
  const known = kept.get(key)
  if (known) return (await known) as Answer
  const counting = count()
  kept.keep(key, counting, 1)
  try {
    return await counting
  } catch (error) {
    kept.drop(key)
    throw error
  }
}

/** The last act of these types; 0 before the first. One look at an index for each type. */
async function lastAct(db: Database, types: readonly EventType[]): Promise<number> {
  const [row] = await db.execute<{ last: number }>(sql`
    SELECT coalesce(max(act.id), 0)::float8 AS last
    FROM unnest(${sql.param([...types])}::text[]) AS kind,
      LATERAL (SELECT id FROM ${events} WHERE type = kind ORDER BY id DESC LIMIT 1) AS act`)
  return row?.last ?? 0
}
