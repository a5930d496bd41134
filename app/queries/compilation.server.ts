import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { predecessor } from '#app/measures/compilation-succession.ts'
import type { Day } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { inArray } from 'drizzle-orm'
import { selectAdoptions } from '#db/adoptions.server.ts'
import type { Database } from '#db/client.server.ts'
import { findCompilation, findCompilations, findCompiledEntryIds } from '#db/compilations.server.ts'
import { findEntriesById, type RegisteredEntry } from '#db/entries.server.ts'
import { findSealState } from '#db/seals.server.ts'
import { adoptions } from '#db/schema/measures.ts'
import { findEntriesToCorrect, findNextEntries } from './next-entries.server.ts'
import { withVisibleEnds } from './visible-ends.server.ts'

/**
 * The next compilation as it would be today, entry by entry against the last one; or, where one that was
 * recorded is to be corrected, that one.
 */
export async function prepareCompilation(
  { db }: Deps,
  actor: Actor,
  corrects: string | null = null,
) {
  const permission = can(actor, 'use-commission-desk', null)
  if (!permission.ok) return permission
  const correcting = corrects === null ? null : await findEntriesToCorrect(db, actor, corrects)
  if (corrects !== null && !correcting) return refuse('not-found')
  const { today, recorded, last, rows } = correcting
    ? { ...correcting, last: correcting.corrected }
    : await findNextEntries(db, actor)
  return {
    ok: true as const,
    today,
    corrects: correcting?.corrected.id ?? null,
    recorded: recorded.map(({ id, ojReference, publishedOn }) => ({
      id,
      ojReference,
      publishedOn,
    })),
    last: last
      ? { id: last.id, ojReference: last.ojReference, publishedOn: last.publishedOn }
      : null,
    rows: rows.map(({ entry, change, doubts }) => ({ ...asLine(entry), change, doubts })),
  }
}

export type NextCompilation = Extract<Awaited<ReturnType<typeof prepareCompilation>>, { ok: true }>

function asLine(entry: RegisteredEntry) {
  const { id, issuer, code, key, edition, heading, inForceFrom, endedOn, endedBy, isPublic } = entry
  return { id, issuer, code, key, edition, heading, inForceFrom, endedOn, endedBy, isPublic }
}

/** A recorded compilation as anybody may read it, with what changed since the one before. */
export async function findCompilationPage({ db }: Deps, id: string) {
  const compilation = await findCompilation(db, id)
  if (!compilation) return refuse('not-found')
  const all = await findCompilations(db)
  const place = all.findIndex((other) => other.id === compilation.id)
  const previous = predecessor(all.toReversed(), compilation)
  const [seal, entries, before] = await Promise.all([
    findSealState(db, 'compilation', compilation.id),
    findPublicEntries(db, compilation.id),
    previous ? findPublicEntries(db, previous.id) : [],
  ])
  return {
    ok: true as const,
    compilation,
    seal,
    corrected: pointer(all.find(({ id: other }) => other === compilation.corrects)),
    correctedBy: all.filter(({ corrects }) => corrects === id).flatMap((one) => pointer(one) ?? []),
    previous: previous && pointer(previous),
    next: place > 0 ? pointer(all[place - 1]) : null,
    ...(await asText(db, entries)),
    changes: previous ? changesBetween(before, entries) : [],
  }
}

export type CompilationPage = Extract<Awaited<ReturnType<typeof findCompilationPage>>, { ok: true }>

/** The entries with their words and languages, and the acts that footnotes name. */
async function asText(db: Database, entries: readonly RegisteredEntry[]) {
  const acts = await findActs(db, entries)
  const languages = new Map(acts.map(({ measureId, language }) => [measureId, language]))
  return {
    acts,
    entries: entries.map((entry) => ({
      ...asLine(entry),
      measureId: entry.measureId,
      content: entry.content,
      language: languages.get(entry.measureId) ?? 'en',
    })),
  }
}

/**
 * The next compilation as it would read today, with what is offered for it: for the Commission's own
 * papers. It is published by the Official Journal alone.
 */
export async function findNextCompilationText({ db }: Deps, actor: Actor) {
  const next = await prepareCompilation({ db }, actor)
  if (!next.ok) return next
  const isOffered = ({ change }: (typeof next.rows)[number]) =>
    change === 'unchanged' || change === 'new' || change === 'changed'
  const offered = next.rows.filter(isOffered).map(({ id }) => id)
  const entries = await withVisibleEnds(db, actor, await findEntriesById(db, offered))
  return {
    ok: true as const,
    previous: next.last,
    ...(await asText(db, entries)),
    changes: next.rows.flatMap(({ change, ...row }) =>
      change === 'new' || change === 'changed' || change === 'removed' ? { ...row, change } : [],
    ),
  }
}

/** What a compilation names is public; what has become of it since is told as far as that is. */
async function findPublicEntries(db: Database, compilationId: string): Promise<RegisteredEntry[]> {
  const ids = await findCompiledEntryIds(db, compilationId)
  return withVisibleEnds(db, null, await findEntriesById(db, ids))
}

function pointer(compilation: { id: string; ojReference: string; publishedOn: Day } | undefined) {
  if (!compilation) return null
  const { id, ojReference, publishedOn } = compilation
  return { id, ojReference, publishedOn }
}

/** The national acts by which the entries are law, for the footnotes. */
async function findActs(db: Database, entries: readonly RegisteredEntry[]) {
  const ids = [...new Set(entries.map(({ measureId }) => measureId))]
  if (ids.length === 0) return []
  const rows = await selectAdoptions(db).where(inArray(adoptions.measureId, ids))
  return ids.flatMap((id) => {
    const row = rows.find(({ measureId }) => measureId === id)
    if (!row) return []
    const { measureId, actTitle, actNumber, adoptedOn, gazette, gazetteReference, gazetteUrl } = row
    const act = { actTitle, actNumber, adoptedOn, gazette, gazetteReference, gazetteUrl }
    return [{ measureId, language: row.language, ...act }]
  })
}

/** What the second names and the first does not, and the other way round, by issuer and code. */
function changesBetween(before: readonly RegisteredEntry[], after: readonly RegisteredEntry[]) {
  const name = ({ issuer, key }: RegisteredEntry) => `${issuer} ${key}`
  const [wasIds, isIds] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))]
  const [wasNames, isNames] = [new Set(before.map(name)), new Set(after.map(name))]
  return [
    ...after
      .filter(({ id }) => !wasIds.has(id))
      .map((entry) => ({
        ...asLine(entry),
        change: wasNames.has(name(entry)) ? ('changed' as const) : ('new' as const),
      })),
    ...before
      .filter((entry) => !isIds.has(entry.id) && !isNames.has(name(entry)))
      .map((entry) => ({ ...asLine(entry), change: 'removed' as const })),
  ]
}
