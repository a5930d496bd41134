import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { completenessOf, gapsIn, type PackageManifest } from '#app/measures/language-package.ts'
import { type OfficialLanguage, officialLanguages } from '#app/measures/official-languages.ts'
import { refuse } from '#app/measures/refusals.ts'
import { digest } from '#app/proof/event-hash.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import type { ContentNode } from '#app/text/content.ts'
import { entryDocument } from '#app/text/entry-document.ts'
import type { Database } from '#db/client.server.ts'
import { findEntriesById } from '#db/entries.server.ts'
import {
  findLanguagePackage,
  findLanguagePackages,
  findLanguageVersions,
  findWithheldTexts,
  getTranslatedEntry,
  type LanguagePackage,
  manifestHash,
} from '#db/languages.server.ts'
import { findStates } from './languages-desk.server.ts'
import { findLanguageEntries, type LanguageEntry } from './next-entries.server.ts'

/** What a package of the next compilation would hold now. */
export async function nextManifest(db: Database, actor: Actor) {
  const { today, last, entries } = await findLanguageEntries(db, actor)
  const offered = entries.filter(({ isOffered }) => isOffered)
  return { today, last, manifest: await manifestOf(db, offered) }
}

async function manifestOf(
  db: Database,
  entries: readonly LanguageEntry[],
): Promise<PackageManifest> {
  const stateOf = await findStates(db, entries)
  const found = await findLanguageVersions(
    db,
    entries.map(({ id }) => id),
  )
  const hashes = new Map(found.map((one) => [`${one.entryId} ${one.language}`, one.sha256]))
  return {
    format: 'concert-language-versions/1',
    entries: entries.map((entry) => {
      const { id, issuer, code, heading, content, originalLanguage } = entry
      const textOf = (language: OfficialLanguage) => {
        const isOriginal = language === originalLanguage
        const own = isOriginal ? digest(canonicalJson(entryDocument(content))) : undefined
        const sha256 = own ?? hashes.get(`${id} ${language}`) ?? null
        return { state: stateOf(entry, language), sha256 }
      }
      return {
        entryId: id,
        issuer,
        code,
        heading,
        original: originalLanguage,
        languages: Object.fromEntries(
          officialLanguages.map((language) => [language, textOf(language)]),
        ) as PackageManifest['entries'][number]['languages'],
      }
    }),
  }
}

/** What would be handed over now, for the page on which that is recorded. */
export async function findNextPackage({ db }: Deps, actor: Actor) {
  const permission = can(actor, 'use-commission-desk', null)
  if (!permission.ok) return permission
  const [{ today, manifest }, packages] = await Promise.all([
    nextManifest(db, actor),
    findLanguagePackages(db),
  ])
  return {
    ok: true as const,
    today,
    sha256: manifestHash(manifest),
    ...toldOf(manifest),
    packages: packages.map((one) => ({ ...lineOf(one), ...toldOf(one.manifest) })),
  }
}

export type NextPackage = Extract<Awaited<ReturnType<typeof findNextPackage>>, { ok: true }>

/** A package that was handed over, as it was then. */
export async function findPackagePage({ db }: Deps, actor: Actor, id: string) {
  const permission = can(actor, 'use-commission-desk', null)
  if (!permission.ok) return permission
  const found = await findLanguagePackage(db, id)
  if (!found) return refuse('not-found')
  const { manifest } = found
  const told = toldOf(manifest)
  return {
    ok: true as const,
    ...lineOf(found),
    ...told,
    gapsIn: told.gaps.map(({ language }) => ({ language, entries: gapsIn(manifest, language) })),
  }
}

export type PackagePage = Extract<Awaited<ReturnType<typeof findPackagePage>>, { ok: true }>

function toldOf(manifest: PackageManifest) {
  return { entries: manifest.entries.length, ...completenessOf(manifest) }
}

function lineOf({
  id,
  recipient,
  handedOn,
  reference,
  reason,
  manifestSha256,
  recordedAt,
}: LanguagePackage) {
  const recorded = { recordedAt: recordedAt.toISOString() }
  return { id, recipient, handedOn, reference, reason, manifestSha256, ...recorded }
}

/** The texts of a package, language by language, to be written into files one after the other. */
export async function findPackageTexts({ db }: Deps, actor: Actor, id: string) {
  const page = await findPackagePage({ db }, actor, id)
  if (!page.ok) return page
  const found = await findLanguagePackage(db, id)
  if (!found) return refuse('not-found')
  const { manifest } = found
  const originals = new Map(
    (
      await findEntriesById(
        db,
        manifest.entries.map(({ entryId }) => entryId),
      )
    ).map((entry) => [entry.id, entry.content]),
  )
  return {
    ok: true as const,
    page,
    delegation: actor.delegation,
    manifest,
    /** Of one language: what there is, in the order of the compilation. */
    async textsIn(language: OfficialLanguage): Promise<ContentNode[]> {
      const texts: ContentNode[] = []
      const hashes = manifest.entries.flatMap((one) => one.languages[language].sha256 ?? [])
      const withheld = await findWithheldTexts(db, hashes)
      for (const { entryId, original, languages } of manifest.entries) {
        const { sha256 } = languages[language]
        if (sha256 === null || withheld.has(sha256)) continue
        const own = language === original ? originals.get(entryId) : undefined
        texts.push(own ?? (await getTranslatedEntry(db, sha256)))
      }
      return texts
    },
  }
}

export type PackageTexts = Extract<Awaited<ReturnType<typeof findPackageTexts>>, { ok: true }>
