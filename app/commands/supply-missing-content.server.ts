import type { Actor } from '#app/access/actor.ts'
import type { SupplyMissingContent } from '#app/measures/record-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Decision } from '#app/measures/decision.ts'
import { findNotification } from '#db/notifications.server.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'

/** The state answers a question of the Commission about a notification, once. */
export function supplyMissingContent(
  { db }: Deps,
  actor: Actor,
  reference: string,
  notificationId: string,
  { questionId, answer }: SupplyMissingContent,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockToAct(tx, actor, reference, 'supply-missing-content')
    if (!locked.ok) return locked
    const notification = await findNotification(tx, locked.measure.id, notificationId)
    const question = notification?.questions.find(({ id }) => id === questionId)
    if (!question) return refuse('not-found')
    if (question.answeredAt) return refuse('already-recorded', 'answer')
    return decideAndRecord(tx, actor, locked.measure, {
      type: 'supply-missing-content',
      questionId,
      notificationId,
      answer,
    })
  })
}
