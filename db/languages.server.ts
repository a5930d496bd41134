import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { brusselsDate } from '#app/measures/calendar.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { type PackageManifest, packageManifest } from '#app/measures/language-package.ts'
import type { Day } from '#app/measures/measure.ts'
import type { OfficialLanguage } from '#app/measures/official-languages.ts'
import { digest } from '#app/proof/event-hash.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import { childrenOf, type ContentNode } from '#app/text/content.ts'
import type { Database, Tx } from './client.server.ts'
import {
  languageHolders,
  languagePackages,
  languageVersions,
  packageManifests,
} from './schema/languages.ts'
import { versions, versionTexts } from './schema/measures.ts'
import { offices, people } from './schema/people.ts'
import { compilations, entries } from './schema/register.ts'
import { getFrozenText } from './version-texts.server.ts'

export interface LanguageVersion {
  id: string
  entryId: string
  language: OfficialLanguage
  sha256: string
  addedAt: Date
  addedBy: string | null
  checkedAt: Date | null
  checkedBy: string | null
  differences: number | null
  unread: number | null
  checkReason: string | null
  compilationId: string | null
}

const columns = {
  id: languageVersions.id,
  entryId: languageVersions.entryId,
  language: languageVersions.language,
  sha256: languageVersions.sha256,
  addedAt: languageVersions.addedAt,
  addedBy: languageVersions.addedBy,
  checkedAt: languageVersions.checkedAt,
  checkedBy: languageVersions.checkedBy,
  differences: languageVersions.differences,
  unread: languageVersions.unread,
  checkReason: languageVersions.checkReason,
  compilationId: languageVersions.compilationId,
}

/** One whose words were withheld is as if there were none: another one can take its place. */
const isStanding = and(
  isNull(languageVersions.endedAt),
  sql`NOT EXISTS (SELECT FROM ${versionTexts} AS t
    WHERE t.sha256 = ${languageVersions.sha256} AND t.wordings IS NOT NULL)`,
)

/** The language versions of entries that stand, in one language or in all. */
export function findLanguageVersions(
  db: Database | Tx,
  entryIds: readonly string[],
  language?: OfficialLanguage,
): Promise<LanguageVersion[]> {
  if (entryIds.length === 0) return Promise.resolve([])
  return db
    .select(columns)
    .from(languageVersions)
    .where(
      and(
        inArray(languageVersions.entryId, [...entryIds]),
        language && eq(languageVersions.language, language),
        isStanding,
      ),
    )
}

export function findLanguageVersionsById(
  db: Database | Tx,
  ids: readonly string[],
): Promise<LanguageVersion[]> {
  return db
    .select(columns)
    .from(languageVersions)
    .where(and(inArray(languageVersions.id, [...ids]), isStanding))
}

/** What a compilation of that day that names these entries makes published: what was checked by then. */
export async function findVersionsToPublish(
  db: Database | Tx,
  entryIds: readonly string[],
  on: Day,
): Promise<LanguageVersion[]> {
  const standing = await findLanguageVersions(db, entryIds)
  return standing.filter(
    ({ checkedAt, compilationId }) =>
      compilationId === null && checkedAt !== null && brusselsDate(checkedAt) <= on,
  )
}

/** The texts of an entry that the newest compilation has, by language, and since which compilation. */
export async function findPublishedVersions(db: Database | Tx, entryId: string) {
  const rows = await db
    .select({
      language: languageVersions.language,
      sha256: languageVersions.sha256,
      ojReference: compilations.ojReference,
      publishedOn: compilations.publishedOn,
    })
    .from(languageVersions)
    .innerJoin(compilations, eq(compilations.id, languageVersions.compilationId))
    .where(eq(languageVersions.entryId, entryId))
    .orderBy(desc(compilations.publishedOn), desc(compilations.recordedAt))
  const newest = new Map(rows.toReversed().map((row) => [row.language, row]))
  return [...newest.values()]
}

/** Every text of a file's entries in other languages, which nobody reads in the register: those that stood before too. */
export function findUnpublishedVersions(db: Database | Tx, measureId: string) {
  return db
    .select({
      id: languageVersions.id,
      language: languageVersions.language,
      addedAt: languageVersions.addedAt,
      code: entries.code,
    })
    .from(languageVersions)
    .innerJoin(entries, eq(entries.id, languageVersions.entryId))
    .innerJoin(versionTexts, eq(versionTexts.sha256, languageVersions.sha256))
    .where(
      and(
        eq(entries.measureId, measureId),
        isNull(versionTexts.wordings),
        sql`NOT EXISTS (SELECT FROM language_versions AS p
          WHERE p.sha256 = ${languageVersions.sha256} AND p.compilation_id IS NOT NULL)`,
      ),
    )
    .orderBy(asc(languageVersions.language), asc(entries.position), asc(languageVersions.addedAt))
}

