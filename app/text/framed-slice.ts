import { textAttribute, type Content, type ContentNode } from './content.ts'
import { nested } from './levels.ts'
import type { Frame, Slice } from './slice.ts'

/**
 * The entry in which points and notes stand while they are written alone. In it as many points are around
 * them for the lettering as where they stand (`Frame.depth`).
 */
export const frameId = 'frame'

/**
 * A slice as a small text of its own. `label`: what its first point is called where it stands; alone it
 * would be the first of its kind.
 */
export function framedSlice(slice: Slice, { parentType, code }: Frame, label: string): Content {
  const lent = lentLabel(slice)
  const nodes = slice.map((node) => (node === lent ? labelled(node, label) : node))
  const content = needsEntry(slice, parentType)
    ? [{ type: 'entry', attrs: { id: frameId, code }, content: nodes }]
    : nodes
  return {
    type: 'doc',
    content: [{ type: 'section', attrs: { id: 'section', key: 'items' }, content }],
  }
}

/**
 * What was made of a slice in its frame. A label that was lent to its first point is taken back where nobody
 * set another; one of its own stays.
 */
export function sliceInFrame(content: Content, slice: Slice, label: string): Slice {
  const written = nested(content).content?.[0]?.content ?? []
  const entry = written.find((node) => textAttribute(node, 'id') === frameId)
  const nodes = entry ? (entry.content ?? []) : written
  const lent = lentLabel(slice)
  const isLent = (node: ContentNode) =>
    lent !== null &&
    textAttribute(node, 'id') === textAttribute(lent, 'id') &&
    textAttribute(node, 'label') === label
  return nodes.map((node) => (isLent(node) ? labelled(node, null) : node))
}

/** The first point of a slice, if it is called by its place and has no label of its own. */
function lentLabel([first]: Slice): ContentNode | null {
  return first?.type === 'point' && textAttribute(first, 'label') === null ? first : null
}

/** Lines of a point or note stand without one: around words alone it would look like part of them. */
function needsEntry(slice: Slice, parentType: string): boolean {
  if (parentType === 'section' || parentType === 'listItem' || parentType === 'tableCell')
    return false
  const isLinesOnly = slice.length > 0 && slice.every(({ type }) => type === 'paragraph')
  return parentType === 'entry' || !isLinesOnly
}

function labelled(node: ContentNode, label: string | null): ContentNode {
  return { ...node, attrs: { ...node.attrs, label } }
}
