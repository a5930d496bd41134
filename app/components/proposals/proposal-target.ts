import type { Content, ContentNode } from '#app/text/content.ts'
import { lineHolding, textOf } from '#app/text/proposal-now.ts'
import { findElement, frameOf, labelOf, type Frame } from '#app/text/slice.ts'

/** A part of a text for which something can be proposed. */
export interface ProposalTarget {
  node: ContentNode
  frame: Frame
  /** What it is called where it stands, if it is a point. */
  label: string
  /** Only words of it are meant. */
  isOfWords: boolean
  /** These stand in several of its lines: no one wording can take their place. */
  isOverLines: boolean
}

/** Null where there is no such part, or it is a section: those are given. */
export function proposalTarget(
  content: Content,
  place: { elementId: string; from: number | null; to: number | null } | null,
): ProposalTarget | null {
  const found = place && findElement(content, place.elementId)
  if (!found || found.node.type === 'section') return null
  const { node } = found
  const isOfWords = place.from !== null
  const [from, to] = [place.from ?? 0, place.to ?? textOf([node]).length]
  const isOverLines = isOfWords && lineHolding(node, from, to) === null
  return { node, frame: frameOf(found), label: labelOf(found), isOfWords, isOverLines }
}

/** An empty element of the same kind, to be written behind it. */
export function emptyLike({ node }: ProposalTarget): ContentNode {
  const line: ContentNode = { type: 'paragraph' }
  switch (node.type) {
    case 'entry':
      return { type: 'entry', content: [{ type: 'entryHeading' }] }
    case 'note':
      return { type: 'note', attrs: { kind: node.attrs?.kind ?? 'note' }, content: [line] }
    case 'entryHeading':
    case 'point':
      return { type: 'point', content: [line] }
    default:
      return line
  }
}
