import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import { type EventType, eventSchema } from '#app/measures/events.ts'
import { lastMoves, standing } from '#app/measures/compilation-succession.ts'
import type { Day } from '#app/measures/measure.ts'
import {
  type CompiledChange,
  type CorrectedPlace,
  type FactAct,
  factTypes,
} from '#app/measures/public-facts.ts'
import type { Database } from './client.server.ts'
import { entryColumns, inRegisterOrder, type RegisteredEntry } from './entries.server.ts'
import { isPublicMeasure } from './public-measures.server.ts'
import { findCompilationCorrections } from './publication-corrections.server.ts'
import { adoptions, measures } from './schema/measures.ts'
import { events } from './schema/record.ts'
import { compilations, entries } from './schema/register.ts'

const placeTypes: readonly EventType[] = [
  ...factTypes,
  'compilation-recorded',
  'publication-corrected',
]

const isOfPublicMeasure = sql`(e.measure_id IS NULL OR EXISTS (SELECT 1 FROM ${adoptions}
  WHERE ${adoptions.measureId} = e.measure_id AND ${isPublicMeasure}))`

/**
 * The newest acts of which a fact of the register can follow, below one: at these places the facts
 * stand. Each type is gone through by its own index, so that the age of the record does not matter.
 */
export async function findFactPlaces(
  db: Database,
  below: number | null,
  limit: number,
): Promise<{ id: number; measureId: string | null }[]> {
  const types = sql.join(
    placeTypes.map((type) => sql`(${type})`),
    sql`, `,
  )
  const isBelow = below === null ? sql`true` : sql`e.id < ${below}`
  const rows = await db.execute<{ id: string; measure_id: string | null }>(sql`
    SELECT found.id, found.measure_id FROM (VALUES ${types}) AS t(type), LATERAL (
      SELECT e.id, e.measure_id FROM ${events} AS e
      WHERE e.type = t.type AND ${isBelow} AND ${isOfPublicMeasure}
      ORDER BY e.id DESC LIMIT ${limit}) AS found
    ORDER BY found.id DESC LIMIT ${limit}`)
  return [...rows].map(({ id, measure_id: measureId }) => ({ id: Number(id), measureId }))
}

/** The acts of measures of which facts follow, oldest first. */
export async function findFactActs(
  db: Database,
  measureIds: readonly string[],
): Promise<Map<string, FactAct[]>> {
  if (measureIds.length === 0) return new Map()
  const rows = await db
    .select({
      id: events.id,
      measureId: events.measureId,
      at: events.at,
      content: events.content,
    })
    .from(events)
    .where(and(inArray(events.measureId, [...measureIds]), inArray(events.type, [...factTypes])))
    .orderBy(asc(events.id))
  const acts = new Map<string, FactAct[]>()
  for (const { id, measureId, at, content } of rows) {
    const event = eventSchema.parse(JSON.parse(content))
    if (measureId === null || !isFactEvent(event)) continue
    acts.set(measureId, [...(acts.get(measureId) ?? []), { id, at, event }])
  }
  return acts
}

const known: ReadonlySet<EventType> = new Set(factTypes)

function isFactEvent(event: { type: EventType }): event is FactAct['event'] {
  return known.has(event.type)
}

export interface RecordedCompilation {
  id: string
  corrects: string | null
  ojReference: string
  title: string
  publishedOn: Day
  /** With which it came to stand where it does: it was recorded, or it or another one was corrected. */
  act: { id: number; at: Date }
  corrected: CorrectedPlace | null
}

/** All compilations with the acts that put them where they stand, the first published first. */
export async function findRecordedCompilations(db: Database): Promise<RecordedCompilation[]> {
  const recorded = sql<string>`(${events.content}::jsonb ->> 'compilationId')`
  const corrections = await findCompilationCorrections(db)
  const rows = await db
    .select({
      id: compilations.id,
      corrects: compilations.corrects,
      ojReference: compilations.ojReference,
      title: compilations.title,
      publishedOn: compilations.publishedOn,
      actId: events.id,
      at: events.at,
    })
    .from(events)
    .innerJoin(compilations, eq(sql`${compilations.id}::text`, recorded))
    .where(eq(events.type, 'compilation-recorded'))
    .orderBy(asc(compilations.publishedOn), asc(compilations.recordedAt))
  const recordedInOrder = rows.toSorted((a, b) => a.actId - b.actId)
  const moves = lastMoves(recordedInOrder, corrections)
  return rows.map(({ actId, at, ...compilation }) => {
    const recordedBy = { id: actId, at }
    const moved = moves.get(compilation.id)
    const own = corrections.findLast(({ publicationId }) => publicationId === compilation.id)
    return {
      ...compilation,
      // What was recorded after a correction was not moved by it.
      act: moved && moved.id > actId ? { id: moved.id, at: moved.at } : recordedBy,
      corrected: own ? { ...own.corrected, correction: own.correction } : null,
    }
  })
}

