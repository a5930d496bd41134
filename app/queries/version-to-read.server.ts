import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { type FileSubject, fileSubject } from '#app/access/subjects.ts'
import { readableText } from '#app/access/readable-text.ts'
import { toldOf } from '#app/access/told.ts'
import type { Deps } from '#app/commands/deps.ts'
import { reached } from '#app/measures/audience.ts'
import { reachOf } from '#app/measures/discussion.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import type { TextElement } from '#app/text/elements.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { getVersionHeader } from '#db/versions.server.ts'
import { getVersionText, type VersionText } from '#db/version-texts.server.ts'
import { readableVersions, roomsOf } from './file-rooms.server.ts'

export interface VersionToRead {
  measure: Measure
  file: FileSubject
  version: Version
}

/**
 * A version of a file, if this person may read it; without a number the newest that they may. Those
 * who had one that was recalled are told so; else the answer is that of one that does not exist.
 */
export async function findVersionToRead(
  { db }: Deps,
  actor: Actor,
  reference: string,
  number: number | null,
): Promise<Result<VersionToRead>> {
  const measure = await findMeasureByReference(db, reference)
  if (!measure) return refuse('not-found')
  const file = fileSubject(measure)
  const version =
    number === null
      ? readableVersions(actor, measure).at(-1)
      : measure.versions.find((version) => version.number === number)
  if (!version) return refuse('not-found')
  if (can(actor, 'see-version', { file, version }).ok) return { ok: true, measure, file, version }
  const isTrace = can(actor, 'see-recall', { file, version }).ok
  return refuse(isTrace ? 'version-recalled' : 'not-found')
}

/** The text of a version as this person may read it. */
export async function findTextToRead(
  { db }: Deps,
  actor: Actor,
  { file, version }: VersionToRead,
): Promise<VersionText> {
  return readableText(actor, file, version, await getVersionText(db, version))
}

/** The version before one that this person reads, and its text; null where they have none. */
export async function findVersionBefore(
  deps: Deps,
  actor: Actor,
  { measure, file, version: shown }: VersionToRead,
): Promise<{ version: Version; elements: readonly TextElement[] } | null> {
  const version = readableVersions(actor, measure).findLast(({ number }) => number < shown.number)
  if (!version) return null
  const { elements } = await findTextToRead(deps, actor, { measure, file, version })
  return { version, elements }
}

/** What every room of a version says above its text, and the way to the other rooms. */
export async function findRoomHead(
  { db }: Deps,
  actor: Actor,
  { measure, version }: VersionToRead,
) {
  const { releasedAt, language, commentsBy, coverNote } = await getVersionHeader(db, version.id)
  const { details, stage } = toldOf(actor, measure)
  return {
    reference: measure.reference,
    owner: measure.owner,
    title: details.title,
    marking: details.marking,
    stage,
    /** The reader's own delegation. */
    delegation: actor.delegation,
    version: {
      number: version.number,
      kind: version.kind,
      language,
      releasedAt: releasedAt.toISOString(),
      commentsBy,
      coverNote,
      isRecalled: version.isRecalled,
      isWithheld: version.isWithheld,
    },
    versions: readableVersions(actor, measure).map(({ number, kind }) => ({ number, kind })),
    /** Everybody who has the version: nothing said about it reaches anybody else. */
    holders: reached(reachOf(measure, version), { owner: measure.owner, author: measure.owner }),
    rooms: roomsOf(actor, measure),
  }
}

export type RoomHead = Awaited<ReturnType<typeof findRoomHead>>
