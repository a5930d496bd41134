import { inArray } from 'drizzle-orm'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { type Fact, factsOf } from '#app/measures/public-facts.ts'
import { refuse } from '#app/measures/refusals.ts'
import { selectAdoptions } from '#db/adoptions.server.ts'
import type { Database } from '#db/client.server.ts'
import { findEntriesById, findFamily, type RegisteredEntry } from '#db/entries.server.ts'
import { findMeasureByReference, findMeasures } from '#db/measures.server.ts'
import {
  findCompiledChanges,
  findEntriesTouchedBy,
  findFactActs,
  findFactPlaces,
  findPublicEditions,
  findPublicMeasuresOf,
  findRecordedCompilations,
  type RecordedCompilation,
} from '#db/public-facts.server.ts'
import { adoptions } from '#db/schema/measures.ts'

/** Of what the facts are asked: of everything, a state, a measure with its amendments, an entry, a code. */
export type FactsOf =
  | { readonly kind: 'all' }
  | { readonly kind: 'state'; readonly issuer: MemberStateCode }
  | { readonly kind: 'measure'; readonly reference: string }
  | { readonly kind: 'entry'; readonly issuer: MemberStateCode; readonly key: string }
  | { readonly kind: 'code'; readonly key: string }

interface Asked {
  /** The name of the fact that the page before ended with. */
  readonly before: string | null
  /** How many at most, but that those of one act are never parted. */
  readonly limit: number
}

/** A fact in its place among those of all measures. */
interface Placed {
  readonly name: string
  readonly act: Fact['act']
  /** Null: a compilation as a whole. */
  readonly fact: Fact | null
  readonly measureId: string | null
  readonly compilationId: string | null
}

/** What became known, the newest first: a fact that was corrected stands where it was corrected. */
export async function findRegisterFacts({ db }: Deps, of: FactsOf, asked: Asked) {
  const compilations = await findRecordedCompilations(db)
  const found =
    of.kind === 'all'
      ? await newestOfAll(db, compilations, asked)
      : await newestOfSome(db, compilations, of, asked)
  if (!found.ok) return found
  const { facts, isMore } = found
  return {
    ok: true as const,
    facts: await told(db, compilations, facts),
    next: isMore ? (facts.at(-1)?.name ?? null) : null,
  }
}

export type ToldFact = Extract<
  Awaited<ReturnType<typeof findRegisterFacts>>,
  { ok: true }
>['facts'][number]

/** When anything in the register last changed; null while it is empty. */
export async function findLastChange(deps: Deps): Promise<Date | null> {
  const found = await findRegisterFacts(deps, { kind: 'all' }, { before: null, limit: 1 })
  return (found.ok && found.facts[0]?.updated) || null
}

const unknownPlace = refuse('invalid-input', 'before')

type Newest = { ok: true; facts: Placed[]; isMore: boolean } | typeof unknownPlace

/** Goes down the record act by act, so that the age of the register does not matter. */
async function newestOfAll(
  db: Database,
  compilations: readonly RecordedCompilation[],
  { before, limit }: Asked,
): Promise<Newest> {
  let below: number | null = null
  if (before !== null) {
    below = await placeOf(db, compilations, before)
    if (below === null) return unknownPlace
  }
  const facts: Placed[] = []
  for (;;) {
    const places = await findFactPlaces(db, below, limit)
    const lowest = places.at(-1)?.id
    if (lowest === undefined) return { ok: true, facts, isMore: false }
    const compiled = compilations.filter(({ act }) => places.some(({ id }) => id === act.id))
    const measureIds = await measuresAt(db, compilations, compiled, places)
    const inThese = (place: Placed) =>
      place.act.id >= lowest && (below === null || place.act.id < below)
    const placed = [
      ...compiled.map(asPlaced),
      ...(await placedFacts(db, compilations, measureIds)),
    ].filter(inThese)
    facts.push(...placed.toSorted(newestFirst))
    if (places.length < limit) return { ok: true, facts, isMore: false }
    if (facts.length >= limit) return { ok: true, facts, isMore: true }
    below = lowest
  }
}

