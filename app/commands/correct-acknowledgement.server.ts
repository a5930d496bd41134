import type { Actor } from '#app/access/actor.ts'
import type { CorrectAcknowledgement } from '#app/measures/record-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Decision } from '#app/measures/decision.ts'
import { findNotification } from '#db/notifications.server.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'

/**
 * Puts right when, and under which reference, the Commission acknowledged a notification. The
 * correction is an act of its own that names what it takes the place of, and why. The same as before
 * is no act.
 */
export function correctAcknowledgement(
  { db }: Deps,
  actor: Actor,
  reference: string,
  notificationId: string,
  { revision, ...correction }: CorrectAcknowledgement,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockToAct(tx, actor, reference, 'correct-acknowledgement', revision)
    if (!locked.ok) return locked
    const notification = await findNotification(tx, locked.measure.id, notificationId)
    if (!notification?.acknowledgedOn) return refuse('not-found')
    const { acknowledgedOn, acknowledgementReference } = notification
    const corrected = { acknowledgedOn, reference: acknowledgementReference ?? '' }
    const isSame =
      correction.acknowledgedOn === corrected.acknowledgedOn &&
      correction.reference === corrected.reference
    if (isSame) return { ok: true, events: [] }
    return decideAndRecord(tx, actor, locked.measure, {
      type: 'correct-acknowledgement',
      notificationId,
      ...correction,
      corrected,
    })
  })
}
