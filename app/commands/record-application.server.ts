import type { Actor } from '#app/access/actor.ts'
import type { RecordApplication } from '#app/measures/record-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Decision } from '#app/measures/decision.ts'
import { findEntriesOfMeasure } from '#db/entries.server.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'

/** A day of their own for entries that do not apply from the entry into force of their measure. */
export function recordApplication(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { revision, entryIds, applicableFrom }: RecordApplication,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockToAct(tx, actor, reference, 'record-application', revision)
    if (!locked.ok) return locked
    const own = new Set((await findEntriesOfMeasure(tx, locked.measure.id)).map(({ id }) => id))
    if (!entryIds.every((id) => own.has(id))) return refuse('invalid-input', 'entryIds')
    return decideAndRecord(tx, actor, locked.measure, {
      type: 'record-application',
      entryIds: [...new Set(entryIds)],
      applicableFrom,
    })
  })
}
