import type { Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { ySyncPluginKey } from 'y-prosemirror'
import { schema } from '#app/text/schema.ts'
import {
  blocksOf,
  endOf,
  lastIndex,
  levelOf,
  positionOf,
  type Blocks,
  type ChosenBlocks,
} from './blocks.ts'
import { startUndoStep } from './origin.ts'
import { bindingOf } from './places.ts'

/**
 * Alt with an arrow: what the caret is in, with all that stands in it, changes places with what stands
 * before or behind it at its level. It stays the same element: its ids go along.
 */

const { entry, entryHeading, note, point, bulletList, orderedList, section, table } = schema.nodes

export function moveBlocks(by: 'up' | 'down'): Command {
  return (state, dispatch, view) => {
    const chosen = movableBlocks(state)
    if (!chosen) return false
    const move = by === 'up' ? upward(chosen) : downward(chosen)
    // At the end of its list it stays; the key is ours all the same.
    if (!move || !dispatch) return true
    const tr = moved(state, chosen, move).scrollIntoView()
    if (view) dispatchMove(view, tr)
    else dispatch(tr)
    return true
  }
}

/** From its heading an entry is moved, from its only line a note or a list; in a table the row. */
function movableBlocks({ selection: { $from, $to } }: EditorState): ChosenBlocks | null {
  const containers = [entry, note, bulletList, orderedList, section, table]
  for (let depth = $from.sharedDepth($to.pos); depth > 0; depth--) {
    const container = $from.node(depth)
    const first = $from.index(depth)
    if (!containers.includes(container.type)) continue
    if (container.maybeChild(first)?.type === entryHeading) continue
    // A cell over several rows would cover others.
    if (container.type === table && hasTallCells(container)) return null
    const isInOther = container.type !== entry && container.type !== section
    if (isInOther && container.childCount === 1) continue
    return {
      ...blocksOf(container, $from.start(depth)),
      first,
      last: Math.max(first, lastIndex($to, depth)),
    }
  }
  return null
}

function hasTallCells(container: Node): boolean {
  return container.children.some((row) => row.children.some((cell) => cell.attrs.rowspan !== 1))
}

/** Blocks next to each other that change places, `[start, middle)` with `[middle, end)`. */
interface Move {
  readonly start: number
  readonly middle: number
  readonly end: number
  /** Which of the two the caret goes along with. */
  readonly chosen: 'first' | 'second'
}

function upward(blocks: ChosenBlocks): Move | null {
  const { container, places, first: middle } = blocks
  const level = levelOf(blocks, middle)
  const start = places.findLastIndex((place, index) => index < middle && place.level <= level)
  const before = container.maybeChild(start)
  if (!before || before.type === entryHeading || levelOf(blocks, start) < level) return null
  const end = wholeEnd(blocks)
  return end === null ? null : { start, middle, end, chosen: 'second' }
}

function downward(blocks: ChosenBlocks): Move | null {
  const { container, first: start } = blocks
  const middle = wholeEnd(blocks)
  if (middle === null || middle >= container.childCount) return null
  if (levelOf(blocks, middle) < levelOf(blocks, start)) return null
  return { start, middle, end: endOf(blocks, middle), chosen: 'first' }
}

/** Where what is chosen ends with what stands in it; null where it reaches out of the point around. */
function wholeEnd(blocks: ChosenBlocks): number | null {
  const { first, last, places } = blocks
  const level = levelOf(blocks, first)
  const isWhole = places.slice(first, last + 1).every((place) => place.level >= level)
  return isWhole ? endOf(blocks, last) : null
}

/** Takes what is chosen out in the first step and puts it elsewhere in the second. */
function moved(state: EditorState, blocks: ChosenBlocks, move: Move): Transaction {
  const [start, middle] = [positionOf(blocks, move.start), positionOf(blocks, move.middle)]
  const end = positionOf(blocks, move.end)
  const isFirst = move.chosen === 'first'
  const [from, to] = isFirst ? [start, middle] : [middle, end]
  const place = isFirst ? start + end - middle : start
  const { tr, selection } = state
  const nodes = state.doc.slice(from, to).content
  tr.delete(from, to).insert(place, nodes)
  keepLabels(tr, blocks, move)
  const at = (position: number) => position - from + place
  return tr.setSelection(TextSelection.create(tr.doc, at(selection.anchor), at(selection.head)))
}

/** Labels of their own belong to the places that the points have, as where points are nested. */
function keepLabels(tr: Transaction, before: Blocks, { start, middle, end }: Move) {
  const level = levelOf(before, middle)
  const rootsOf = (blocks: Blocks) =>
    Array.from({ length: end - start }, (_, index) => start + index).filter(
      (index) => levelOf(blocks, index) === level && blocks.container.child(index).type === point,
    )
  const labels = rootsOf(before).map((index): unknown => labelOf(before, index))
  const after = blocksOf(tr.doc.resolve(before.start).parent, before.start)
  for (const [at, index] of rootsOf(after).entries()) {
    if (labelOf(after, index) === labels[at]) continue
    tr.setNodeAttribute(positionOf(after, index), 'label', labels[at])
  }
}

function labelOf({ container }: Blocks, index: number): unknown {
  return container.child(index).attrs.label
}

/**
 * Yjs moves nothing, and the binding by itself would write the words of the one into the place of the
 * other, where letters of both agree: what others commented on and who wrote what would go to wrong
 * words. So what is moved is deleted and inserted, in one update, and the other stays untouched.
 */
function dispatchMove(view: EditorView, tr: Transaction) {
  const bound = bindingOf(view.state)
  const without: Node | undefined = tr.docs[1]
  if (!bound || !without) return view.dispatch(tr)
  startUndoStep(view.state)
  bound.silently(() => {
    view.dispatch(tr)
    if (view.state.doc === tr.before) return
    bound.doc.transact(() => {
      bound.write(without)
      bound.write(view.state.doc)
    }, ySyncPluginKey)
  })
  // Whoever keeps a place in the shared text finds it there only now.
  view.updateState(view.state)
}
