import type { Actor } from '#app/access/actor.ts'
import type { Decision } from '#app/measures/decision.ts'
import { decideRecall } from '#app/measures/discussion.ts'
import type { RecordedEvent } from '#app/measures/events.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findReleased } from '#db/comments.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { findToAct } from './lock-discussion.server.ts'
import { recallAudience } from './recall-comment.server.ts'

/** Takes back all that one act released, as far as it was not taken back one by one before. */
export function recallRelease(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { release, reason }: { release: string; reason: string },
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const measure = await lockMeasureByReference(tx, reference)
    if (!measure) return refuse('not-found')
    const released = await findReleased(tx, measure.id, release)
    if (released.length === 0) return refuse('not-found')
    const events: RecordedEvent[] = []
    for (const { id } of released) {
      const found = await findToAct(tx, actor, 'recall-comment', measure, id)
      if (!found.ok) return found
      const decision = decideRecall(found.comment, reason)
      if (!decision.ok) return decision
      if (decision.events.length === 0) continue
      // Comments on several versions can have gone out together, each to those who have its own.
      await record(tx, actor, measure, decision.events, recallAudience(found))
      events.push(...decision.events)
    }
    return { ok: true, events }
  })
}
