import { and, count, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import { standing } from '#app/measures/compilation-succession.ts'
import type { Day } from '#app/measures/measure.ts'
import { CountedRegister } from '#app/measures/register-columns.ts'
import type { FacetCount } from '#app/measures/register-facets.ts'
import { registerOrder } from '#app/measures/entry-identity.ts'
import { registerTypes, registerWordsTypes } from '#app/measures/events.ts'
import { type RegisterState, registerStates } from '#app/measures/register.ts'
import { codesAround, readSearch } from '#app/text/search-words.ts'
import type { Database } from './client.server.ts'
import { findCompilations, lastCompilation } from './compilations.server.ts'
import { countedUntil } from './counts.server.ts'
import { entryColumns, inRegisterOrder, type RegisteredEntry } from './entries.server.ts'
import { knownEnd } from './known-ends.server.ts'
import { adoptions } from './schema/measures.ts'
import { compilationEntries, entries } from './schema/register.ts'

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
  /**
   * Those with the words, see `findEntriesWith`. Null where there are no words to be had, or so many
   * have them that a page is soon found by going through the register.
   */
  withWords: readonly string[] | null
  /** Whether it is known that so few are left that all are found before they are put in order. */
  areFew: boolean
}

export interface RegisterRow extends RegisteredEntry {
  state: RegisterState
  isCompiled: boolean
}

/** For those who know of what was published and of nothing else. */
const publicEnd = knownEnd(
  (measureId) => sql`EXISTS (SELECT 1 FROM ${adoptions} a WHERE a.measure_id = ${measureId}
    AND (a.gazette IS NOT NULL OR a.published_on IS NOT NULL OR EXISTS (
      SELECT 1 FROM ${entries} e JOIN ${compilationEntries} c ON c.entry_id = e.id
      WHERE e.measure_id = a.measure_id)))`,
)

/** Counts the editions under a name that are public, as `asKnown` does. */
const isNoLater = sql`named.issuer = ${entries.issuer} AND named.key = ${entries.key}
  AND named.edition <= ${entries.edition}`
const publicEdition = sql<number>`(SELECT count(*)::int FROM ${entries} AS named
  WHERE ${isNoLater} AND named.is_public)`

/** How an entry stands on a day, as SQL, with its ends joined; see `stateOn` of `app/measures/register.ts`. */
function stateOn(on: Day): SQL<RegisterState> {
  return sql<RegisterState>`CASE
    WHEN ${entries.adoptedNotBefore} > ${on}::date THEN 'not-adopted'
    WHEN ${publicEnd.joined.on} <= ${on}::date OR ${entries.lastDay} < ${on}::date THEN 'ended'
    WHEN ${entries.inForceFrom} IS NULL THEN 'unrecorded'
    WHEN ${entries.inForceFrom} <= ${on}::date THEN 'in-force'
    ELSE 'to-come' END`
}

/** What must be true of a row that stands so on a day, said as indexes have it. */
const necessary: Record<RegisterState, (on: Day) => SQL> = {
  'not-adopted': (on) => sql`${entries.adoptedNotBefore} > ${on}::date`,
  'in-force': (on) => sql`${entries.inForceFrom} <= ${on}::date`,
  'to-come': (on) => sql`${entries.inForceFrom} > ${on}::date`,
  unrecorded: () => sql`${entries.inForceFrom} IS NULL`,
  ended: () => sql`(${entries.endedOn} IS NOT NULL OR ${entries.lastDay} IS NOT NULL
    OR ${entries.endingMeasureId} IS NOT NULL)`,
}

/**
 * Asked of each row that is read. The CASE says to PostgreSQL that about half of them pass and that no
 * index serves; where it takes them for few it reads and sorts all of them, for a page of fifty.
 */
function asCondition(condition: SQL): SQL {
  return sql`CASE WHEN ${condition} THEN true ELSE false END`
}

function isAnyOf(states: readonly RegisterState[], on: Day): SQL | undefined {
  if (states.length === 0 || states.length === registerStates.length) return undefined
  return and(
    or(...states.map((state) => necessary[state](on))),
    asCondition(inArray(stateOn(on), [...states])),
  )
}

/**
 * Whether the compilation that was the last one on a day names the entry: looked up row by row. As
 * EXISTS, PostgreSQL would first read all that the compilation names.
 */
function isCompiledOn(on: Day): SQL<boolean> {
  return sql<boolean>`((SELECT true FROM ${compilationEntries} c WHERE c.entry_id = ${entries.id}
    AND c.compilation_id = ${lastCompilation(on)}) IS TRUE)`
}

const category = sql<string>`CASE WHEN ${entries.registerOrder} LIKE '__:0:%'
  THEN substr(${entries.registerOrder}, 6, 1) ELSE '-' END`

const document = sql`to_tsvector('simple', ${entries.heading} || ' ' || ${entries.plain})`

/** Only what its measure's publication made public; nothing else is ever asked for here. */
function where({ words, withWords, issuers, categories, states, isCompiled, on }: RegisterFilter) {
  const haveWords = matches(words)
  return and(
    eq(entries.isPublic, true),
    withWords ? isOneOf(withWords) : haveWords && asCondition(haveWords),
    // One alone is said by its place in the order, and said twice it would be taken for rare.
    issuers.length > 1 ? asCondition(inArray(entries.issuer, [...issuers])) : undefined,
    categories.length > 0 ? inArray(category, [...categories]) : undefined,
    standsAmong(issuers, categories),
    isAnyOf(states, on),
    isCompiled === null ? undefined : eq(isCompiledOn(on), isCompiled),
  )
}

