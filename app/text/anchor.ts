import type { Place } from '#app/measures/anchor.ts'
import { carryElement } from './anchor-element.ts'
import { carryLive } from './anchor-follow.ts'
import { Followed, type LiveStates } from './anchor-live.ts'
import { Moves } from './anchor-moves.ts'
import { nearest } from './anchor-nearest.ts'
import { nowhere, spanOf, type Placement } from './anchor-placement.ts'
import { leastPart, Quoted } from './anchor-quoted.ts'
import { AnchorText } from './anchor-text.ts'
import { carryWords } from './anchor-words.ts'
import type { Content } from './content.ts'

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
 * Where none is, a candidate makes the place `unsure`, for a person to choose (`anchor-nearest.ts` says which
 * is shown to them), and `text-removed` is
 * said only when nothing is left that could be the words. A comment is never put where it may not
 * belong, and never dropped. What was said of a whole element: `anchor-element.ts`.
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
    if (place.kind === 'element') return carryElement(element, old, text, followed)
    const span = { from: element.from + place.from, to: element.from + place.to }
    const quoted = new Quoted(old, element, span)
    return nearest(carryQuoted(quoted, text, followed), quoted, text)
  })
  return tellsMoves ? placements.map((one) => moves.withMove(one)) : placements
}

function carryQuoted(quoted: Quoted, text: AnchorText, followed: Followed | null): Placement {
  const byWords = carryWords(quoted, text)
  if (!followed) return byWords
  const live = carryLive(quoted, text, followed)
  return isSurer(quoted, text, followed, byWords) && live.condition === 'unsure' ? byWords : live
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
