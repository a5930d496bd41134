import type { Actor } from '#app/access/actor.ts'
import type { ReviseComment } from '#app/measures/comment-inputs.ts'
import type { Decision } from '#app/measures/decision.ts'
import { decideRevision } from '#app/measures/discussion.ts'
import { refuse } from '#app/measures/refusals.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { findToAct } from './lock-discussion.server.ts'
import { placeInVersion, proposalOf } from './proposal-of.server.ts'

/** Rewrites a comment that has not been released; anybody of its delegation who comments may. */
export function reviseComment(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { comment: commentId, revision, ...said }: ReviseComment,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const measure = await lockMeasureByReference(tx, reference)
    if (!measure) return refuse('not-found')
    const found = await findToAct(tx, actor, 'revise-comment', measure, commentId)
    if (!found.ok) return found
    const { comment, version } = found
    const { commentType, isQuestion, body } = said
    const place = await placeInVersion(tx, measure, comment.threadId, version.id)
    const proposed = await proposalOf(tx, version, place, said)
    if (!proposed.ok) return proposed
    const { ok: _, ...proposal } = proposed
    const decision = decideRevision(
      comment,
      { commentType, isQuestion, body, ...proposal },
      revision,
    )
    if (decision.ok && decision.events.length > 0) await record(tx, actor, measure, decision.events)
    return decision
  })
}
