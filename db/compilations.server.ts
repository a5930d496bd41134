import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { CompilationKind } from '#app/measures/compilation-kinds.ts'
import { standing } from '#app/measures/compilation-succession.ts'
import type { Day } from '#app/measures/measure.ts'
import type { Database, Tx } from './client.server.ts'
import { compilationEntries, compilations, entries } from './schema/register.ts'

export interface Compilation {
  id: string
  kind: CompilationKind
  /** The one that a corrigendum corrects. */
  corrects: string | null
  ojReference: string
  publishedOn: Day
  title: string
  url: string | null
  note: string
}

const columns = {
  id: compilations.id,
  kind: compilations.kind,
  corrects: compilations.corrects,
  ojReference: compilations.ojReference,
  publishedOn: compilations.publishedOn,
  title: compilations.title,
  url: compilations.url,
  note: compilations.note,
}

/** All of them, the newest first. There are a few in a year. */
export function findCompilations(db: Database | Tx): Promise<Compilation[]> {
  return db
    .select(columns)
    .from(compilations)
    .orderBy(desc(compilations.publishedOn), desc(compilations.recordedAt))
}

export async function findCompilation(db: Database | Tx, id: string): Promise<Compilation | null> {
  const [row] = await db.select(columns).from(compilations).where(eq(compilations.id, id))
  return row ?? null
}

/**
 * The id of the publication that says what is in the compilation on a day, or now, as SQL: what
 * `standing` of `app/measures/compilation-succession.ts` ends with.
 */
export function lastCompilation(on: Day | null): SQL {
  const hasCome = on === null ? sql`true` : sql`published_on <= ${on}::date`
  return sql`(WITH RECURSIVE chain AS (
      (SELECT id, published_on, recorded_at FROM ${compilations}
        WHERE corrects IS NULL AND ${hasCome}
        ORDER BY published_on DESC, recorded_at DESC LIMIT 1)
      UNION ALL
      SELECT c.id, c.published_on, c.recorded_at FROM ${compilations} c JOIN chain ON c.corrects = chain.id)
    SELECT id FROM chain WHERE ${hasCome} ORDER BY published_on DESC, recorded_at DESC LIMIT 1)`
}

/** Recorded one at a time, so that each is judged against the one before it. */
export async function lockCompilations(tx: Tx): Promise<void> {
  await tx.execute(sql`LOCK TABLE ${compilations} IN SHARE ROW EXCLUSIVE MODE`)
}

/** Whether the compilation that was the last one on a day names any entry of a list, its amendments included. */
export async function isListCompiled(db: Database | Tx, listId: string, on: Day): Promise<boolean> {
  const [named] = await db
    .select({ id: entries.id })
    .from(compilationEntries)
    .innerJoin(entries, eq(entries.id, compilationEntries.entryId))
    .where(
      and(eq(entries.listId, listId), eq(compilationEntries.compilationId, lastCompilation(on))),
    )
    .limit(1)
  return named !== undefined
}

export async function findCompiledEntryIds(db: Database | Tx, id: string): Promise<string[]> {
  const rows = await db
    .select({ entryId: compilationEntries.entryId })
    .from(compilationEntries)
    .where(eq(compilationEntries.compilationId, id))
  return rows.map(({ entryId }) => entryId)
}

/** The publications that put an entry into the compilation, the first one first. */
export async function findCompilationsOf(
  db: Database | Tx,
  entryId: string,
): Promise<Compilation[]> {
  const [all, named] = await Promise.all([
    findCompilations(db),
    db
      .select({ id: compilationEntries.compilationId })
      .from(compilationEntries)
      .where(eq(compilationEntries.entryId, entryId)),
  ])
  const ids = new Set(named.map(({ id }) => id))
  return standing(all.toReversed()).filter(({ id }) => ids.has(id))
}

export interface CompiledPeriod {
  from: Day
  until: Day | null
  compilationId: string
}

/**
 * When each entry stood in the compilation: from a publication that names it to the next one that
 * does not, an update being whole like a compilation, and a corrigendum like what it corrects.
 */
export async function findCompiledPeriods(
  db: Database | Tx,
  entryIds: readonly string[],
): Promise<Map<string, CompiledPeriod[]>> {
  if (entryIds.length === 0) return new Map()
  const [all, rows] = await Promise.all([
    findCompilations(db),
    db
      .select()
      .from(compilationEntries)
      .where(inArray(compilationEntries.entryId, [...entryIds])),
  ])
  const named = new Map<string, Set<string>>()
  for (const { entryId, compilationId } of rows) {
    named.set(entryId, (named.get(entryId) ?? new Set()).add(compilationId))
  }
  const inPlace = standing(all.toReversed())
  return new Map([...named].map(([entryId, where]) => [entryId, periodsIn(inPlace, where)]))
}

function periodsIn(
  all: readonly { id: string; publishedOn: Day }[],
  where: ReadonlySet<string>,
): CompiledPeriod[] {
  const periods: CompiledPeriod[] = []
  for (const { id, publishedOn } of all) {
    const open = periods.at(-1)
    const isOpen = open !== undefined && open.until === null
    if (where.has(id) && !isOpen) {
      periods.push({ from: publishedOn, until: null, compilationId: id })
    } else if (!where.has(id) && isOpen) open.until = publishedOn
  }
  return periods
}
