import type { Node } from 'prosemirror-model'
import { Selection, TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { schema } from '#app/text/schema.ts'
import { blocksOf, positionOf } from './blocks.ts'

/**
 * Backspace and Delete at an empty point take it away. ProseMirror would join it to its neighbour: the
 * empty line would stay there under its id, and the text would say that it moved.
 */

const { entryHeading, point, paragraph } = schema.nodes

/** Backspace in an empty point, or at the beginning of what stands behind one. */
export const dropEmptyBackward: Command = (state, dispatch) => {
  const place = caretInBlock(state)
  if (!place) return false
  const { container, index, isAtStart } = place
  const before = container.maybeChild(index - 1)
  const own = container.child(index)
  const isOwn = isEmptyPoint(own) && before !== null
  if (!isOwn && !(isAtStart && own.type === point && isEmptyPoint(before))) return false
  if (!dispatch) return true
  const { from, to } = rangeOf(place, isOwn ? index : index - 1)
  const tr = state.tr.delete(from, to)
  if (isOwn) tr.setSelection(Selection.near(tr.doc.resolve(from), -1))
  dispatch(tr.scrollIntoView())
  return true
}

/** Delete in an empty point, or at the end of what stands before one. */
export const dropEmptyForward: Command = (state, dispatch) => {
  const place = caretInBlock(state)
  if (!place) return false
  const { container, index, isAtEnd } = place
  const next = container.maybeChild(index + 1)
  const isOwn = isEmptyPoint(container.child(index)) && next !== null
  if (!isOwn && !(isAtEnd && isEmptyPoint(next))) return false
  if (!dispatch) return true
  const { from, to } = rangeOf(place, isOwn ? index : index + 1)
  const tr = state.tr.delete(from, to)
  if (isOwn) tr.setSelection(Selection.near(tr.doc.resolve(from), 1))
  dispatch(tr.scrollIntoView())
  return true
}

interface CaretPlace {
  readonly container: Node
  /** Where the first block of the container begins. */
  readonly start: number
  /** Of the block that the caret is in: a heading, a paragraph or a point. */
  readonly index: number
  /** Whether the caret stands before, or behind, all words of that block. */
  readonly isAtStart: boolean
  readonly isAtEnd: boolean
}

function caretInBlock({ selection }: EditorState): CaretPlace | null {
  if (!(selection instanceof TextSelection) || !selection.$cursor) return null
  const { $cursor } = selection
  const { parent, depth } = $cursor
  if (depth < 3 || (parent.type !== paragraph && parent.type !== entryHeading)) return null
  const at = $cursor.node(-1).type === point ? depth - 1 : depth
  return {
    container: $cursor.node(at - 1),
    start: $cursor.start(at - 1),
    index: $cursor.index(at - 1),
    isAtStart: $cursor.pos - (depth - at) === $cursor.start(at),
    isAtEnd: $cursor.pos + (depth - at) === $cursor.end(at),
  }
}

function isEmptyPoint(node: Node | null): boolean {
  if (node?.type !== point || node.childCount > 1) return false
  const { firstChild } = node
  return firstChild === null || (firstChild.type === paragraph && firstChild.childCount === 0)
}

function rangeOf({ container, start }: CaretPlace, index: number) {
  const from = positionOf(blocksOf(container, start), index)
  return { from, to: from + container.child(index).nodeSize }
}
