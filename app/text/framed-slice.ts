import { textAttribute, type Content, type ContentNode } from './content.ts'
import { nested } from './levels.ts'
import type { Frame, Slice } from './slice.ts'

/** The entry in which points and notes stand while they are written alone. */
const frameId = 'frame'

/**
 * A slice as a small text of its own. `label`: what its first point is called where it stands; alone it
 * would be the first of its kind.
 */
export function framedSlice(slice: Slice, { parentType, code }: Frame, label: string): Content {
  const [first, ...others] = slice
  const isLabelled = first?.type === 'point' && textAttribute(first, 'label') === null
  const nodes = isLabelled ? [{ ...first, attrs: { ...first.attrs, label } }, ...others] : slice
  const content = needsEntry(slice, parentType)
    ? [{ type: 'entry', attrs: { id: frameId, code }, content: nodes }]
    : nodes
  return {
    type: 'doc',
    content: [{ type: 'section', attrs: { id: 'section', key: 'items' }, content }],
  }
}

/** What was made of it; the label goes where nobody set another. */
export function sliceInFrame(content: Content, label: string): Slice {
  const written = nested(content).content?.[0]?.content ?? []
  const entry = written.find((node) => textAttribute(node, 'id') === frameId)
  const nodes = entry ? (entry.content ?? []) : written
  return nodes.map((node, index) =>
    index === 0 && textAttribute(node, 'label') === label ? withoutLabel(node) : node,
  )
}

/** Lines of a point or note stand without one: around words alone it would look like part of them. */
function needsEntry(slice: Slice, parentType: string): boolean {
  if (parentType === 'section' || parentType === 'listItem') return false
  const isLinesOnly = slice.length > 0 && slice.every(({ type }) => type === 'paragraph')
  return parentType === 'entry' || !isLinesOnly
}

function withoutLabel(node: ContentNode): ContentNode {
  return { ...node, attrs: { ...node.attrs, label: null } }
}
