import { findLikeAnywhere } from './anchor-find.ts'
import type { Followed } from './anchor-live.ts'
import {
  atWords,
  nowhere,
  sameElement,
  spanOf,
  type Finding,
  type Placement,
} from './anchor-placement.ts'
import { leastPart, type Quoted } from './anchor-quoted.ts'
import { holds, overlap, type AnchorText, type Span } from './anchor-text.ts'
import { carryWords } from './anchor-words.ts'
import { alike } from './fuzzy.ts'

/** In the live text, and where that does not tell, by what stands there and what it allows. */
export function carryLive(quoted: Quoted, text: AnchorText, followed: Followed): Placement {
  return byCharacters(quoted, text, followed) ?? byWords(quoted, text, followed)
}

/** Where the characters of the words are, or the half of them that is left; null if that is not told. */
function byCharacters(quoted: Quoted, text: AnchorText, followed: Followed): Placement | null {
  const { quote, span } = quoted
  const whole = followed.whole(span)
  if (whole) return atLive(quoted, text, whole, 'live-exact')
  const half = followed.half(span)
  if (half) return atLive(quoted, text, half, 'live-between')
  // What goes on as before may be a copy, if the words themselves were written anew elsewhere.
  const wholeAnew = followed.wholeAnew(span)
  const anew = wholeAnew ?? followed.halfAnew(span)
  if (!anew || followed.mayBeElsewhere(quote, span, anew, leastPart(quote.length))) return null
  return atLive(quoted, text, anew, wholeAnew ? 'live-exact' : 'live-between')
}

/** What the frozen texts say, as far as the live text does not speak against it. */
function byWords(quoted: Quoted, text: AnchorText, followed: Followed): Placement {
  const { quote, span, element } = quoted
  const found = carryWords(quoted, text)
  const place = spanOf(found, text)
  const part = followed.part(span)
  if (place && isAllowed(quoted, text, followed, place, found)) {
    if (!part || overlap(part, place)) return found
  }
  const some = leastPart(quote.length)
  if (part && !followed.mayBeElsewhere(quote, span, part, some)) {
    return atLive(quoted, text, part, 'live-between')
  }
  const like = findLikeAnywhere(quoted, text).likely.find((match) => isOpen(match, span, followed))
  if (!part && !like && !followed.mayBeAnywhere(quote, span, some)) {
    return carryGone(quoted, text, followed)
  }
  const doubt: Finding = { condition: 'unsure', method: 'none', score: like?.score ?? found.score }
  const perhaps = part ?? like ?? place
  if (!perhaps) return { ...nowhere, ...doubt }
  return atWords(text, sameElement(element, text), perhaps, doubt)
}

/** Fewer characters than these are no part of words. */
const shortPart = 4

function atLive(
  { quote, element: old }: Quoted,
  text: AnchorText,
  place: Span,
  method: 'live-exact' | 'live-between',
): Placement {
  const element = sameElement(old, text)
  const score = method === 'live-exact' ? 1 : alike(text.slice(place), quote)
  const isSame = element !== null && holds(element, place)
  const condition = score < 1 ? 'text-changed' : isSame ? 'exact' : 'moved'
  return atWords(text, element, place, { condition, method, score })
}

/** Whether a place is not, for the most part, that of other words which stood there before. */
function isOpen(place: Span, words: Span, followed: Followed): boolean {
  return 2 * followed.strangersIn(place, words) <= place.to - place.from
}

/** Words that are gone, and what stands in their place, if that is still there. */
function carryGone(
  { quote, span, element: old, text: before }: Quoted,
  text: AnchorText,
  followed: Followed,
): Placement {
  const element = sameElement(old, text)
  const gap = followed.gap(span, old)
  if (!gap || !followed.isWhereTheyWere(gap, span, old, before.plain))
    return { ...nowhere, elementId: element?.id ?? null }
  const now = text.slice(gap)
  const isEmpty = now.trim() === ''
  return atWords(text, element, gap, {
    condition: isEmpty ? 'text-removed' : 'text-changed',
    method: 'live-between',
    score: isEmpty ? 0 : alike(now, quote),
  })
}

/**
 * Whether the words may stand where what stands there says so. Not where other words stood before,
 * and not where a part of them was written anew somewhere else too: one of the two is a copy.
 */
function isAllowed(
  { quote, span, element, text: old }: Quoted,
  text: AnchorText,
  followed: Followed,
  place: Span,
  { condition, elementId }: Placement,
): boolean {
  if (condition === 'text-removed' || condition === 'unsure') return false
  if (!isOpen(place, span, followed)) return false
  const line = text.element(elementId)
  if (line?.id === element.id && line.text === element.text) return true
  // Of words that have changed less may be left, and that may stand elsewhere.
  if (condition === 'text-changed') {
    if (
      !followed.holdsPart(place, span) &&
      !followed.isWhereTheyWere(place, span, element, old.plain)
    ) {
      return false
    }
    return !followed.mayBeElsewhere(quote, span, place, Math.min(quote.length, shortPart))
  }
  if (followed.strangersIn(place, span) > 0) return false
  if (followed.isBesideElsewhere(place, span, element, old.plain)) return false
  return !followed.mayBeElsewhere(quote, span, place, leastPart(quote.length))
}
