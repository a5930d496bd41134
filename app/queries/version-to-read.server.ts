import type { Actor } from '#app/access/actor.ts'
import { can, type FileSubject, fileSubject } from '#app/access/policy.ts'
import { readableText } from '#app/access/readable-text.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
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

/** The text of a version as this person may read it. */
export async function findTextToRead(
  { db }: Deps,
  actor: Actor,
  file: FileSubject,
  version: Version,
): Promise<VersionText> {
  return readableText(actor, file, version, await getVersionText(db, version))
}
