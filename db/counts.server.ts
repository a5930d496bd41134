import { sql } from 'drizzle-orm'
import type { EventType } from '#app/measures/events.ts'
import type { Database } from './client.server.ts'
import { Kept } from './kept.server.ts'
import { events } from './schema/record.ts'

/** Of so many questions the last answer is kept. */
const mostAnswers = 200

interface KeptAnswer {
  /** The last act of the types when it was asked. */
  since: number
  answer: Promise<unknown>
}

const keptOf = new WeakMap<Database, Kept<KeptAnswer>>()

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
  const kept = keptOf.get(db) ?? new Kept<KeptAnswer>(mostAnswers)
  keptOf.set(db, kept)
  // Read before counting: what is counted is then at least as new as it says.
  const since = await lastAct(db, types)
  const known = kept.get(question)
  if (known && known.since >= since) return (await known.answer) as Answer
  const answer = count()
  kept.keep(question, { since, answer }, 1)
  try {
    return await answer
  } catch (error) {
    if (kept.get(question)?.answer === answer) kept.drop(question)
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
