import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { toldOf } from '#app/access/told.ts'
import type { Deps } from '#app/commands/deps.ts'
import { delegationCodes } from '#app/measures/delegation-codes.ts'
import { completenessOf } from '#app/measures/language-package.ts'
import {
  countLanguages,
  isComplete,
  languageStateOf,
  type LanguageState,
} from '#app/measures/language-versions.ts'
import type { OfficialLanguage } from '#app/measures/official-languages.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { gapsIn } from '#app/text/concordance.ts'
import {
  findLanguagePackages,
  findLanguageVersions,
  type LanguageVersion,
} from '#db/languages.server.ts'
import { concordanceOfVersion } from './entry-concordance.server.ts'
import { findLanguageEntries, type LanguageEntry } from './next-entries.server.ts'

/** How far the next compilation is, list by list and language by language. */
export async function findLanguagesDesk({ db }: Deps, actor: Actor) {
  const permission = can(actor, 'use-commission-desk', null)
  if (!permission.ok) return permission
  const [{ entries }, packages] = await Promise.all([
    findLanguageEntries(db, actor),
    findLanguagePackages(db),
  ])
  const offered = entries.filter(({ isOffered }) => isOffered)
  const stateOf = await findStates(db, entries)
  const lists = new Map(entries.map(({ measure }) => [measure.id, measure]))
  const counts = countLanguages(offered, stateOf)
  return {
    ok: true as const,
    counts,
    complete: counts.filter(isComplete).length,
    lists: [...lists.values()]
      .toSorted(
        (a, b) =>
          delegationCodes.indexOf(a.owner) - delegationCodes.indexOf(b.owner) ||
          (a.reference < b.reference ? -1 : 1),
      )
      .map((measure) => {
        const own = entries.filter((entry) => entry.measure.id === measure.id)
        return {
          reference: measure.reference,
          owner: measure.owner,
          title: toldOf(actor, measure).details.title,
          toCome: own.filter(({ isOffered }) => !isOffered).length,
          counts: countLanguages(own, stateOf),
        }
      }),
    packages: packages.map(({ id, recipient, handedOn, manifest }) => {
      const { complete, counts: all } = completenessOf(manifest)
      return { id, recipient, handedOn, complete: complete.length, languages: all.length }
    }),
  }
}

export type LanguagesDesk = Extract<Awaited<ReturnType<typeof findLanguagesDesk>>, { ok: true }>

type StateOf = (entry: LanguageEntry, language: OfficialLanguage) => LanguageState

/** How far each entry is in each language. */
export async function findStates(
  db: Database,
  entries: readonly LanguageEntry[],
): Promise<StateOf> {
  const found = await findLanguageVersions(
    db,
    entries.map(({ id }) => id),
  )
  const standing = new Map(
    found.map((version) => [`${version.entryId} ${version.language}`, version]),
  )
  const withGaps = await findCheckedWithGaps(db, entries, found)
  return ({ id, originalLanguage }, language) => {
    const version = standing.get(`${id} ${language}`)
    return languageStateOf(
      language === originalLanguage,
      version ? progressOf(version, withGaps.has(version.id)) : null,
    )
  }
}

/**
 * Those that were checked though something is missing in them, before that was refused: only where the
 * concordance found differences then.
 */
export async function findCheckedWithGaps(
  db: Database | Tx,
  entries: readonly Pick<LanguageEntry, 'id' | 'content' | 'originalLanguage'>[],
  found: readonly LanguageVersion[],
): Promise<Set<string>> {
  const suspects = found.filter(({ differences }) => differences !== null && differences > 0)
  if (suspects.length === 0) return new Set()
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const withGaps = new Set<string>()
  for (const version of suspects) {
    const entry = byId.get(version.entryId)
    if (entry && gapsIn(await concordanceOfVersion(db, entry, version)).length > 0)
      withGaps.add(version.id)
  }
  return withGaps
}

export function progressOf(
  { checkedAt, compilationId }: Pick<LanguageVersion, 'checkedAt' | 'compilationId'>,
  hasGaps: boolean,
) {
  return { isChecked: checkedAt !== null, isPublished: compilationId !== null, hasGaps }
}
