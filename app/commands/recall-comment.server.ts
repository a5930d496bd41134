import type { Actor } from '#app/access/actor.ts'
import type { Audience } from '#app/measures/audience.ts'
import type { Decision } from '#app/measures/decision.ts'
import { type Comment, decideRecall } from '#app/measures/discussion.ts'
import type { Version } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { findToAct } from './lock-discussion.server.ts'

/** Takes a released comment back: those who had it keep its trace, and no longer its words. */
export function recallComment(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { comment: commentId, reason }: { comment: string; reason: string },
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const measure = await lockMeasureByReference(tx, reference)
    if (!measure) return refuse('not-found')
    const found = await findToAct(tx, actor, 'recall-comment', measure, commentId)
    if (!found.ok) return found
    const decision = decideRecall(found.comment, reason)
    if (decision.ok && decision.events.length > 0)
      await record(tx, actor, measure, decision.events, recallAudience(found))
    return decision
  })
}

/** Of a recalled version nothing that others said is told any more; its owner still has it. */
export function recallAudience({
  comment,
  version,
}: {
  comment: Comment
  version: Version
}): Audience | null {
  return version.isRecalled ? { kind: 'owner' } : comment.audience
}
