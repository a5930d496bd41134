import type { Node } from 'prosemirror-model'
import { Plugin, TextSelection, type Command, type EditorState } from 'prosemirror-state'
import {
  addRowAfter,
  cellAround,
  goToNextCell,
  isInTable,
  nextCell as besideCell,
  tableEditing,
} from 'prosemirror-tables'
import type { NodeView, ViewMutationRecord } from 'prosemirror-view'
import { schema } from '#app/text/schema.ts'
import { blocksOf, levelOf } from './blocks.ts'
import { make } from './entry-fields.ts'
import { isFromDocument, startUndoStep } from './origin.ts'
import { insertAndEnter } from './structure.ts'
import { fillEmpty } from './tidy.ts'

const { entry, note, paragraph, point, section, table, tableCell, tableRow } = schema.nodes

/** Of a new table, its heading row counted. */
const newTable = { rows: 3, columns: 3 } as const

/**
 * Selection over cells, keys in them and pasting into them. Rows that a merge left shorter than others
 * are filled up with an edit made here, and not when the merge arrives: every tab would do it.
 */
export function tablePlugin(): Plugin {
  // Backspace below a table chooses it, and takes it out when it is chosen.
  const { spec } = tableEditing({ allowTableNodeSelection: true })
  return new Plugin({
    ...spec,
    appendTransaction(transactions, before, state) {
      if (transactions.some(isFromDocument)) return null
      return spec.appendTransaction?.call(this, transactions, before, state) ?? null
    },
  })
}

/** What it does is undone by itself: neither with what was typed before it, nor with what is typed after. */
export function asOwnStep(command: Command): Command {
  return (state, dispatch, view) => {
    if (!dispatch) return command(state)
    startUndoStep(state)
    const isDone = command(state, dispatch, view)
    startUndoStep(state)
    return isDone
  }
}

/** Adds a row or column and puts the caret into its cell beside the one that it was in. */
export function added(command: Command, axis: 'horiz' | 'vert', by: 1 | -1): Command {
  return (state, dispatch) =>
    command(
      state,
      dispatch &&
        ((tr) => {
          fillEmpty(tr)
          const $cell = cellAround(tr.selection.$head)
          const $beside = $cell && besideCell($cell, axis, by)
          if ($beside) tr.setSelection(TextSelection.near(tr.doc.resolve($beside.pos + 1), 1))
          dispatch(tr.scrollIntoView())
        }),
    )
}

/** A table with a heading row, behind the line or list that the caret is in; tables hold no tables. */
export const insertTable: Command = asOwnStep((state, dispatch) => {
  const place = isInTable(state) ? null : placeBehind(state)
  if (!place) return false
  if (!dispatch) return true
  const { position, level, emptyLine } = place
  const rows = Array.from({ length: newTable.rows }, (_, row) =>
    tableRow.create(
      { isHeader: row === 0 },
      Array.from({ length: newTable.columns }, () => tableCell.create(null, paragraph.create())),
    ),
  )
  const { tr } = state
  if (emptyLine) tr.delete(emptyLine.from, emptyLine.to)
  const node = table.create({ level }, rows)
  dispatch(insertAndEnter(tr, tr.mapping.map(position), node).scrollIntoView())
  return true
})

const holders = new Set([section, entry, point, note])

/** Behind what the caret is in, in the innermost of what holds tables; an empty line there gives its place up. */
function placeBehind({ selection: { $from } }: EditorState) {
  for (let depth = $from.depth - 1; depth > 0; depth--) {
    const holder = $from.node(depth)
    if (!holders.has(holder.type)) continue
    const line = holder.child($from.index(depth))
    const isEmpty = line.type === paragraph && line.content.size === 0 && holder.childCount > 1
    const [from, to] = [$from.before(depth + 1), $from.after(depth + 1)]
    return {
      position: to,
      level: levelIn(holder, $from.start(depth), $from.index(depth)),
      emptyLine: isEmpty ? { from, to } : null,
    }
  }
  return null
}

/** The level of what stands in an entry or note; nothing else has any. */
export function levelIn(holder: Node, start: number, index: number): number {
  return holder.type === entry || holder.type === note ? levelOf(blocksOf(holder, start), index) : 0
}

/** Tab: the next cell; behind the last one a new row. */
export const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false
  if (goToNextCell(1)(state, dispatch)) return true
  if (!addRowAfter(state, dispatch)) return true
  if (view) goToNextCell(1)(view.state, dispatch)
  return true
}

/** Shift-Tab: the cell before; in the first one nothing. */
export const cellBefore: Command = (state, dispatch) =>
  isInTable(state) && (goToNextCell(-1)(state, dispatch) || true)

/** A new paragraph below the table that the caret is in. */
export const paragraphAfterTable: Command = (state, dispatch) => {
  const found = around(state, table)
  if (!found) return false
  const line = paragraph.create({ level: Number(found.node.attrs.level) })
  dispatch?.(insertAndEnter(state.tr, found.end, line).scrollIntoView())
  return true
}

/** Makes the row that the caret is in say what stands in the columns, or takes that back. */
export const toggleHeaderRow: Command = (state, dispatch) => {
  const row = around(state, tableRow)
  if (!row) return false
  dispatch?.(state.tr.setNodeAttribute(row.start, 'isHeader', !isHeader(row.node)))
  return true
}

export function isInHeaderRow(state: EditorState): boolean {
  const row = around(state, tableRow)
  return row !== null && isHeader(row.node)
}

function isHeader(row: Node): boolean {
  return row.attrs.isHeader === true
}

function around({ selection: { $head } }: EditorState, type: Node['type']) {
  for (let depth = $head.depth; depth > 0; depth--) {
    if ($head.node(depth).type !== type) continue
    return { node: $head.node(depth), start: $head.before(depth), end: $head.after(depth) }
  }
  return null
}

/** The whole words of a cell are chosen with the first Ctrl+A, those of the section with the next. */
export const selectCell: Command = (state, dispatch) => {
  const cell = around(state, tableCell)
  if (!cell) return false
  const { doc, tr } = state
  const $first = TextSelection.near(doc.resolve(cell.start + 1), 1).$from
  const $last = TextSelection.near(doc.resolve(cell.end - 1), -1).$to
  const chosen = TextSelection.create(doc, $first.start(), $last.end())
  if (state.selection.eq(chosen)) return false
  dispatch?.(tr.setSelection(chosen))
  return true
}

/** A table wider than the page scrolls by itself. */
export class TableView implements NodeView {
  readonly contentDOM = make('tbody', '')
  readonly dom = make('div', 'text-table', make('table', '', this.contentDOM))
  private readonly width = new ResizeObserver(() => {
    // What scrolls must be reachable by keyboard; what does not is no stop on the way.
    if (this.dom.scrollWidth > this.dom.clientWidth) this.dom.tabIndex = 0
    else this.dom.removeAttribute('tabindex')
  })

  constructor() {
    this.width.observe(this.dom)
    this.width.observe(this.contentDOM)
  }

  destroy() {
    this.width.disconnect()
  }

  /** What scrolling and decorations set on the frame is no edit. */
  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }
}
