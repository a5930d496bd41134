import type { AttachmentMarks } from './attachment.ts'
import { type Audience, union } from './audience.ts'
import { type DelegationCode, inProtocolOrder } from './delegation-codes.ts'
import type { RecordedEvent } from './events.ts'
import { type KnownTo, knownTo, type Measure, type Version } from './measure.ts'

/**
 * Who may learn that an event happened. inner: the delegation whose act it is. released: its
 * audience. public: whoever may see the file.
 */
export interface Visibility {
  lane: 'inner' | 'released' | 'public'
  audience: Audience | null
}

const inner: Visibility = { lane: 'inner', audience: null }
const open: Visibility = { lane: 'public', audience: null }
const toAll: Visibility = { lane: 'released', audience: { kind: 'all' } }
const toCommission: Visibility = { lane: 'released', audience: { kind: 'owner-commission' } }

/**
 * `about` is the audience of the comment that an event follows up (a recall, a reply, a credit):
 * such events do not carry it themselves. Without it they stay between the two sides' owner.
 */
export function visibilityOf(
  event: RecordedEvent,
  measure: Measure | null,
  about: Audience | null = null,
): Visibility {
  switch (event.type) {
    case 'notice-given':
    case 'version-shared':
    case 'comment-released':
    case 'position-stated':
    case 'joint-comment-opened':
    case 'joint-comment-invited':
    case 'joint-comment-joined':
    case 'joint-comment-signed':
    case 'joint-comment-unsigned':
    case 'joint-comment-declined':
    case 'joint-comment-left':
    case 'joint-comment-released':
      return { lane: 'released', audience: event.audience }
    case 'content-withheld':
    case 'withheld-restored':
    case 'withheld-purged':
      return event.audience ? { lane: 'released', audience: event.audience } : inner
    case 'requirement-recorded':
      return event.audience.kind === 'owner'
        ? inner
        : { lane: 'released', audience: event.audience }
    case 'attachment-added':
      return measure
        ? attachmentVisibility(event, { ...knownTo(measure), versions: measure.versions })
        : inner
    case 'requirement-ended':
      return about && about.kind !== 'owner' ? { lane: 'released', audience: about } : inner
    case 'comment-recalled':
    case 'reply-given':
    case 'reply-answered':
    case 'wording-taken-up':
      return { lane: 'released', audience: about ?? { kind: 'owner' } }
    // It is told with the thread; where that is still inside, it stays inside too.
    case 'thread-placed':
      return about ? { lane: 'released', audience: about } : inner
    case 'version-recalled':
    case 'translation-added':
    case 'translation-withdrawn':
      return { lane: 'released', audience: versionAudience(measure, event.number) }
    case 'measure-withdrawn':
    case 'adoption-recorded':
      return { lane: 'released', audience: sharedAudience(measure) }
    case 'notification-sent':
      return toThose([
        ...sentBefore(measure, event.notificationId),
        ...event.addressees.map(({ delegation }) => delegation),
      ])
    case 'sending-corrected':
    case 'notification-acknowledged':
    case 'acknowledgement-corrected':
      return toThose(sentBefore(measure, event.notificationId))
    case 'refusal-recorded':
      return toAll
    case 'missing-content-asked':
    case 'missing-content-supplied':
    // The Commission's work on a list, which the state whose list it is may follow.
    case 'language-versions-added':
    case 'language-versions-checked':
    case 'language-version-withdrawn':
    case 'language-held':
      return toCommission
    case 'adoption-corrected':
    case 'gazette-recorded':
    case 'entry-into-force-recorded':
    case 'entry-application-recorded':
    case 'measure-published':
    case 'compilation-recorded':
    case 'list-compiled':
    case 'information-note-recorded':
    case 'measure-in-note':
    case 'publication-corrected':
    case 'measure-publication-corrected':
    case 'entry-covered':
    case 'measure-repealed':
    case 'measure-expired':
    case 'language-versions-published':
      return open
    case 'file-opened':
    case 'details-changed':
    case 'notice-written':
    case 'draft-opened':
    case 'parallel-draft-linked':
    case 'attachment-removed':
    case 'national-step-recorded':
    case 'comment-written':
    case 'comment-revised':
    case 'comment-discarded':
    case 'comments-merged':
    case 'merge-undone':
    case 'inside-reply-written':
    case 'threads-carried':
    case 'word-brought-in':
    case 'word-note-settled':
    case 'notification-prepared':
    case 'person-invited':
    case 'invitation-accepted':
    case 'invitation-withdrawn':
    case 'role-granted':
    case 'role-ended':
    case 'person-changed':
    case 'person-deactivated':
    case 'sessions-ended':
    case 'delegation-settings-changed':
    case 'language-package-handed-over':
    // It has no delegation: the portal seals, and those who may read the act take the seal away.
    case 'record-sealed':
      return inner
    case 'record-key-introduced':
      return open
    default:
      return unreachable(event)
  }
}

/**
 * Who reads an attachment as things stand. One that is shown goes along with what is put before
 * others, to its audiences and as long as that is not recalled. A final text takes the national act
 * along and nothing else: the act is what was adopted, the rest was meant for those who commented.
 */
export function attachmentVisibility(
  { kind, isShared }: AttachmentMarks,
  file: KnownTo & { versions: readonly Pick<Version, 'kind' | 'audience' | 'isRecalled'>[] },
): Visibility {
  if (!isShared) return inner
  const isAdoptedAct = kind === 'national-act' && file.versions.some((own) => own.kind === 'final')
  if (isAdoptedAct && file.isPublic) return open
  const audience = union([
    ...file.versions
      .filter((version) => version.kind !== 'final' && !version.isRecalled)
      .map((version) => version.audience),
    ...(isAdoptedAct ? [{ kind: 'named' as const, delegations: [...file.notifiedTo] }] : []),
  ])
  return audience.kind === 'owner' ? inner : { lane: 'released', audience }
}

/** Whether anybody outside was ever given it, by a version that was recalled since too. */
export function wasGiven(attachment: AttachmentMarks, measure: Measure): boolean {
  const versions = measure.versions.map((version) => ({ ...version, isRecalled: false }))
  return attachmentVisibility(attachment, { ...knownTo(measure), versions }).lane !== 'inner'
}

/** What a message says, and that there is one, is for those to whom it went. */
function toThose(delegations: readonly DelegationCode[]): Visibility {
  return {
    lane: 'released',
    audience: { kind: 'named', delegations: inProtocolOrder(new Set(delegations)) },
  }
}

function sentBefore(measure: Measure | null, notificationId: string): DelegationCode[] {
  const notifications = measure?.stage === 'adopted' ? measure.facts.notifications : []
  const notification = notifications.find(({ id }) => id === notificationId)
  return notification?.sent.map(({ to }) => to) ?? []
}

function versionAudience(measure: Measure | null, number: number): Audience {
  return (
    measure?.versions.find((version) => version.number === number)?.audience ?? { kind: 'owner' }
  )
}

/** Everybody who was given any version or notice of the measure. */
export function sharedAudience(measure: Measure | null): Audience {
  return union((measure?.versions ?? []).map(({ audience }) => audience))
}

function unreachable(value: never): never {
  throw new Error(`unknown event ${JSON.stringify(value)}`)
}
