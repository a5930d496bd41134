import { type BasisFacts, isPublished, warningsFor } from './article-10.ts'
import type { Audience } from './audience.ts'
import type { DelegationCode } from './delegation-codes.ts'
import type { EventOf, RecordedEvent } from './events.ts'
import type { NoticeFields } from './events/life.ts'
import {
  type Day,
  type Facts,
  type Measure,
  type NotificationArticle,
  carriesEntries,
  daySentTo,
  firstArticle,
  hasBeenNotified,
  lastShared,
  notifiedDelegations,
} from './measure.ts'
import { type Refusal, type Result, refuse } from './refusals.ts'
import {
  refuseAcknowledgement,
  refuseDayAfterAdoption,
  refuseDayBeforeAdoption,
  refuseDayGone,
  refuseDayToCome,
} from './refused-days.ts'
import { type TransitionCommand, transitionFor } from './transitions.ts'

type Without<Type extends RecordedEvent['type'], Keys extends string = never> = Omit<
  EventOf<Type>,
  'type' | Keys
>

/** A text as it was frozen: its hash over canonical JSON, and up to where in the update log it goes. */
export interface Frozen {
  versionId: string
  sha256: string
  language: string
  documentSeq: number
  /** Whether it says anything at all. */
  isEmpty: boolean
}

/** How, when and under which reference a notification went to somebody. */
type Sending = EventOf<'sending-corrected'>['corrected']

export type Command =
  | {
      type: 'give-notice'
      /** What the notice says now, where it is not what was kept. */
      written: NoticeFields | null
      frozen: Omit<Frozen, 'documentSeq'>
      audience: Audience
      commentsBy: Day | null
    }
  | { type: 'open-draft'; documentId: string }
  | { type: 'share'; frozen: Frozen; audience: Audience; commentsBy: Day | null; coverNote: string }
  | { type: 'recall'; number: number; reason: string }
  | { type: 'withdraw'; reason: string }
  | ({ type: 'record-adoption'; frozen: Frozen } & Pick<
      EventOf<'adoption-recorded'>,
      'actTitle' | 'actNumber' | 'adoptedOn'
    >)
  | ({
      type: 'correct-adoption'
      /** The first day on which an entry applies by a day of its own. */
      firstApplication: Day | null
    } & Without<'adoption-corrected'>)
  | ({ type: 'record-gazette' } & Without<'gazette-recorded'>)
  | ({ type: 'record-entry-into-force' } & Without<'entry-into-force-recorded'>)
  | ({ type: 'record-application' } & Without<'entry-application-recorded'>)
  | ({ type: 'prepare-notification' } & Without<'notification-prepared', 'article'>)
  | ({ type: 'record-sending' } & Without<'notification-sent'>)
  | {
      type: 'correct-sending'
      notificationId: string
      sending: Sending
      /** What is recorded now for those whose sending is corrected. */
      corrected: readonly ({ delegation: DelegationCode } & Sending)[]
      correction: string
    }
  | ({ type: 'acknowledge' } & Without<'notification-acknowledged'>)
  | ({ type: 'correct-acknowledgement' } & Without<'acknowledgement-corrected'>)
  | ({ type: 'ask-missing-content' } & Without<'missing-content-asked'>)
  | ({ type: 'supply-missing-content' } & Without<'missing-content-supplied'>)
  | ({ type: 'record-publication' } & Without<'measure-published'>)
  | ({ type: 'compile' } & Without<'list-compiled'>)
  | ({ type: 'record-requirement'; basis: BasisFacts } & Without<
      'requirement-recorded',
      'warnings'
    >)
  | ({ type: 'record-refusal'; basis: BasisFacts } & Without<'refusal-recorded'>)
  | ({ type: 'cover' } & Without<'entry-covered'>)
  | ({ type: 'repeal' } & Without<'measure-repealed'>)
  | ({ type: 'expire' } & Without<'measure-expired'>)

export type Decision = Result<{ events: RecordedEvent[] }>

/**
 * What follows from a command, given what the measure is. Pure: reads no clock, draws no id, awaits
 * nothing. `today` is the calendar day in Brussels by the database's clock.
 * Adoption and withdrawal are never made to wait for anything (product, invariant 1).
 */
export function decide(measure: Measure, command: Command, today: Day): Decision {
  const { from } = transitionFor(command.type as TransitionCommand)
  if (!from.includes(measure.stage)) {
    const isAgain = command.type === 'record-adoption' && measure.stage === 'adopted'
    return refuse(isAgain ? 'already-adopted' : 'not-in-this-stage')
  }
  if (measure.stage === 'adopted')
    return decideAfterAdoption(measure, measure.facts, command, today)
  return decideBeforeAdoption(measure, command, today)
}

