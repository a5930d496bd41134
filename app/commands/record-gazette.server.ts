import type { Actor } from '#app/access/actor.ts'
import type { RecordGazette } from '#app/measures/record-inputs.ts'
import type { Decision } from '#app/measures/decision.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'

/** Where and when the state published its measure: from now everybody may see it. */
export function recordGazette(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { revision, ...gazette }: RecordGazette,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockToAct(tx, actor, reference, 'record-gazette', revision)
    if (!locked.ok) return locked
    return decideAndRecord(tx, actor, locked.measure, { type: 'record-gazette', ...gazette })
  })
}
