import { and, eq, ne, notInArray, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { isReader } from '#app/access/standing.ts'
import { isMemberState } from '#app/measures/delegation-codes.ts'
import { besideTheFile } from '#app/measures/events.ts'
import type { Marking, Stage } from '#app/measures/measure.ts'
import { audienceReaches } from '#db/audience.server.ts'
import type { Database } from '#db/client.server.ts'
import { isPublicMeasure } from '#db/public-measures.server.ts'
import {
  adoptions,
  measures,
  notificationAddressees,
  notifications,
  versions,
} from '#db/schema/measures.ts'
import { events } from '#db/schema/record.ts'

/** The policy's `see-file` for signed-in readers, as a condition on `measures`. */
export function isVisible(db: Database, actor: Actor): SQL | undefined {
  if (!isReader(actor)) return sql`false`
  const reachesUs = isThere(
    db
      .select({ one: sql`true` })
      .from(versions)
      .where(
        and(
          eq(versions.measureId, measures.id),
          ne(versions.kind, 'final'),
          audienceReaches(versions.audience, actor.delegation),
        ),
      )
      .limit(1),
  )
  return or(isOurs(actor), reachesUs, isPublic(db), isNotifiedTo(db, actor))
}

/**
 * What `toldOf` says of each row of `measures`, and the newest version that the reader may read, as a
 * table to be joined to it laterally. A file that `isVisible` does not let through is not told.
 */
export function toldFiles(db: Database, actor: Actor) {
  const { delegation } = actor
  const ours = isOurs(actor) ?? sql`false`
  // Before adoption nothing is public or notified, and nothing is looked up.
  const readsCurrent = sql`(${ours} OR (${measures.stage} = 'adopted'
    AND (${isPublic(db)} OR ${isNotifiedTo(db, actor)})))`
  const reachesUs = sql`(${versions.kind} <> 'final' AND ${audienceReaches(versions.audience, delegation)})`
  const reachesUsAct = sql`(${events.lane} = 'public' OR (${events.lane} = 'released'
    AND (${events.delegation} = ${delegation} OR ${audienceReaches(events.audience, delegation)})))`
  const table = sql`(
    SELECT
      CASE WHEN reader.is_current THEN ${measures.title} ELSE had.details->>'title' END AS title,
      CASE WHEN reader.is_current THEN ${measures.marking} ELSE had.details->>'marking' END AS marking,
      CASE WHEN reader.is_current OR ${measures.stage} IN ('withdrawn', 'adopted') THEN ${measures.stage}
        WHEN had.kind = 'notice' THEN 'considering' ELSE 'shared' END AS stage,
      readable.number, readable.comments_by,
      -- The owner knows of every act that moves the date.
      CASE WHEN ${ours} THEN ${measures.changedAt} ELSE (
        SELECT ${events.at} FROM ${events}
        WHERE ${events.measureId} = ${measures.id} AND ${reachesUsAct}
          AND ${notInArray(events.type, [...besideTheFile])}
        ORDER BY ${events.id} DESC LIMIT 1) END AS changed_at
    FROM (SELECT ${readsCurrent} AS is_current OFFSET 0) reader
    LEFT JOIN LATERAL (
      SELECT ${versions.kind}, ${versions.details} FROM ${versions}
      WHERE NOT reader.is_current AND ${versions.measureId} = ${measures.id} AND ${reachesUs}
      ORDER BY ${versions.number} DESC LIMIT 1) had ON true
    LEFT JOIN LATERAL (
      SELECT ${versions.number}, ${versions.commentsBy} FROM ${versions}
      WHERE ${versions.measureId} = ${measures.id} AND ${versions.recalledAt} IS NULL
        AND CASE ${versions.kind} WHEN 'final' THEN reader.is_current ELSE ${ours} OR ${reachesUs} END
      ORDER BY ${versions.number} DESC LIMIT 1) readable ON true
  ) told`
  return {
    table,
    title: sql<string>`told.title`,
    marking: sql<Marking>`told.marking`,
    stage: sql<Stage>`told.stage`,
    version: sql<number | null>`told.number`,
    commentsBy: sql<string | null>`told.comments_by`,
    changedAt: sql<Date | null>`told.changed_at`.mapWith(measures.changedAt),
  }
}

/** The stages that a file can really be in of which somebody is told that it is in `told`. */
export function stagesBehind(told: Stage): readonly Stage[] {
  switch (told) {
    case 'considering':
      return ['considering', 'drafting', 'shared']
    case 'shared':
      return ['shared']
    case 'drafting':
    case 'adopted':
    case 'withdrawn':
      return [told]
  }
}

function isOurs({ delegation }: Actor): SQL | undefined {
  return isMemberState(delegation) ? eq(measures.owner, delegation) : undefined
}

function isPublic(db: Database): SQL {
  return isThere(
    db
      .select({ one: sql`true` })
      .from(adoptions)
      .where(and(eq(adoptions.measureId, measures.id), isPublicMeasure))
      .limit(1),
  )
}

function isNotifiedTo(db: Database, actor: Actor): SQL {
  return isThere(
    db
      .select({ one: sql`true` })
      .from(notifications)
      .innerJoin(
        notificationAddressees,
        eq(notificationAddressees.notificationId, notifications.id),
      )
      .where(
        and(
          eq(notifications.measureId, measures.id),
          eq(notificationAddressees.delegation, actor.delegation),
        ),
      )
      .limit(1),
  )
}

/**
 * Asked row by row, for those that a page holds. As EXISTS between other conditions PostgreSQL would
 * first read all rows of its table that any file could need.
 */
function isThere(query: SQLWrapper): SQL {
  return sql`(${query}) IS TRUE`
}
