import type { ContentNode } from '#app/text/content.ts'

/** What stands before a paragraph, and how it comes there. */
export type Numbering =
  /** Counted on from the paragraph before it in its list; `start` is where the list begins. */
  | {
      readonly kind: 'letters' | 'numbers'
      readonly level: number
      readonly list: string
      readonly start: number
      readonly label: string
    }
  /** A label of its own that cannot be counted to: `a bis`, the title of a note. */
  | { readonly kind: 'own'; readonly level: number; readonly label: string }
  | { readonly kind: 'title'; readonly label: string }
  | { readonly kind: 'bullet'; readonly level: number; readonly label: string }

/**
 * The labels of points that stand side by side, as lists that count: where a label is not the one
 * after the label before it, another list begins there, and what cannot be counted to is kept as it
 * was written.
 */
export function numberPoints(
  points: readonly { node: ContentNode; label: string }[],
  depth: number,
  name: string,
): Map<ContentNode, Numbering> {
  const kind = depth % 2 === 0 ? 'letters' : 'numbers'
  const numbered = new Map<ContentNode, Numbering>()
  let start = 0
  let next = 0
  let lists = 0
  for (const { node, label } of points) {
    const position = positions[kind](label)
    if (position === null) {
      numbered.set(node, { kind: 'own', level: depth, label: `${label}.` })
      continue
    }
    if (position !== next) {
      start = position
      lists++
    }
    next = position + 1
    const list = `${name} ${lists}`
    numbered.set(node, { kind, level: depth, list, start, label: `${label}.` })
  }
  return numbered
}

/** Word and we count alike to z, and not beyond: what follows is aa, ab for us and aa, bb for Word. */
const positions = {
  letters: (label: string) => (/^[a-z]$/.test(label) ? (label.codePointAt(0) ?? 0) - 96 : null),
  numbers: (label: string) => (/^[1-9]\d{0,4}$/.test(label) ? Number(label) : null),
}
