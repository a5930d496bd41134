import type { TextElement } from './elements.ts'

/** What a place in a text is named by. */
export type PlaceName = Pick<
  TextElement,
  'kind' | 'section' | 'provision' | 'note' | 'cell' | 'text'
>

/** `longest`: so many characters of its words, from their beginning. */
export function placeNameOf(element: PlaceName, longest = 80): PlaceName {
  const { kind, section, provision, note, cell, text } = element
  return { kind, section, provision, note, cell, text: text.slice(0, longest) }
}
