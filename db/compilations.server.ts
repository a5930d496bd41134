import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { CompilationKind } from '#app/measures/compilation-kinds.ts'
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

/** Recorded one at a time, so that each is judged against the one before it. */
export async function lockCompilations(tx: Tx): Promise<void> {
  await tx.execute(sql`LOCK TABLE ${compilations} IN SHARE ROW EXCLUSIVE MODE`)
}

/** Whether the compilation that was the last one on a day names any entry of a list, its amendments included. */
export async function isListCompiled(db: Database | Tx, listId: string, on: Day): Promise<boolean> {
  const last = db
    .select({ id: compilations.id })
    .from(compilations)
    .where(lte(compilations.publishedOn, on))
    .orderBy(desc(compilations.publishedOn), desc(compilations.recordedAt))
    .limit(1)
  const [named] = await db
    .select({ id: entries.id })
    .from(compilationEntries)
    .innerJoin(entries, eq(entries.id, compilationEntries.entryId))
    .where(and(eq(entries.listId, listId), inArray(compilationEntries.compilationId, last)))
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

/** The publications that name an entry, the first one first. */
export function findCompilationsOf(db: Database | Tx, entryId: string): Promise<Compilation[]> {
  return db
    .select(columns)
    .from(compilations)
    .innerJoin(compilationEntries, eq(compilationEntries.compilationId, compilations.id))
    .where(eq(compilationEntries.entryId, entryId))
    .orderBy(asc(compilations.publishedOn), asc(compilations.recordedAt))
}

export interface CompiledPeriod {
  from: Day
  until: Day | null
  compilationId: string
}

/**
 * When each entry stood in the compilation: from a publication that names it to the next one that
 * does not, an update being whole like a compilation.
 */
export async function findCompiledPeriods(
  db: Database | Tx,
  entryIds: readonly string[],
): Promise<Map<string, CompiledPeriod[]>> {
  if (entryIds.length === 0) return new Map()
  const [all, rows] = await Promise.all([
    db
      .select({ id: compilations.id, publishedOn: compilations.publishedOn })
      .from(compilations)
      .orderBy(asc(compilations.publishedOn), asc(compilations.recordedAt)),
    db
      .select()
      .from(compilationEntries)
      .where(inArray(compilationEntries.entryId, [...entryIds])),
  ])
  const named = new Map<string, Set<string>>()
  for (const { entryId, compilationId } of rows) {
    named.set(entryId, (named.get(entryId) ?? new Set()).add(compilationId))
  }
  return new Map([...named].map(([entryId, where]) => [entryId, periodsIn(all, where)]))
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
