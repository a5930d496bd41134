import type { Actor } from '#app/access/actor.ts'
import { can, type FileSubject, fileSubject } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import { publicSections } from '#app/measures/notification-pack.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { type Content, plainText, sectionOf } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { getVersionText, type VersionText } from '#db/version-texts.server.ts'

/** A version of a file, if this person may read it; else the answer is that of one that does not exist. */
export async function findVersionToRead(
  { db }: Deps,
  actor: Actor,
  reference: string,
  number: number,
): Promise<Result<{ measure: Measure; file: FileSubject; version: Version }>> {
  const measure = await findMeasureByReference(db, reference)
  const version = measure?.versions.find((version) => version.number === number)
  if (!measure || !version) return refuse('not-found')
  const file = fileSubject(measure)
  const permission = can(actor, 'see-version', { file, version })
  return permission.ok ? { ok: true, measure, file, version } : permission
}

/** The versions of a file that this person may read, oldest first. */
export function readableVersions(actor: Actor, measure: Measure): Version[] {
  const file = fileSubject(measure)
  return measure.versions.filter((version) => can(actor, 'see-version', { file, version }).ok)
}

/**
 * Whether this person reads of a version the measure alone. Only that leaves the house of a final
 * version, with notification and publication: what prepared it (risk, effect on operators,
 * feasibility) stays with those to whom it was shared, in the versions that they were given.
 */
export function readsMeasureOnly(actor: Actor, file: FileSubject, version: Version): boolean {
  return version.kind === 'final' && !can(actor, 'see-draft', file).ok
}

/** The sections of a text that are the measure itself. */
export function measureOnly(content: Content): Content {
  const sections = (content.content ?? []).filter((section) =>
    publicSections.includes(sectionOf(section)),
  )
  return { ...content, content: sections }
}

/** The text of a version as this person may read it. */
export async function findTextToRead(
  { db }: Deps,
  actor: Actor,
  file: FileSubject,
  version: Version,
): Promise<VersionText> {
  const text = await getVersionText(db, version)
  if (!readsMeasureOnly(actor, file, version)) return text
  const content = measureOnly(text.content)
  return { ...text, content, elements: elementsOf(content), plain: plainText(content) }
}
