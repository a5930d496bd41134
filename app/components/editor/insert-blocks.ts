import type { Node, ResolvedPos, Slice } from 'prosemirror-model'
import { TextSelection, type Command, type Transaction } from 'prosemirror-state'
import { schema } from '#app/text/schema.ts'

const { bulletList, entry, entryHeading, listItem, note, orderedList, paragraph, table } =
  schema.nodes
const isList = ({ type }: Node) => type === bulletList || type === orderedList

/**
 * Puts tables and lists, and the lines and notes beside them, into the section, entry, point, note or
 * cell that the caret is in, behind the line of the caret or between its two parts, and the caret behind
 * them. Words at their ends join those of the line. Does nothing, and says so, with anything else and in
 * an item of a list, which takes items and words as ProseMirror puts them in; `isOwn`: lists may be
 * chosen in part, and join too.
 */
export function insertBlocks({ content, openStart, openEnd }: Slice, isOwn: boolean): Command {
  return (state, dispatch) => {
    const nodes = content.content
    const isWhole = (node: Node) => node.type === table || (isList(node) && !isOwn)
    const isBlock = (node: Node) =>
      isList(node) || node.type === table || node.type === paragraph || node.type === note
    if (!nodes.some(isWhole) || !nodes.every(isBlock)) return false
    const { tr } = state
    tr.deleteSelection()
    const holder = holderOf(tr.selection.$from, nodes)
    if (holder === null) return false
    const { pos } = tr.selection.$from
    const head = openStart > 0 ? lineOf(nodes[0]) : null
    const tail = openEnd > 0 && nodes.length > 1 ? lineOf(nodes.at(-1)) : null
    if (head) tr.insert(pos, head.content)
    const blocks = nodes.slice(head ? 1 : 0, tail ? -1 : undefined)
    putBetween(tr, tr.doc.resolve(pos + (head?.content.size ?? 0)), { holder, blocks, tail })
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

function lineOf(node: Node | undefined): Node | null {
  return node?.type === paragraph ? node : null
}

/** The depth of the innermost node that can hold all of them; null where the caret is in no line. */
function holderOf($at: ResolvedPos, nodes: readonly Node[]): number | null {
  if (!$at.parent.inlineContent) return null
  for (let depth = $at.depth - 1; depth > 0; depth--) {
    const { type } = $at.node(depth)
    if (nodes.every((node) => type.contentMatch.matchType(node.type)))
      return type === listItem ? null : depth
  }
  return null
}

interface Put {
  /** The depth of the node that they are put into. */
  readonly holder: number
  readonly blocks: readonly Node[]
  /** The words that what is left of the line begins with. */
  readonly tail: Node | null
}

function putBetween(tr: Transaction, $at: ResolvedPos, { holder, blocks, tail }: Put): void {
  const level = levelAt($at, holder)
  const made = blocks.map((node) =>
    node.type.create({ ...node.attrs, level }, node.content, node.marks),
  )
  const size = made.reduce((sum, node) => sum + node.nodeSize, 0)
  const endsInList = blocks.at(-1) && isList(blocks.at(-1) ?? paragraph.create()) && !tail
  const { at, rest } = parted(tr, $at, holder)
  const next = rest === null ? tr.doc.nodeAt(at) : null
  tr.insert(at, made)
  let line = at + size + (rest ?? 1)
  if (rest === null && !endsInList) {
    const isLine = next?.type === paragraph && next.attrs.level === level
    if (!isLine || tail) tr.insert(at + size, paragraph.create({ level }))
  }
  const left = tr.doc.resolve(Math.min(line, tr.doc.content.size))
  const isEmptyLeft = rest !== null && left.parent.content.size === 0
  if (endsInList && (rest === null || isEmptyLeft)) {
    if (isEmptyLeft && left.parent.type === paragraph) tr.delete(left.before(), left.after())
    tr.setSelection(TextSelection.near(tr.doc.resolve(at + size), -1))
    return
  }
  if (tail) {
    tr.insert(line, tail.content)
    line += tail.content.size
  }
  tr.setSelection(TextSelection.create(tr.doc, line))
}

/** Of the block that the caret is in, among those that stand side by side. */
function levelAt($at: ResolvedPos, holder: number): number {
  const { type } = $at.node(holder)
  return type === entry || type === note ? Number($at.node(holder + 1).attrs.level ?? 0) : 0
}

interface Parted {
  /** Where blocks go. */
  readonly at: number
  /** How far behind them the words begin that stood behind the caret; null where there are none. */
  readonly rest: number | null
}

/** Parts what the caret is in, up to what the blocks are put into, where something stands on both sides. */
function parted(tr: Transaction, $at: ResolvedPos, holder: number): Parted {
  const depth = $at.depth - holder
  const isHeading = $at.parent.type === entryHeading
  const isFirst = isAtEdge($at, holder, (depth) => $at.index(depth) === 0)
  const isLast = isAtEdge(
    $at,
    holder,
    (depth) => $at.indexAfter(depth) === $at.node(depth).childCount,
  )
  if ($at.parentOffset === 0 && isFirst && !isHeading)
    return { at: $at.before(holder + 1), rest: depth }
  const isAtEnd = $at.parentOffset === $at.parent.content.size
  if ((isAtEnd && isLast) || (isHeading && $at.parentOffset === 0))
    return { at: $at.after(holder + 1), rest: null }
  // What follows the words of a heading is a line below it.
  const attrs = { splitFrom: $at.parent.attrs.id }
  tr.split($at.pos, depth, isHeading ? [{ type: paragraph, attrs }] : undefined)
  return { at: $at.pos + depth, rest: depth }
}

/** Whether all around the line, inside of the holder, begins or ends with it. */
function isAtEdge($at: ResolvedPos, holder: number, isEdge: (depth: number) => boolean): boolean {
  for (let depth = $at.depth - 1; depth > holder; depth--) if (!isEdge(depth)) return false
  return true
}
