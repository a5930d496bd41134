import type { TextElement } from '#app/text/elements.ts'

/** What a place in a text is named by; of its words, the beginning. */
export type PlaceName = Pick<
  TextElement,
  'kind' | 'section' | 'provision' | 'note' | 'cell' | 'text'
>

export function placeNameOf({
  kind,
  section,
  provision,
  note,
  cell,
  text,
}: TextElement): PlaceName {
  return { kind, section, provision, note, cell, text: text.slice(0, 80) }
}
