import type { Actor } from '#app/access/actor.ts'
import type { RecordEntryIntoForce } from '#app/measures/record-inputs.ts'
import type { Decision } from '#app/measures/decision.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'
import { lockRepealed, repealChanged } from './repeal-changed.server.ts'

/**
 * From when the measure binds, by national law: before or after notification, in the past or to
 * come. What an amendment changes, and what a repeal repeals, ends on that day.
 */
export function recordEntryIntoForce(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { revision, inForceOn, correction }: RecordEntryIntoForce,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockToAct(tx, actor, reference, 'record-entry-into-force', revision)
    if (!locked.ok) return locked
    const { measure } = locked
    const changed = await lockRepealed(tx, measure)
    const decision = await decideAndRecord(tx, actor, measure, {
      type: 'record-entry-into-force',
      inForceOn,
      correction,
    })
    if (decision.ok) {
      await repealChanged(tx, actor, { repeal: measure, changed }, inForceOn, correction)
    }
    return decision
  })
}
