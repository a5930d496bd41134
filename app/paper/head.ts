import type { LocaleFormat } from '#app/messages/format.ts'
import type { Marking } from '#app/measures/measure.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { RoomHead } from '#app/queries/version-to-read.server.ts'

/** What stands at the head of everything that is printed or taken to Word, and on each of its pages. */
export interface PaperHead {
  /** `2026/NL/0001`. */
  readonly reference: string
  readonly title: string
  /** Which paper it is: `Draft, version 2`. */
  readonly name: string
  /** In words; null where the file has none. */
  readonly marking: string | null
  /** In words, of the paper. */
  readonly date: string
  /** What else is to be known, one line each. */
  readonly facts: readonly string[]
}

type Room = Pick<RoomHead, 'reference' | 'title' | 'marking' | 'owner' | 'delegation' | 'version'>

/** What every paper is made with: the words of a language, the time, and where its links lead. */
export interface PaperMaking {
  readonly words: LocaleFormat
  readonly now: Date
  readonly origin: string
}

export interface MadeFor {
  readonly now: Date
  readonly delegation: DelegationCode
}

/** Every paper says when and for whom it was made: another delegation may see more, or less. */
export function madeFor({ t, dateTime, stateName }: LocaleFormat, { now, delegation }: MadeFor) {
  return t('paper.made-for', { state: stateName(delegation), at: dateTime(now) })
}

/** The head of a paper on a version. */
export function headOf(
  words: LocaleFormat,
  { reference, title, marking, owner, delegation, version }: Room,
  now: Date,
  name: string | null = null,
): PaperHead {
  const { t, date, stateName } = words
  const named = t('comments.version', {
    kind: t(`terms.version-kind.${version.kind}`),
    number: version.number,
  })
  const requested = version.commentsBy
    ? [t('paper.requested-by', { date: date(version.commentsBy) })]
    : []
  return {
    reference,
    title,
    name: name === null ? named : `${named}: ${name}`,
    marking: markingWords(words, marking),
    date: date(now),
    facts: [
      `${stateName(owner)}. ${t(`comments.since.${version.kind}`, { date: date(version.releasedAt) })}.`,
      ...requested,
      ...(version.isRecalled ? [t('comments.version-recalled')] : []),
      madeFor(words, { now, delegation }),
    ],
  }
}

export function markingWords({ t }: LocaleFormat, marking: Marking): string | null {
  return marking === 'none' ? null : t(`terms.marking.${marking}`)
}
