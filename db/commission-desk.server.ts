import { and, asc, count, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { DeskOpening } from '#app/measures/commission-desk.ts'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import { adoptedBy } from './adoptions.server.ts'
import type { Database } from './client.server.ts'
import { lastCompilation } from './compilations.server.ts'
import { entryColumns, inRegisterOrder, type RegisteredEntry } from './entries.server.ts'
import { knownEnd, type Knows } from './known-ends.server.ts'
import {
  adoptions,
  measures,
  notificationAddressees,
  notificationQuestions,
  notifications,
} from './schema/measures.ts'
import { compilationEntries, entries } from './schema/register.ts'

/** As in every filter, a choice that is added to others of its kind widens what is found. */
export interface DeskFilter {
  states: readonly MemberStateCode[]
  open: readonly DeskOpening[]
}

/** To the Commission: what a state sent to other states alone is not known to it. */
export const wasNotified = sql`EXISTS (SELECT 1 FROM ${notifications} n
  JOIN ${notificationAddressees} a ON a.notification_id = n.id AND a.delegation = 'COM'
  WHERE n.measure_id = ${measures.id})`

/** Notified, or published by anybody. What is neither is not on the desk. */
export const isOnDesk = or(
  wasNotified,
  sql`${adoptions.gazette} IS NOT NULL`,
  sql`${adoptions.publishedOn} IS NOT NULL`,
)

/** What the desk is asked by, and what those at it know of: no amendment that is hidden from them ends anything. */
export interface DeskQuery extends DeskFilter {
  knows: Knows
}

const openings: Record<DeskOpening, (knows: Knows) => SQL> = {
  acknowledgement: () => sql`EXISTS (SELECT 1 FROM ${notifications} n
    JOIN ${notificationAddressees} a ON a.notification_id = n.id AND a.delegation = 'COM'
    WHERE n.measure_id = ${measures.id} AND n.acknowledged_on IS NULL)`,
  content: () => sql`EXISTS (SELECT 1 FROM ${notifications} n
    JOIN ${notificationQuestions} q ON q.notification_id = n.id
    WHERE n.measure_id = ${measures.id} AND q.answered_at IS NULL)`,
  publication: () => sql`(${adoptions.publishedOn} IS NULL AND ${wasNotified})`,
  compilation: (
    knows,
    // The first such entry will do; as EXISTS, PostgreSQL would look at all there are.
  ) => sql`(${measures.kind} IN ('national-control-list', 'amendment') AND (
    SELECT true FROM ${entries} WHERE ${entries.measureId} = ${measures.id}
      AND (SELECT true FROM ${compilationEntries} c
        WHERE c.entry_id = ${entries.id} AND c.compilation_id = ${lastCompilation(null)}) IS NOT TRUE
      AND ${knownEnd(knows).on} IS NULL
    LIMIT 1) IS TRUE)`,
}

function where({ states, open, knows }: DeskQuery): SQL | undefined {
  return and(
    isOnDesk,
    states.length > 0 ? inArray(measures.owner, [...states]) : undefined,
    or(...open.map((opening) => openings[opening](knows))),
  )
}

/** One page of the desk, the measure that was adopted last first. */
export async function findDeskMeasureIds(
  db: Database,
  filter: DeskQuery,
  page: { offset: number; limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ id: measures.id })
    .from(adoptions)
    .innerJoin(measures, eq(measures.id, adoptions.measureId))
    .where(where(filter))
    .orderBy(sql`${adoptedBy} DESC NULLS LAST`, asc(measures.id))
    .limit(page.limit)
    .offset(page.offset)
  return rows.map(({ id }) => id)
}

export async function countDesk(db: Database, filter: DeskQuery): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(adoptions)
    .innerJoin(measures, eq(measures.id, adoptions.measureId))
    .where(where(filter))
  return row?.count ?? 0
}

/** How many entries of each measure stand, and how many of these are in the last compilation. */
export async function countEntries(db: Database, measureIds: readonly string[], knows: Knows) {
  if (measureIds.length === 0) return new Map<string, { standing: number; compiled: number }>()
  const rows = await db
    .select({
      measureId: entries.measureId,
      standing: count(),
      compiled: sql<number>`count(${compilationEntries.entryId})::int`,
    })
    .from(entries)
    .leftJoin(
      compilationEntries,
      and(
        eq(compilationEntries.entryId, entries.id),
        eq(compilationEntries.compilationId, lastCompilation(null)),
      ),
    )
    .where(and(inArray(entries.measureId, [...measureIds]), isNull(knownEnd(knows).on)))
    .groupBy(entries.measureId)
  return new Map(rows.map(({ measureId, ...counts }) => [measureId, counts]))
}

export interface CompilableEntry extends RegisteredEntry {
  wasNotified: boolean
}

/**
 * What the next compilation is prepared from: entries of lists that were notified or published, those
 * that ended only where that compilation still names them from which it goes on.
 */
export function findCompilableEntries(
  db: Database,
  knows: Knows,
  from: string | null,
): Promise<CompilableEntry[]> {
  const list = sql`(SELECT kind FROM ${measures} l WHERE l.id = ${entries.listId})`
  return db
    .select({ ...entryColumns, wasNotified: sql<boolean>`${wasNotified}` })
    .from(entries)
    .innerJoin(measures, eq(measures.id, entries.measureId))
    .innerJoin(adoptions, eq(adoptions.measureId, measures.id))
    .where(
      and(
        eq(list, 'national-control-list'),
        or(wasNotified, eq(entries.isPublic, true)),
        or(
          isNull(knownEnd(knows).on),
          sql`EXISTS (SELECT 1 FROM ${compilationEntries} c WHERE c.entry_id = ${entries.id} AND c.compilation_id = ${from}::uuid)`,
        ),
      ),
    )
    .orderBy(...inRegisterOrder)
}
