import type { AnchorText, Span } from '#app/text/anchor-text.ts'

/** Words of an element, an element, or the whole, as a form of the comments room names a place. */
export type PlaceAt =
  | { kind: 'whole' }
  | { kind: 'element'; elementId: string }
  | { kind: 'words'; elementId: string; from: number; to: number }

/** Where a part of the plain text of a text stands: in the innermost element that holds all of it. */
export function placeAt(text: AnchorText, place: Span | null): PlaceAt {
  const holder = place && text.holderOf(place)
  if (!place || !holder) return { kind: 'whole' }
  const { id: elementId, from } = holder
  return { kind: 'words', elementId, from: place.from - from, to: place.to - from }
}
