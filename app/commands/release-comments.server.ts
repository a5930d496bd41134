import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import type { ReleaseComments } from '#app/measures/comment-inputs.ts'
import type { Decision } from '#app/measures/decision.ts'
import { audienceOn, decideRelease } from '#app/measures/discussion.ts'
import type { RecordedEvent } from '#app/measures/events.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findComment } from '#db/comments.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { findToAct } from './lock-discussion.server.ts'

/**
 * Releases comments of one file to one audience: all of them, or none when one cannot go. What is
 * released is frozen.
 */
export function releaseComments(
  { db }: Deps,
  actor: Actor,
  reference: string,
  input: ReleaseComments,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const measure = await lockMeasureByReference(tx, reference)
    if (!measure) return refuse('not-found')
    const releaseId = randomUUID()
    const events: RecordedEvent[] = []
    for (const { id, revision } of unique(input.comments)) {
      const found = await findToAct(tx, actor, 'release-comment', measure, id)
      if (!found.ok) return found
      const { comment, version } = found
      const superseded = comment.supersedes
        ? await findComment(tx, measure.id, comment.supersedes)
        : null
      const isTwice = events.some(
        (event) => event.type === 'comment-released' && event.supersedes === superseded?.id,
      )
      if (superseded && isTwice) return refuse('superseded')
      const audience = audienceOn(measure, version, input.audience, actor.delegation)
      const decision = decideRelease(
        measure,
        version,
        comment,
        { audience, revision, releaseId },
        superseded,
      )
      if (!decision.ok) return decision
      events.push(...decision.events)
    }
    if (events.length > 0) await record(tx, actor, measure, events)
    return { ok: true, events }
  })
}

function unique<Item extends { id: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()]
}
