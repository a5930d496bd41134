import type { BasisFacts } from './article-10.ts'
import type { Audience } from './audience.ts'
import type { DelegationCode } from './delegation-codes.ts'
import type { EventOf, RecordedEvent } from './events.ts'
import type { NoticeFields } from './events/life.ts'
import type { Day } from './measure.ts'

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
export type Sending = EventOf<'sending-corrected'>['corrected']

/** What the portal is asked to record of a measure: each is a row of `transitions.ts`. */
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
  | ({ type: 'note' } & Without<'measure-in-note'>)
  | ({ type: 'record-requirement'; basis: BasisFacts } & Without<
      'requirement-recorded',
      'warnings'
    >)
  | ({ type: 'record-refusal'; basis: BasisFacts } & Without<'refusal-recorded'>)
  | ({ type: 'cover' } & Without<'entry-covered'>)
  | ({ type: 'repeal' } & Without<'measure-repealed'>)
  | ({ type: 'expire' } & Without<'measure-expired'>)