function decideBeforeAdoption(measure: Measure, command: Command, today: Day): Decision {
  const number = measure.versions.length + 1
  switch (command.type) {
    case 'give-notice': {
      if (command.frozen.isEmpty) return refuse('nothing-to-share')
      const { audience, commentsBy, frozen, written } = command
      const { isEmpty: _, ...version } = frozen
      return (
        refuseReleaseTo(measure, audience, commentsBy, today) ??
        happened(...(written ? [{ type: 'notice-written' as const, notice: written }] : []), {
          type: 'notice-given',
          number,
          ...version,
          audience,
          commentsBy,
        })
      )
    }
    case 'open-draft':
      return happened({ type: 'draft-opened', documentId: command.documentId })
    case 'share': {
      if (command.frozen.isEmpty) return refuse('nothing-to-share')
      const { audience, commentsBy, coverNote, frozen } = command
      const { isEmpty: _, ...version } = frozen
      return (
        refuseReleaseTo(measure, audience, commentsBy, today) ??
        happened({ type: 'version-shared', number, ...version, audience, commentsBy, coverNote })
      )
    }
    case 'recall': {
      const version = measure.versions.find((version) => version.number === command.number)
      if (!version) return refuse('not-found')
      if (version.isRecalled) return refuse('version-recalled')
      const { id: versionId } = version
      return happened({
        type: 'version-recalled',
        versionId,
        number: version.number,
        reason: command.reason,
      })
    }
    case 'withdraw':
      return happened({ type: 'measure-withdrawn', reason: command.reason })
    case 'record-adoption': {
      const toCome = refuseDayToCome(command.adoptedOn, today, 'adoptedOn')
      if (toCome) return toCome
      const { frozen, actTitle, actNumber, adoptedOn } = command
      const { isEmpty: _, ...version } = frozen
      const comparedWith = lastShared(measure)?.number ?? null
      return happened({
        type: 'adoption-recorded',
        number,
        ...version,
        actTitle,
        actNumber,
        adoptedOn,
        comparedWith,
      })
    }
    default:
      return refuse('not-in-this-stage')
  }
}

