import { sql } from 'drizzle-orm'
import type { EventType } from '#app/measures/events.ts'
import type { Database } from './client.server.ts'
import { Kept } from './kept.server.ts'
import { events } from './schema/record.ts'

/** What is kept at most: answers about everything, and the ids that answers about words consist of. */
const most = { everything: 200, words: 50_000 } as const

interface KeptAnswer {
  /** The last act of the types when it was asked. */
  since: number
  answer: Promise<unknown>
}

/** What is asked of everything; `name` tells it apart, with all that the answer depends on besides. */
export interface Question {
  /** Of words there are as many as people think of: they do not push out what all have use for. */
  about: keyof typeof most
  name: string
  /** The acts that can change the answer. */
  types: readonly EventType[]
}

const keptOf = new WeakMap<Database, Record<keyof typeof most, Kept<KeptAnswer>>>()

function keptFor(db: Database) {
  const kept = keptOf.get(db) ?? {
    everything: new Kept<KeptAnswer>(most.everything),
    words: new Kept<KeptAnswer>(most.words),
  }
  keptOf.set(db, kept)
  return kept
}

/**
 * What is counted over everything that there is, asked once until an act of its types is recorded. Those
 * who ask at the same time wait for one answer. `weight`: how much of what is kept at most it takes.
 */
export async function countedUntil<Answer>(
  db: Database,
  { about, name, types }: Question,
  count: () => PromiseLike<Answer>,
  weight: (answer: Answer) => number = () => 1,
): Promise<Answer> {
  const kept = keptFor(db)[about]
  // Read before counting: what is counted is then at least as new as it says.
  const since = await lastAct(db, types)
  const known = kept.get(name)
  if (known && known.since >= since) return (await known.answer) as Answer
  // A query asks again for each who waits for it: what is kept is a promise.
  const answer = Promise.resolve(count())
  const counting = { since, answer }
  kept.keep(name, counting, 1)
  try {
    const found = await answer
    if (kept.get(name) === counting) kept.keep(name, counting, weight(found))
    return found
  } catch (error) {
    if (kept.get(name) === counting) kept.drop(name)
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
