import { type SQL, sql } from 'drizzle-orm'
import type { EntryEnd } from '#app/measures/article-10.ts'
import type { Day } from '#app/measures/measure.ts'
import { adoptions, measures } from './schema/measures.ts'
import { entries } from './schema/register.ts'

/** Whether a reader knows of the measure with this id: the policy's `see-file` as a condition. */
export type Knows = (measureId: SQL) => SQL

/** By a condition on `measures`. */
export function knowsWhere(isVisible: SQL | undefined): Knows {
  return (measureId) => sql`EXISTS (SELECT 1 FROM ${measures}
    WHERE ${measures.id} = ${measureId} AND ${isVisible ?? sql`true`})`
}

/**
 * When and by what a row of `entries` ends for a reader, as `asKnown` says it: see there. An edition
 * that no amendment has ended or will end is not looked up further.
 */
export function knownEnd(knows: Knows): { on: SQL<Day | null>; by: SQL<EntryEnd | null> } {
  const isHidden = sql`(${entries.endedBy} = 'amended' AND NOT ${knows(sql`${entries.endingMeasureId}`)})`
  const own = sql`CASE WHEN ${isHidden} THEN NULL ELSE ${entries.endedOn} END`
  const isLater = sql`later.issuer = ${entries.issuer} AND later.key = ${entries.key}
    AND later.list_id = ${entries.listId} AND later.edition > ${entries.edition}`
  const replaced = sql`LEAST(
    (SELECT min(later.in_force_from) FROM ${entries} AS later
      WHERE ${isLater} AND ${knows(sql`later.measure_id`)}),
    (SELECT min(later.ended_on) FROM ${entries} AS later
      WHERE ${isLater} AND later.ended_by = 'amended' AND ${knows(sql`later.ending_measure_id`)}))`
  const whole = sql`(SELECT coalesce(${adoptions.repealedOn}, ${adoptions.expiredOn})
    FROM ${adoptions} WHERE ${adoptions.measureId} = ${entries.listId})`
  const wholeBy = sql`(SELECT CASE WHEN ${adoptions.repealedOn} IS NULL THEN 'expired' ELSE 'repealed' END
    FROM ${adoptions} WHERE ${adoptions.measureId} = ${entries.listId})`
  const on = sql<Day | null>`CASE WHEN ${entries.endingMeasureId} IS NULL THEN ${entries.endedOn}
    ELSE LEAST(${own}, ${replaced}, ${whole}) END`
  const by = sql<EntryEnd | null>`CASE
    WHEN ${entries.endingMeasureId} IS NULL THEN ${entries.endedBy}
    WHEN LEAST(${own}, ${replaced}, ${whole}) IS NULL THEN NULL
    WHEN ${own} = LEAST(${own}, ${replaced}, ${whole}) THEN ${entries.endedBy}
    WHEN ${replaced} = LEAST(${own}, ${replaced}, ${whole}) THEN 'amended'
    ELSE ${wholeBy} END`
  return { on, by }
}
