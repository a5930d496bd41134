import { type Audience, reached } from './audience.ts'
import { daysBetween } from './calendar.ts'
import { type DelegationCode, inProtocolOrder } from './delegation-codes.ts'
import type { EventType, RecordedEvent } from './events.ts'
import { type Day, referenceInAddress } from './measure.ts'

/** The acts of which others are told by mail. Every other act is inner, or is seen in the portal only. */
export const mailedActs = [
  'notice-given',
  'version-shared',
  'version-recalled',
  'comment-released',
  'comment-recalled',
  'joint-comment-opened',
  'joint-comment-invited',
  'joint-comment-released',
  'reply-given',
  'reply-answered',
  'position-stated',
  'measure-withdrawn',
  'content-withheld',
  'withheld-purged',
  'adoption-recorded',
  'notification-sent',
  'notification-acknowledged',
  'missing-content-asked',
  'missing-content-supplied',
  'compilation-recorded',
  'information-note-recorded',
  'publication-corrected',
  'requirement-recorded',
  'requirement-ended',
  'refusal-recorded',
  'entry-covered',
  'measure-repealed',
  'measure-expired',
] as const satisfies readonly EventType[]
export type MailedAct = (typeof mailedActs)[number]

/** at-once: something is due, or must not be acted upon any more. digest: once a day is enough. */
export type MailDue = 'at-once' | 'digest'

/** What must be known besides the event itself. */
export interface MailCircumstances {
  sender: DelegationCode
  /** Whom the event reaches, as the record says; null where it is public. */
  audience: Audience | null
  /** The day of the act in Brussels. */
  today: Day
  file: {
    reference: string
    owner: DelegationCode
    versions: readonly { id: string; number: number }[]
  } | null
  /** For an act on a comment: whose it is, and on which version. */
  comment: {
    delegation: DelegationCode
    versionId: string
    signatories: readonly DelegationCode[] | null
  } | null
  /** For the end of a control: the states whose standing requirements rest on it. */
  relying: readonly DelegationCode[]
  /** For a correction of a publication: whose measures it is about, and who relies on what it moved. */
  concerned: readonly DelegationCode[]
}

/**
 * What a mail says, and to whom it is addressed. The sender is among the addressees where the
 * audience has them; whoever writes the mail leaves them out, and asks the policy for the others.
 */
export interface Mailing {
  act: MailedAct
  addressees: readonly DelegationCode[]
  due: MailDue
  /** The reference of the file, or of the Official Journal for a compilation. */
  reference: string
  path: string
}

export function isMailed(
  event: RecordedEvent,
): event is Extract<RecordedEvent, { type: MailedAct }> {
  return (mailedActs as readonly EventType[]).includes(event.type)
}

/** To whom an act is told, and when. It takes nothing of what the act says. */
export function mailingOf(event: RecordedEvent, circumstances: MailCircumstances): Mailing | null {
  if (!isMailed(event)) return null
  if (event.type === 'compilation-recorded') {
    return {
      act: event.type,
      addressees: reached({ kind: 'all' }, { owner: 'COM', author: 'COM' }),
      due: 'digest',
      reference: oneLine(event.ojReference),
      path: `/compilations/${event.compilationId}`,
    }
  }
  if (event.type === 'information-note-recorded') {
    return {
      act: event.type,
      addressees: reached({ kind: 'all' }, { owner: 'COM', author: 'COM' }),
      due: 'digest',
      reference: oneLine(event.ojReference),
      path: `/information-notes/${event.noteId}`,
    }
  }
  if (event.type === 'publication-corrected') {
    return {
      act: event.type,
      addressees: inProtocolOrder([...circumstances.concerned, 'COM']),
      due: 'digest',
      reference: oneLine(event.ojReference),
      path: `/${event.of === 'compilation' ? 'compilations' : 'information-notes'}/${event.publicationId}`,
    }
  }
  const { file } = circumstances
  if (!file) return null
  return {
    act: event.type,
    addressees: addresseesOf(event, circumstances, file.owner),
    due: isDue(event, circumstances.today) ? 'at-once' : 'digest',
    reference: file.reference,
    path: pathOf(event, circumstances, file),
  }
}

type FileEvent = Exclude<
  Extract<RecordedEvent, { type: MailedAct }>,
  { type: 'compilation-recorded' | 'information-note-recorded' | 'publication-corrected' }
>

function addresseesOf(
  event: FileEvent,
  { sender, audience, comment, relying }: MailCircumstances,
  owner: DelegationCode,
): readonly DelegationCode[] {
  switch (event.type) {
    case 'position-stated':
    case 'reply-answered':
    case 'notification-acknowledged':
    case 'missing-content-asked':
      return [owner]
    case 'missing-content-supplied':
      return ['COM']
    case 'joint-comment-opened':
    case 'joint-comment-invited':
      return event.invited
    case 'reply-given':
      return comment ? [comment.delegation, ...(comment.signatories ?? [])] : []
    case 'notification-sent':
      return event.addressees.map(({ delegation }) => delegation)
    // Those who rely are told: the basis of Article 10 ends with the control.
    case 'entry-covered':
      return event.extent === 'not' ? [] : relying
    case 'measure-repealed':
    case 'measure-expired':
      return relying
    // Article 10(3): whom a requirement is told is the relying state's choice, the issuer included.
    case 'requirement-recorded':
    case 'requirement-ended':
      return audience ? reached(audience, { owner: sender, author: sender }) : []
    case 'notice-given':
    case 'version-shared':
    case 'version-recalled':
    case 'comment-released':
    case 'comment-recalled':
    case 'joint-comment-released':
    case 'measure-withdrawn':
    case 'content-withheld':
    case 'withheld-purged':
    case 'adoption-recorded':
    case 'refusal-recorded':
      return audience ? reached(audience, { owner, author: sender }) : []
  }
}

function isDue(event: FileEvent, today: Day): boolean {
  switch (event.type) {
    case 'version-recalled':
    case 'comment-recalled':
    case 'content-withheld':
    case 'notification-sent':
      return true
    case 'notice-given':
    case 'version-shared':
      return event.commentsBy !== null && daysBetween(today, event.commentsBy) <= 1
    default:
      return false
  }
}

function pathOf(
  event: FileEvent,
  { comment }: MailCircumstances,
  { reference, versions }: NonNullable<MailCircumstances['file']>,
): string {
  const path = `/files/${referenceInAddress(reference)}`
  switch (event.type) {
    case 'notice-given':
    case 'version-shared':
      return `${path}/versions/${event.number}`
    case 'position-stated':
      return `${path}/positions`
    case 'adoption-recorded':
    case 'notification-sent':
    case 'notification-acknowledged':
    case 'missing-content-asked':
    case 'missing-content-supplied':
      return `${path}/record`
    case 'joint-comment-opened':
    case 'joint-comment-invited':
      return `${path}/joint/${event.jointId}`
    case 'comment-released':
    case 'comment-recalled':
    case 'joint-comment-released':
    case 'reply-given':
    case 'reply-answered': {
      const id = 'versionId' in event ? event.versionId : comment?.versionId
      const version = versions.find((version) => version.id === id)
      return version ? `${path}/versions/${version.number}` : path
    }
    default:
      return path
  }
}

/**
 * Free text as one line of a mail: line breaks and other control characters become spaces, so that
 * nothing typed into a field can add a header or a line of its own (security, row 41).
 */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

/**
 * An address to which mail may be sent: one, without a name, without anything that a mail server
 * could read as a second one.
 */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s\p{C}@<>()[\]\\,;:"]+@[^\s\p{C}@<>()[\]\\,;:"]+$/u.test(text)
}
