import { childrenOf, type ContentNode } from './content.ts'

/** A cell where it stands in its table; columns count from 0. */
export interface LaidCell<C> {
  readonly cell: C
  readonly column: number
  /** As far as there is room: not over a cell that reaches down from above, nor below the last row. */
  readonly colspan: number
  readonly rowspan: number
}

export interface Spans {
  readonly colspan: number
  readonly rowspan: number
}

/**
 * Where the cells of each row stand, as browsers lay them out: in the first columns that no cell above
 * reaches down into. No two lie over each other, and rows may end before others do.
 */
export function laidOut<C>(
  rows: readonly (readonly C[])[],
  spansOf: (cell: C) => Spans,
): LaidCell<C>[][] {
  /** For how many rows from this one on each column is taken. */
  let taken = new Map<number, number>()
  return rows.map((cells, row) => {
    const next = new Map<number, number>()
    for (const [column, left] of taken) if (left > 1) next.set(column, left - 1)
    let column = 0
    const laid = cells.map((cell): LaidCell<C> => {
      while (taken.has(column)) column++
      const at = column
      const wanted = spansOf(cell)
      const rowspan = Math.min(wanted.rowspan, rows.length - row)
      do {
        if (rowspan > 1) next.set(column, rowspan - 1)
        column++
      } while (column - at < wanted.colspan && !taken.has(column))
      return { cell, column: at, colspan: column - at, rowspan }
    })
    taken = next
    return laid
  })
}

/** The rows of a table of a text with their cells where they stand. */
export function gridOf(table: ContentNode) {
  const rows = childrenOf(table, 'tableRow')
  const laid = laidOut(
    rows.map((row) => childrenOf(row, 'tableCell')),
    ({ attrs }) => ({ colspan: countOf(attrs?.colspan), rowspan: countOf(attrs?.rowspan) }),
  )
  return rows.map((row, index) => ({
    row,
    isHeader: row.attrs?.isHeader === true,
    cells: laid[index] ?? [],
  }))
}
export type TableGrid = ReturnType<typeof gridOf>

/** How many columns it has: as many as its longest row reaches. */
export function columnsOf(grid: TableGrid): number {
  return grid.reduce((columns, { cells }) => {
    const last = cells.at(-1)
    return Math.max(columns, last ? last.column + last.colspan : 0)
  }, 0)
}

function countOf(span: unknown): number {
  return typeof span === 'number' ? span : 1
}
