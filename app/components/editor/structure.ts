import type { Fragment, Node, NodeType } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { canSplit } from 'prosemirror-transform'
import { limits } from '#app/text/grammar.ts'
import { schema } from '#app/text/schema.ts'
import { chosenBlocks, endOf, levelOf, positionOf, type ChosenBlocks } from './blocks.ts'
import { startUndoStep } from './origin.ts'

/**
 * How Enter, Tab and Shift-Tab work in entries and notes. Nesting sets levels and moves nothing, so
 * that what others write there at the same moment stays where it is.
 */

const { entry, entryHeading, note, point, paragraph } = schema.nodes

/** Enter in a point: the next point, with what stood after the caret. */
export const nextPoint: Command = (state, dispatch) => {
  const place = lineIn(state, point)
  const blocks = chosenBlocks(state)
  if (!place || blocks?.container !== place.container) return false
  const { $from, owner, index } = place
  if (owner.childCount === 1 && $from.parent.content.size === 0) return leavePoint(state, dispatch)
  if (!dispatch) return true
  const tr = state.tr.deleteSelection()
  const { first } = blocks
  const level = levelOf(blocks, first)
  const end = endOf(blocks, first)
  const isLead = index === owner.childCount - 1 && end > first + 1
  if (isLead) {
    // What stands deeper stays with this point: the new one is the first of them, or behind a note.
    const hasPoints = blocks.container.children.slice(first + 1, end).some((n) => n.type === point)
    const rest = cutRest(tr)
    const after = tr.mapping.map(positionOf(blocks, hasPoints ? first + 1 : end))
    const inner = hasPoints ? level + 1 : level
    insertAndEnter(tr, after, pointOf(inner, rest, $from.parent))
  } else splitTwo(tr, level)
  dispatch(tr.scrollIntoView())
  return true
}

/** Enter in the heading of an entry: its first point, with what stood after the caret. */
export const pointAfterHeading: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  if ($from.parent.type !== entryHeading || !$from.sameParent($to)) return false
  if (!dispatch) return true
  const tr = state.tr.deleteSelection()
  const rest = cutRest(tr)
  insertAndEnter(tr, tr.selection.$from.after(), pointOf(0, rest, $from.parent))
  dispatch(tr.scrollIntoView())
  return true
}

/** Enter on the empty last line of a note or entry: out of it. */
export const leaveWhenEmpty: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const owner = $from.depth >= 2 ? $from.node(-1) : null
  if (!empty || !owner || (owner.type !== entry && owner.type !== note)) return false
  const isLast = $from.indexAfter(-1) === owner.childCount && owner.childCount > 1
  if (!isLast || $from.parent.type !== paragraph || $from.parent.content.size > 0) return false
  if (!dispatch) return true
  const { tr } = state
  const after = $from.after(-1)
  const level = owner.type === note ? Number(owner.attrs.level) : 0
  tr.insert(after, paragraph.create({ level })).delete($from.before(), $from.after())
  tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(after, -1) + 1)))
  dispatch(tr.scrollIntoView())
  return true
}

/** A new paragraph below the entry, wherever in it one is: undone by itself, without what was typed before. */
export const paragraphAfterEntry: Command = (state, dispatch) => {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type !== entry) continue
    if (dispatch) startUndoStep(state)
    dispatch?.(insertAndEnter(state.tr, $from.after(depth), paragraph.create()).scrollIntoView())
    return true
  }
  return false
}

/** Tab: the chosen points, with what stands in them, go into the point before. */
export const nestPoint: Command = (state, dispatch) => {
  const chosen = chosenPoints(state)
  if (!chosen) return false
  const { first, places, container } = chosen
  const level = levelOf(chosen, first)
  const before = places.findLastIndex((place, index) => index < first && place.level <= level)
  const canNest = levelOf(chosen, before) === level && container.maybeChild(before)?.type === point
  if (canNest && level < limits.level) dispatch?.(shifted(state, chosen, 1).scrollIntoView())
  return true
}

/** Shift-Tab: the chosen points go out of the point around; those that followed become theirs. */
export const liftPoint: Command = (state, dispatch) => {
  const chosen = chosenPoints(state)
  if (!chosen) return false
  if (levelOf(chosen, chosen.first) > 0) dispatch?.(shifted(state, chosen, -1).scrollIntoView())
  return true
}

/** The blocks that are chosen, if the first of them is a point. */
function chosenPoints(state: EditorState): ChosenBlocks | null {
  const chosen = chosenBlocks(state)
  return chosen?.container.child(chosen.first).type === point ? chosen : null
}

/** All that is chosen, and what stands deeper behind it, one level on. */
function shifted(state: EditorState, chosen: ChosenBlocks, by: 1 | -1): Transaction {
  const { tr } = state
  const end = endOf(chosen, chosen.last)
  for (let index = chosen.first; index < end; index++) {
    const node = chosen.container.child(index)
    if (node.type === entryHeading) continue
    const position = positionOf(chosen, index)
    const level = Math.max(0, Math.min(limits.level, levelOf(chosen, index) + by))
    tr.setNodeAttribute(position, 'level', level)
    // A label of its own belongs to the place that a point had.
    const isRoot = levelOf(chosen, index) === levelOf(chosen, chosen.first)
    if (isRoot && node.type === point && node.attrs.label !== null) {
      tr.setNodeAttribute(position, 'label', null)
    }
  }
  return tr
}

/** Enter in an empty point: out of the point around, or a paragraph when there is none. */
const leavePoint: Command = (state, dispatch) => {
  const chosen = chosenPoints(state)
  if (!chosen) return false
  if (levelOf(chosen, chosen.first) > 0) return liftPoint(state, dispatch)
  if (!dispatch) return true
  const { tr } = state
  const from = positionOf(chosen, chosen.first)
  tr.replaceWith(from, from + chosen.container.child(chosen.first).nodeSize, paragraph.create())
  tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1)))
  dispatch(tr.scrollIntoView())
  return true
}

/** The line that the selection is in, directly in a node of the type. */
export function lineIn({ selection: { $from, $to } }: EditorState, type: NodeType) {
  if ($from.depth < 3 || $from.parent.type !== paragraph || !$from.sameParent($to)) return null
  const owner = $from.node(-1)
  if (owner.type !== type) return null
  return { $from, owner, index: $from.index(-1), container: $from.node(-2) }
}

/** Splits the line and the point around it; the second one begins anew but for its level. */
function splitTwo(tr: Transaction, level: number) {
  const { $from } = tr.selection
  const { pos } = $from
  const isEnd = $from.parentOffset === $from.parent.content.size
  const from = (node: Node) => ({ splitFrom: isEnd ? null : idOf(node) })
  const types = [
    { type: point, attrs: { level, ...from($from.node(-1)) } },
    { type: paragraph, attrs: from($from.parent) },
  ]
  if (canSplit(tr.doc, pos, 2, types)) tr.split(pos, 2, types)
}

/** A point with words that were cut out of a line. */
function pointOf(level: number, words: Fragment, line: Node): Node {
  const splitFrom = words.size > 0 ? idOf(line) : null
  return point.create(
    { level: Math.min(level, limits.level) },
    paragraph.create({ splitFrom }, words),
  )
}

function idOf(node: Node): string | null {
  const id: unknown = node.attrs.id
  return typeof id === 'string' ? id : null
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
