import type { Actor } from '#app/access/actor.ts'
import { decideJointRelease } from '#app/measures/joint-comment.ts'
import type { ReleaseJoint } from '#app/measures/joint-inputs.ts'
import type { Result } from '#app/measures/refusals.ts'
import { closeDocument } from '#db/documents.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import {
  holdText,
  type JointPlace,
  lockJointComment,
  releaseHash,
} from './lock-joint-comment.server.ts'
import { once } from './once.server.ts'

/**
 * Releases what all who take part have signed, to those for whom they signed it: the words become a
 * comment of theirs in the room of the version, and the text is written no more.
 */
export function releaseJointComment(
  { db }: Deps,
  actor: Actor,
  place: JointPlace,
  { key: commentId, read }: ReleaseJoint,
): Promise<Result<{ commentId: string }>> {
  const content = { file: place.reference, joint: place.id, read }
  const done = { ok: true as const, commentId }
  return once(
    db,
    actor,
    { key: commentId, act: 'release-joint-comment', content },
    () => done,
    async (tx) => {
      const locked = await lockJointComment(tx, actor, 'release-joint', place)
      if (!locked.ok) return locked
      const { measure, version, joint } = locked
      const current = await holdText(tx, joint)
      const decision = decideJointRelease(measure, version, joint, {
        commentId,
        threadId: commentId,
        isAsRead: read === releaseHash(joint, current),
        current,
      })
      if (!decision.ok) return decision
      await closeDocument(tx, joint.documentId)
      await record(tx, actor, measure, decision.events)
      return done
    },
  )
}
