import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { findDiscussion } from '#db/discussion.server.ts'
import { findLastEventId } from '#db/event-headers.server.ts'
import { matterOf } from './discussion-matter.ts'
import { threadsFor } from './discussion.server.ts'
import { findJointLines } from './joint-comment.server.ts'
import { findLaterComments } from './later-comments.server.ts'
import { findStated, standingsFor } from './standings.server.ts'
import { findTranslationsToRead } from './translations.server.ts'
import {
  findRoomHead,
  findTextToRead,
  findVersionBefore,
  findVersionToRead,
} from './version-to-read.server.ts'

/** A version, everything said about it that this person may know, and who stands where. */
export async function findCommentsRoom(
  deps: Deps,
  actor: Actor,
  reference: string,
  number: number,
  /** Of the courtesy translation that is to be shown. */
  language: string | null = null,
) {
  const { db } = deps
  // Read first: what is recorded while the rest is being read is told as a change.
  const eventId = await findLastEventId(db)
  const found = await findVersionToRead(deps, actor, reference, number)
  if (!found.ok) return found
  const { measure, file, version } = found
  const [head, text, before, discussion, stated, lines, later] = await Promise.all([
    findRoomHead(deps, actor, found),
    findTextToRead(deps, actor, found),
    findVersionBefore(deps, actor, found),
    findDiscussion(db, measure.id, version.id),
    findStated(db, measure, version),
    findJointLines(deps, actor, measure, version),
    findLaterComments(db, actor, found),
  ])
  const translated = await findTranslationsToRead(deps, version, text, language)
  const reading = { actor, measure, file, version, text, elements: text.elements, before }
  const isOpen = measure.stage !== 'withdrawn' && !version.isRecalled
  return {
    ok: true as const,
    room: {
      ...head,
      /** Everything up to this event is in it. */
      eventId,
      version: { ...head.version, sha256: text.sha256 },
      content: text.content,
      ...translated,
      threads: threadsFor(reading, matterOf(discussion)),
      /** Where what this person sees of what was said about later versions stands. */
      later,
      standings: standingsFor(reading, stated),
      /** Comments that states write together, as far as this person knows of them. */
      joint: { lines, mayOpen: isOpen && can(actor, 'open-joint', { file, version }).ok },
      may: {
        translate: can(actor, 'translate', { file, version }).ok,
        comment: isOpen && can(actor, 'comment', { file, version }).ok,
        statePosition:
          isOpen && version.kind !== 'final' && can(actor, 'state-position', { file, version }).ok,
      },
    },
  }
}

export type CommentsRoom = Extract<
  Awaited<ReturnType<typeof findCommentsRoom>>,
  { ok: true }
>['room']
