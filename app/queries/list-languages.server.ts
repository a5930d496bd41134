import type { Actor } from '#app/access/actor.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { countLanguages, languageStateOf } from '#app/measures/language-versions.ts'
import { refuse } from '#app/measures/refusals.ts'
import { gapsIn } from '#app/text/concordance.ts'
import type { ConcordancePlace } from '#app/text/concordance-parts.ts'
import { type PlaceName, placeNameOf } from '#app/text/place-name.ts'
import { destinationsRow, rowsOf } from '#app/text/entry-table.ts'
import type { Database } from '#db/client.server.ts'
import {
  findLanguageHolders,
  findLanguageVersions,
  findPublishedVersions,
  getTranslatedEntry,
  type LanguageHolder,
  type LanguageVersion,
} from '#db/languages.server.ts'
import { concordanceOfVersion, languagesOfSigns } from './entry-concordance.server.ts'
import { roomsOf } from './file-rooms.server.ts'
import { findPossibleHolders, type PossibleHolder } from './language-holders.server.ts'
import {
  findLanguageList,
  findListInLanguage,
  listHeadOf,
  type LanguageList,
} from './language-list.server.ts'
import { findStates, progressOf } from './languages-desk.server.ts'
import type { LanguageEntry } from './next-entries.server.ts'

/** Who has a version in hand: people by name to their own delegation only, others by delegation. */
export interface ShownHolder {
  delegation: DelegationCode
  name: string | null
}

function shownHolder(actor: Actor, { kind, name, delegation }: LanguageHolder): ShownHolder {
  const isNamed = kind === 'office' || delegation === actor.delegation
  return { delegation, name: isNamed ? name : null }
}

/** A list, language by language. */
export async function findLanguagesOfList(deps: Deps, actor: Actor, reference: string) {
  const list = await findLanguageList(deps, actor, reference)
  if (!list.ok) return list
  const { measure, entries, mayWork } = list
  const [stateOf, holders] = await Promise.all([
    findStates(deps.db, entries),
    findLanguageHolders(
      deps.db,
      entries.map(({ id }) => id),
    ),
  ])
  return {
    ok: true as const,
    ...listHeadOf(actor, measure),
    rooms: roomsOf(actor, measure),
    mayWork: mayWork.ok,
    entries: entries.length,
    offered: entries.filter(({ isOffered }) => isOffered).length,
    languages: countLanguages(entries, stateOf).map((count) => ({
      ...count,
      holders: distinct(
        holders
          .filter(({ language }) => language === count.language)
          .map((one) => shownHolder(actor, one)),
      ),
    })),
  }
}

export type LanguagesOfList = Extract<Awaited<ReturnType<typeof findLanguagesOfList>>, { ok: true }>

function distinct(holders: readonly ShownHolder[]): ShownHolder[] {
  return [...new Map(holders.map((one) => [`${one.delegation} ${one.name}`, one])).values()]
}

/** The entries of a list in one language, with what the concordance says of each. */
export async function findLanguagePage(deps: Deps, actor: Actor, place: LanguageList) {
  const list = await findListInLanguage(deps, actor, place)
  if (!list.ok) return list
  const { db } = deps
  const { measure, entries, mayWork } = list
  const { language } = place
  const ids = entries.map(({ id }) => id)
  const [versions, holders, possible] = await Promise.all([
    findLanguageVersions(db, ids, language),
    findLanguageHolders(db, ids, language),
    mayWork.ok ? findPossibleHolders(db, measure.owner) : Promise.resolve<PossibleHolder[]>([]),
  ])
  const rows = []
  for (const entry of entries) {
    const version = versions.find(({ entryId }) => entryId === entry.id) ?? null
    const holder = holders.find(({ entryId }) => entryId === entry.id)
    const shown = version && (await shownVersion(db, entry, version))
    rows.push({
      ...namedEntry(entry),
      isOffered: entry.isOffered,
      state: stateOfShown(version, shown),
      version: shown,
      holder: holder ? shownHolder(actor, holder) : null,
    })
  }
  return {
    ok: true as const,
    ...listHeadOf(actor, measure),
    language,
    mayWork: mayWork.ok,
    possible,
    rows,
  }
}

