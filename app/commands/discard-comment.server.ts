import type { Actor } from '#app/access/actor.ts'
import type { Decision } from '#app/measures/decision.ts'
import { decideDiscard } from '#app/measures/discussion.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findSources } from '#db/comments.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { findToAct } from './lock-discussion.server.ts'

/** Puts away a comment that never left the house. */
export function discardComment(
  { db }: Deps,
  actor: Actor,
  reference: string,
  commentId: string,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const measure = await lockMeasureByReference(tx, reference)
    if (!measure) return refuse('not-found')
    const found = await findToAct(tx, actor, 'discard-comment', measure, commentId)
    if (!found.ok) return found
    const decision = decideDiscard(found.comment, await findSources(tx, commentId))
    if (decision.ok && decision.events.length > 0) await record(tx, actor, measure, decision.events)
    return decision
  })
}
