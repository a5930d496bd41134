import type { Node, NodeType } from 'prosemirror-model'
import { isPlainText, obeys, type Attribute } from './attributes.ts'
import { limits, markDeclarations, nodeDeclarations } from './grammar.ts'
import { schema } from './schema.ts'
import type { Content } from './content.ts'

/** Why a text is not accepted. */
export type ContentRefusal =
  | 'not-a-document'
  | 'unknown-node'
  | 'misplaced-node'
  | 'unknown-attribute'
  | 'bad-attribute'
  | 'unknown-mark'
  | 'bad-text'
  | 'too-deep'
  | 'too-many-nodes'
  | 'too-much-text'

export type ContentCheck =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly reason: ContentRefusal }

type Attributes = Readonly<Record<string, Attribute>>

interface Sizes {
  nodes: number
  text: number
}

const nodeMembers = new Set(['type', 'attrs', 'content'])
const textMembers = new Set(['type', 'text', 'marks'])
const markAttributes = new Map<string, Attributes>(Object.entries(markDeclarations))
const nodeAttributes = new Map<string, Attributes>(
  Object.entries(nodeDeclarations).map(([name, { attributes }]) => [name, attributes]),
)

/**
 * Reads a value as the JSON of a whole text, strictly: a node, attribute or mark that the schema
 * does not know is refused, where ProseMirror would drop it and the editor binding delete it for
 * everyone. Gate, import and browser all ask this one function; it never throws and never alters.
 */
export function checkContent(json: unknown): ContentCheck {
  if (!isRecord(json) || json.type !== 'doc') return { ok: false, reason: 'not-a-document' }
  const reason = nodeRefusal(json, schema.topNodeType, 1, { nodes: 0, text: 0 })
  return isSound(json, reason)
    ? { ok: true, content: json }
    : { ok: false, reason: reason ?? 'not-a-document' }
}

/** What no rule was found against is content. */
function isSound(json: unknown, reason: ContentRefusal | null): json is Content {
  return reason === null
}

function nodeRefusal(
  node: Record<string, unknown>,
  type: NodeType,
  depth: number,
  sizes: Sizes,
): ContentRefusal | null {
  if (depth > limits.depth) return 'too-deep'
  if (++sizes.nodes > limits.nodes) return 'too-many-nodes'
  if (type.isText) return textRefusal(node, sizes)
  if (Object.keys(node).some((key) => !nodeMembers.has(key))) return 'unknown-attribute'
  const content = node.content ?? []
  if (!Array.isArray(content)) return 'misplaced-node'
  for (const child of content) {
    if (!isRecord(child)) return 'unknown-node'
    const childType = typeof child.type === 'string' ? schema.nodes[child.type] : undefined
    if (!childType) return 'unknown-node'
    if (!type.contentMatch.matchType(childType)) return 'misplaced-node'
    const refusal = nodeRefusal(child, childType, depth + 1, sizes)
    if (refusal) return refusal
  }
  return attributeRefusal(node.attrs, nodeAttributes.get(type.name))
}

function textRefusal(node: Record<string, unknown>, sizes: Sizes): ContentRefusal | null {
  if (Object.keys(node).some((key) => !textMembers.has(key))) return 'unknown-attribute'
  const { text } = node
  if (typeof text !== 'string' || text === '' || !isPlainText(text)) return 'bad-text'
  sizes.text += text.length
  if (sizes.text > limits.text) return 'too-much-text'
  const marks = node.marks ?? []
  if (!Array.isArray(marks)) return 'unknown-mark'
  const seen = new Set<string>()
  for (const mark of marks) {
    if (!isRecord(mark) || typeof mark.type !== 'string' || seen.has(mark.type))
      return 'unknown-mark'
    if (Object.keys(mark).some((key) => key !== 'type' && key !== 'attrs')) return 'unknown-mark'
    const declared = markAttributes.get(mark.type)
    if (!declared) return 'unknown-mark'
    const refusal = attributeRefusal(mark.attrs, declared)
    if (refusal) return refusal
    seen.add(mark.type)
  }
  return null
}

function attributeRefusal(attrs: unknown, declared: Attributes | undefined): ContentRefusal | null {
  if (attrs === undefined) return null
  if (!isRecord(attrs) || !declared) return 'unknown-attribute'
  for (const [key, value] of Object.entries(attrs)) {
    const attribute = Object.hasOwn(declared, key) ? declared[key] : undefined
    if (!attribute) return 'unknown-attribute'
    if (!obeys(attribute, value)) return 'bad-attribute'
  }
  return null
}

interface Measured {
  readonly reason: ContentRefusal | null
  readonly nodes: number
  readonly text: number
  readonly height: number
}

const measured = new WeakMap<Node, Measured>()

/**
 * The same check on a document as the editor holds it, before a change enters it. Nodes are
 * immutable and most of them are shared with the document before, so what is known is not asked
 * again: the cost is that of the change.
 */
export function documentRefusal(doc: Node): ContentRefusal | null {
  const { reason, nodes, text, height } = measure(doc)
  if (reason) return reason
  if (height > limits.depth) return 'too-deep'
  if (nodes > limits.nodes) return 'too-many-nodes'
  return text > limits.text ? 'too-much-text' : null
}

function measure(node: Node): Measured {
  const known = measured.get(node)
  if (known) return known
  const sizes = { nodes: 0, text: 0 }
  let reason = ownRefusal(node, sizes)
  let nodes = 1
  let text = sizes.text
  let height = 0
  node.forEach((child) => {
    const inner = measure(child)
    reason ??=
      inner.reason ?? (node.type.contentMatch.matchType(child.type) ? null : 'misplaced-node')
    nodes += inner.nodes
    text += inner.text
    height = Math.max(height, inner.height)
  })
  const result = { reason, nodes, text, height: height + 1 }
  measured.set(node, result)
  return result
}

function ownRefusal(node: Node, sizes: Sizes): ContentRefusal | null {
  if (!node.isText) return attributeRefusal(node.attrs, nodeAttributes.get(node.type.name))
  const marks = node.marks.map((mark) => ({ type: mark.type.name, attrs: mark.attrs }))
  return textRefusal({ text: node.text, ...(marks.length > 0 && { marks }) }, sizes)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
