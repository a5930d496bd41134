import { atWords, type Placement } from './anchor-placement.ts'
import { AnchorText } from './anchor-text.ts'
import type { Content } from './content.ts'
import { alike } from './fuzzy.ts'

/** Wording that the owner took up in the place of words of an element. */
export interface TakenUp {
  readonly elementId: string
  readonly before: string
  readonly after: string
}

/**
 * Where commented words are that wording took the place of: the act says so, which is more than any
 * likeness does. Null where the wording does not stand in that element any more, or more than once.
 */
export function placeOfTakenUp(
  { elementId, before, after }: TakenUp,
  content: Content,
): Placement | null {
  const text = new AnchorText(content)
  const element = text.element(elementId)
  if (!element) return null
  const [only, second] = text.placesOf(
    after,
    { from: element.from, to: element.from + element.text.length },
    2,
  )
  if (!only || second) return null
  const finding = {
    condition: 'text-changed',
    method: 'taken-up',
    score: alike(after, before),
  } as const
  return atWords(text, element, only, finding)
}
