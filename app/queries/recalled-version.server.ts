import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Deps } from '#app/commands/deps.ts'
import { authorsOf } from '#app/measures/comment.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findDiscussion } from '#db/discussion.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { getVersionHeader } from '#db/versions.server.ts'
import { matterOf } from './discussion-matter.ts'
import { threadsFor } from './discussion.server.ts'
import { findOwnPositions } from './standings.server.ts'
import { findRoomHead } from './version-to-read.server.ts'

/**
 * What is left of a recalled version for those who had it: that it was recalled, by whom, when and
 * why, and what their own delegation said about it. Nothing of its text, and nothing of what others
 * said about it. The reason is told with the act, to everybody who had the version.
 */
export async function findRecalledVersion(
  deps: Deps,
  actor: Actor,
  reference: string,
  number: number,
) {
  const { db } = deps
  const measure = await findMeasureByReference(db, reference)
  const version = measure?.versions.find((version) => version.number === number)
  if (!measure || !version) return refuse('not-found')
  const file = fileSubject(measure)
  const permission = can(actor, 'see-recall', { file, version })
  if (!permission.ok) return permission
  const [head, { recalled }, discussion, positions] = await Promise.all([
    findRoomHead(deps, actor, { measure, file, version }),
    getVersionHeader(db, version.id),
    findDiscussion(db, measure.id, version.id),
    findOwnPositions(db, { actor, measure, file, version }),
  ])
  if (!recalled) throw new Error(`${reference}, version ${number}, has no recall`)
  const reading = { actor, measure, file, version, elements: [], before: null }
  const threads = threadsFor(reading, matterOf(discussion))
  return {
    ok: true as const,
    trace: {
      ...head,
      // What its owner wrote above the text is taken back with it.
      version: { ...head.version, coverNote: '' },
      recalled: { at: recalled.at.toISOString(), reason: recalled.reason },
      /** The version after it that this person may read. */
      following: head.versions.find((next) => next.number > number) ?? null,
      threads: threads.flatMap((thread) => {
        const comments = thread.comments.filter(
          (comment) => authorsOf(comment).includes(actor.delegation) && comment.version === number,
        )
        return comments.length > 0 ? [{ ...thread, comments }] : []
      }),
      positions,
    },
  }
}

export type RecalledVersion = Extract<
  Awaited<ReturnType<typeof findRecalledVersion>>,
  { ok: true }
>['trace']
