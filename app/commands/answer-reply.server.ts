import type { Actor } from '#app/access/actor.ts'
import type { AnswerReply } from '#app/measures/comment-inputs.ts'
import type { Decision } from '#app/measures/decision.ts'
import { decideAnswer } from '#app/measures/discussion.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findReply } from '#db/comments.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { replyAudience } from './give-reply.server.ts'
import { findToAct } from './lock-discussion.server.ts'

/** Whoever raised a comment says of the owner's reply that they are content, or that they maintain it. */
export function answerReply(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { comment: commentId, reply: replyId, answer, reason }: AnswerReply,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const measure = await lockMeasureByReference(tx, reference)
    if (!measure) return refuse('not-found')
    const found = await findToAct(tx, actor, 'answer-reply', measure, commentId)
    if (!found.ok) return found
    const { comment } = found
    const decision = decideAnswer(comment, await findReply(tx, comment.id), {
      replyId,
      answer,
      reason,
    })
    if (decision.ok && decision.events.length > 0)
      await record(tx, actor, measure, decision.events, replyAudience(comment))
    return decision
  })
}
