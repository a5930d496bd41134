import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { type CommentSubject, commentSubject, fileSubject } from '#app/access/subjects.ts'
import type { Comment } from '#app/measures/discussion.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import { type Refusal, refuse } from '#app/measures/refusals.ts'
import type { Tx } from '#db/client.server.ts'
import { findComment } from '#db/comments.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'

/** A version of the held file, if the actor may do this to it. */
export async function lockVersion(
  tx: Tx,
  actor: Actor,
  action: 'comment' | 'open-joint' | 'state-position',
  reference: string,
  number: number,
): Promise<{ ok: true; measure: Measure; version: Version } | Refusal> {
  const measure = await lockMeasureByReference(tx, reference)
  const version = measure?.versions.find((version) => version.number === number)
  if (!measure || !version) return refuse('not-found')
  const permission = can(actor, action, { file: fileSubject(measure), version })
  return permission.ok ? { ok: true, measure, version } : permission
}

type ActOnComment =
  | 'revise-comment'
  | 'discard-comment'
  | 'release-comment'
  | 'merge-comment'
  | 'recall-comment'
  | 'reply'
  | 'answer-reply'
  | 'take-up'

/** What the policy asks about a comment of this file. */
export function subjectIn(measure: Measure, comment: Comment): CommentSubject {
  const version = measure.versions.find(({ id }) => id === comment.versionId)
  if (!version) throw new Error(`comment ${comment.id} is about no version of its file`)
  return commentSubject({ file: fileSubject(measure), version }, comment)
}

/** The lane in which a comment is when this is done to it. */
const laneFor = {
  'revise-comment': 'inner',
  'discard-comment': 'inner',
  'release-comment': 'inner',
  'merge-comment': 'inner',
  'recall-comment': 'released',
  reply: 'released',
  'answer-reply': 'released',
  'take-up': 'released',
} as const satisfies Record<ActOnComment, Comment['lane']>

/**
 * A comment of a held file and its version, if it is this actor's to do this. In which lane the
 * comment stands now is not asked here: the decision refuses that with a reason of its own.
 */
export async function findToAct(
  tx: Tx,
  actor: Actor,
  action: ActOnComment,
  measure: Measure,
  commentId: string,
): Promise<{ ok: true; comment: Comment; version: Version } | Refusal> {
  const comment = await findComment(tx, measure.id, commentId)
  const version = measure.versions.find(({ id }) => id === comment?.versionId)
  if (!comment || !version) return refuse('not-found')
  const subject = subjectIn(measure, comment)
  const permission = can(actor, 'see-comment', subject)
  if (!permission.ok) return permission
  const mayAct = can(actor, action, { ...subject, lane: laneFor[action] })
  if (mayAct.ok) return { ok: true, comment, version }
  return mayAct.reason === 'version-recalled' ? mayAct : refuse('not-allowed')
}
