import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { EndRequirement } from '#app/measures/record-inputs.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { databaseTime } from '#db/clock.server.ts'
import { findEntry } from '#db/entries.server.ts'
import { findMeasure } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import { lockRequirement } from '#db/reliance.server.ts'
import type { Deps } from './deps.ts'

/** The relying state no longer requires an authorisation; those who were told of it learn that too. */
export function endRequirement(
  { db }: Deps,
  actor: Actor,
  requirementId: string,
  { endedOn, reason }: EndRequirement,
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const requirement = await lockRequirement(tx, requirementId)
    if (!requirement) return refuse('not-found')
    const permission = can(actor, 'end-requirement', requirement)
    if (!permission.ok) return permission
    if (requirement.endedOn) return refuse('already-recorded')
    const { today } = await databaseTime(tx)
    if (endedOn > today) return refuse('date-in-the-future', 'endedOn')
    if (endedOn < requirement.exporterInformedOn) return refuse('date-in-the-past', 'endedOn')
    const entry = await findEntry(tx, requirement.entryId)
    const measure = entry && (await findMeasure(tx, entry.measureId))
    await record(
      tx,
      actor,
      measure,
      [{ type: 'requirement-ended', requirementId, endedOn, reason }],
      requirement.audience,
    )
    return { ok: true }
  })
}
