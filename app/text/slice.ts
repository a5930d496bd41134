import { Node } from 'prosemirror-model'
import { canonicalJson } from './canonical.ts'
import { checkContent, type ContentRefusal } from './check.ts'
import {
  identified,
  idOf,
  isTextblock,
  letteredPoints,
  textAttribute,
  type Content,
  type ContentNode,
} from './content.ts'
import { withoutHidden } from './hidden-characters.ts'
import { nested } from './levels.ts'
import { schema } from './schema.ts'

/** Nodes that stand next to each other in a text, in its frozen form: what a proposal takes out or puts in. */
export type Slice = readonly ContentNode[]

/** Other nodes in the place of an element and what stands in it, or behind it. */
export interface LiveEdit {
  readonly kind: 'replace' | 'insert-after'
  readonly elementId: string
  readonly slice: Slice
}

/** Where a node stands. */
export interface Standing {
  readonly node: ContentNode
  readonly parent: ContentNode
  readonly index: number
  /** Ids of what is around it, from the outside in. */
  readonly around: readonly string[]
  /** How many points are around it in its entry or note, for the lettering. */
  readonly depth: number
  /** The code of the entry around it; empty where there is none. */
  readonly code: string
}

/** Null where the text has no such element. */
export function findElement(content: Content, id: string): Standing | null {
  return findIn(content, id, [], 0, '')
}

function findIn(
  parent: ContentNode,
  id: string,
  around: readonly string[],
  depth: number,
  codeAround: string,
): Standing | null {
  const code = parent.type === 'entry' ? (textAttribute(parent, 'code') ?? '') : codeAround
  for (const [index, node] of (parent.content ?? []).entries()) {
    if (identified.has(node.type) && idOf(node) === id)
      return { node, parent, index, around, depth, code }
    const inner = identified.has(node.type) ? [...around, idOf(node)] : around
    const innerDepth =
      node.type === 'point' ? depth + 1 : node.type === 'note' || node.type === 'entry' ? 0 : depth
    const found = findIn(node, id, inner, innerDepth, code)
    if (found) return found
  }
  return null
}

/** The text with other nodes in the place of one element; null where it is not there. */
export function withSlice(content: Content, id: string, slice: Slice): Content | null {
  let isFound = false
  const change = (node: ContentNode): ContentNode => {
    if (!node.content) return node
    const children = node.content.flatMap((child) => {
      if (isFound || !identified.has(child.type) || idOf(child) !== id) return [change(child)]
      isFound = true
      return slice
    })
    return { ...node, content: children }
  }
  const changed = { ...content, ...change(content), type: 'doc' as const }
  return isFound ? changed : null
}

export type SliceCheck =
  | { readonly ok: true; readonly slice: Slice }
  | { readonly ok: false; readonly reason: ContentRefusal }

/**
 * Reads the JSON of nodes that are to stand in a parent of this type, by the schema and as strictly as
 * a whole text; levels become nesting, and characters that nobody sees go, as they do from every form.
 */
export function readSlice(json: string, parentType: string): SliceCheck {
  let given: unknown
  try {
    given = JSON.parse(json, (_, value: unknown) =>
      typeof value === 'string' ? withoutHidden(value) : value,
    )
  } catch {
    return { ok: false, reason: 'not-a-document' }
  }
  const checked = checkContent(framed(given, parentType))
  if (!checked.ok) return checked
  const shown: Content = Node.fromJSON(schema, checked.content).toJSON()
  return { ok: true, slice: unframed(nested(shown), parentType) }
}

/** The smallest whole text in which the nodes stand as they are to stand. */
function framed(content: unknown, parentType: string) {
  const inner = { type: parentType, content }
  const doc = (child: unknown) => ({ type: 'doc', content: [child] })
  const section = (child: unknown) => doc({ type: 'section', content: [child] })
  if (parentType === 'section') return doc(inner)
  if (parentType === 'entry') return section(inner)
  if (parentType === 'listItem') return section({ type: 'bulletList', content: [inner] })
  if (parentType === 'tableCell') {
    return section({ type: 'table', content: [{ type: 'tableRow', content: [inner] }] })
  }
  return section({ type: 'entry', content: [inner] })
}

function unframed(content: Content, parentType: string): Slice {
  let node: ContentNode = content
  while (node.type !== parentType) {
    const [only] = node.content ?? []
    if (!only) return []
    node = only
  }
  return node.content ?? []
}

export function sliceJson(slice: Slice): string {
  return canonicalJson(slice)
}

/**
 * The nodes with those ids only that are not in use elsewhere, each once; the others get one of the
 * given source. So a copy, or an id out of a forged form, never takes over what is another element.
 */
export function withOwnIds(
  slice: Slice,
  inUse: ReadonlySet<string>,
  newId: () => string,
): ContentNode[] {
  const taken = new Set(inUse)
  const own = (node: ContentNode): ContentNode => {
    const withChildren = node.content ? { ...node, content: node.content.map(own) } : node
    if (!identified.has(node.type)) return withChildren
    const id = textAttribute(node, 'id')
    const kept = id !== null && !taken.has(id) ? id : newId()
    taken.add(kept)
    return kept === id ? withChildren : { ...withChildren, attrs: { ...node.attrs, id: kept } }
  }
  return slice.map(own)
}

export function idsIn(nodes: Slice): string[] {
  return nodes.flatMap((node) => [
    ...(identified.has(node.type) && idOf(node) !== '' ? [idOf(node)] : []),
    ...idsIn(node.content ?? []),
  ])
}

/** The lines of some nodes, in order. */
export function linesIn(nodes: Slice): ContentNode[] {
  return nodes.flatMap((node) => (isTextblock(node) ? [node] : linesIn(node.content ?? [])))
}

/** What a slice stands in, for an editor that shows it alone. */
export interface Frame {
  readonly parentType: string
  /** The code of the entry around it. */
  readonly code: string
  /** How many points are around it. */
  readonly depth: number
}

export function frameOf({ parent, depth, code }: Standing): Frame {
  return { parentType: parent.type, code, depth }
}

/** What it is called among the points around it; empty for what is none. */
export function labelOf({ node, parent, depth }: Standing): string {
  return letteredPoints(parent, depth).find((one) => one.node === node)?.label ?? ''
}
