import type { Place } from '#app/measures/anchor.ts'
import { carryLive } from './anchor-follow.ts'
import { Followed, type LiveStates } from './anchor-live.ts'
import { Moves } from './anchor-moves.ts'
import { atElement, nowhere, sameElement, spanOf, type Placement } from './anchor-placement.ts'
import { leastPart, leastScore, Quoted } from './anchor-quoted.ts'
import { AnchorText } from './anchor-text.ts'
import { carryWords } from './anchor-words.ts'
import type { Content } from './content.ts'
import type { TextElement } from './elements.ts'
import { alike } from './fuzzy.ts'

/**
 * Finds the places of one frozen text in a later one. In layers, from the surest to the least sure:
 *
 * 1. the position in the live text that both were frozen from, if there is one: the characters
 *    themselves, checked against the quote (`exact`, `moved`), or the half of them or more that is
 *    left (`text-changed`);
 * 2. the same, with what a split, a join or an undo has written anew where it stood;
 * 3. the same element and the same words, told apart by what stands around them (`exact`);
 * 4. the same element, between what stood before and after the words (`text-changed`);
 * 5. the same words elsewhere, if they or their surroundings were the only ones (`moved`);
 * 6. the same element, words that are like them more than anything else ever was;
 * 7. the whole text, likewise, with a clear lead over the second candidate.
 *
 * What is the same in an element that the redline says has moved, itself or with what it stands in, is
 * `moved`; another letter by what came or went before it is no move. `tellsMoves`: not where the one text
 * was read from a Word document of the other, whose elements are no others.
 *
 * What 3 to 7 find is held against the live text: words cannot stand where others stood before, and
 * where a part of them was written in two places, one is a copy. A layer that is not sure passes on.
 * Where none is, a candidate makes the place `unsure`, for a person to choose, and `text-removed` is
 * said only when nothing is left that could be the words. A comment is never put where it may not
 * belong, and never dropped.
 */
export function carry(
  places: readonly Place[],
  before: Content,
  after: Content,
  live: LiveStates | null = null,
  { tellsMoves = true } = {},
): Placement[] {
  const [old, text] = [new AnchorText(before), new AnchorText(after)]
  const followed = live && Followed.between(live, old, text)
  const moves = new Moves(old, text)
  const placements = places.map((place): Placement => {
    if (place.kind === 'whole') {
      return { ...nowhere, condition: 'exact', method: 'whole', score: 1 }
    }
    const element = old.element(place.elementId)
    if (!element) return nowhere
    if (place.kind === 'element') return carryElement(element, old, text)
    const span = { from: element.from + place.from, to: element.from + place.to }
    const quoted = new Quoted(old, element, span)
    const byWords = carryWords(quoted, text)
    if (!followed) return byWords
    const live = carryLive(quoted, text, followed)
    return isSurer(quoted, text, followed, byWords) && live.condition === 'unsure' ? byWords : live
  })
  return tellsMoves ? placements.map((one) => moves.withMove(one)) : placements
}

/**
 * Words that were changed in their line, between what stood before and after them: the line tells that
 * as a reader would see it, where the live text leaves doubt. Not where a part of the words that one would
 * know again may have gone elsewhere: then a person has to look.
 */
function isSurer(
  { quote, span }: Quoted,
  text: AnchorText,
  followed: Followed,
  found: Placement,
): boolean {
  if (found.method !== 'element-between' || found.condition !== 'text-changed') return false
  const place = spanOf(found, text)
  return place !== null && !followed.mayBeElsewhere(quote, span, place, leastPart(quote.length))
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
