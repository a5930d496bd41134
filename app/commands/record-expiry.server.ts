import type { Actor } from '#app/access/actor.ts'
import type { RecordExpiry } from '#app/measures/record-inputs.ts'
import type { Decision } from '#app/measures/decision.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'

/** The measure ran out without an act. `expiredOn` is the first day on which it no longer applies. */
export function recordExpiry(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { revision, ...expiry }: RecordExpiry,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockToAct(tx, actor, reference, 'expire', revision)
    if (!locked.ok) return locked
    return decideAndRecord(tx, actor, locked.measure, { type: 'expire', ...expiry })
  })
}
