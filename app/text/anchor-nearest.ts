import {
  atElement,
  atWords,
  sameElement,
  type Finding,
  type Placement,
} from './anchor-placement.ts'
import { leastPart, leastScore, type Quoted } from './anchor-quoted.ts'
import { holds, shifted, type AnchorText } from './anchor-text.ts'
import { commonParts, mostLike } from './fuzzy.ts'

/**
 * Of a place that is not sure, what is shown until a person has chosen: the line of the words as long as it
 * is there and says something, rather than another that resembles them. Words that stand once in another
 * line, with no part of them left in their own, are more likely there.
 */
export function nearest(placement: Placement, quoted: Quoted, text: AnchorText): Placement {
  const line = sameElement(quoted.element, text)
  if (placement.condition !== 'unsure' || placement.elementId === line?.id) return placement
  if (!line || line.text.trim() === '') return placement
  const { quote } = quoted
  const doubt: Finding = { condition: 'unsure', method: 'none', score: placement.score }
  const [only, second] = text.placesOf(quote, text.whole, 2)
  const isPartLeft = commonParts(quote, line.text, leastPart(quote.length)).length > 0
  if (only && !second && !holds(line, only) && !isPartLeft) {
    return atWords(text, line, only, { ...doubt, score: 1 })
  }
  const [like] = mostLike(quote, line.text)
  return like && like.score >= leastScore
    ? atWords(text, line, shifted(like, line.from), { ...doubt, score: like.score })
    : atElement(line, { ...doubt, score: like?.score ?? 0 })
}
