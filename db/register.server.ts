import { and, asc, count, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import type { EntryEnd } from '#app/measures/article-10.ts'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { Day } from '#app/measures/measure.ts'
import type { FacetCount } from '#app/measures/register-facets.ts'
import type { RegisterState } from '#app/measures/register.ts'
import { codesAround, readSearch } from '#app/text/search-words.ts'
import type { Database } from './client.server.ts'
import { entryColumns, inRegisterOrder, type RegisteredEntry } from './entries.server.ts'
import { adoptions, measures } from './schema/measures.ts'
import { compilationEntries, compilations, entries } from './schema/register.ts'

/** What the public register is narrowed to. Empty lists narrow nothing. */
export interface RegisterFilter {
  words: string
  issuers: readonly MemberStateCode[]
  /** The first digit of the code, 0 to 9. */
  categories: readonly string[]
  states: readonly RegisterState[]
  isCompiled: boolean | null
  /** The day on which things are looked at. */
  on: Day
}

export interface RegisterPlace {
  order: string
  edition: number
  id: string
}

export interface RegisterRow extends RegisteredEntry {
  order: string
  state: RegisterState
  isCompiled: boolean
}

/**
 * The end of an entry, unless it would tell of an amendment that nobody outside may know of yet (see
 * `withVisibleEnds`, which asks the policy the same for single entries).
 */
const publicEnd = sql<Day | null>`CASE WHEN ${entries.endedBy} IS DISTINCT FROM 'amended' OR EXISTS (
    SELECT 1 FROM ${adoptions} a WHERE a.measure_id = ${entries.endingMeasureId}
      AND (a.gazetted_on IS NOT NULL OR a.published_on IS NOT NULL OR EXISTS (
        SELECT 1 FROM ${entries} e JOIN ${compilationEntries} c ON c.entry_id = e.id
        WHERE e.measure_id = a.measure_id)))
  THEN ${entries.endedOn} END`

/** How an entry stands on a day, as SQL. */
function stateOn(on: Day): SQL<RegisterState> {
  return sql<RegisterState>`CASE
    WHEN ${publicEnd} <= ${on}::date OR ${entries.lastDay} < ${on}::date THEN 'ended'
    WHEN ${entries.inForceFrom} IS NULL THEN 'unrecorded'
    WHEN ${entries.inForceFrom} <= ${on}::date THEN 'in-force'
    ELSE 'to-come' END`
}

/** Whether the compilation that was the last one on a day names the entry. */
function isCompiledOn(on: Day): SQL<boolean> {
  return sql<boolean>`EXISTS (SELECT 1 FROM ${compilationEntries} c WHERE c.entry_id = ${entries.id}
    AND c.compilation_id = (SELECT id FROM ${compilations} WHERE published_on <= ${on}::date
      ORDER BY published_on DESC, recorded_at DESC LIMIT 1))`
}

const category = sql<string>`CASE WHEN ${entries.registerOrder} LIKE '__:0:%'
  THEN substr(${entries.registerOrder}, 6, 1) ELSE '-' END`

const document = sql`to_tsvector('simple', ${entries.heading} || ' ' || ${entries.plain})`

/** Only what its measure's publication made public; nothing else is ever asked for here. */
function where({ words, issuers, categories, states, isCompiled, on }: RegisterFilter) {
  return and(
    eq(entries.isPublic, true),
    matches(words),
    issuers.length > 0 ? inArray(entries.issuer, [...issuers]) : undefined,
    categories.length > 0 ? inArray(category, [...categories]) : undefined,
    states.length > 0 ? inArray(stateOn(on), [...states]) : undefined,
    isCompiled === null ? undefined : eq(isCompiledOn(on), isCompiled),
  )
}

function matches(typed: string): SQL | undefined {
  const { codes, words } = readSearch(typed)
  const key = sql`lower(${entries.key})`
  return and(
    codes.length > 0
      ? or(
          ...codes.flatMap((code) => [
            sql`${key} LIKE ${`${code.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`,
            ...codesAround(code).map((around) => eq(key, around)),
          ]),
        )
      : undefined,
    words.length > 0
      ? sql`${document} @@ to_tsquery('simple', ${words.map((word) => `'${word}':*`).join(' & ')})`
      : undefined,
  )
}

/** One page in register order, begun behind a place. One row more than `limit` tells that there is more. */
export function findRegisterRows(
  db: Database,
  filter: RegisterFilter,
  after: RegisterPlace | null,
  limit: number,
): Promise<RegisterRow[]> {
  const behind = after
    ? sql`(${entries.registerOrder} COLLATE "C", ${entries.edition}, ${entries.id}) > (${after.order}, ${after.edition}, ${after.id}::uuid)`
    : undefined
  return db
    .select({
      ...entryColumns,
      endedOn: publicEnd,
      endedBy: sql<EntryEnd | null>`CASE WHEN ${publicEnd} IS NULL THEN NULL ELSE ${entries.endedBy} END`,
      order: entries.registerOrder,
      state: stateOn(filter.on),
      isCompiled: isCompiledOn(filter.on),
    })
    .from(entries)
    .where(and(where(filter), behind))
    .orderBy(...inRegisterOrder)
    .limit(limit)
}

/** Counted once for the whole page: the total and every choice of every filter follow from it. */
export function countRegister(
  db: Database,
  { words, on }: Pick<RegisterFilter, 'words' | 'on'>,
): Promise<FacetCount[]> {
  return db
    .select({
      issuer: entries.issuer,
      category,
      state: stateOn(on),
      isCompiled: isCompiledOn(on),
      count: count(),
    })
    .from(entries)
    .where(and(eq(entries.isPublic, true), matches(words)))
    .groupBy(sql`1, 2, 3, 4`)
}

/** Public entries of other issuers under the same name. The same code does not mean the same item. */
export function findNamesakes(
  db: Database,
  issuer: MemberStateCode,
  key: string,
): Promise<RegisteredEntry[]> {
  return db
    .select(entryColumns)
    .from(entries)
    .where(
      and(
        eq(entries.isPublic, true),
        sql`lower(${entries.key}) = ${key.toLowerCase()}`,
        ne(entries.issuer, issuer),
      ),
    )
    .orderBy(...inRegisterOrder)
    .limit(60)
}

/** A gazette, the C series or the compilation has it: a condition on `adoptions`. */
export const isPublicMeasure = or(
  sql`${adoptions.gazettedOn} IS NOT NULL`,
  sql`${adoptions.publishedOn} IS NOT NULL`,
  sql`EXISTS (SELECT 1 FROM ${entries} e JOIN ${compilationEntries} c ON c.entry_id = e.id WHERE e.measure_id = ${adoptions.measureId})`,
)

/** The measures that anybody may read, by state and then as they were adopted. */
export async function findPublicMeasureIds(
  db: Database,
  page: { offset: number; limit: number },
): Promise<{ ids: string[]; total: number }> {
  const [rows, [total]] = await Promise.all([
    db
      .select({ id: adoptions.measureId })
      .from(adoptions)
      .innerJoin(measures, eq(measures.id, adoptions.measureId))
      .where(isPublicMeasure)
      .orderBy(sql`${adoptions.adoptedOn} DESC`, asc(measures.reference))
      .limit(page.limit)
      .offset(page.offset),
    db.select({ count: count() }).from(adoptions).where(isPublicMeasure),
  ])
  return { ids: rows.map(({ id }) => id), total: total?.count ?? 0 }
}
