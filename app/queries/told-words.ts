import type { Comment } from '#app/measures/discussion.ts'
import type { TextElement } from '#app/text/elements.ts'
import { wordsOf } from '#app/text/redline-words.ts'
import type { Credit } from '#db/discussion.server.ts'

/** A text, as far as its reader may read it. */
export interface ReadText {
  elements: readonly TextElement[]
  /** The update of the draft's log up to which it goes. */
  documentSeq: number | null
}

export type Proposing = Pick<Comment, 'proposedWording'> & { proposal?: Comment['proposal'] | null }

/**
 * Whether the words of a credit are told to somebody of whom it is known whether they read the draft.
 * The words are in the living draft, which is the owner's: others are told them where one of the texts
 * that they read holds them, or where they are the words that were proposed.
 */
export function isToldWords(
  credit: Credit,
  comment: Proposing,
  readsDraft: boolean,
  texts: readonly ReadText[],
): boolean {
  return (
    readsDraft ||
    credit.after === comment.proposedWording ||
    texts.some((text) => holdsCredit(text, credit, comment))
  )
}

/** Whether a text shows at the place of a credit what came in there, or that something was taken out. */
export function holdsCredit(
  { elements, documentSeq }: ReadText,
  { documentSeq: takenUpAt, elementId, before, after }: Credit,
  { proposal }: Proposing,
): boolean {
  if (documentSeq === null || documentSeq < takenUpAt) return false
  const element = elements.find(({ id }) => id === elementId)
  if (after === '') return !element || !holdsWords(element.text, before)
  // What was put behind an element stands beside it.
  const place =
    proposal?.kind === 'insert-after'
      ? elements.find(({ id }) => id === element?.parentId)
      : element
  return place !== undefined && holdsWords(place.text, after)
}

/** In whole words: `10` does not stand in `100`. */
function holdsWords(text: string, words: string): boolean {
  const [all, sought] = [wordsOf(text), wordsOf(words)]
  return all.some((_, at) => sought.every((word, index) => all[at + index] === word))
}