interface ChangeRow extends Record<string, unknown> {
  compilation_id: string
  measure_id: string
  entry_id: string
  is_added: boolean
}

/**
 * What compilations name that the ones before them did not, and the other way round, by measure. Of
 * these compilations, or of these measures in all of them.
 */
export async function findCompiledChanges(
  db: Database,
  all: readonly RecordedCompilation[],
  of: { compilationIds: readonly string[] } | { measureIds: readonly string[] },
): Promise<Map<string, CompiledChange[]>> {
  const ids = 'compilationIds' in of ? of.compilationIds : of.measureIds
  if (ids.length === 0) return new Map()
  const column = 'compilationIds' in of ? sql`o.id` : sql`n.measure_id`
  const isAsked = sql`${column} IN (${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`
  const onlyIn = (here: SQL, there: SQL, isAdded: boolean) => sql`
    SELECT o.id AS compilation_id, n.measure_id, c.entry_id, ${isAdded}::boolean AS is_added
    FROM ordered o JOIN compilation_entries c ON c.compilation_id = ${here}
    JOIN entries n ON n.id = c.entry_id
    WHERE ${isAsked} AND NOT EXISTS (SELECT 1 FROM compilation_entries p
      WHERE p.compilation_id = ${there} AND p.entry_id = c.entry_id)`
  const inPlace = sql.param(standing(all).map(({ id }) => id))
  const rows = await db.execute<ChangeRow>(sql`
    WITH ordered AS (
      SELECT id, lag(id) OVER (ORDER BY place) AS before
      FROM unnest(${inPlace}::uuid[]) WITH ORDINALITY AS s(id, place))
    ${onlyIn(sql`o.id`, sql`o.before`, true)} UNION ALL ${onlyIn(sql`o.before`, sql`o.id`, false)}`)
  return changesIn([...rows], all)
}

function changesIn(
  rows: readonly ChangeRow[],
  all: readonly RecordedCompilation[],
): Map<string, CompiledChange[]> {
  return new Map(
    [...new Set(rows.map((row) => row.measure_id))].map((measureId) => [
      measureId,
      all.flatMap(({ id, publishedOn, act, corrected }) => {
        const here = rows.filter((row) => row.measure_id === measureId && row.compilation_id === id)
        const named = (isAdded: boolean) =>
          here.filter((row) => row.is_added === isAdded).map((row) => row.entry_id)
        return here.length === 0
          ? []
          : [
              {
                compilationId: id,
                publishedOn,
                act,
                corrected,
                added: named(true),
                removed: named(false),
              },
            ]
      }),
    ]),
  )
}

/** The published measures of a state. */
export async function findPublicMeasuresOf(
  db: Database,
  owner: MemberStateCode,
): Promise<string[]> {
  const rows = await db
    .select({ id: adoptions.measureId })
    .from(adoptions)
    .innerJoin(measures, eq(measures.id, adoptions.measureId))
    .where(and(eq(measures.owner, owner), isPublicMeasure))
  return rows.map(({ id }) => id)
}

/** The published editions under a name, of one state or of all. */
export function findPublicEditions(
  db: Database,
  key: string,
  issuer: MemberStateCode | null,
): Promise<RegisteredEntry[]> {
  return db
    .select(entryColumns)
    .from(entries)
    .where(
      and(
        eq(entries.isPublic, true),
        sql`lower(${entries.key}) = ${key.toLowerCase()}`,
        issuer === null ? undefined : and(eq(entries.issuer, issuer), eq(entries.key, key)),
      ),
    )
    .orderBy(...inRegisterOrder)
}

export interface TouchedEntry extends RegisteredEntry {
  /** Another edition took its place. */
  isContinued: boolean
}

/** The published editions that measures brought or ended. */
export function findEntriesTouchedBy(
  db: Database,
  measureIds: readonly string[],
): Promise<TouchedEntry[]> {
  if (measureIds.length === 0) return Promise.resolve([])
  const ids = [...measureIds]
  return db
    .select({
      ...entryColumns,
      isContinued: sql<boolean>`EXISTS (SELECT 1 FROM entries AS next WHERE next.previous_id = entries.id)`,
    })
    .from(entries)
    .where(
      and(
        eq(entries.isPublic, true),
        or(inArray(entries.measureId, ids), inArray(entries.endingMeasureId, ids)),
      ),
    )
    .orderBy(...inRegisterOrder)
}
