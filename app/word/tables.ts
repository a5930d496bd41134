import { type ContentNode, plainText } from '#app/text/content.ts'
import { limits } from '#app/text/grammar.ts'
import { type Cell, isThereBefore, type Row, type WrittenTable } from './line.ts'
import type { NotTakenList } from './not-taken.ts'

/** A cell of a table as it is made, of one or more that were merged. */
interface Merged {
  /** Columns as the document counts them, from 0. */
  readonly from: number
  readonly to: number
  rows: number
  readonly cells: Cell[]
}

/**
 * A table as it stood before the changes: its cells over as many columns and rows as they were merged
 * over. Words of cells that are merged into others, which Word does not show, stand in these. Null where
 * all of it is to come. `isOwn` where Concert wrote it.
 */
export function tableOf(
  { rows }: WrittenTable,
  contentOf: (cells: readonly Cell[]) => ContentNode[],
  newId: () => string,
  notTaken: NotTakenList,
  isOwn = false,
): ContentNode | null {
  const there = rows
    .filter(isThereBefore)
    .map((row) => ({ ...row, cells: row.cells.filter(isThereBefore) }))
  if (there.length === 0) return null
  const firstPlain = there.findIndex(({ isHeader }) => !isHeader)
  // Those further down are no header rows to Word either; that they are to Concert, it wrote down.
  const isHeader = (at: number) =>
    isOwn ? there[at]?.isHeader === true : firstPlain === -1 || at < firstPlain
  const id = newId()
  const merged = mergedCells(there)
  // As Concert wrote them they were counted, whether a cell parts them or not.
  const isAsWritten = isOwn && rows.every((row) => [row, ...row.cells].every(isThereBefore))
  const columnAt = isAsWritten ? (column: number) => column : columnsIn(merged)
  const content = merged.map((cells, at) => ({
    type: 'tableRow',
    attrs: { id: newId(), ...(isHeader(at) ? { isHeader: true } : {}) },
    content: cells.map(({ from, to, rows: down, cells: sources }) => {
      const columns = columnAt(to) - columnAt(from)
      const colspan = Math.min(columns, limits.columns)
      const rowspan = Math.min(down, limits.rows)
      const spans = { ...(colspan > 1 && { colspan }), ...(rowspan > 1 && { rowspan }) }
      const cell = {
        type: 'tableCell',
        attrs: { id: newId(), ...spans },
        content: contentOf(sources),
      }
      if (colspan < columns || rowspan < down)
        notTaken.add('merged-cells', plainText(cell).replaceAll('\n', ' '))
      return cell
    }),
  }))
  return { type: 'table', attrs: { id }, content }
}

/** By rows. A cell goes on from the one above it where both cover the same columns. */
function mergedCells(rows: readonly Row[]): Merged[][] {
  /** Those of the row above that may go on, by the column that they begin in. */
  let above = new Map<number, Merged>()
  return rows.map(({ free, cells }) => {
    const here = new Map<number, Merged>()
    const made: Merged[] = free > 0 ? [{ from: 0, to: free, rows: 1, cells: [] }] : []
    let from = free
    for (const { cell, columns, aside } of mergedAside(cells)) {
      const to = from + columns
      const upper = cell.down === 'goes-on' ? above.get(from) : undefined
      const one = upper?.to === to ? upper : { from, to, rows: 0, cells: [] }
      if (one !== upper) made.push(one)
      one.rows += 1
      one.cells.push(cell, ...aside)
      if (cell.down !== null) here.set(from, one)
      from = to
    }
    above = here
    return made
  })
}

/** Of columns that no cell parts, as rows that are to come leave them behind, one is counted. */
function columnsIn(rows: readonly (readonly Merged[])[]): (column: number) => number {
  const edges = new Set(rows.flat().flatMap(({ from, to }) => [from, to]))
  const places = new Map(
    [...edges].toSorted((one, other) => one - other).map((edge, place) => [edge, place]),
  )
  return (column) => places.get(column) ?? 0
}

/** The cells of a row with those beside them that are merged with them. */
function mergedAside(cells: readonly Cell[]) {
  const merged: { cell: Cell; columns: number; aside: Cell[] }[] = []
  for (const cell of cells) {
    const last = cell.isMergedAside ? merged.at(-1) : undefined
    if (!last) {
      merged.push({ cell, columns: cell.columns, aside: [] })
      continue
    }
    last.columns += cell.columns
    last.aside.push(cell)
  }
  return merged
}
