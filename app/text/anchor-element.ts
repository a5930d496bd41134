import { carryLive } from './anchor-follow.ts'
import type { Followed } from './anchor-live.ts'
import { atElement, nowhere, sameElement, spanOf, type Placement } from './anchor-placement.ts'
import { leastPart, leastScore, Quoted } from './anchor-quoted.ts'
import { holds, type AnchorText } from './anchor-text.ts'
import { carryWords } from './anchor-words.ts'
import type { TextElement } from './elements.ts'
import { alike, commonParts } from './fuzzy.ts'

/** Shorter elements are like too many others. */
const shortElement = 20
/** Away from where it was, what is less like it is no version of it. */
const elementScore = 0.75
const elementLead = 0.15
/** What is torn may stand elsewhere in pieces as short as this. */
const pieceLength = 12

/**
 * Where what was said of a whole element belongs: to the element itself as long as it says anything like
 * it, else to where its words are, which are looked for as any words are.
 */
export function carryElement(
  element: TextElement,
  old: AnchorText,
  text: AnchorText,
  followed: Followed | null,
): Placement {
  const now = sameElement(element, text)
  if (now && now.text === element.text) {
    return atElement(now, { condition: 'exact', method: 'element', score: 1 })
  }
  const score = now ? alike(now.text, element.text) : 0
  const changed = now && atElement(now, { condition: 'text-changed', method: 'element', score })
  if (element.text.trim() === '') return changed ?? nowhere
  const words = { from: element.from, to: element.to }
  const least = leastPart(element.text.length)
  const isPartLeft =
    now !== null &&
    (followed
      ? followed.holdsPart(now, words)
      : commonParts(element.text, now.text, least).length > 0)
  // What its line says as before may have been typed again, if some of its own words went elsewhere.
  const mayHaveLeft =
    now !== null &&
    followed !== null &&
    !followed.keepsPart(now, words) &&
    followed.mayBeElsewhere(element.text, words, now, Math.min(least, pieceLength))
  if (changed && score >= leastScore && !mayHaveLeft) return changed

  const found = wherePartsAre(element, old, text, followed)
  const isSure = found.condition !== 'unsure' && found.condition !== 'text-removed'
  if (changed && now.text.trim() !== '') {
    // It says something else now; that is no change of it if its words stand elsewhere.
    const isElsewhere = found.elementId !== now.id && !holdsPlace(now, found, text)
    const isThere = isSure && isElsewhere && (found.condition === 'moved' || !isPartLeft)
    if (isThere) return found
    return mayHaveLeft ? { ...changed, condition: 'unsure', method: 'none' } : changed
  }
  if (isSure) return found
  const anew = asElement(element, old, text, followed)
  if (anew) return anew
  return now && found.condition === 'text-removed'
    ? atElement(now, { condition: 'text-removed', method: 'element', score: 0 })
    : found
}

/** The words of an element, looked for as words; what is all of an element of its kind is that element. */
function wherePartsAre(
  element: TextElement,
  old: AnchorText,
  text: AnchorText,
  followed: Followed | null,
): Placement {
  const quoted = new Quoted(old, element, { from: element.from, to: element.to })
  const found = followed ? carryLive(quoted, text, followed) : carryWords(quoted, text)
  const span = spanOf(found, text)
  if (!span || span.to === span.from) return found
  const all = text.elements.filter(({ from, to }) => from === span.from && to === span.to)
  const whole = all.find(({ kind }) => kind === element.kind) ?? all.at(-1)
  const { condition, method, score } = found
  return whole ? atElement(whole, { condition, method, score }) : found
}

/** An element that was made since and says what the one did; null where none does. */
function asElement(
  element: TextElement,
  old: AnchorText,
  text: AnchorText,
  followed: Followed | null,
): Placement | null {
  const isKnown = (id: string) => text.element(id) !== null && old.element(id) !== null
  const [best, second] = text
    .elementsLike(element.kind, element.text)
    .filter((one) => !isKnown(one.element.id) || /^at-\d+$/.test(one.element.id))
  if (!best || best.score < leastScore) return null
  const rival = old
    .elementsLike(element.kind, element.text)
    .find((other) => other.element.id !== element.id)
  const most = Math.max(rival?.score ?? 0, second?.score ?? 0)
  const isFree = !followed || isOfNothingElse(element, best.element, followed)
  const isSure = isFree && element.text.length >= shortElement && best.score >= most + elementLead
  const { score } = best
  if (isSure && score === 1) {
    return atElement(best.element, { condition: 'moved', method: 'text-exact', score })
  }
  // The live text knows of no word that came from there to here: that they are alike is a guess.
  if (isSure && score >= elementScore && !followed) {
    return atElement(best.element, { condition: 'text-changed', method: 'text-fuzzy', score })
  }
  return atElement(best.element, { condition: 'unsure', method: 'none', score })
}

/** Whether the live text allows that it is the element: no others' words, and none of its own elsewhere. */
function isOfNothingElse(element: TextElement, now: TextElement, followed: Followed): boolean {
  const words = { from: element.from, to: element.to }
  const { text } = element
  return (
    followed.strangersIn(now, words) === 0 &&
    !followed.mayBeElsewhere(text, words, now, leastPart(text.length))
  )
}

function holdsPlace(element: TextElement, found: Placement, text: AnchorText): boolean {
  const span = spanOf(found, text) ?? text.element(found.elementId)
  return span !== null && holds(element, span)
}
