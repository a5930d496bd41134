import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { ReplyInside } from '#app/measures/comment-inputs.ts'
import type { Decision } from '#app/measures/decision.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findComment } from '#db/comments.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { subjectIn } from './lock-discussion.server.ts'
import { noEvents, once } from './once.server.ts'

/** Says something to colleagues about a comment of one's own delegation, released or not. */
export function replyInside(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { key: replyId, comment: commentId, body }: ReplyInside,
): Promise<Decision> {
  const form = { key: replyId, act: 'reply-inside', content: { reference, commentId, body } }
  return once(db, actor, form, noEvents, async (tx): Promise<Decision> => {
    const measure = await lockMeasureByReference(tx, reference)
    const comment = measure && (await findComment(tx, measure.id, commentId))
    if (!comment || comment.isDiscarded) return refuse('not-found')
    const permission = can(actor, 'reply-inside', subjectIn(measure, comment))
    if (!permission.ok) return permission
    const events = [{ type: 'inside-reply-written' as const, replyId, commentId, body }]
    await record(tx, actor, measure, events)
    return { ok: true, events }
  })
}
