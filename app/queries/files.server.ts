import {
  type AnyColumn,
  and,
  desc,
  eq,
  ilike,
  inArray,
  lt,
  ne,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import type { Deps } from '#app/commands/deps.ts'
import { isMemberState } from '#app/measures/delegation-codes.ts'
import { can, isReader } from '#app/access/policy.ts'
import { audienceReaches } from '#db/audience.server.ts'
import type { Database } from '#db/client.server.ts'
import { isPublicMeasure } from '#db/register.server.ts'
import {
  adoptions,
  measures,
  notificationAddressees,
  notifications,
  versions,
} from '#db/schema/measures.ts'

export interface FileFilters {
  words: string
  owner: readonly string[]
  kind: readonly string[]
  stage: readonly string[]
  /** Before this moment of change: where the next page begins. */
  before: string | null
}

const pageSize = 50

/**
 * The files that a delegation may see, newest change first, a page at a time. The condition is the
 * policy's `see-file` as a query, so that nothing is read that would be thrown away.
 */
export async function findFiles({ db }: Deps, actor: Actor, filters: FileFilters) {
  const rows = await db
    .select({
      reference: measures.reference,
      owner: measures.owner,
      kind: measures.kind,
      title: measures.title,
      stage: measures.stage,
      marking: measures.marking,
      changedAt: measures.changedAt,
      commentsBy: lastVersion('comments_by'),
      version: lastVersion('number'),
    })
    .from(measures)
    .where(and(isVisible(db, actor), ...conditions(filters)))
    .orderBy(desc(measures.changedAt), desc(measures.id))
    .limit(pageSize + 1)
  const page = rows.slice(0, pageSize).map((row) => ({
    ...row,
    changedAt: row.changedAt.toISOString(),
  }))
  return {
    files: page,
    next: rows.length > pageSize ? (page.at(-1)?.changedAt ?? null) : null,
    mayOpen: can(actor, 'open-file', null).ok,
  }
}

export type FileLine = Awaited<ReturnType<typeof findFiles>>['files'][number]

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
  const isPublic = isThere(
    db
      .select({ one: sql`true` })
      .from(adoptions)
      .where(and(eq(adoptions.measureId, measures.id), isPublicMeasure))
      .limit(1),
  )
  const isNotifiedToUs = isThere(
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
  return or(
    isMemberState(actor.delegation) ? eq(measures.owner, actor.delegation) : undefined,
    reachesUs,
    isPublic,
    isNotifiedToUs,
  )
}

/**
 * Asked row by row, for those that a page holds. As EXISTS between other conditions PostgreSQL would
 * first read all rows of its table that any file could need.
 */
function isThere(query: SQLWrapper): SQL {
  return sql`(${query}) IS TRUE`
}

function conditions({ words, owner, kind, stage, before }: FileFilters): (SQL | undefined)[] {
  const moment = before === null ? null : momentOf(before)
  const pattern = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return [
    words ? or(ilike(measures.title, pattern), ilike(measures.reference, pattern)) : undefined,
    oneOf(measures.owner, owner),
    oneOf(measures.kind, kind),
    oneOf(measures.stage, stage),
    moment ? lt(measures.changedAt, moment) : undefined,
  ]
}

/** Null for what no page of ours has put into an address; PostgreSQL does not take every year. */
function momentOf(text: string): Date | null {
  const moment = new Date(text)
  const year = moment.getUTCFullYear()
  return year >= 2000 && year <= 9999 ? moment : null
}

function oneOf(column: AnyColumn, chosen: readonly string[]): SQL | undefined {
  return chosen.length > 0 ? inArray(sql`${column}`, [...chosen]) : undefined
}

/** A fact of the newest version that others were given. */
function lastVersion<Column extends 'comments_by' | 'number'>(column: Column) {
  return sql<(Column extends 'number' ? number : string) | null>`(
    SELECT ${sql.raw(column)} FROM versions
    WHERE versions.measure_id = measures.id AND versions.recalled_at IS NULL
    ORDER BY versions.number DESC LIMIT 1)`
}
