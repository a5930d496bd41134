import type { MomentPassage, WrittenRun } from '#app/text/text-moment.ts'
import type { Credit } from '#db/discussion.server.ts'
import { holdsCredit, type Proposing, type ReadText } from './told-words.ts'

/** By the update of the draft's log with which they came. */
export type StandingByUpdate = ReadonlyMap<number, WordsOfUpdate>

/** What stands in a text of the words that came in with a credit. */
export interface StandingWords {
  stands: 'whole' | 'part' | 'none'
  /** Those that the log says are there, where the text does not show at their place what came in. */
  words: string
}

/** What the log says of the words of one update. */
interface WordsOfUpdate {
  words: string
  /** All of them stand, and nothing came between them since. */
  isWhole: boolean
}

/**
 * The words of each update of the draft that stand in a text, as far as it is read: who reads a text in
 * part is told none of the rest, and of withheld lines none.
 */
export function wordsByUpdate(
  passages: readonly MomentPassage[],
  { elements }: Pick<ReadText, 'elements'>,
): StandingByUpdate {
  const read = new Map(elements.map(({ id, text }) => [id, text]))
  const found = new Map<number, string[]>()
  const changed = new Set<number>()
  for (const { element, runs } of passages) {
    const line = (element && read.get(element.id)) ?? ''
    for (const [index, { words, insertedBy, deletedBy }] of runs.entries()) {
      const said = words.trim()
      if (said === '') continue
      if (deletedBy !== null || !line.includes(said)) {
        changed.add(insertedBy)
        continue
      }
      found.set(insertedBy, [...(found.get(insertedBy) ?? []), said])
      if (isParted(runs, index)) changed.add(insertedBy)
    }
  }
  return new Map(
    [...found].map(([seq, words]) => [
      seq,
      { words: words.join(' … '), isWhole: !changed.has(seq) },
    ]),
  )
}

/** Whether something that came later stands between some words and those that came with them before. */
function isParted(runs: readonly WrittenRun[], at: number): boolean {
  const seq = runs[at]?.insertedBy ?? 0
  const before = runs.findLastIndex(({ insertedBy }, index) => index < at && insertedBy === seq)
  const isLater = ({ words, insertedBy, deletedBy }: WrittenRun) =>
    insertedBy > seq && deletedBy === null && words.trim() !== ''
  return before !== -1 && runs.slice(before, at).some(isLater)
}

/**
 * Words stand whole where the text shows at their place what came in, and where the log says so of those
 * that came in as they were proposed, whatever is changed around them. They stand in part while any of
 * them do, whatever the owner or others put beside them.
 */
export function standingOf(
  credit: Credit,
  comment: Proposing,
  text: ReadText,
  words: StandingByUpdate,
): StandingWords {
  if (holdsCredit(text, credit, comment)) return { stands: 'whole', words: '' }
  const left = words.get(credit.documentSeq)
  if (!left) return { stands: 'none', words: '' }
  const isWhole = left.isWhole && credit.proposed === null
  return { stands: isWhole ? 'whole' : 'part', words: left.words }
}
