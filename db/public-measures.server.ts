import { and, asc, count, eq, gt, or, sql } from 'drizzle-orm'
import type { Day } from '#app/measures/measure.ts'
import { registerTypes } from '#app/measures/events.ts'
import { adoptedBy } from './adoptions.server.ts'
import type { Database } from './client.server.ts'
import { countedUntil } from './counts.server.ts'
import { adoptions, measures } from './schema/measures.ts'
import { compilationEntries, entries } from './schema/register.ts'

/** Measures that anybody may read, whether they are lists or not. */

/** A gazette, the C series or the compilation has it: a condition on `adoptions`. */
export const isPublicMeasure = or(
  sql`${adoptions.gazette} IS NOT NULL`,
  sql`${adoptions.publishedOn} IS NOT NULL`,
  // As EXISTS, PostgreSQL may read all that the compilations name, for a page.
  sql`(SELECT true FROM ${entries} e JOIN ${compilationEntries} c ON c.entry_id = e.id
    WHERE e.measure_id = ${adoptions.measureId} LIMIT 1) IS TRUE`,
)

/** The measures that anybody may read, by state and then as they were adopted. */
export async function findPublicMeasureIds(
  db: Database,
  page: { offset: number; limit: number },
): Promise<{ ids: string[]; total: number }> {
  const [rows, total] = await Promise.all([
    db
      .select({ id: adoptions.measureId })
      .from(adoptions)
      .innerJoin(measures, eq(measures.id, adoptions.measureId))
      .where(isPublicMeasure)
      .orderBy(sql`${adoptedBy} DESC NULLS LAST`, asc(measures.reference))
      .limit(page.limit)
      .offset(page.offset),
    countPublicMeasures(db),
  ])
  return { ids: rows.map(({ id }) => id), total }
}

export function countPublicMeasures(db: Database): Promise<number> {
  const asked = { about: 'everything', name: 'public measures', types: registerTypes } as const
  return countedUntil(db, asked, async () => {
    const [total] = await db.select({ count: count() }).from(adoptions).where(isPublicMeasure)
    return total?.count ?? 0
  })
}

/** The same from behind one on; null where nobody may read of that one. */
export async function findPublicMeasuresAfter(
  db: Database,
  after: string | null,
  limit: number,
): Promise<string[] | null> {
  const place = after === null ? null : await findMeasurePlace(db, after)
  if (after !== null && !place) return null
  const behind =
    place &&
    (place.day === null
      ? and(sql`${adoptedBy} IS NULL`, gt(measures.reference, place.reference))
      : or(
          sql`${adoptedBy} IS NULL`,
          sql`${adoptedBy} < ${place.day}::date`,
          and(sql`${adoptedBy} = ${place.day}::date`, gt(measures.reference, place.reference)),
        ))
  const rows = await db
    .select({ id: adoptions.measureId })
    .from(adoptions)
    .innerJoin(measures, eq(measures.id, adoptions.measureId))
    .where(and(isPublicMeasure, behind ?? undefined))
    .orderBy(sql`${adoptedBy} DESC NULLS LAST`, asc(measures.reference))
    .limit(limit)
  return rows.map(({ id }) => id)
}

async function findMeasurePlace(db: Database, reference: string) {
  const [row] = await db
    .select({ day: sql<Day | null>`${adoptedBy}::text`, reference: measures.reference })
    .from(adoptions)
    .innerJoin(measures, eq(measures.id, adoptions.measureId))
    .where(and(isPublicMeasure, eq(measures.reference, reference)))
  return row ?? null
}
