import { Fragment, NodeRange, Slice, type Node, type ResolvedPos } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { canSplit, liftTarget, ReplaceAroundStep } from 'prosemirror-transform'
import { schema } from '#app/text/schema.ts'

/** How Enter, Tab and Shift-Tab work in points and list items. */

const { entry, entryHeading, point, paragraph, listItem } = schema.nodes

/** Enter in the lead of a point: the next point, with what stood after the caret. */
export const nextPoint: Command = (state, dispatch) => {
  const place = lineIn(state, point)
  if (!place) return false
  const { $from, owner, index } = place
  if (owner.childCount === 1 && $from.parent.content.size === 0) return leavePoint(state, dispatch)
  if (!dispatch) return true
  const tr = state.tr.deleteSelection()
  const following = owner.children.slice(index + 1)
  if (following.length === 0 || following.some((node) => node.type === paragraph)) {
    splitTwo(tr, point)
  } else {
    const rest = cutRest(tr)
    const after = following.some((node) => node.type === point)
      ? tr.selection.$from.after()
      : tr.selection.$from.after(-1)
    insertAndEnter(tr, after, point.create(null, paragraph.create(null, rest)))
  }
  dispatch(tr.scrollIntoView())
  return true
}

/** Enter in the heading of an entry: its first point, with what stood after the caret. */
export const pointAfterHeading: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.parent.type !== entryHeading) return false
  if (!dispatch) return true
  const tr = state.tr.deleteSelection()
  const rest = cutRest(tr)
  insertAndEnter(tr, tr.selection.$from.after(), point.create(null, paragraph.create(null, rest)))
  dispatch(tr.scrollIntoView())
  return true
}

/** Enter in a list item: the next item; in an empty one: out of the list. */
export const nextListItem: Command = (state, dispatch) => {
  const place = lineIn(state, listItem)
  if (!place) return false
  const { $from, owner } = place
  if (owner.childCount === 1 && $from.parent.content.size === 0) return liftItem(state, dispatch)
  if (!dispatch) return true
  const tr = state.tr.deleteSelection()
  splitTwo(tr, listItem)
  dispatch(tr.scrollIntoView())
  return true
}

/** Enter on the empty last line of an entry: out of it. */
export const leaveEntryWhenEmpty: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.depth < 2 || $from.node(-1).type !== entry) return false
  const isLast = $from.indexAfter(-1) === $from.node(-1).childCount && $from.index(-1) > 0
  if (!isLast || $from.parent.type !== paragraph || $from.parent.content.size > 0) return false
  if (!dispatch) return true
  const { tr } = state
  const after = $from.after(-1)
  tr.insert(after, paragraph.create()).delete($from.before(), $from.after())
  tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(after, -1) + 1)))
  dispatch(tr.scrollIntoView())
  return true
}

/** A new paragraph below the entry, wherever in it one is. */
export const paragraphAfterEntry: Command = (state, dispatch) => {
  const { $from } = state.selection
  const depth = depthOf($from, entry)
  if (depth === null) return false
  if (!dispatch) return true
  dispatch(insertAndEnter(state.tr, $from.after(depth), paragraph.create()).scrollIntoView())
  return true
}

/** Tab: the chosen points become points of the one before them. */
export const nestPoint: Command = (state, dispatch) => {
  const range = rangeOf(state, point)
  if (!range) return false
  const before = range.startIndex > 0 ? range.parent.child(range.startIndex - 1) : null
  if (before?.type !== point || !dispatch) return true
  const closing = new Slice(Fragment.from(point.create()), 1, 0)
  const { start, end } = range
  const step = new ReplaceAroundStep(start - 1, end, start, end, closing, 0, true)
  dispatch(clearLabels(state.tr, range).step(step).scrollIntoView())
  return true
}

/** Shift-Tab: the chosen points go out of the point around; those that followed become theirs. */
export const liftPoint: Command = (state, dispatch) => {
  const range = rangeOf(state, point)
  if (!range) return false
  if (range.parent.type !== point || !dispatch) return true
  const tr = clearLabels(state.tr, range)
  const closing = new Slice(Fragment.from(point.create()), 1, 0)
  const lifted = takeFollowing(tr, range, closing, 0)
  const target = lifted && liftTarget(lifted)
  if (lifted && typeof target === 'number') dispatch(tr.lift(lifted, target).scrollIntoView())
  return true
}

/** Tab in a list: into a list of the item before. */
export const nestListItem: Command = (state, dispatch) => {
  const range = rangeOf(state, listItem)
  if (!range) return false
  const before = range.startIndex > 0 ? range.parent.child(range.startIndex - 1) : null
  if (!before || !dispatch) return true
  const isNested = before.lastChild?.type === range.parent.type
  const inner = range.parent.type.create(null, isNested ? listItem.create() : null)
  const slice = new Slice(Fragment.from(listItem.create(null, inner)), isNested ? 3 : 1, 0)
  const { start, end } = range
  const open = isNested ? 3 : 1
  const step = new ReplaceAroundStep(start - open, end, start, end, slice, 1, true)
  dispatch(state.tr.step(step).scrollIntoView())
  return true
}

