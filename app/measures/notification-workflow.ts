import type { Command, Sending } from './commands.ts'
import { as, type Decision, happened } from './decision.ts'
import type { DelegationCode } from './delegation-codes.ts'
import {
  type Day,
  type Facts,
  type Measure,
  type NotificationArticle,
  firstArticle,
  hasBeenNotified,
  sendingTo,
} from './measure.ts'
import { refuse } from './refusals.ts'
import { refuseAcknowledgement, refuseDayAfterAdoption } from './refused-days.ts'

/** The message of Article 9(2) or 9(3): made, sent, acknowledged, asked about. Null for other commands. */
export function decideNotification(
  measure: Measure,
  facts: Facts,
  command: Command,
  today: Day,
): Decision | null {
  switch (command.type) {
    case 'prepare-notification':
      return happened({
        ...as('notification-prepared', command),
        article: articleFor(measure, facts),
      })
    case 'record-sending': {
      const notification = facts.notifications.find(({ id }) => id === command.notificationId)
      if (!notification) return refuse('not-found')
      if (command.addressees.length === 0) return refuse('no-addressees', 'addressees')
      for (const { sentOn } of command.addressees) {
        const refusal = refuseDayAfterAdoption(facts.adoptedOn, sentOn, today, 'sentOn')
        if (refusal) return refusal
      }
      return happened(as('notification-sent', command))
    }
    case 'correct-sending': {
      const { notificationId, sending, corrected, correction } = command
      const notification = facts.notifications.find(({ id }) => id === notificationId)
      if (!notification) return refuse('not-found')
      const refusal = refuseDayAfterAdoption(facts.adoptedOn, sending.sentOn, today, 'sentOn')
      if (refusal) return refusal
      const { acknowledgedOn } = notification
      const concernsCommission = corrected.some(({ delegation }) => delegation === 'COM')
      const { sentOn } = sending
      if (concernsCommission && acknowledgedOn && sentOn && acknowledgedOn < sentOn) {
        return refuse('date-after-acknowledgement', 'sentOn')
      }
      const events = alike(corrected).map(({ addressees, sending: former }) => ({
        type: 'sending-corrected' as const,
        notificationId,
        addressees,
        ...sending,
        corrected: former,
        correction,
      }))
      return { ok: true, events }
    }
    case 'acknowledge': {
      const notification = facts.notifications.find(({ id }) => id === command.notificationId)
      if (!notification) return refuse('not-found')
      const sending = sendingTo(notification, 'COM')
      if (!sending) return refuse('not-notified')
      if (notification.acknowledgedOn) return refuse('already-recorded')
      return (
        refuseAcknowledgement(sending.on, command.acknowledgedOn, today) ??
        happened(as('notification-acknowledged', command))
      )
    }
    case 'correct-acknowledgement': {
      const notification = facts.notifications.find(({ id }) => id === command.notificationId)
      const sending = notification && sendingTo(notification, 'COM')
      if (!sending) return refuse('not-found')
      return (
        refuseAcknowledgement(sending.on, command.acknowledgedOn, today) ??
        happened(as('acknowledgement-corrected', command))
      )
    }
    case 'ask-missing-content': {
      const notification = facts.notifications.find(({ id }) => id === command.notificationId)
      if (!notification) return refuse('not-found')
      if (!sendingTo(notification, 'COM')) return refuse('not-notified')
      return happened(as('missing-content-asked', command))
    }
    case 'supply-missing-content':
      return happened(as('missing-content-supplied', command))
    default:
      return null
  }
}

/** The first message is of the measure (9(2)); what follows tells of a change (9(3)). */
export function articleFor(measure: Measure, facts: Facts): NotificationArticle {
  const first = firstArticle(measure.kind)
  if (first !== '9(2)') return first
  return facts.repealedOn || facts.expiredOn || hasBeenNotified(facts) ? '9(3)' : '9(2)'
}

/** Those for whom the same sending is recorded stand together. */
function alike(recorded: readonly ({ delegation: DelegationCode } & Sending)[]) {
  const groups: { addressees: DelegationCode[]; sending: Sending }[] = []
  for (const { delegation, ...sending } of recorded) {
    const group = groups.find(
      ({ sending: { channel, sentOn, reference } }) =>
        channel === sending.channel && sentOn === sending.sentOn && reference === sending.reference,
    )
    if (group) group.addressees.push(delegation)
    else groups.push({ addressees: [delegation], sending })
  }
  return groups
}
