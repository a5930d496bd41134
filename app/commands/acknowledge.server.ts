import type { Actor } from '#app/access/actor.ts'
import type { Acknowledge } from '#app/measures/record-inputs.ts'
import type { Decision } from '#app/measures/decision.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'

/** The Commission says that it received a notification. */
export function acknowledge(
  { db }: Deps,
  actor: Actor,
  reference: string,
  notificationId: string,
  input: Acknowledge,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockToAct(tx, actor, reference, 'acknowledge')
    if (!locked.ok) return locked
    return decideAndRecord(tx, actor, locked.measure, {
      type: 'acknowledge',
      notificationId,
      ...input,
    })
  })
}
