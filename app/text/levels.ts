import type { Content, ContentNode } from './content.ts'
import { limits } from './grammar.ts'

/**
 * A text has two forms. Frozen, a point stands in the point around it. While it is written, the
 * points, notes, lines, lists and tables of an entry or note stand side by side, each with its level: were a
 * point moved into another one to be nested, Yjs would delete it here and make it anew there, and
 * what somebody else types in it at that moment would be gone. A change of level moves nothing.
 */

/** What stands side by side in an entry or note. */
export interface Levelled {
  readonly isPoint: boolean
  /** As written; a merge may leave levels that skip one. */
  readonly level: number
}

export interface OutlinePlace {
  /** How many points are around it: as written, but never deeper than there are points for. */
  readonly level: number
  /** Index of the point that it stands in, or -1. */
  readonly parent: number
}

/** Where each of them stands: in the last point before it of the level above. */
export function outline(items: readonly Levelled[]): OutlinePlace[] {
  const open: number[] = []
  return items.map(({ isPoint, level: written }, index) => {
    const level = Math.min(written, open.length)
    open.length = level
    const parent = open.at(-1) ?? -1
    if (isPoint) open.push(index)
    return { level, parent }
  })
}

/** The frozen form of a text, whichever form it has. */
export function nested(content: Content): Content {
  return { ...content, ...withContent(content, nestedNode) }
}

/** The form in which a text is written, whichever form it has. */
export function flattened(content: Content): Content {
  return { ...content, ...withContent(content, flatNode) }
}

function nestedNode(node: ContentNode): ContentNode {
  const plain = withoutLevel({ ...node, ...withContent(node, nestedNode) })
  if (!isOutlined(node)) return plain
  const children = (node.content ?? []).map((child, index) => ({
    node: plain.content?.[index] ?? child,
    inside: [] as ContentNode[],
  }))
  const places = outline((node.content ?? []).map(levelled))
  const own: ContentNode[] = []
  // From the last to the first, so that what stands in a point is complete before the point is.
  for (const [index, child] of [...children.entries()].toReversed()) {
    const parent = children[places[index]?.parent ?? -1]
    const whole = withInside(child.node, child.inside)
    if (parent) parent.inside.unshift(whole)
    else own.unshift(whole)
  }
  return { ...plain, ...(node.content && { content: own }) }
}

function withInside(node: ContentNode, inside: readonly ContentNode[]): ContentNode {
  return inside.length === 0 ? node : { ...node, content: [...(node.content ?? []), ...inside] }
}

function flatNode(node: ContentNode): ContentNode {
  if (!isOutlined(node)) return { ...node, ...withContent(node, flatNode) }
  const shaped = nestedNode(node)
  return { ...shaped, ...(shaped.content && { content: flatChildren(shaped.content, 0) }) }
}

function flatChildren(children: readonly ContentNode[], level: number): ContentNode[] {
  return children.flatMap((child) => {
    if (child.type !== 'point') return [withLevel(flatNode(child), level)]
    const content = child.content ?? []
    // What leads in to its points and notes stays in the point; from these on all stands beside it, one deeper.
    const end = content.findIndex(({ type }) => type === 'point' || type === 'note')
    const lead = end === -1 ? content : content.slice(0, end)
    const point = { ...child, ...(child.content && { content: lead }) }
    const rest = end === -1 ? [] : content.slice(end)
    return [withLevel(point, level), ...flatChildren(rest, level + 1)]
  })
}

/** A point as it is written: what stands in it stands beside it, one level deeper. */
export function unfolded(point: ContentNode, level: number): ContentNode[] {
  return flatChildren([nestedNode(point)], level)
}

function withContent(node: ContentNode, change: (child: ContentNode) => ContentNode) {
  return node.content && { content: node.content.map(change) }
}

/** A point may hold points too, in the frozen form: it is outlined like an entry or note. */
function isOutlined({ type }: ContentNode): boolean {
  return type === 'entry' || type === 'note' || type === 'point'
}

function levelled({ type, attrs }: ContentNode): Levelled {
  return { isPoint: type === 'point', level: typeof attrs?.level === 'number' ? attrs.level : 0 }
}

function withLevel(node: ContentNode, level: number): ContentNode {
  if (level === 0) return node
  return { ...node, attrs: { ...node.attrs, level: Math.min(level, limits.level) } }
}

function withoutLevel(node: ContentNode): ContentNode {
  if (node.attrs?.level === undefined) return node
  const { level: _, ...attrs } = node.attrs
  return { ...node, attrs }
}
