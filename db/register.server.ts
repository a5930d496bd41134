import { and, asc, count, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { Day } from '#app/measures/measure.ts'
import type { FacetCount } from '#app/measures/register-facets.ts'
import type { RegisterState } from '#app/measures/register.ts'
import { codesAround, readSearch } from '#app/text/search-words.ts'
import type { Database } from './client.server.ts'
import { entryColumns, inRegisterOrder, type RegisteredEntry } from './entries.server.ts'
import { knownEnd } from './known-ends.server.ts'
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

export interface RegisterRow extends RegisteredEntry {
  state: RegisterState
  isCompiled: boolean
}

/** For those who know of what was published and of nothing else. */
const publicEnd = knownEnd(
  (measureId) => sql`EXISTS (SELECT 1 FROM ${adoptions} a WHERE a.measure_id = ${measureId}
    AND (a.gazetted_on IS NOT NULL OR a.published_on IS NOT NULL OR EXISTS (
      SELECT 1 FROM ${entries} e JOIN ${compilationEntries} c ON c.entry_id = e.id
      WHERE e.measure_id = a.measure_id)))`,
)

/** Counts the editions under a name that are public, as `asKnown` does. */
const isNoLater = sql`named.issuer = ${entries.issuer} AND named.key = ${entries.key}
  AND named.edition <= ${entries.edition}`
const publicEdition = sql<number>`(SELECT count(*)::int FROM ${entries} AS named
  WHERE ${isNoLater} AND named.is_public)`

/** How an entry stands on a day, as SQL. */
function stateOn(on: Day): SQL<RegisterState> {
  return sql<RegisterState>`CASE
    WHEN ${publicEnd.on} <= ${on}::date OR ${entries.lastDay} < ${on}::date THEN 'ended'
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

/** One page in register order, begun behind an entry. One row more than `limit` tells that there is more. */
export function findRegisterRows(
  db: Database,
  filter: RegisterFilter,
  after: string | null,
  limit: number,
): Promise<RegisterRow[]> {
  const behind = after
    ? sql`(${entries.registerOrder} COLLATE "C", ${entries.edition}, ${entries.id}) > (
        SELECT last.register_order, last.edition, last.id FROM ${entries} AS last
        WHERE last.id = ${after}::uuid AND last.is_public)`
    : undefined
  return db
    .select({
      ...entryColumns,
      edition: publicEdition,
      endedOn: publicEnd.on,
      endedBy: publicEnd.by,
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
