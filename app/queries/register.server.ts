import { inArray } from 'drizzle-orm'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { Day } from '#app/measures/measure.ts'
import { particularsOf } from '#app/measures/notification-pack.ts'
import { refuse } from '#app/measures/refusals.ts'
import { facetsOf } from '#app/measures/register-facets.ts'
import type { RegisterState } from '#app/measures/register.ts'
import { plainText } from '#app/text/content.ts'
import { selectAdoptions } from '#db/adoptions.server.ts'
import type { Database } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { findCompilations } from '#db/compilations.server.ts'
import { findMeasures } from '#db/measures.server.ts'
import {
  countPublicMeasures,
  findPublicMeasureIds,
  findPublicMeasuresAfter,
} from '#db/public-measures.server.ts'
import {
  countRegister,
  countThese,
  findEntriesWith,
  findRegisterRows,
  mostCounted,
  type RegisterFilter,
  type RegisterRow,
} from '#db/register.server.ts'
import { adoptions } from '#db/schema/measures.ts'

export interface RegisterSearch {
  words: string
  issuers: MemberStateCode[]
  categories: string[]
  states: RegisterState[]
  isCompiled: boolean | null
  on: Day | null
  /** The entry that the page before ended with. */
  after: string | null
}

const pageSize = 50

/** What anybody finds in the register: entries by state and code, with counts for each filter. */
export async function searchRegister({ db }: Deps, search: RegisterSearch) {
  const { filter, facets } = await narrowed(db, search)
  // What is known to be nothing is not looked for.
  const found =
    facets?.total === 0 ? null : await findRegisterRows(db, filter, search.after, pageSize + 1)
  const rows = found?.slice(0, pageSize) ?? []
  return {
    on: filter.on,
    /** Null where so many have the words that they were not counted: more than `mostCounted`. */
    total: facets?.total ?? null,
    mostCounted,
    rows: rows.map(asLine),
    next: found && found.length > pageSize ? (rows.at(-1)?.id ?? null) : null,
    facets: facets && {
      issuers: facets.issuers,
      categories: facets.categories,
      states: facets.states,
      compiled: { yes: facets.isCompiled.true ?? 0, no: facets.isCompiled.false ?? 0 },
    },
  }
}

export type RegisterResult = Awaited<ReturnType<typeof searchRegister>>

/**
 * The same as data: each entry with its text, dates and act. Behind what is no public entry there is
 * no page: an empty one would say that all had been given.
 */
export async function exportRegister({ db }: Deps, search: RegisterSearch, limit: number) {
  const { filter } = await narrowed(db, search)
  const found = await findRegisterRows(db, filter, search.after, limit + 1)
  if (!found) return refuse('not-found')
  const rows = found.slice(0, limit)
  const acts = await findActs(db, rows)
  return {
    ok: true as const,
    on: filter.on,
    rows: rows.map((row) => ({
      ...asLine(row),
      text: plainText(row.content),
      destinations: particularsOf(row.content).destinations,
      activities: particularsOf(row.content).activities,
      act: acts.get(row.measureId) ?? null,
    })),
    next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
  }
}

/** With what is counted of it; that is null where more than `mostCounted` have the words. */
async function narrowed(db: Database, search: RegisterSearch) {
  const on = search.on ?? (await databaseTime(db)).today
  const withWords = search.words === '' ? null : await findEntriesWith(db, search.words)
  const counts =
    search.words === ''
      ? await countRegister(db, on)
      : withWords && (await countThese(db, withWords, on))
  const facets = counts && facetsOf(counts, search)
  const areFew = facets !== null && facets.total <= mostCounted
  const filter: RegisterFilter = { ...search, on, withWords, areFew }
  return { filter, facets }
}

function asLine(row: RegisterRow) {
  const { id, issuer, code, key, edition, heading, state, isCompiled } = row
  const { inForceFrom, lastDay, endedOn, endedBy } = row
  return {
    id,
    issuer,
    code,
    key,
    edition,
    heading,
    state,
    isCompiled,
    inForceFrom,
    lastDay,
    endedOn,
    endedBy,
  }
}

async function findActs(db: Database, rows: readonly RegisterRow[]) {
  const ids = [...new Set(rows.map(({ measureId }) => measureId))]
  if (ids.length === 0) return new Map<string, ReturnType<typeof asAct>>()
  const found = await selectAdoptions(db).where(inArray(adoptions.measureId, ids))
  return new Map(found.map((row) => [row.measureId, asAct(row)]))
}

type AdoptionRow = Awaited<ReturnType<typeof selectAdoptions>>[number]

function asAct(row: AdoptionRow) {
  return {
    reference: row.reference,
    kind: row.kind,
    title: row.actTitle,
    number: row.actNumber,
    adoptedOn: row.adoptedOn,
    gazette: row.gazette,
    gazetteReference: row.gazetteReference,
    gazetteUrl: row.gazetteUrl,
    gazettedOn: row.gazettedOn,
    inForceOn: row.inForceOn,
    publishedOn: row.publishedOn,
    publicationReference: row.publicationReference,
    repealedOn: row.repealedOn,
    expiredOn: row.expiredOn,
  }
}

const measuresPageSize = 100

/** All measures that anybody may read, lists or not. */
export async function findPublicMeasures({ db }: Deps, page: number) {
  const { ids, total } = await findPublicMeasureIds(db, {
    offset: (page - 1) * measuresPageSize,
    limit: measuresPageSize,
  })
  return { page, pageSize: measuresPageSize, total, rows: await findMeasureRows(db, ids) }
}

/** The same as data, from behind a measure on; behind one that is not public there is no page. */
export async function exportMeasures({ db }: Deps, after: string | null, limit: number) {
  const found = await findPublicMeasuresAfter(db, after, limit + 1)
  if (!found) return refuse('not-found')
  const rows = await findMeasureRows(db, found.slice(0, limit))
  return {
    ok: true as const,
    rows,
    next: found.length > limit ? (rows.at(-1)?.reference ?? null) : null,
  }
}

async function findMeasureRows(db: Database, ids: string[]) {
  const visible = (await findMeasures(db, ids)).filter(
    (measure) => can(null, 'see-file', fileSubject(measure)).ok,
  )
  if (visible.length === 0) return []
  const found = await selectAdoptions(db).where(
    inArray(
      adoptions.measureId,
      visible.map(({ id }) => id),
    ),
  )
  return visible.flatMap((measure) => {
    const row = found.find(({ measureId }) => measureId === measure.id)
    return row ? [{ owner: row.owner, name: row.title, ...asAct(row) }] : []
  })
}

export type PublicMeasures = Awaited<ReturnType<typeof findPublicMeasures>>

/** What is counted of the whole register, so that nobody who looks afterwards waits for it. */
export async function countRegisterAhead({ db }: Deps): Promise<void> {
  const { today } = await databaseTime(db)
  await Promise.all([countRegister(db, today), countPublicMeasures(db)])
}

/** All compilations, the newest first. */
export async function findPublicCompilations({ db }: Deps) {
  return { compilations: await findCompilations(db) }
}
