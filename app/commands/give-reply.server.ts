import type { Actor } from '#app/access/actor.ts'
import { including } from '#app/measures/audience.ts'
import type { GiveReply } from '#app/measures/comment-inputs.ts'
import type { Decision } from '#app/measures/decision.ts'
import { type Comment, decideReply, type Reply } from '#app/measures/discussion.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findReply, findReplyByKey } from '#db/comments.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { findToAct } from './lock-discussion.server.ts'

/** The owner says what follows from a comment. A later reply supersedes an earlier one. */
export function giveReply(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { key: replyId, comment: commentId, outcome, reason }: GiveReply,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const measure = await lockMeasureByReference(tx, reference)
    if (!measure) return refuse('not-found')
    const found = await findToAct(tx, actor, 'reply', measure, commentId)
    if (!found.ok) return found
    const { comment } = found
    const known = await findReplyByKey(tx, replyId)
    if (known) return answerAgain(known, { commentId: comment.id, outcome, reason })
    const earlier = await findReply(tx, comment.id)
    const decision = decideReply(comment, earlier, { replyId, outcome, reason })
    if (decision.ok && decision.events.length > 0)
      await record(tx, actor, measure, decision.events, replyAudience(comment))
    return decision
  })
}

/** What a form with a used key is told: that it is done if it is the same, or that it is another. */
function answerAgain(
  known: Reply & { commentId: string },
  sent: Omit<Reply, 'id'> & { commentId: string },
): Decision {
  if (known.commentId !== sent.commentId) return refuse('invalid-input')
  const isSame = known.outcome === sent.outcome && known.reason === sent.reason
  return isSame ? { ok: true, events: [] } : refuse('sent-before')
}

/** Those who have the comment, and the delegation that made it. */
export function replyAudience({ audience, delegation }: Comment) {
  return including(audience ?? { kind: 'owner' }, delegation)
}