/** Whether a compilation has published that text, as a language version of any entry. */
export async function isPublishedText(db: Database | Tx, sha256: string): Promise<boolean> {
  const isIt = and(eq(languageVersions.sha256, sha256), isNotNull(languageVersions.compilationId))
  return (await db.$count(languageVersions, isIt)) > 0
}

/** Which of these texts were withheld. */
export async function findWithheldTexts(
  db: Database | Tx,
  hashes: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .select({ sha256: versionTexts.sha256 })
    .from(versionTexts)
    .where(and(inArray(versionTexts.sha256, [...hashes]), isNotNull(versionTexts.wordings)))
  return new Set(rows.map(({ sha256 }) => sha256))
}

/** The entry that a language version is, as a node. */
export async function getTranslatedEntry(db: Database | Tx, sha256: string): Promise<ContentNode> {
  const content = await getFrozenText(db, { sha256, isWithheld: false }, 'final')
  const [entry] = (content.content ?? []).flatMap((section) => childrenOf(section, 'entry'))
  if (!entry) throw new Error(`the text ${sha256} is no entry`)
  return entry
}

/** In which language the act of each entry is. */
export async function findOriginalLanguages(
  db: Database | Tx,
  entryIds: readonly string[],
): Promise<Map<string, string>> {
  if (entryIds.length === 0) return new Map()
  const rows = await db
    .select({ id: entries.id, language: versions.language })
    .from(entries)
    .innerJoin(versions, eq(versions.id, entries.versionId))
    .where(inArray(entries.id, [...entryIds]))
  return new Map(rows.map(({ id, language }) => [id, language]))
}

export interface LanguageHolder {
  entryId: string
  language: OfficialLanguage
  kind: 'person' | 'office'
  id: string
  name: string
  delegation: DelegationCode
  since: Date
}

export async function findLanguageHolders(
  db: Database | Tx,
  entryIds: readonly string[],
  language?: OfficialLanguage,
): Promise<LanguageHolder[]> {
  if (entryIds.length === 0) return []
  const rows = await db
    .select({
      entryId: languageHolders.entryId,
      language: languageHolders.language,
      since: languageHolders.since,
      personId: people.id,
      person: people.name,
      personOf: people.delegation,
      officeId: offices.id,
      office: offices.nameEn,
      officeOf: offices.delegation,
    })
    .from(languageHolders)
    .leftJoin(people, eq(people.id, languageHolders.personId))
    .leftJoin(offices, eq(offices.id, languageHolders.officeId))
    .where(
      and(
        inArray(languageHolders.entryId, [...entryIds]),
        language && eq(languageHolders.language, language),
      ),
    )
  return rows.flatMap(({ entryId, language, since, ...who }): LanguageHolder[] => {
    const own = { entryId, language, since }
    if (who.personId && who.person && who.personOf)
      return [
        { ...own, kind: 'person', id: who.personId, name: who.person, delegation: who.personOf },
      ]
    if (who.officeId && who.office && who.officeOf)
      return [
        { ...own, kind: 'office', id: who.officeId, name: who.office, delegation: who.officeOf },
      ]
    return []
  })
}

export interface LanguagePackage {
  id: string
  recipient: string
  handedOn: Day
  reference: string
  reason: string
  manifestSha256: string
  recordedAt: Date
}

const packageColumns = {
  id: languagePackages.id,
  recipient: languagePackages.recipient,
  handedOn: languagePackages.handedOn,
  reference: languagePackages.reference,
  reason: languagePackages.reason,
  manifestSha256: languagePackages.manifestSha256,
  recordedAt: languagePackages.recordedAt,
}

/** The newest first, with what each holds. */
export async function findLanguagePackages(db: Database | Tx) {
  const rows = await db
    .select({ ...packageColumns, content: packageManifests.content })
    .from(languagePackages)
    .innerJoin(packageManifests, eq(packageManifests.sha256, languagePackages.manifestSha256))
    .orderBy(desc(languagePackages.handedOn), desc(languagePackages.recordedAt))
  return rows.map(withManifest)
}

export async function findLanguagePackage(db: Database | Tx, id: string) {
  const [row] = await db
    .select({ ...packageColumns, content: packageManifests.content })
    .from(languagePackages)
    .innerJoin(packageManifests, eq(packageManifests.sha256, languagePackages.manifestSha256))
    .where(eq(languagePackages.id, id))
    .orderBy(asc(languagePackages.id))
  return row ? withManifest(row) : null
}

function withManifest({
  content,
  ...own
}: LanguagePackage & { content: unknown }): LanguagePackage & { manifest: PackageManifest } {
  return { ...own, manifest: packageManifest.parse(content) }
}

export function manifestHash(manifest: PackageManifest): string {
  return digest(canonicalJson(manifest))
}

export async function keepManifest(tx: Tx, manifest: PackageManifest): Promise<string> {
  const sha256 = manifestHash(manifest)
  await tx.insert(packageManifests).values({ sha256, content: manifest }).onConflictDoNothing()
  return sha256
}
