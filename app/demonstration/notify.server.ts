import { randomUUID } from 'node:crypto'
import { acknowledge } from '#app/commands/acknowledge.server.ts'
import { askMissingContent } from '#app/commands/ask-missing-content.server.ts'
import { prepareNotification } from '#app/commands/prepare-notification.server.ts'
import { recordSending } from '#app/commands/record-sending.server.ts'
import { type DelegationCode, delegationCodes } from '#app/measures/delegation-codes.ts'
import { type Day, notificationAddressees } from '#app/measures/measure.ts'
import {
  acknowledgeInput,
  askMissingContentInput,
  prepareNotificationInput,
  recordSendingInput,
} from '#app/measures/record-inputs.ts'
import {
  adopt,
  type Demonstration,
  measureOf,
  must,
  openList,
  releaserOf,
} from './acting.server.ts'
import { notification, notifiedList } from './notified.ts'

/**
 * A list with its notification: sent to the Commission and most states, to the others two days later,
 * acknowledged, and with a question of the Commission that waits for an answer.
 */
export async function loadNotified(
  demonstration: Demonstration,
  daysAgo: (days: number) => Promise<Day>,
): Promise<string> {
  const { tx, deps } = demonstration
  const owner = releaserOf('PL')
  const list = notifiedList(await daysAgo(21))
  const reference = await openList(demonstration, list)
  await adopt(demonstration, list, reference)

  const key = randomUUID()
  const { revision } = await measureOf(tx, reference)
  const { reasons, description, question } = notification
  const prepared = prepareNotificationInput.parse({ key, revision, reasons, description })
  must('preparing the notification', await prepareNotification(deps, owner, reference, prepared))

  const send = async (addressees: readonly DelegationCode[], sentOn: Day) => {
    const sending = { addressees, channel: 'Letter', sentOn, reference: 'Demonstration 1/2' }
    const input = recordSendingInput.parse(sending)
    must('sending', await recordSending(deps, owner, reference, key, input))
  }
  const all = notificationAddressees('PL', delegationCodes)
  const later: readonly DelegationCode[] = ['MT', 'CY']
  const first = all.filter((code) => !later.includes(code))
  await send(first, await daysAgo(18))
  await send(later, await daysAgo(16))

  const officer = releaserOf('COM')
  const receipt = acknowledgeInput.parse({ acknowledgedOn: await daysAgo(14), reference: '' })
  must('acknowledging', await acknowledge(deps, officer, reference, key, receipt))
  const asked = askMissingContentInput.parse({ key: randomUUID(), question })
  must('asking', await askMissingContent(deps, officer, reference, key, asked))
  return reference
}
