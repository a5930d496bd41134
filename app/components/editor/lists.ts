import { Fragment, type NodeRange } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { liftListItem, sinkListItem } from 'prosemirror-schema-list'
import { isInTable } from 'prosemirror-tables'
import { canSplit } from 'prosemirror-transform'
import { schema } from '#app/text/schema.ts'

/** How Enter, Tab and Shift-Tab work in lists. */

const { listItem, paragraph } = schema.nodes

/** Tab in a list: the chosen items go into the one before. The first stays, or Tab leads to the next cell. */
export const nestItem: Command = (state, dispatch) =>
  itemsIn(state) !== null && (sinkListItem(listItem)(state, dispatch) || !isInTable(state))

/** Enter in a list item: the next item; in an empty one: out of the list. */
export const nextListItem: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  const owner = $from.depth >= 2 && $from.sameParent($to) ? $from.node(-1) : null
  if (owner?.type !== listItem || $from.parent.type !== paragraph) return false
  if (owner.childCount === 1 && $from.parent.content.size === 0) return liftItem(state, dispatch)
  if (!dispatch) return true
  const tr = state.tr.deleteSelection()
  const { pos, parent, parentOffset } = tr.selection.$from
  const splitFrom: unknown = parentOffset < parent.content.size ? parent.attrs.id : null
  const types = [{ type: listItem }, { type: paragraph, attrs: { splitFrom } }]
  if (canSplit(tr.doc, pos, 2, types)) tr.split(pos, 2, types)
  dispatch(tr.scrollIntoView())
  return true
}

/** The chosen items, next to each other in the innermost list that holds all of them. */
function itemsIn({ selection: { $from, $to } }: EditorState): NodeRange | null {
  return $from.blockRange($to, (node) => node.firstChild?.type === listItem)
}

/** Shift-Tab in a list: the chosen items go out of the item around, or become the paragraphs that they hold. */
export const liftItem: Command = (state, dispatch) => {
  const range = itemsIn(state)
  if (!range) return false
  if (range.$from.node(range.depth - 1).type === listItem)
    return liftListItem(listItem)(state, dispatch)
  dispatch?.(unwrapped(state, range).scrollIntoView())
  return true
}

/** What the items hold stands between what is left of the list on both sides. */
function unwrapped({ tr }: EditorState, range: NodeRange): Transaction {
  const { parent, startIndex, endIndex, $from, depth } = range
  const items = parent.children
  const { level } = parent.attrs
  const inner = items
    .slice(startIndex, endIndex)
    .flatMap((item) => item.children)
    .map((node) => node.type.create({ ...node.attrs, level }, node.content, node.marks))
  const before = parent.copy(Fragment.from(items.slice(0, startIndex)))
  const after = parent.copy(Fragment.from(items.slice(endIndex)))
  const parts = [before, ...inner, after].filter((node) => node.childCount > 0 || node.isTextblock)
  const caret = tr.selection.head - range.start
  const from = $from.before(depth)
  tr.replaceWith(from, $from.after(depth), parts)
  const start = from + (startIndex > 0 ? before.nodeSize : 0)
  const place = Math.min(Math.max(start + caret - 1, 0), tr.doc.content.size)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(place)))
}
