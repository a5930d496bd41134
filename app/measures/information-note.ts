import { z } from 'zod'
import { canonicalJson } from '#app/text/canonical.ts'
import { memberStates } from './delegation-codes.ts'
import { type Day, type MeasureKind, measureKinds } from './measure.ts'

const day = z.iso.date()

const act = {
  actTitle: z.string(),
  actNumber: z.string(),
  adoptedOn: day.nullable(),
  inForceOn: day.nullable(),
}

/**
 * What an information note says of a measure: the act and its days, what it controls where that stands in
 * no list, and the acts that amended it. Kept as it was when the note was recorded.
 */
export const noteLine = z.object({
  measureId: z.uuid(),
  reference: z.string(),
  owner: z.enum(memberStates),
  kind: z.enum(measureKinds),
  title: z.string(),
  ...act,
  gazette: z.string().nullable(),
  gazetteReference: z.string().nullable(),
  gazetteUrl: z.string().nullable(),
  gazettedOn: day.nullable(),
  /** The first day on which it no longer applies: repealed, expired, or limited in time. */
  until: day.nullable(),
  /** In its own words, such as groups of goods without a code; empty for a list, whose entries the compilation is for. */
  scope: z.string(),
  /**
   * Whether it is a list of which the compilation names no entry on the day of the note. Of the notes recorded
   * before this was asked, each said that it does.
   */
  isOutsideCompilation: z.boolean().default(false),
  /** The acts that amended it, as far as they are known: the note publishes them with it. */
  amendments: z.array(z.object({ measureId: z.uuid(), ...act })),
})
export type NoteLine = z.infer<typeof noteLine>

/** An amendment or a repeal changes the line of what it changes. */
export function hasLineOfItsOwn(kind: MeasureKind): boolean {
  return kind !== 'amendment' && kind !== 'repeal'
}

/** Why a measure is not offered for the next note. It can be recorded all the same. */
export const noteDoubts = ['not-notified', 'ended'] as const
export type NoteDoubt = (typeof noteDoubts)[number]

export type NoteChange = 'unchanged' | 'new' | 'changed' | 'removed' | 'not-offered'

export interface NoteCandidate {
  line: NoteLine
  /** To the Commission: the note is made of what was notified. */
  wasNotified: boolean
}

/**
 * The difference between the last note and one of today, measure by measure. What stands in the last one
 * stays until it has ended, whatever of its record is missing here.
 */
export function nextNote<Candidate extends NoteCandidate>(
  candidates: readonly Candidate[],
  last: readonly NoteLine[],
  on: Day,
): (Candidate & { change: NoteChange; doubts: NoteDoubt[] })[] {
  const before = new Map(last.map((line) => [line.measureId, line]))
  return candidates.map((candidate) => {
    const { line, wasNotified } = candidate
    const hasEnded = line.until !== null && line.until <= on
    const doubts = noteDoubts.filter((doubt) =>
      doubt === 'not-notified' ? !wasNotified : hasEnded,
    )
    const former = before.get(line.measureId)
    const isOffered = former ? !hasEnded : doubts.length === 0
    const change = !former
      ? ('new' as const)
      : canonicalJson(former) === canonicalJson(line)
        ? ('unchanged' as const)
        : ('changed' as const)
    return { ...candidate, doubts, change: isOffered ? change : former ? 'removed' : 'not-offered' }
  })
}

/** The note as it would read with what is offered, and what it would change. */
export function offeredIn(rows: readonly { line: NoteLine; change: NoteChange }[]) {
  const changes = rows.flatMap(({ line, change }): ChangedLine[] =>
    change === 'unchanged' || change === 'not-offered' ? [] : [{ line, change }],
  )
  const lines = rows
    .filter(({ change }) => change !== 'removed' && change !== 'not-offered')
    .map(({ line }) => line)
  return { lines, changes }
}

/** The measures that a line names: the one that it is about, and those that amended it. */
export function namedIn({ measureId, amendments }: NoteLine): string[] {
  return [measureId, ...amendments.map((act) => act.measureId)]
}

interface ChangedLine {
  line: NoteLine
  change: 'new' | 'changed' | 'removed'
}

/** What the second of two notes says and the first does not, and the other way round, measure by measure. */
export function changesBetweenNotes(
  before: readonly NoteLine[],
  after: readonly NoteLine[],
): ChangedLine[] {
  const was = new Map(before.map((line) => [line.measureId, line]))
  const is = new Set(after.map(({ measureId }) => measureId))
  return [
    ...after.flatMap((line): ChangedLine[] => {
      const former = was.get(line.measureId)
      if (!former) return [{ line, change: 'new' }]
      return canonicalJson(former) === canonicalJson(line) ? [] : [{ line, change: 'changed' }]
    }),
    ...before
      .filter(({ measureId }) => !is.has(measureId))
      .map((line) => ({ line, change: 'removed' as const })),
  ]
}
