import type { Actor } from '#app/access/actor.ts'
import type { PrepareNotification } from '#app/measures/record-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Decision } from '#app/measures/decision.ts'
import { articleFor } from '#app/measures/notification-workflow.ts'
import { keepPack } from '#db/notifications.server.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'
import { noEvents, once } from './once.server.ts'
import { buildPack } from './notification-pack.server.ts'

/**
 * Makes the message of Article 9(2) or (3) from the file, as a pack that is kept as it is. The law
 * fixes no channel: sending it is recorded afterwards. What it lacks besides the reasons warns.
 */
export function prepareNotification(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { key, revision, reasons, description, contact }: PrepareNotification,
): Promise<Decision> {
  return once(
    db,
    actor,
    {
      key,
      act: 'prepare-notification',
      content: { reference, reasons, description, contact },
    },
    noEvents,
    async (tx) => {
      const locked = await lockToAct(tx, actor, reference, 'prepare-notification')
      if (!locked.ok) return locked
      const { measure } = locked
      if (measure.stage !== 'adopted') return refuse('not-in-this-stage')
      if (measure.revision !== revision) return refuse('stale-form')

      const article = articleFor(measure, measure.facts)
      const pack = await buildPack(tx, measure, { article, reasons, description, contact })
      if (!pack) return refuse('not-in-this-stage')
      return decideAndRecord(tx, actor, measure, {
        type: 'prepare-notification',
        notificationId: key,
        reasons,
        description,
        packSha256: await keepPack(tx, pack),
      })
    },
  )
}