export type LanguagePage = Extract<Awaited<ReturnType<typeof findLanguagePage>>, { ok: true }>

function namedEntry({ id, issuer, code, key, heading, originalLanguage }: LanguageEntry) {
  return { id, issuer, code, key, heading, originalLanguage }
}

function shownPlace(place: PlaceName, isDestinations: boolean): Omit<ConcordancePlace, 'id'> {
  return { ...placeNameOf(place, 200), isDestinations }
}

function neighbour(entry: LanguageEntry | undefined) {
  return entry ? namedEntry(entry) : null
}

async function shownVersion(db: Database, entry: LanguageEntry, version: LanguageVersion) {
  const concordance = await concordanceOfVersion(db, entry, version)
  const { differences, unread } = concordance
  return {
    id: version.id,
    addedAt: version.addedAt.toISOString(),
    checkedAt: version.checkedAt?.toISOString() ?? null,
    checkReason: version.checkReason ?? '',
    differences: differences.length,
    unread: unread.length,
    missing: gapsIn(concordance).map(({ place }) => place),
  }
}

function stateOfShown(
  version: LanguageVersion | null,
  shown: { missing: readonly unknown[] } | null,
) {
  return languageStateOf(false, version && shown && progressOf(version, shown.missing.length > 0))
}

/** One entry beside its language version. */
export async function findEntryInLanguage(
  deps: Deps,
  actor: Actor,
  place: LanguageList,
  entryId: string,
) {
  const list = await findListInLanguage(deps, actor, place)
  if (!list.ok) return list
  const { db } = deps
  const { measure, entries, mayWork } = list
  const { language } = place
  const at = entries.findIndex(({ id }) => id === entryId)
  const entry = entries[at]
  if (!entry) return refuse('not-found')
  const [[version = null], [holder], published] = await Promise.all([
    findLanguageVersions(db, [entryId], language),
    findLanguageHolders(db, [entryId], language),
    findPublishedVersions(db, entryId),
  ])
  const shown = version && (await shownVersion(db, entry, version))
  const own = published.find((one) => one.language === language)
  return {
    ok: true as const,
    ...listHeadOf(actor, measure),
    language,
    mayWork: mayWork.ok,
    entry: namedEntry(entry),
    signsOnly: languagesOfSigns([entry.originalLanguage, language]),
    state: stateOfShown(version, shown),
    version: version &&
      shown && {
        ...shown,
        concordance: await concordanceOfVersion(db, entry, version),
      },
    lines: rowsOf(entry, version && (await getTranslatedEntry(db, version.sha256))).map(
      ({ element, part, place, original, translation }) => ({
        element,
        part,
        place: shownPlace(place, element === destinationsRow),
        original,
        translation,
      }),
    ),
    holder: holder ? shownHolder(actor, holder) : null,
    published: own ? { ojReference: own.ojReference, publishedOn: own.publishedOn } : null,
    previous: neighbour(entries[at - 1]),
    next: neighbour(entries[at + 1]),
  }
}

export type EntryInLanguage = Extract<Awaited<ReturnType<typeof findEntryInLanguage>>, { ok: true }>

/** The texts of a list in a language, or of one entry of it, to be taken away. */
export async function findLanguageTexts(
  deps: Deps,
  actor: Actor,
  place: LanguageList,
  entryId: string | null,
) {
  const list = await findListInLanguage(deps, actor, place)
  if (!list.ok) return list
  const { measure } = list
  const entries = list.entries.filter(({ id }) => entryId === null || id === entryId)
  if (entries.length === 0) return refuse('not-found')
  const versions = await findLanguageVersions(
    deps.db,
    entries.map(({ id }) => id),
    place.language,
  )
  const texts = await Promise.all(
    entries.map(async ({ id, code, key, content, originalLanguage }) => {
      const version = versions.find((one) => one.entryId === id)
      const translation = version ? await getTranslatedEntry(deps.db, version.sha256) : null
      return { id, code, key, content, originalLanguage, translation }
    }),
  )
  return { ok: true as const, ...listHeadOf(actor, measure), delegation: actor.delegation, texts }
}

export type LanguageTexts = Extract<Awaited<ReturnType<typeof findLanguageTexts>>, { ok: true }>
