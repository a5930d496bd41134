import type { Block, PaperCell } from './blocks.ts'

/** A table as it is printed, with what stands in its cells. */
export interface PaperTable<Item> {
  /** How many points, notes and items are around it. */
  readonly indent: number
  readonly columns: number
  readonly rows: readonly PaperRow<Item>[]
}

export interface PaperRow<Item> {
  readonly isHeader: boolean
  /** From left to right; what the row leaves free at its end is left out. */
  readonly slots: readonly Slot<Item>[]
}

/** What covers columns of a row. */
export type Slot<Item> =
  | { readonly kind: 'cell'; readonly cell: PaperCell; readonly items: readonly Item[] }
  /** A cell of a row above reaches down here. */
  | { readonly kind: 'from-above'; readonly cell: PaperCell; readonly items: readonly Item[] }
  /** No cell stands here, though one does further on. */
  | { readonly kind: 'free'; readonly column: number; readonly colspan: number }

/** Puts the paragraphs of each table together; what stands in none stays as it is. */
export function withTables<Item, Made>(
  items: readonly Item[],
  blockOf: (item: Item) => Block,
  make: { line: (item: Item) => Made; table: (table: PaperTable<Item>) => readonly Made[] },
): Made[] {
  const made: Made[] = []
  for (let at = 0; at < items.length;) {
    const item = items[at]
    if (item === undefined) break
    const table = blockOf(item).cell?.table
    if (table === undefined) {
      made.push(make.line(item))
      at++
      continue
    }
    const from = at
    while (at < items.length && items[at] && cellOf(items[at])?.table === table) at++
    made.push(...make.table(tableOf(items.slice(from, at), cellOf)))
  }
  return made

  function cellOf(item: Item | undefined): PaperCell | null {
    return item === undefined ? null : blockOf(item).cell
  }
}

function tableOf<Item>(
  items: readonly Item[],
  cellOf: (item: Item) => PaperCell | null,
): PaperTable<Item> {
  const rows = new Map<number, { cell: PaperCell; items: Item[] }[]>()
  let last: { cell: PaperCell; items: Item[] } | null = null
  let [columns, indent] = [0, 0]
  for (const item of items) {
    const cell = cellOf(item)
    if (!cell) continue
    columns = Math.max(columns, cell.columns)
    indent = cell.indent
    if (last && last.cell.row === cell.row && last.cell.column === cell.column) {
      last.items.push(item)
      continue
    }
    last = { cell, items: [item] }
    for (let row = cell.row; row < cell.row + cell.rowspan; row++)
      rows.set(row, [...(rows.get(row) ?? []), last])
  }
  return {
    indent,
    columns,
    rows: [...rows]
      .toSorted(([one], [other]) => one - other)
      .map(([row, cells]) => rowOf(row, cells)),
  }
}

function rowOf<Item>(
  row: number,
  cells: readonly { cell: PaperCell; items: readonly Item[] }[],
): PaperRow<Item> {
  const slots: Slot<Item>[] = []
  let column = 0
  for (const { cell, items } of cells.toSorted((a, b) => a.cell.column - b.cell.column)) {
    if (cell.column > column) slots.push({ kind: 'free', column, colspan: cell.column - column })
    slots.push({ kind: cell.row === row ? 'cell' : 'from-above', cell, items })
    column = cell.column + cell.colspan
  }
  const own = cells.filter(({ cell }) => cell.row === row)
  const saying = own.length > 0 ? own : cells
  return { isHeader: saying.every(({ cell }) => cell.isHeader), slots }
}

/** The first rows that say what stands below them; none where a cell of theirs reaches further down. */
export function headRows({ rows }: PaperTable<unknown>): number {
  const first = rows.findIndex(({ isHeader }) => !isHeader)
  const count = first === -1 ? rows.length : first
  const goesOn = rows[count]?.slots.some(({ kind }) => kind === 'from-above')
  return goesOn ? 0 : count
}

/** However far inwards a table stands, that share of the width is left to it. */
export const leastWidth = 0.6

/** Characters that a column asks for at least and at most, whatever stands in it. */
const leastWide = 4
const mostWide = 40

/** The share of the width of each column: enough for its longest word, and more for longer lines. */
export function columnShares<Item>(
  { columns, rows }: PaperTable<Item>,
  wordsOf: (item: Item) => string,
): number[] {
  const wanted = Array.from({ length: columns }, () => leastWide)
  for (const slot of rows.flatMap(({ slots }) => slots)) {
    if (slot.kind !== 'cell') continue
    const { column, colspan } = slot.cell
    const lines = slot.items.map(wordsOf)
    const word = Math.max(
      0,
      ...lines.flatMap((line) => line.split(/\s/).map(({ length }) => length)),
    )
    const line = Math.max(0, ...lines.map(({ length }) => length))
    const each = Math.min(Math.max(word, 3 * Math.sqrt(line)) / colspan, mostWide)
    for (let at = column; at < column + colspan; at++) wanted[at] = Math.max(wanted[at] ?? 0, each)
  }
  const all = wanted.reduce((sum, one) => sum + one, 0)
  return wanted.map((one) => one / all)
}
