import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { reached } from '#app/measures/audience.ts'
import { reachOf } from '#app/measures/discussion.ts'
import { findDiscussion } from '#db/discussion.server.ts'
import { findLastEventId } from '#db/event-headers.server.ts'
import { getVersionHeader } from '#db/versions.server.ts'
import { matterOf, threadsFor } from './discussion.server.ts'
import { findStated, standingsFor } from './standings.server.ts'
import { findTextToRead, findVersionToRead, readableVersions } from './version-to-read.server.ts'

/** A version, everything said about it that this person may know, and who stands where. */
export async function findCommentsRoom(
  deps: Deps,
  actor: Actor,
  reference: string,
  number: number,
) {
  const { db } = deps
  // Read first: what is recorded while the rest is being read is told as a change.
  const eventId = await findLastEventId(db)
  const found = await findVersionToRead(deps, actor, reference, number)
  if (!found.ok) return found
  const { measure, file, version } = found
  const [header, text, discussion, stated] = await Promise.all([
    getVersionHeader(db, version.id),
    findTextToRead(deps, actor, file, version),
    findDiscussion(db, measure.id, version.id),
    findStated(db, measure, version),
  ])
  const reading = { actor, measure, file, version, text, elements: text.elements }
  const isOpen = measure.stage !== 'withdrawn' && !version.isRecalled
  return {
    ok: true as const,
    room: {
      /** Everything up to this event is in it. */
      eventId,
      reference: measure.reference,
      owner: measure.owner,
      title: header.title,
      marking: header.marking,
      stage: measure.stage,
      /** The reader's own delegation. */
      delegation: actor.delegation,
      version: {
        number: version.number,
        kind: version.kind,
        language: text.language,
        sha256: text.sha256,
        releasedAt: header.releasedAt.toISOString(),
        commentsBy: header.commentsBy,
        coverNote: header.coverNote,
        isRecalled: version.isRecalled,
      },
      versions: readableVersions(actor, measure).map(({ number, kind }) => ({ number, kind })),
      content: text.content,
      threads: threadsFor(reading, matterOf(discussion)),
      standings: standingsFor(reading, stated),
      /** Everybody who has the version: nothing said about it reaches anybody else. */
      holders: reached(reachOf(measure, version), { owner: measure.owner, author: measure.owner }),
      /** Makes the form that is on the page now one act, however often it is sent. */
      key: randomUUID(),
      may: {
        comment: isOpen && can(actor, 'comment', { file, version }).ok,
        statePosition:
          isOpen && version.kind !== 'final' && can(actor, 'state-position', { file, version }).ok,
        seeDraft: measure.documentId !== null && can(actor, 'see-draft', file).ok,
      },
    },
  }
}

export type CommentsRoom = Extract<
  Awaited<ReturnType<typeof findCommentsRoom>>,
  { ok: true }
>['room']