/** Shift-Tab in a list: out of the inner list, or out of the list altogether. */
export const liftItem: Command = (state, dispatch) => {
  const range = rangeOf(state, listItem)
  if (!range) return false
  if (!dispatch) return true
  const { tr } = state
  const isInner = range.$from.node(range.depth - 1).type === listItem
  const lifted = isInner ? liftInner(tr, range) : liftOuter(tr, range)
  if (lifted) dispatch(tr.scrollIntoView())
  return true
}

function liftInner(tr: Transaction, range: NodeRange): boolean {
  const closing = new Slice(Fragment.from(listItem.create(null, range.parent.copy())), 1, 0)
  const lifted = takeFollowing(tr, range, closing, 1)
  const target = lifted && liftTarget(lifted)
  if (!lifted || typeof target !== 'number') return false
  tr.lift(lifted, target)
  return true
}

/** The items of the range become what they hold, between what is left of the list on both sides. */
function liftOuter(tr: Transaction, range: NodeRange): boolean {
  const { parent, startIndex, endIndex, $from, depth } = range
  const items = parent.children
  const inner = items.slice(startIndex, endIndex).flatMap((item) => item.children)
  const before = parent.copy(Fragment.from(items.slice(0, startIndex)))
  const after = parent.copy(Fragment.from(items.slice(endIndex)))
  const parts = [before, ...inner, after].filter((node) => node.childCount > 0 || node.isTextblock)
  const caret = tr.selection.head - range.start
  const from = $from.before(depth)
  tr.replaceWith(from, $from.after(depth), parts)
  const start = from + (startIndex > 0 ? before.nodeSize : 0)
  tr.setSelection(
    TextSelection.near(tr.doc.resolve(Math.min(start + caret - 1, tr.doc.content.size))),
  )
  return true
}

/** What follows the range in its parent moves into the last node of the range. */
function takeFollowing(tr: Transaction, range: NodeRange, closing: Slice, insert: number) {
  const { end } = range
  const parentEnd = range.$to.end(range.depth)
  if (end >= parentEnd) return range
  tr.step(new ReplaceAroundStep(end - 1, parentEnd, end, parentEnd, closing, insert, true))
  const $start = tr.doc.resolve(range.$from.pos)
  return new NodeRange($start, tr.doc.resolve(parentEnd - 1 + insert), range.depth)
}

/** Enter in an empty point: out of the point around, or a paragraph when there is none. */
const leavePoint: Command = (state, dispatch) => {
  const range = rangeOf(state, point)
  if (range?.parent.type === point) return liftPoint(state, dispatch)
  if (!range || !dispatch) return range !== null
  const { tr } = state
  tr.replaceWith(range.start, range.end, paragraph.create())
  tr.setSelection(TextSelection.near(tr.doc.resolve(range.start + 1)))
  dispatch(tr.scrollIntoView())
  return true
}

/** The nodes of a type, side by side, that the selection is in. */
function rangeOf(state: EditorState, type: typeof point): NodeRange | null {
  const { $from, $to } = state.selection
  const range = $from.blockRange($to, (node) => node.children.some((child) => child.type === type))
  if (!range) return null
  const chosen = range.parent.children.slice(range.startIndex, range.endIndex)
  return chosen.every((node) => node.type === type) ? range : null
}

/** Where the caret is a line directly in a node of the type. */
function lineIn(state: EditorState, type: typeof point) {
  const { $from, $to } = state.selection
  if ($from.depth < 2 || $from.parent.type !== paragraph || !$from.sameParent($to)) return null
  const owner = $from.node(-1)
  return owner.type === type ? { $from, owner, index: $from.index(-1) } : null
}

/** Splits the line and the node around it, which starts anew: without the first one's attributes. */
function splitTwo(tr: Transaction, type: typeof point) {
  const { pos } = tr.selection.$from
  const types = [{ type }, { type: paragraph }]
  if (canSplit(tr.doc, pos, 2, types)) tr.split(pos, 2, types)
}

/** Takes what stands after the caret out of its line. */
function cutRest(tr: Transaction): Fragment {
  const { $from } = tr.selection
  const rest = $from.parent.content.cut($from.parentOffset)
  if (rest.size > 0) tr.delete($from.pos, $from.end())
  return rest
}

/** Inserts a node and puts the caret at its beginning. */
export function insertAndEnter(tr: Transaction, position: number, node: Node): Transaction {
  tr.insert(position, node)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(position + 1)))
}

export function depthOf($position: ResolvedPos, type: typeof point): number | null {
  for (let depth = $position.depth; depth > 0; depth--) {
    if ($position.node(depth).type === type) return depth
  }
  return null
}

/** A label of its own belongs to the place that a point had. */
function clearLabels(tr: Transaction, range: NodeRange): Transaction {
  let position = range.start
  for (const node of range.parent.children.slice(range.startIndex, range.endIndex)) {
    if (node.attrs.label !== null) tr.setNodeAttribute(position, 'label', null)
    position += node.nodeSize
  }
  return tr
}
