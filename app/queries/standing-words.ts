import type { MomentPassage } from '#app/text/text-moment.ts'
import type { Credit } from '#db/discussion.server.ts'
import { holdsCredit, type Proposing, type ReadText } from './told-words.ts'

/** What stands in a text of the words that came in with a credit. */
export interface StandingWords {
  stands: 'whole' | 'part' | 'none'
  /** Those that the log says are there, where they are not there as they came in. */
  words: string
}

/**
 * The words of each update of the draft that stand in a text, as far as it is read: who reads a text in
 * part is told none of the rest, and of withheld lines none.
 */
export function wordsByUpdate(
  passages: readonly MomentPassage[],
  { elements }: Pick<ReadText, 'elements'>,
): ReadonlyMap<number, string> {
  const read = new Map(elements.map(({ id, text }) => [id, text]))
  const found = new Map<number, string[]>()
  for (const { element, runs } of passages) {
    const line = element && read.get(element.id)
    if (!line) continue
    for (const { words, insertedBy, deletedBy } of runs) {
      const said = words.trim()
      if (deletedBy !== null || said === '' || !line.includes(said)) continue
      found.set(insertedBy, [...(found.get(insertedBy) ?? []), said])
    }
  }
  return new Map([...found].map(([seq, words]) => [seq, words.join(' … ')]))
}

/**
 * Words stand whole where the text shows at their place what came in; they stand in part while any of
 * them that the log knows do, whatever the owner or others put beside them.
 */
export function standingOf(
  credit: Credit,
  comment: Proposing,
  text: ReadText,
  words: ReadonlyMap<number, string>,
): StandingWords {
  if (holdsCredit(text, credit, comment)) return { stands: 'whole', words: '' }
  const left = words.get(credit.documentSeq)
  return left ? { stands: 'part', words: left } : { stands: 'none', words: '' }
}
