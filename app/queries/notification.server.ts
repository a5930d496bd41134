import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { toldOf } from '#app/access/told.ts'
import type { Deps } from '#app/commands/deps.ts'
import { buildPack } from '#app/commands/notification-pack.server.ts'
import { delegationCodes } from '#app/measures/delegation-codes.ts'
import { carriesEntries, notificationAddressees } from '#app/measures/measure.ts'
import {
  describeItems,
  missingFrom,
  type NotificationPack,
} from '#app/measures/notification-pack.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { TransitionCommand } from '#app/measures/transitions.ts'
import { articleFor } from '#app/measures/notification-workflow.ts'
import { databaseTime } from '#db/clock.server.ts'
import { findNotification, findPack } from '#db/notifications.server.ts'
import { findSealState } from '#db/seals.server.ts'
import { findFile } from './file-page.server.ts'
import { visibleNotification } from './record-page.server.ts'

/** What the form of a notification begins with: the Article, the items, and what would be missing. */
export async function findNotificationForm(deps: Deps, actor: Actor, reference: string) {
  const found = await findFile(deps, actor, reference)
  if (!found.ok) return found
  const { measure, file } = found
  const permission = can(actor, 'act', { file, command: 'prepare-notification' })
  if (!permission.ok) return permission
  if (measure.stage !== 'adopted') return refuse('not-in-this-stage')
  const { details } = measure
  const article = articleFor(measure, measure.facts)
  const words = { article, reasons: '', description: '', contact: details.contact }
  const pack = await buildPack(deps.db, measure, words)
  if (!pack) return refuse('not-in-this-stage')
  const description = describeItems(pack.items)
  return {
    ok: true as const,
    file: {
      reference: measure.reference,
      title: details.title,
      revision: measure.revision,
      kind: measure.kind,
    },
    article,
    contact: details.contact,
    description,
    items: pack.items,
    addressees: pack.addressees,
    isList: carriesEntries(measure.kind),
    missing: missingFrom({
      isList: carriesEntries(measure.kind),
      text: pack.text.content,
      items: pack.items.length,
      description,
    }),
  }
}

/** A prepared notification with its pack, as far as this person may see it. */
export async function findNotificationPage(
  deps: Deps,
  actor: Actor,
  reference: string,
  notificationId: string,
) {
  const found = await findFile(deps, actor, reference)
  if (!found.ok) return found
  const { measure, file } = found
  if (measure.stage !== 'adopted') return refuse('not-found')
  const notification = await findNotification(deps.db, measure.id, notificationId)
  const shown = notification && visibleNotification(actor, measure, notification)
  const pack = shown && (await findPack(deps.db, shown.packSha256))
  if (!shown || !isPack(pack)) return refuse('not-found')
  const may = (command: TransitionCommand) => can(actor, 'act', { file, command }).ok
  const { details, revision } = toldOf(actor, measure)
  const sent = new Set(shown.addressees.map(({ delegation }) => delegation))
  return {
    ok: true as const,
    file: { reference: measure.reference, title: details.title, kind: measure.kind, revision },
    adoptedOn: measure.facts.adoptedOn,
    today: (await databaseTime(deps.db)).today,
    notification: shown,
    pack,
    seal: await findSealState(deps.db, 'notification', notificationId),
    missing: missingFrom({
      isList: carriesEntries(measure.kind),
      text: pack.text.content,
      items: pack.items.length,
      description: pack.description,
    }),
    unsent: notificationAddressees(measure.owner, delegationCodes).filter(
      (code) => !sent.has(code),
    ),
    may: {
      send: may('record-sending'),
      correctSending: may('correct-sending') && sent.size > 0,
      acknowledge: may('acknowledge') && sent.has('COM') && !shown.acknowledgedOn,
      correctAcknowledgement: may('correct-acknowledgement') && shown.acknowledgedOn !== null,
      ask: may('ask-missing-content') && sent.has('COM'),
      supply: may('supply-missing-content'),
    },
  }
}

export type NotificationPage = Extract<
  Awaited<ReturnType<typeof findNotificationPage>>,
  { ok: true }
>
export type NotificationForm = Extract<
  Awaited<ReturnType<typeof findNotificationForm>>,
  { ok: true }
>

/** Packs are written by us alone and hashed; the format says which shape they have. */
function isPack(pack: unknown): pack is NotificationPack {
  return (
    typeof pack === 'object' &&
    pack !== null &&
    'format' in pack &&
    pack.format === 'concert-notification/1'
  )
}
