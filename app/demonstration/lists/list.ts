import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { Day, Ground, MeasureKind } from '#app/measures/measure.ts'
import type { Content } from '#app/text/content.ts'

/**
 * A national measure as it is known: the act and its dates are facts of the public record, a date
 * that is not established is null and stays so. The words of the text are ours.
 */
export interface DemoList {
  readonly owner: MemberStateCode
  readonly kind: MeasureKind
  readonly title: string
  readonly language: string
  readonly grounds: readonly Ground[]
  readonly content: Content
  /** Null while the state drafts. */
  readonly act: DemoAct | null
}

export interface DemoAct {
  readonly title: string
  readonly number: string
  readonly adoptedOn: Day
  readonly gazette: string | null
  readonly gazetteReference: string | null
  readonly gazettedOn: Day | null
  readonly inForceOn: Day | null
}