/** The measures that these acts are about, those that a compilation no longer names included. */
async function measuresAt(
  db: Database,
  compilations: readonly RecordedCompilation[],
  compiled: readonly RecordedCompilation[],
  places: readonly { measureId: string | null }[],
): Promise<string[]> {
  const changed = await findCompiledChanges(db, compilations, {
    compilationIds: compiled.map(({ id }) => id),
  })
  const named = places.flatMap(({ measureId }) => (measureId ? [measureId] : []))
  return [...new Set([...named, ...changed.keys()])]
}

/** The act at which a fact stands; null where there is none of this name. */
async function placeOf(
  db: Database,
  compilations: readonly RecordedCompilation[],
  name: string,
): Promise<number | null> {
  const compilation = compilations.map(asPlaced).find((place) => place.name === name)
  if (compilation) return compilation.act.id
  const [reference = ''] = name.split('/')
  const measure = await findMeasureByReference(db, reference.replaceAll('-', '/'))
  if (!measure) return null
  const facts = await placedFacts(db, compilations, [measure.id])
  return facts.find((place) => place.name === name)?.act.id ?? null
}

async function newestOfSome(
  db: Database,
  compilations: readonly RecordedCompilation[],
  of: Exclude<FactsOf, { kind: 'all' }>,
  { before, limit }: Asked,
): Promise<Newest | typeof notFound> {
  const asked = await askedOf(db, of)
  if (!asked) return notFound
  const all = (await placedFacts(db, compilations, asked.measureIds))
    .filter(asked.isAbout)
    .toSorted(newestFirst)
  const last = before === null ? null : all.find(({ name }) => name === before)
  if (last === undefined) return unknownPlace
  const rest = last === null ? all : all.filter(({ act }) => act.id < last.act.id)
  // Those of one act are not parted: the next page begins below it.
  const lowest = rest[limit - 1]?.act.id ?? 0
  const facts = rest.filter(({ act }) => act.id >= lowest)
  return { ok: true, facts, isMore: facts.length < rest.length }
}

const notFound = refuse('not-found')

interface AskedFacts {
  measureIds: string[]
  isAbout: (place: Placed) => boolean
}

async function askedOf(
  db: Database,
  of: Exclude<FactsOf, { kind: 'all' }>,
): Promise<AskedFacts | null> {
  const everything = () => true
  switch (of.kind) {
    case 'state':
      return { measureIds: await findPublicMeasuresOf(db, of.issuer), isAbout: everything }
    case 'measure': {
      const measure = await findMeasureByReference(db, of.reference)
      if (!measure || !can(null, 'see-file', fileSubject(measure)).ok) return null
      return { measureIds: await findFamily(db, measure.id), isAbout: everything }
    }
    case 'entry': {
      const editions = await findPublicEditions(db, of.key, of.issuer)
      return editions.length === 0 ? null : aboutEditions(editions)
    }
    case 'code':
      return aboutEditions(await findPublicEditions(db, of.key, null))
  }
}

/** What is told of editions, of the measures that brought and ended them, and of how their list ended. */
function aboutEditions(editions: readonly RegisteredEntry[]): AskedFacts {
  const ids = new Set(editions.map(({ id }) => id))
  const brought = new Set(
    editions.flatMap(({ measureId, endingMeasureId }) =>
      endingMeasureId ? [measureId, endingMeasureId] : [measureId],
    ),
  )
  const lists = new Set(editions.map(({ listId }) => listId))
  return {
    measureIds: [...new Set([...brought, ...lists])],
    isAbout: ({ fact, measureId }) => {
      if (!fact || measureId === null) return false
      if (fact.entryIds) return fact.entryIds.some((id) => ids.has(id))
      if (brought.has(measureId)) return true
      return fact.kind === 'repealed' || fact.kind === 'expired'
    },
  }
}