/** One parameter, however many they are. */
function isOneOf(ids: readonly string[]): SQL {
  return sql`${entries.id} = ANY(${sql.param([...ids])}::uuid[])`
}

/** Where these stand in the order of the register, so that it is not gone through from its beginning. */
function standsAmong(
  issuers: readonly MemberStateCode[],
  categories: readonly string[],
): SQL | undefined {
  const order = sql`${entries.registerOrder} COLLATE "C"`
  const rank = (issuer: MemberStateCode) => registerOrder(issuer, '').slice(0, 3)
  const [issuer] = issuers
  const [digit] = categories
  if (issuer && issuers.length === 1 && digit && categories.length === 1 && digit !== '-') {
    const begins = `${rank(issuer)}0:${digit}`
    return and(sql`${order} >= ${begins}`, sql`${order} < ${`${begins}~`}`)
  }
  const ranks = issuers.map(rank).toSorted()
  const [first] = ranks
  const last = ranks.at(-1)
  return first && last ? and(sql`${order} >= ${first}`, sql`${order} < ${`${last}~`}`) : undefined
}

/** Whether these follow one another in the order of the register, so that a page is read from its place on. */
function standTogether({ withWords, issuers, categories, states, isCompiled }: RegisterFilter) {
  return (
    issuers.length === 1 &&
    categories.length <= 1 &&
    !withWords &&
    isCompiled === null &&
    !isAnyOf(states, '9999-12-31')
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

/**
 * One page in register order, begun behind an entry; null where that is no public one. One row more than
 * `limit` tells that there is more.
 */
export async function findRegisterRows(
  db: Database,
  filter: RegisterFilter,
  after: string | null,
  limit: number,
): Promise<RegisterRow[] | null> {
  const last = after === null ? null : await findPlace(db, after)
  if (after !== null && !last) return null
  const behind =
    last &&
    sql`(${entries.registerOrder} COLLATE "C", ${entries.edition}, ${entries.id})
      > (${last.order}, ${last.edition}::int, ${after}::uuid)`
  return db
    .select({
      ...entryColumns,
      edition: publicEdition,
      endedOn: publicEnd.joined.on,
      endedBy: publicEnd.joined.by,
      state: stateOn(filter.on),
      isCompiled: isCompiledOn(filter.on),
    })
    .from(entries)
    .leftJoin(publicEnd.ends, sql`true`)
    .where(and(where(filter), behind ?? undefined))
    .orderBy(
      ...(filter.areFew && !standTogether(filter) ? inRegisterOrderAfterwards : inRegisterOrder),
    )
    .limit(limit)
}

/** The same order, which no index has: what is left is found by what it is narrowed to, then sorted. */
const inRegisterOrderAfterwards = [
  sql`(${entries.registerOrder} || '') COLLATE "C"`,
  ...inRegisterOrder.slice(1),
]

async function findPlace(db: Database, id: string) {
  const [row] = await db
    .select({ order: entries.registerOrder, edition: entries.edition })
    .from(entries)
    .where(and(eq(entries.id, id), eq(entries.isPublic, true)))
  return row ?? null
}

/** How many entries with the words are counted: where there are more, it is not said how many. */
export const mostCounted = 1_000

/** Of all public entries: the total and every choice of every filter follow from it. */
export async function countRegister(db: Database, on: Day): Promise<readonly FacetCount[]> {
  const asked = { about: 'everything', name: 'register', types: registerTypes } as const
  return (await countedUntil(db, asked, () => readColumns(db))).on(on)
}

async function readColumns(db: Database): Promise<CountedRegister> {
  const published = standing((await findCompilations(db)).toReversed())
  const ids = sql.param(published.map(({ id }) => id))
  const named = await db
    .select({
      issuer: entries.issuer,
      category,
      adoptedNotBefore: entries.adoptedNotBefore,
      from: entries.inForceFrom,
      until: sql<Day | null>`LEAST(${publicEnd.on}, ${entries.lastDay} + 1)`,
      compiledIn: sql<number[] | null>`(SELECT array_agg(array_position(
        ${ids}::uuid[], c.compilation_id) - 1)
        FROM ${compilationEntries} c
        WHERE c.entry_id = ${entries.id} AND c.compilation_id = ANY(${ids}::uuid[]))`,
    })
    .from(entries)
    .where(eq(entries.isPublic, true))
  return new CountedRegister(
    named.map((entry) => ({ ...entry, compiledIn: entry.compiledIn ?? [] })),
    published.map(({ publishedOn }) => publishedOn),
  )
}

/** The ids of those with the words; null where there are none to be had, or more than `mostCounted`. */
export function findEntriesWith(db: Database, words: string): Promise<string[] | null> {
  const asked = {
    about: 'words',
    name: JSON.stringify(readSearch(words)),
    types: registerWordsTypes,
  } as const
  return countedUntil(
    db,
    asked,
    async () => {
      const found = await db
        .select({ id: entries.id })
        .from(entries)
        .where(and(eq(entries.isPublic, true), matches(words)))
        .limit(mostCounted + 1)
      return found.length > mostCounted ? null : found.map(({ id }) => id)
    },
    (found) => 1 + (found?.length ?? 0),
  )
}

/** The same as `countRegister` of some of them. */
export function countThese(db: Database, ids: readonly string[], on: Day): Promise<FacetCount[]> {
  return db
    .select({
      issuer: entries.issuer,
      category,
      state: stateOn(on),
      isCompiled: isCompiledOn(on),
      count: count(),
    })
    .from(entries)
    .leftJoin(publicEnd.ends, sql`true`)
    .where(and(eq(entries.isPublic, true), isOneOf(ids)))
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
