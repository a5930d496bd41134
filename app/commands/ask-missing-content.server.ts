import type { Actor } from '#app/access/actor.ts'
import type { AskMissingContent } from '#app/measures/record-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Decision } from '#app/measures/decision.ts'
import { findNotification } from '#db/notifications.server.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'
import { noEvents, once } from './once.server.ts'

/** The Commission asks the state for what Article 9(2) obliges a notification to hold. */
export function askMissingContent(
  { db }: Deps,
  actor: Actor,
  reference: string,
  notificationId: string,
  { key, question }: AskMissingContent,
): Promise<Decision> {
  return once(
    db,
    actor,
    { key, act: 'ask-missing-content', content: { reference, notificationId, question } },
    noEvents,
    async (tx) => {
      const locked = await lockToAct(tx, actor, reference, 'ask-missing-content')
      if (!locked.ok) return locked
      const { measure } = locked
      const notification = await findNotification(tx, measure.id, notificationId)
      if (!notification) return refuse('not-found')
      return decideAndRecord(tx, actor, measure, {
        type: 'ask-missing-content',
        questionId: key,
        notificationId,
        question,
      })
    },
  )
}
