import type { Condition } from '#app/measures/placement.ts'
import {
  areRivals,
  findAnywhere,
  findBetween,
  findInElement,
  findLikeAnywhere,
  findLikeInElement,
  isClosedUp,
} from './anchor-find.ts'
import {
  atWords,
  nowhere,
  sameElement,
  type Placement,
  type PlacementMethod,
} from './anchor-placement.ts'
import { leastScore, type Quoted } from './anchor-quoted.ts'
import { holds, overlap, type AnchorText, type Span } from './anchor-text.ts'
import type { TextElement } from './elements.ts'
import { alike, commonEnd, commonStart } from './fuzzy.ts'

/** Away from where it was, what is less like it is no version of it. */
const likeEnough = 0.75

/** By what the two texts say, and nothing else. */
export function carryWords(quoted: Quoted, text: AnchorText): Placement {
  const element = sameElement(quoted.element, text)
  const words = (span: Span, condition: Condition, method: PlacementMethod, score: number) =>
    atWords(text, element, span, { condition, method, score })

  const same = element?.text === quoted.element.text ? element : null
  if (same) {
    const from = same.from + quoted.span.from - quoted.element.from
    return words({ from, to: from + quoted.quote.length }, 'exact', 'element-exact', 1)
  }
  const exact = element && findInElement(quoted, text, element)
  if (exact) return words(exact, 'exact', 'element-exact', 1)

  const gap = element && findBetween(quoted, text, element)
  if (gap && gap.score >= leastScore)
    return words(gap, 'text-changed', 'element-between', gap.score)

  const moved = findAnywhere(quoted, text)
  if (moved) {
    if (element && holds(element, moved)) return words(moved, 'exact', 'element-exact', 1)
    return moved.isSplit || isVacated(quoted, text, element, gap, moved)
      ? words(moved, 'moved', 'text-exact', 1)
      : words(moved, 'unsure', 'none', 1)
  }
  const near = element && findLikeInElement(quoted, text, element)
  if (near) return words(near, 'text-changed', 'element-fuzzy', near.score)

  const split = gap ? null : findBetween(quoted, text, text.whole)
  if (split && split.score >= likeEnough && split.score < 1) {
    return words(split, 'text-changed', 'text-between', split.score)
  }
  return carryDoubtful(quoted, text, element, gap)
}

/** Words this long have hardly been written anew where their element is still there. */
const longQuote = 24
/** Two lines that begin with this much in common may be one made after the other. */
const sameStart = 12

/** How much of a line must have come along, if it is gone from where it was. */
const wholeEnough = 0.75

/**
 * Whether the words have left where they were, so that the same words elsewhere are these, and not
 * those of a new line that begins or ends like the old one.
 */
function isVacated(
  { quote, span, element: old, text: before }: Quoted,
  text: AnchorText,
  element: TextElement | null,
  gap: Span | null,
  moved: Span,
): boolean {
  const line = text.holderOf(moved)?.text ?? ''
  if (!element) {
    const left = commonEnd(before.plain.slice(old.from, span.from), text.plain.slice(0, moved.from))
    const right = commonStart(before.plain.slice(span.to, old.to), text.plain.slice(moved.to))
    return left + quote.length + right >= wholeEnough * old.text.length
  }
  if (gap) return text.slice(gap).trim() === ''
  const isLikeOld = (words: string) => commonStart(words, old.text) >= sameStart
  return quote.length >= longQuote && !(isLikeOld(element.text) && isLikeOld(line))
}

/** Where words are that nothing finds for sure; `gap` is where they were in their element. */
function carryDoubtful(
  quoted: Quoted,
  text: AnchorText,
  element: TextElement | null,
  gap: Span | null,
): Placement {
  const { likely, sure } = findLikeAnywhere(quoted, text)
  const words = (span: Span, condition: Condition, method: PlacementMethod, score: number) =>
    atWords(text, element, span, { condition, method, score })
  if (sure && !gap) return words(sure, 'text-changed', 'text-fuzzy', sure.score)

  const others = gap ? likely.filter((match) => !overlap(match, gap)) : likely
  const isExplained = areRivals(quoted, text, others)
  const [candidate] = others
  if (gap) {
    if (candidate && !isExplained) return words(candidate, 'unsure', 'none', candidate.score)
    const now = text.slice(gap)
    return now.trim() === ''
      ? words(gap, 'text-removed', 'element-between', 0)
      : words(gap, 'text-changed', 'element-between', alike(now, quoted.quote))
  }
  const isGone = element === null && isExplained && isClosedUp(quoted, text, likely)
  if (candidate && !isGone) return words(candidate, 'unsure', 'none', candidate.score)
  return { ...nowhere, elementId: element?.id ?? null }
}
