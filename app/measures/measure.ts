import type { Audience } from './audience.ts'
import type { DelegationCode, MemberStateCode } from './delegation-codes.ts'

/** What a file can be about (Article 9; other measures feed the C-series information note only). */
export const measureKinds = [
  'national-control-list',
  'authorisation-requirement',
  'prohibition',
  'amendment',
  'repeal',
  'other-notified-measure',
] as const
export type MeasureKind = (typeof measureKinds)[number]

/** The only two grounds of Article 9(1). Public security includes the prevention of acts of terrorism. */
export const grounds = ['public-security', 'human-rights'] as const
export type Ground = (typeof grounds)[number]

/** Handling of what the file holds. Classified information is not allowed in the portal at all. */
export const markings = ['none', 'limited-distribution', 'regime-confidential'] as const
export type Marking = (typeof markings)[number]

/** A calendar day in Brussels, `YYYY-MM-DD`. */
export type Day = string

/** notice: an early notice. draft: shared for comments. final: what was adopted. */
export type VersionKind = 'notice' | 'draft' | 'final'

/** What a file says about itself. */
export interface Details {
  title: string
  grounds: readonly Ground[]
  marking: Marking
  /** Whom to ask, as the owner wrote it; empty where nobody is named. */
  contact: string
}

/** A frozen, numbered text of a measure, without the text. */
export interface Version {
  id: string
  number: number
  kind: VersionKind
  audience: Audience
  /** What the file said about itself when the version left the house: frozen with it. */
  details: Details
  isRecalled: boolean
  /** Its words were withheld, and may be purged: it keeps its number and its hash. */
  isWithheld: boolean
}

/** `other`: the Article of Articles 4 to 8, 11, 12, 22 and 23 that a measure outside Article 9 rests on. */
export const notificationArticles = ['9(2)', '9(3)', 'other'] as const
export type NotificationArticle = (typeof notificationArticles)[number]

/** Two addressees by law (Article 9(2)): the Commission and the other Member States. */
export interface Notification {
  id: string
  article: NotificationArticle
  /** To whom it went, and when: to all at once, or to one after the other; empty while it is prepared. */
  sent: readonly { to: DelegationCode; on: Day | null }[]
  acknowledgedOn: Day | null
}

/**
 * What has happened since adoption: parallel facts, each with its own day, never one status
 * (mechanism, section 8). A list can be in force and not notified, or notified and not published.
 */
export interface Facts {
  /** Null where the day is not established: an older act that was recorded later. */
  adoptedOn: Day | null
  /** Null while no gazette is recorded. */
  gazetted: { on: Day | null } | null
  inForceOn: Day | null
  notifications: Notification[]
  /** Article 9(4), first sentence: the measure in the C series. */
  publishedOn: Day | null
  /** Article 9(4), second and third sentences: the list in the compilation. */
  inCompilationOn: Day | null
  repealedOn: Day | null
  expiredOn: Day | null
}

export type Life =
  | { stage: 'considering' }
  | { stage: 'drafting' }
  | { stage: 'shared' }
  | { stage: 'adopted'; facts: Facts }
  | { stage: 'withdrawn' }

export type Stage = Life['stage']
export const stages = ['considering', 'drafting', 'shared', 'adopted', 'withdrawn'] as const

/** The file on one measure, as far as its life and the rights to it depend on it. */
export type Measure = Life & {
  id: string
  reference: string
  owner: MemberStateCode
  kind: MeasureKind
  /** Rises with every act on the file itself; a form carries the one it was made from, so that a stale one is refused. */
  revision: number
  /** As the owner has them now. */
  details: Details
  versions: Version[]
  documentId: string | null
  /** The measure that an amendment or a repeal changes. */
  changes: string | null
}

/** `2026/NL/0001` as it stands in an address: `2026-NL-0001`. */
export function referenceInAddress(reference: string): string {
  return reference.replaceAll('/', '-')
}

export function referenceFromAddress(address: string): string | null {
  return /^\d{4}-[A-Z]{2,3}-\d{4,}$/.test(address) ? address.replaceAll('-', '/') : null
}

export function isBeforeAdoption(measure: Measure): boolean {
  return measure.stage !== 'adopted' && measure.stage !== 'withdrawn'
}

/** A list is one kind of measure; an amendment of a list carries the list's new text. */
export function carriesEntries(kind: MeasureKind): boolean {
  return kind === 'national-control-list' || kind === 'amendment'
}

/** Under which paragraph the first message on a measure of this kind is sent: itself, or a change. */
export function firstArticle(kind: MeasureKind): NotificationArticle {
  switch (kind) {
    case 'amendment':
    case 'repeal':
      return '9(3)'
    case 'other-notified-measure':
      return 'other'
    default:
      return '9(2)'
  }
}

/** The newest version that others hold and that was not recalled. */
export function lastShared(measure: Measure): Version | null {
  return (
    measure.versions.findLast((version) => version.kind === 'draft' && !version.isRecalled) ?? null
  )
}

export function hasBeenNotified(facts: Facts): boolean {
  return facts.notifications.some(({ sent }) => sent.length > 0)
}

/** Those to whom any message about the measure went; they alone know of it while nothing is public. */
export function notifiedDelegations({ notifications }: Facts): DelegationCode[] {
  return [...new Set(notifications.flatMap(({ sent }) => sent.map(({ to }) => to)))]
}

/** Who may know of the measure by what has happened since adoption. */
export interface KnownTo {
  /** Those to whom a notification went (Article 9(2)): from then they know the measure. */
  notifiedTo: readonly DelegationCode[]
  /** In the gazette or the Official Journal: from then everybody may. */
  isPublic: boolean
}

export function knownTo(measure: Measure): KnownTo {
  const facts = measure.stage === 'adopted' ? measure.facts : null
  return {
    notifiedTo: facts ? notifiedDelegations(facts) : [],
    isPublic: facts !== null && isPublished(facts),
  }
}

/** A gazette or the Official Journal has it, on whatever day. */
export function isPublished({ gazetted, publishedOn, inCompilationOn }: Facts): boolean {
  return gazetted !== null || publishedOn !== null || inCompilationOn !== null
}

/** How a message went to a delegation; null where it has not. Its day may not be established. */
export function sendingTo(
  { sent }: Notification,
  delegation: DelegationCode,
): Notification['sent'][number] | null {
  return sent.find(({ to }) => to === delegation) ?? null
}

/** Delegations other than the owner's: the addressees of a notification under Article 9(2). */
export function notificationAddressees(
  owner: MemberStateCode,
  all: readonly DelegationCode[],
): DelegationCode[] {
  return all.filter((code) => code !== owner && code !== 'GSC')
}
