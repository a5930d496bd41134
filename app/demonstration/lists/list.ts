import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import { notEstablished } from '#app/measures/inputs.ts'
import type { Day, Ground, MeasureKind } from '#app/measures/measure.ts'
import type { Content } from '#app/text/content.ts'

/**
 * A national measure as it is known: the act and its dates are facts of the public record, and a date
 * that is not established stays so. The words of the text are ours.
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

/** A day of the public record, how it is known, and where it was found. */
export interface KnownDay {
  readonly on: Day
  /** V: read in the act or publication itself. V2: read in the text of a secondary source. */
  readonly label: 'V' | 'V2'
  readonly source: string
}

export type DayOrNot = KnownDay | typeof notEstablished

export interface DemoAct {
  readonly title: string
  readonly number: string
  readonly adoptedOn: DayOrNot
  /** Null where it is not known that any gazette has it. */
  readonly gazette: string | null
  readonly gazetteReference: string | null
  readonly gazettedOn: DayOrNot | null
  /** Null where no day is established: the register then says that none is recorded. */
  readonly inForceOn: KnownDay | null
}

/** Read in the act or publication itself. */
export function read(on: Day, source: string): KnownDay {
  return { on, label: 'V', source }
}

/** Read in the text of a secondary source: a press item, a government's news page, a law firm's note. */
export function told(on: Day, source: string): KnownDay {
  return { on, label: 'V2', source }
}

/** The day that a form takes. */
export function formDay(day: DayOrNot | null): string {
  if (day === null) return ''
  return day === notEstablished ? day : day.on
}
