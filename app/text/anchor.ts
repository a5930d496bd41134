import type { Place } from '#app/measures/anchor.ts'
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
import { leastScore, Quoted } from './anchor-quoted.ts'
import { AnchorText, holds, overlap, type Span } from './anchor-text.ts'
import type { Content } from './content.ts'
import type { TextElement } from './elements.ts'
import { alike, commonEnd, commonStart } from './fuzzy.ts'

/**
 * Finds the places of one frozen text in a later one. In layers, from the surest to the least sure:
 *
 * 1. the same element and the same words, told apart by what stands around them (`exact`);
 * 2. the same element, between what stood before and after the words (`text-changed`);
 * 3. the same words elsewhere, if they or their surroundings were the only ones (`moved`);
 * 4. the same element, words that are like them more than anything else ever was;
 * 5. the whole text, likewise, with a clear lead over the second candidate.
 *
 * A layer that is not sure passes on. Where none is, a candidate makes the place `unsure`, for a
 * person to choose, and `text-removed` is said only when what is like the words now was there before
 * besides them. A comment is never put where it may not belong, and never dropped.
 */
export interface Placement {
  readonly condition: Condition
  /** Where it is now, was, or perhaps is; null for the whole, or if nothing is left of it. */
  readonly elementId: string | null
  /** In the words of that element; null for the whole element. */
  readonly from: number | null
  readonly to: number | null
  /** The words that stand there now. */
  readonly quote: string
  readonly method: PlacementMethod
  /** How like the words of old these are, 0 to 1. */
  readonly score: number
}

export type PlacementMethod =
  | 'whole'
  | 'element'
  | 'element-exact'
  | 'element-between'
  | 'element-fuzzy'
  | 'text-exact'
  | 'text-between'
  | 'text-fuzzy'
  | 'none'

/** Where each of the places of a text is in a later one, in the same order. */
export function carry(places: readonly Place[], before: Content, after: Content): Placement[] {
  const [old, text] = [new AnchorText(before), new AnchorText(after)]
  return places.map((place) => {
    if (place.kind === 'whole') {
      return { ...nowhere, condition: 'exact', method: 'whole', score: 1 }
    }
    const element = old.element(place.elementId)
    if (!element) return nowhere
    if (place.kind === 'element') return carryElement(element, old, text)
    const span = { from: element.from + place.from, to: element.from + place.to }
    return carryWords(new Quoted(old, element, span), text)
  })
}

const nowhere: Placement = {
  condition: 'text-removed',
  elementId: null,
  from: null,
  to: null,
  quote: '',
  method: 'none',
  score: 0,
}

/** An id that was made from the position (`withIds`) names the same element only with the same words. */
function sameElement(element: TextElement, text: AnchorText): TextElement | null {
  const now = text.element(element.id)
  if (!now || now.kind !== element.kind) return null
  return /^at-\d+$/.test(now.id) && now.text !== element.text ? null : now
}

function carryWords(quoted: Quoted, text: AnchorText): Placement {
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
  if (split && split.score >= elementScore && split.score < 1) {
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

type Finding = Pick<Placement, 'condition' | 'method' | 'score'>

/** A span as a place in the same element if that holds it, else in the innermost one that does. */
function atWords(
  text: AnchorText,
  element: TextElement | null,
  span: Span,
  finding: Finding,
): Placement {
  const holder = element && holds(element, span) ? element : text.holderOf(span)
  const start = holder?.from ?? 0
  return {
    ...finding,
    elementId: holder?.id ?? null,
    from: span.from - start,
    to: span.to - start,
    quote: text.slice(span),
  }
}

/** Shorter elements are like too many others. */
const shortElement = 20
/** Away from where it was, what is less like it is no version of it. */
const elementScore = 0.75
const elementLead = 0.15

function carryElement(element: TextElement, old: AnchorText, text: AnchorText): Placement {
  const now = sameElement(element, text)
  if (now) {
    const score = now.text === element.text ? 1 : alike(now.text, element.text)
    const isEmptied = now.text.trim() === '' && element.text.trim() !== ''
    const condition = score === 1 ? 'exact' : isEmptied ? 'text-removed' : 'text-changed'
    return atElement(now, { condition, method: 'element', score })
  }
  const isKnown = (id: string) => text.element(id) !== null && old.element(id) !== null
  const [best, second] = text
    .elementsLike(element.kind, element.text)
    .filter((one) => !isKnown(one.element.id) || /^at-\d+$/.test(one.element.id))
  if (!best || best.score < leastScore || element.text.trim() === '') return nowhere
  const rival = old
    .elementsLike(element.kind, element.text)
    .find((other) => other.element.id !== element.id)
  const most = Math.max(rival?.score ?? 0, second?.score ?? 0)
  const isSure = element.text.length >= shortElement && best.score >= most + elementLead
  if (isSure && best.score === 1) {
    return atElement(best.element, { condition: 'moved', method: 'text-exact', score: 1 })
  }
  if (isSure && best.score >= elementScore) {
    const { score } = best
    return atElement(best.element, { condition: 'text-changed', method: 'text-fuzzy', score })
  }
  return atElement(best.element, { condition: 'unsure', method: 'none', score: best.score })
}

function atElement({ id, text }: TextElement, finding: Finding): Placement {
  return { ...finding, elementId: id, from: null, to: null, quote: text }
}
