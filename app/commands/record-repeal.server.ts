import type { Actor } from '#app/access/actor.ts'
import type { RecordRepeal } from '#app/measures/record-inputs.ts'
import type { Decision } from '#app/measures/decision.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'

/** A repeal is a change (Article 9(3)): it ends what still stands, and is to be notified. */
export function recordRepeal(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { revision, ...repeal }: RecordRepeal,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockToAct(tx, actor, reference, 'repeal', revision)
    if (!locked.ok) return locked
    return decideAndRecord(tx, actor, locked.measure, { type: 'repeal', ...repeal })
  })
}
