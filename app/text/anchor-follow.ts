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
  const { quote, span } = quoted
  const element = sameElement(quoted.element, text)
  const at = (place: Span, isWhole: boolean): Placement => {
    const score = isWhole ? 1 : alike(text.slice(place), quote)
    const isSame = element !== null && holds(element, place)
    const condition = score < 1 ? 'text-changed' : isSame ? 'exact' : 'moved'
    const method = isWhole ? 'live-exact' : 'live-between'
    return atWords(text, element, place, { condition, method, score })
  }
  const whole = followed.whole(span)
  if (whole) return at(whole, true)
  const half = followed.half(span)
  if (half) return at(half, false)
  const wholeAnew = followed.wholeAnew(span)
  const anew = wholeAnew ?? followed.halfAnew(span)
  const [most, some] = [Math.ceil(quote.length / 2), leastPart(quote.length)]
  if (anew && !followed.mayBeElsewhere(quote, span, anew, most)) return at(anew, anew === wholeAnew)

  const found = carryWords(quoted, text)
  const place = spanOf(found, text)
  const part = followed.part(span)
  if (place && isAllowed(quoted, text, followed, place, found)) {
    if (!part || overlap(part, place)) return found
  }
  if (part && !followed.mayBeElsewhere(quote, span, part, some)) return at(part, false)
  const like = findLikeAnywhere(quoted, text).likely.find((match) => isOpen(match, span, followed))
  if (!part && !like && !followed.mayBeAnywhere(quote, span, most)) {
    const gone = carryGone(quoted, text, followed)
    if (gone.condition === 'text-removed' || !followed.mayBeAnywhere(quote, span, some)) return gone
  }
  const doubt: Finding = { condition: 'unsure', method: 'none', score: like?.score ?? found.score }
  const perhaps = part ?? like ?? place
  return perhaps ? atWords(text, element, perhaps, doubt) : { ...nowhere, ...doubt }
}

/** Whether a place is not, for the most part, that of other words which stood there before. */
function isOpen(place: Span, words: Span, followed: Followed): boolean {
  return 2 * followed.strangersIn(place, words) <= place.to - place.from
}

/** Words that are gone, and what stands in their place, if that is still there. */
function carryGone(
  { quote, span, element: old }: Quoted,
  text: AnchorText,
  followed: Followed,
): Placement {
  const element = sameElement(old, text)
  const gap = followed.gap(span, old)
  if (!gap) return { ...nowhere, elementId: element?.id ?? null }
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
  { quote, span, element }: Quoted,
  text: AnchorText,
  followed: Followed,
  place: Span,
  { condition, elementId }: Placement,
): boolean {
  if (condition === 'text-removed' || condition === 'unsure') return false
  if (condition !== 'text-changed' && followed.strangersIn(place, span) > 0) return false
  if (!isOpen(place, span, followed)) return false
  const line = text.element(elementId)
  if (line?.id === element.id && line.text === element.text) return true
  return !followed.mayBeElsewhere(quote, span, place, leastPart(quote.length))
}
