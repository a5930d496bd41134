import type { Actor } from '#app/access/actor.ts'
import { delegationCodes, inProtocolOrder } from '#app/measures/delegation-codes.ts'
import { notificationAddressees } from '#app/measures/measure.ts'
import type { RecordSending } from '#app/measures/record-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Decision } from '#app/measures/decision.ts'
import { findNotification } from '#db/notifications.server.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'
import { sealNotification } from './seal.server.ts'

/**
 * Records to whom a notification went, how, when and under which reference: to all at once or to
 * some now and to others later. An addressee that was recorded with the same sending is not recorded
 * again; where another sending stands, nothing is recorded, since only a correction replaces that.
 */
export function recordSending(
  { db }: Deps,
  actor: Actor,
  reference: string,
  notificationId: string,
  { addressees, ...sending }: RecordSending,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockToAct(tx, actor, reference, 'record-sending')
    if (!locked.ok) return locked
    const { measure } = locked
    const notification = await findNotification(tx, measure.id, notificationId)
    if (!notification) return refuse('not-found')
    const possible = notificationAddressees(measure.owner, delegationCodes)
    if (!addressees.every((code) => possible.includes(code))) {
      return refuse('invalid-input', 'addressees')
    }
    const sent = notification.addressees.filter(({ delegation }) => addressees.includes(delegation))
    const fresh = inProtocolOrder(addressees).filter(
      (code) => !sent.some(({ delegation }) => delegation === code),
    )
    if (fresh.length === 0) return refuse('already-recorded', 'addressees')
    if (sent.some((earlier) => !isSameSending(earlier, sending))) {
      return refuse('sent-to-some', 'addressees')
    }
    const decision = await decideAndRecord(tx, actor, measure, {
      type: 'record-sending',
      notificationId,
      addressees: fresh.map((delegation) => ({ delegation, ...sending })),
    })
    if (decision.ok) await sealNotification(tx, actor, measure, notificationId)
    return decision
  })
}

type Sending = Omit<RecordSending, 'addressees'>

function isSameSending(one: Sending, other: Sending): boolean {
  return (
    one.channel === other.channel &&
    one.sentOn === other.sentOn &&
    one.reference === other.reference
  )
}
