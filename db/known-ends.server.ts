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
 * that no amendment has ended or will end is not looked up further. `on` stands by itself; where more
 * is asked than whether there is an end, `ends` is joined to `entries` and looked up once for a row.
 *
 * Whom a row is known to is asked inside a query of its own: PostgreSQL then asks it of this row. As a
 * condition on `entries` it reads beforehand all measures that anybody knows.
 */
export function knownEnd(knows: Knows): {
  on: SQL<Day | null>
  ends: SQL
  joined: { on: SQL<Day | null>; by: SQL<EntryEnd | null> }
} {
  const isHidden = sql`(${entries.endedBy} = 'amended' AND NOT ${knows(sql`${entries.endingMeasureId}`)})`
  const isLater = sql`later.issuer = ${entries.issuer} AND later.key = ${entries.key}
    AND later.list_id = ${entries.listId} AND later.edition > ${entries.edition}`
  // An amendment that was repealed before it applied has ended nothing.
  const applies = sql`(later.ended_by <> 'amended' AND later.ended_on <= later.in_force_from) IS NOT TRUE`
  const found = sql`SELECT
      CASE WHEN ${isHidden} THEN NULL ELSE ${entries.endedOn} END AS own,
      LEAST(
        (SELECT min(later.in_force_from) FROM ${entries} AS later
          WHERE ${isLater} AND ${applies} AND ${knows(sql`later.measure_id`)}),
        (SELECT min(later.ended_on) FROM ${entries} AS later
          WHERE ${isLater} AND later.ended_by = 'amended' AND ${knows(sql`later.ending_measure_id`)})
      ) AS replaced,
      coalesce(list.repealed_on, list.expired_on) AS whole,
      CASE WHEN list.repealed_on IS NULL THEN 'expired' ELSE 'repealed' END AS whole_by
    FROM (SELECT 1) AS one LEFT JOIN ${adoptions} AS list ON list.measure_id = ${entries.listId}`
  const first = sql`LEAST(ends.own, ends.replaced, ends.whole)`
  const isSimple = sql`${entries.endingMeasureId} IS NULL`
  return {
    on: sql`CASE WHEN ${isSimple} THEN ${entries.endedOn}
      ELSE (SELECT ${first} FROM (${found}) AS ends) END`,
    // Without OFFSET it would be written into each place that names one of its columns.
    ends: sql`LATERAL (${found} WHERE NOT (${isSimple}) OFFSET 0) AS ends`,
    joined: {
      on: sql`CASE WHEN ${isSimple} THEN ${entries.endedOn} ELSE ${first} END`,
      by: sql`CASE
        WHEN ${isSimple} THEN ${entries.endedBy}
        WHEN ends.own = ${first} THEN ${entries.endedBy}
        WHEN ends.replaced = ${first} THEN 'amended'
        WHEN ends.whole = ${first} THEN ends.whole_by END`,
    },
  }
}