/**
 * All facts of measures, of which the policy is asked one by one whether anybody may read them. Of entries
 * that are not public nothing is told, wherever it was recorded.
 */
async function placedFacts(
  db: Database,
  compilations: readonly RecordedCompilation[],
  measureIds: readonly string[],
): Promise<Placed[]> {
  const files = (await findMeasures(db, [...measureIds])).filter(
    (file) => can(null, 'see-file', fileSubject(file)).ok,
  )
  const ids = files.map(({ id }) => id)
  const [acts, changes] = await Promise.all([
    findFactActs(db, ids),
    findCompiledChanges(db, compilations, { measureIds: ids }),
  ])
  const placed = files.flatMap(({ id, reference }) =>
    factsOf(acts.get(id) ?? [], changes.get(id) ?? []).map((fact) => ({
      name: `${referenceInAddress(reference)}/${fact.name}`,
      act: fact.act,
      fact,
      measureId: id,
      compilationId: fact.compilationId,
    })),
  )
  const named = [...new Set(placed.flatMap(({ fact }) => fact.entryIds ?? []))]
  const open = new Set(
    (await findEntriesById(db, named)).filter(({ isPublic }) => isPublic).map(({ id }) => id),
  )
  return placed.filter(({ fact }) => fact.entryIds?.every((id) => open.has(id)) ?? true)
}

function asPlaced({ id, act }: RecordedCompilation): Placed {
  return { name: `compilations/${id}`, act, fact: null, measureId: null, compilationId: id }
}

function newestFirst(a: Placed, b: Placed): number {
  return b.act.id - a.act.id || (a.name < b.name ? -1 : 1)
}

/** With the act, the entries and the compilation that each is about. */
async function told(
  db: Database,
  compilations: readonly RecordedCompilation[],
  facts: readonly Placed[],
) {
  const measureIds = [...new Set(facts.flatMap(({ measureId }) => measureId ?? []))]
  const entryIds = [...new Set(facts.flatMap(({ fact }) => fact?.entryIds ?? []))]
  const [acts, touched, named] = await Promise.all([
    findActs(db, measureIds),
    findEntriesTouchedBy(db, measureIds),
    findEntriesById(db, entryIds),
  ])
  return facts.map(({ name, act, fact, measureId, compilationId }) => {
    const compilation = compilations.find(({ id }) => id === compilationId) ?? null
    const own = fact?.entryIds
      ? named.filter(({ id, isPublic }) => isPublic && fact.entryIds?.includes(id))
      : touched.filter((entry) => measureId !== null && entry.measureId === measureId)
    const gone =
      fact?.kind === 'in-force'
        ? touched.filter((entry) => entry.endingMeasureId === measureId && !entry.isContinued)
        : []
    return {
      name,
      kind: fact?.kind ?? ('compilation' as const),
      updated: act.at,
      on: fact ? fact.on : (compilation?.publishedOn ?? null),
      measure: acts.get(measureId ?? '') ?? null,
      compilation,
      corrected: fact ? fact.corrected : (compilation?.corrected ?? null),
      coverage: fact?.coverage ?? null,
      entries: own.map(asEntry),
      /** What an amendment took out of its list. */
      gone: gone.map(asEntry),
    }
  })
}

function asEntry({ id, issuer, key, code, heading }: RegisteredEntry) {
  return { id, issuer, key, code, heading }
}

async function findActs(db: Database, measureIds: readonly string[]) {
  if (measureIds.length === 0) return new Map<string, ReturnType<typeof asMeasure>>()
  const rows = await selectAdoptions(db).where(inArray(adoptions.measureId, [...measureIds]))
  return new Map(rows.map((row) => [row.measureId, asMeasure(row)]))
}

function asMeasure(row: Awaited<ReturnType<typeof selectAdoptions>>[number]) {
  return {
    reference: row.reference,
    owner: row.owner,
    kind: row.kind,
    title: row.actTitle,
    number: row.actNumber,
    gazette: row.gazette,
    gazetteReference: row.gazetteReference,
    publicationReference: row.publicationReference,
  }
}
