import type { Actor } from '#app/access/actor.ts'
import { inProtocolOrder } from '#app/measures/delegation-codes.ts'
import type { CorrectSending } from '#app/measures/record-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Decision } from '#app/measures/decision.ts'
import { findNotification } from '#db/notifications.server.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'

/**
 * Puts right how, when and under which reference a notification was sent to those who are chosen; to
 * whom it went stays, because they know of the measure by it. The correction is an act of its own
 * that names what it takes the place of, and why. The same as before is no act.
 */
export function correctSending(
  { db }: Deps,
  actor: Actor,
  reference: string,
  notificationId: string,
  { revision, addressees, correction, ...sending }: CorrectSending,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockToAct(tx, actor, reference, 'correct-sending', revision)
    if (!locked.ok) return locked
    const { measure } = locked
    const notification = await findNotification(tx, measure.id, notificationId)
    if (!notification) return refuse('not-found')
    const sent = new Map(notification.addressees.map((one) => [one.delegation, one]))
    if (!addressees.every((code) => sent.has(code))) return refuse('invalid-input', 'addressees')
    const corrected = inProtocolOrder(addressees)
      .flatMap((code) => sent.get(code) ?? [])
      .filter(
        ({ channel, sentOn, reference }) =>
          channel !== sending.channel ||
          sentOn !== sending.sentOn ||
          reference !== sending.reference,
      )
    if (corrected.length === 0) return { ok: true, events: [] }
    return decideAndRecord(tx, actor, measure, {
      type: 'correct-sending',
      notificationId,
      sending,
      corrected,
      correction,
    })
  })
}
