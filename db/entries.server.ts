import { and, arrayContains, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { BasisFacts, Coverage, EntryEnd } from '#app/measures/article-10.ts'
import type { CoverageComparison } from '#app/measures/coverage.ts'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { Edition, ListEnd } from '#app/measures/known-editions.ts'
import type { Day } from '#app/measures/measure.ts'
import { checkContent } from '#app/text/check.ts'
import type { Content, ContentNode } from '#app/text/content.ts'
import { adoptedBy } from './adoptions.server.ts'
import type { Database, Tx } from './client.server.ts'
import { findCompiledPeriods } from './compilations.server.ts'
import { adoptions, measures, versions, versionTexts } from './schema/measures.ts'
import { entries, entryCoverages } from './schema/register.ts'

/** One edition of one controlled item, as an adopted text has it. */
export interface RegisteredEntry {
  id: string
  issuer: MemberStateCode
  /** As written; empty where the text gives none. */
  code: string
  /** What names it in addresses. */
  key: string
  edition: number
  measureId: string
  listId: string
  versionId: string
  heading: string
  /** The entry as a node of the frozen text. */
  content: ContentNode
  wordingSha256: string
  position: number
  adoptedNotBefore: Day | null
  applicableFrom: Day | null
  inForceFrom: Day | null
  lastDay: Day | null
  endedOn: Day | null
  endedBy: EntryEnd | null
  previousId: string | null
  endingMeasureId: string | null
  isPublic: boolean
}

export const entryColumns = {
  id: entries.id,
  issuer: entries.issuer,
  code: entries.code,
  key: entries.key,
  edition: entries.edition,
  measureId: entries.measureId,
  listId: entries.listId,
  versionId: entries.versionId,
  heading: entries.heading,
  content: entries.content,
  wordingSha256: entries.wordingSha256,
  position: entries.position,
  adoptedNotBefore: entries.adoptedNotBefore,
  applicableFrom: entries.applicableFrom,
  inForceFrom: entries.inForceFrom,
  lastDay: entries.lastDay,
  endedOn: entries.endedOn,
  endedBy: entries.endedBy,
  previousId: entries.previousId,
  endingMeasureId: entries.endingMeasureId,
  isPublic: entries.isPublic,
}

/** Issuers in protocol order, then codes in their natural order, then editions. */
export const inRegisterOrder = [
  sql`${entries.registerOrder} COLLATE "C"`,
  asc(entries.edition),
  asc(entries.id),
]

export async function findEntry(db: Database | Tx, id: string): Promise<RegisteredEntry | null> {
  return (await findEntriesById(db, [id]))[0] ?? null
}

export function findEntriesById(
  db: Database | Tx,
  ids: readonly string[],
): Promise<RegisteredEntry[]> {
  if (ids.length === 0) return Promise.resolve([])
  return (
    db
      .select(entryColumns)
      .from(entries)
      // One parameter, however many they are: a compilation may name more than a query can have.
      .where(sql`${entries.id} = ANY(${sql.param([...ids])}::uuid[])`)
      .orderBy(...inRegisterOrder)
  )
}

/** All editions of what an issuer has under a name, the first one first. */
export function findEditions(
  db: Database | Tx,
  issuer: MemberStateCode,
  key: string,
): Promise<RegisteredEntry[]> {
  return db
    .select(entryColumns)
    .from(entries)
    .where(and(eq(entries.issuer, issuer), eq(entries.key, key)))
    .orderBy(asc(entries.edition))
}

/** The editions that a measure's final text began, in the order of the text. */
export function findEntriesOfMeasure(
  db: Database | Tx,
  measureId: string,
): Promise<RegisteredEntry[]> {
  return db
    .select(entryColumns)
    .from(entries)
    .where(eq(entries.measureId, measureId))
    .orderBy(asc(entries.position))
}

/** All editions of a list with its amendments. */
export function findEntriesOfList(db: Database | Tx, listId: string): Promise<RegisteredEntry[]> {
  return db
    .select(entryColumns)
    .from(entries)
    .where(eq(entries.listId, listId))
    .orderBy(...inRegisterOrder)
}

/** The editions that the text of an amendment ends, in register order. */
export function findEntriesEndedBy(
  db: Database | Tx,
  measureId: string,
): Promise<RegisteredEntry[]> {
  return db
    .select(entryColumns)
    .from(entries)
    .where(arrayContains(entries.endingMeasureIds, [measureId]))
    .orderBy(...inRegisterOrder)
}

/** All editions under the names of these, for saying where each stands among them. */
export async function findNamedEditions(
  db: Database | Tx,
  found: readonly Pick<RegisteredEntry, 'issuer' | 'key'>[],
): Promise<Edition[]> {
  if (found.length === 0) return []
  const { issuer, key, edition, measureId, listId } = entryColumns
  const { inForceFrom, endedOn, endedBy, endingMeasureId } = entryColumns
  return db
    .select({
      issuer,
      key,
      edition,
      measureId,
      listId,
      inForceFrom,
      endedOn,
      endedBy,
      endingMeasureId,
    })
    .from(entries)
    .where(
      and(
        inArray(entries.issuer, [...new Set(found.map((entry) => entry.issuer))]),
        inArray(entries.key, [...new Set(found.map((entry) => entry.key))]),
      ),
    )
}

/** When and how whole lists ended, by list. */
export async function findListEnds(
  db: Database | Tx,
  listIds: readonly string[],
): Promise<Map<string, ListEnd>> {
  if (listIds.length === 0) return new Map()
  const rows = await db
    .select({
      listId: adoptions.measureId,
      repealedOn: adoptions.repealedOn,
      expiredOn: adoptions.expiredOn,
    })
    .from(adoptions)
    .where(inArray(adoptions.measureId, [...new Set(listIds)]))
  return new Map(
    rows.map(({ listId, repealedOn, expiredOn }): [string, ListEnd] => {
      if (repealedOn) return [listId, { on: repealedOn, by: 'repealed' }]
      return [listId, expiredOn ? { on: expiredOn, by: 'expired' } : null]
    }),
  )
}

/**
 * The text of a list as it was last adopted, amendments included, but for those that ended before they
 * applied: what the draft of the next amendment begins as. Null before adoption.
 */
export async function currentListContent(
  db: Database | Tx,
  measureId: string,
): Promise<{ content: Content; versionId: string; language: string } | null> {
  const [last] = await db
    .select({
      content: versionTexts.content,
      versionId: versions.id,
      language: versions.language,
    })
    .from(adoptions)
    .innerJoin(measures, eq(measures.id, adoptions.measureId))
    .innerJoin(versions, eq(versions.id, adoptions.versionId))
    .innerJoin(versionTexts, eq(versionTexts.sha256, versions.sha256))
    .where(
      and(
        inArray(adoptions.measureId, await findFamily(db, measureId)),
        sql`(${measures.kind} = 'amendment'
          AND coalesce(${adoptions.repealedOn}, ${adoptions.expiredOn}) <= ${adoptions.inForceOn}) IS NOT TRUE`,
      ),
    )
    .orderBy(sql`${adoptedBy} DESC NULLS LAST`, desc(adoptions.recordedAt))
    .limit(1)
  if (!last) return null
  const checked = checkContent(last.content)
  if (!checked.ok) throw new Error(`the text of version ${last.versionId} cannot be read`)
  return { ...last, content: checked.content }
}

/** A list with all its amendments, whichever of them is asked for. */
export async function findFamily(db: Database | Tx, measureId: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    WITH RECURSIVE up AS (
      SELECT id, kind, changes FROM ${measures} WHERE id = ${measureId}
      UNION
      SELECT m.id, m.kind, m.changes FROM ${measures} m
        JOIN up ON up.kind = 'amendment' AND m.id = up.changes
    ), family AS (
      SELECT id FROM up WHERE kind <> 'amendment' OR changes IS NULL
      UNION
      SELECT m.id FROM ${measures} m JOIN family f ON m.changes = f.id AND m.kind = 'amendment'
    )
    SELECT id FROM family`)
  return [...rows].map(({ id }) => id)
}

/** With what the decision rests on; null where nothing was compared. */
export type ComparedCoverage = Coverage & { comparison: CoverageComparison | null }

export type ComparedFacts = Omit<BasisFacts, 'coverage'> & {
  coverage: readonly ComparedCoverage[]
}

/** What the basis of Article 10 depends on, by entry. */
export async function findBasisFacts(
  db: Database | Tx,
  found: readonly RegisteredEntry[],
): Promise<Map<string, ComparedFacts>> {
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const [kinds, coverage, periods] = await Promise.all([
    db
      .select({ id: entries.id, kind: measures.kind, publishedOn: adoptions.publishedOn })
      .from(entries)
      .innerJoin(measures, eq(measures.id, entries.listId))
      .innerJoin(adoptions, eq(adoptions.measureId, entries.measureId))
      .where(inArray(entries.id, ids)),
    findCoverage(db, ids),
    findCompiledPeriods(db, ids),
  ])
  const byId = new Map(kinds.map((row) => [row.id, row]))
  return new Map(
    found.flatMap((entry) => {
      const row = byId.get(entry.id)
      if (!row) return []
      const facts = {
        kind: row.kind,
        inForceOn: entry.inForceFrom,
        endedOn: entry.endedOn,
        endedBy: entry.endedBy,
        lastDay: entry.lastDay,
        inCompilation: periods.get(entry.id) ?? [],
        measurePublishedOn: row.publishedOn,
        coverage: coverage.get(entry.id) ?? [],
      }
      return [[entry.id, facts] as const]
    }),
  )
}

async function findCoverage(
  db: Database | Tx,
  ids: readonly string[],
): Promise<Map<string, ComparedCoverage[]>> {
  const rows = await db
    .select()
    .from(entryCoverages)
    .where(inArray(entryCoverages.entryId, [...ids]))
    .orderBy(asc(entryCoverages.point), asc(entryCoverages.since))
  const byEntry = new Map<string, ComparedCoverage[]>()
  const later = new Map<string, Day>()
  for (const { entryId, point, annexICode, extent, since, comparison } of rows.toReversed()) {
    const decided = `${entryId} ${point} ${annexICode}`
    const until = later.get(decided) ?? null
    later.set(decided, since)
    const coverage = { point: point || null, annexICode, extent, since, until, comparison }
    byEntry.set(entryId, [coverage, ...(byEntry.get(entryId) ?? [])])
  }
  return byEntry
}