function decideAfterAdoption(
  measure: Measure,
  facts: Facts,
  command: Command,
  today: Day,
): Decision {
  switch (command.type) {
    case 'correct-adoption': {
      const { firstApplication, ...corrected } = command
      const toCome = refuseDayToCome(corrected.adoptedOn, today, 'adoptedOn')
      if (toCome) return toCome
      if (daysAfterAdoption(facts, firstApplication).some((day) => day < corrected.adoptedOn)) {
        return refuse('date-after-what-followed', 'adoptedOn')
      }
      return happened(as('adoption-corrected', corrected))
    }
    case 'record-gazette': {
      if (facts.gazettedOn && !command.correction) return refuse('already-recorded')
      return (
        refuseDayAfterAdoption(facts.adoptedOn, command.gazettedOn, today, 'gazettedOn') ??
        happened(as('gazette-recorded', command))
      )
    }
    case 'record-entry-into-force': {
      if (facts.inForceOn && !command.correction) return refuse('already-recorded')
      const tooEarly = refuseDayBeforeAdoption(facts.adoptedOn, command.inForceOn, 'inForceOn')
      if (tooEarly) return tooEarly
      return happened(as('entry-into-force-recorded', command))
    }
    case 'record-application': {
      const tooEarly = refuseDayBeforeAdoption(
        facts.adoptedOn,
        command.applicableFrom,
        'applicableFrom',
      )
      if (tooEarly) return tooEarly
      return happened(as('entry-application-recorded', command))
    }
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
      if (concernsCommission && acknowledgedOn && acknowledgedOn < sending.sentOn) {
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
      const sentOn = daySentTo(notification, 'COM')
      if (!sentOn) return refuse('not-notified')
      if (notification.acknowledgedOn) return refuse('already-recorded')
      return (
        refuseAcknowledgement(sentOn, command.acknowledgedOn, today) ??
        happened(as('notification-acknowledged', command))
      )
    }
    case 'correct-acknowledgement': {
      const notification = facts.notifications.find(({ id }) => id === command.notificationId)
      const sentOn = notification && daySentTo(notification, 'COM')
      if (!sentOn) return refuse('not-found')
      return (
        refuseAcknowledgement(sentOn, command.acknowledgedOn, today) ??
        happened(as('acknowledgement-corrected', command))
      )
    }
    case 'ask-missing-content': {
      const notification = facts.notifications.find(({ id }) => id === command.notificationId)
      if (!notification) return refuse('not-found')
      if (!daySentTo(notification, 'COM')) return refuse('not-notified')
      return happened(as('missing-content-asked', command))
    }
    case 'supply-missing-content':
      return happened(as('missing-content-supplied', command))
    case 'record-publication': {
      if (!notifiedDelegations(facts).includes('COM')) return refuse('not-notified')
      if (facts.publishedOn && !command.correction) return refuse('already-recorded')
      return (
        refuseDayAfterAdoption(facts.adoptedOn, command.publishedOn, today, 'publishedOn') ??
        happened(as('measure-published', command))
      )
    }
    case 'compile': {
      if (!carriesEntries(measure.kind)) return refuse('not-a-list')
      return (
        refuseDayAfterAdoption(facts.adoptedOn, command.publishedOn, today, 'publishedOn') ??
        happened(as('list-compiled', command))
      )
    }
    case 'record-requirement': {
      const { basis, exporterInformedOn, customsInformedOn } = command
      // Article 10(1)(b): nothing can rest on what the Commission has not published.
      if (!isPublished(basis)) return refuse('not-published')
      if (exporterInformedOn > today) return refuse('date-in-the-future', 'exporterInformedOn')
      if (customsInformedOn && customsInformedOn > today) {
        return refuse('date-in-the-future', 'customsInformedOn')
      }
      const { basis: _, ...requirement } = as('requirement-recorded', command)
      return happened({ ...requirement, warnings: warningsFor(basis, requirement) })
    }
    case 'record-refusal': {
      if (!isPublished(command.basis)) return refuse('not-published')
      if (command.refusedOn > today) return refuse('date-in-the-future', 'refusedOn')
      const { basis: _, ...refusal } = as('refusal-recorded', command)
      return happened(refusal)
    }
    case 'cover':
      return happened(as('entry-covered', command))
    case 'repeal': {
      if (hasEnded(facts) && !command.correction) return refuse('already-repealed')
      const tooEarly = refuseDayBeforeAdoption(facts.adoptedOn, command.repealedOn, 'repealedOn')
      if (tooEarly) return tooEarly
      return happened(as('measure-repealed', command))
    }
    case 'expire': {
      if (hasEnded(facts) && !command.correction) return refuse('already-repealed')
      const tooEarly = refuseDayBeforeAdoption(facts.adoptedOn, command.expiredOn, 'expiredOn')
      if (tooEarly) return tooEarly
      return happened(as('measure-expired', command))
    }
    default:
      return refuse('not-in-this-stage')
  }
}

/** The first message is of the measure (9(2)); what follows tells of a change (9(3)). */
export function articleFor(measure: Measure, facts: Facts): NotificationArticle {
  const first = firstArticle(measure.kind)
  if (first !== '9(2)') return first
  return facts.repealedOn || facts.expiredOn || hasBeenNotified(facts) ? '9(3)' : '9(2)'
}

function refuseReleaseTo(
  measure: Measure,
  audience: Audience,
  commentsBy: Day | null,
  today: Day,
): Refusal | null {
  if (audience.kind === 'owner') return refuse('no-addressees')
  if (audience.kind === 'named' && audience.delegations.every((code) => code === measure.owner)) {
    return refuse('no-addressees')
  }
  return refuseDayGone(commentsBy, today, 'commentsBy')
}

/** Every recorded day that cannot lie before adoption. */
function daysAfterAdoption(facts: Facts, firstApplication: Day | null): Day[] {
  const { gazettedOn, inForceOn, publishedOn, inCompilationOn, repealedOn, expiredOn } = facts
  const sent = facts.notifications.flatMap((message) => message.sent.map(({ on }) => on))
  return [
    gazettedOn,
    inForceOn,
    firstApplication,
    publishedOn,
    inCompilationOn,
    repealedOn,
    expiredOn,
    ...sent,
  ].filter((day) => day !== null)
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

function hasEnded(facts: Facts): boolean {
  return facts.repealedOn !== null || facts.expiredOn !== null
}

function happened(...events: RecordedEvent[]): Decision {
  return { ok: true, events }
}

function as<Type extends RecordedEvent['type'], Fields extends { type: string }>(
  type: Type,
  command: Fields,
): Omit<Fields, 'type'> & { type: Type } {
  const { type: _, ...fields } = command
  return { ...fields, type }
}

/** An early notice says nothing when every field of substance is blank. */
export function isNoticeEmpty(notice: NoticeFields): boolean {
  return [notice.risk, notice.technology, notice.envisaged].every((field) => field.trim() === '')
}
