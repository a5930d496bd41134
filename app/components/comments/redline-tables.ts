import type { ComparedLine } from '#app/queries/compared-lines.ts'
import type { PlaceName } from '#app/text/place-name.ts'

/** The lines of one table, as it is in the later text; of what is gone, where it stood. */
export interface ComparedTable {
  readonly id: string
  /** Of its first line. */
  readonly name: PlaceName
  /** The lines of each cell of each row. A cell of which no line is told stands empty. */
  readonly rows: readonly (readonly (readonly ComparedLine[])[])[]
}

/**
 * The lines of two texts, those of a table together where each cell stands below those of its column: lines
 * by themselves tell row and column where cells cover several, or rows and columns changed at once.
 */
export function inTables(lines: readonly ComparedLine[]): (ComparedLine | ComparedTable)[] {
  const parts: (ComparedLine | ComparedTable)[] = []
  let open: OpenTable | null = null
  for (const line of lines) {
    if (!line.name.cell) open = null
    else if (open?.holds(line)) {
      open.add(line)
      continue
    } else open = new OpenTable(line)
    parts.push(open ?? line)
  }
  return parts.flatMap((part) =>
    part instanceof OpenTable && !part.isEven ? part.rows.flat(2) : [part],
  )
}

class OpenTable implements ComparedTable {
  readonly id: string
  readonly name: PlaceName
  readonly rows: ComparedLine[][][] = []
  /** Which row of each text the last row is, as far as its lines have told. */
  #row: Rows = { before: null, after: null }
  /** The cell of the last line, by its column in the later text; null for what is gone. */
  #column: number | null = null

  constructor(first: ComparedLine) {
    this.id = first.id
    this.name = first.name
    this.add(first)
  }

  /** What is gone stands behind what it stood behind, in a table that may be another one by now. */
  holds({ name, status }: ComparedLine): boolean {
    const [cell, own] = [name.cell, this.name.cell]
    const isBeside =
      name.section === this.name.section &&
      name.provision === this.name.provision &&
      JSON.stringify(name.note) === JSON.stringify(this.name.note)
    return isBeside && (status === 'removed' || cell?.table === own?.table)
  }

  /** Whether each row has a cell for each column, and no other. */
  get isEven(): boolean {
    return (
      this.rows.every(({ length }) => length === this.rows[0]?.length) &&
      this.rows.every((cells) => {
        const columns = cells.flatMap(([line]) => line?.name.cell?.column ?? [])
        const isOneText = cells.every(([line]) => line?.status !== 'removed')
        const isGone = cells.every(([line]) => line?.status === 'removed')
        // Where a column went, its cells stand among the others, which count without it.
        const own = isOneText || isGone ? columns : this.#standing(cells)
        return own.every((column, place) => column === place + 1)
      })
    )
  }

  #standing(cells: readonly (readonly ComparedLine[])[]): number[] {
    return cells.flatMap(([line]) =>
      line && line.status !== 'removed' ? (line.name.cell?.column ?? []) : [],
    )
  }

  add(line: ComparedLine) {
    const rows = rowsOf(line)
    const isSameRow =
      rows.after === null || this.#row.after === null
        ? rows.before !== null && rows.before === this.#row.before
        : rows.after === this.#row.after
    if (!isSameRow) {
      this.rows.push([])
      this.#row = { before: null, after: null }
    }
    const row = this.rows.at(-1)
    const column = line.status === 'removed' ? null : (line.name.cell?.column ?? null)
    const isSameCell = isSameRow && column !== null && column === this.#column
    if (isSameCell) row?.at(-1)?.push(line)
    else row?.push([line])
    this.#row = {
      before: this.#row.before ?? rows.before,
      after: this.#row.after ?? rows.after,
    }
    this.#column = column
  }
}

interface Rows {
  readonly before: number | null
  readonly after: number | null
}

function rowsOf({ name, wasNamed, elements }: ComparedLine): Rows {
  const row = name.cell?.row ?? null
  if (!elements.after) return { before: row, after: null }
  return { before: elements.before ? ((wasNamed ?? name).cell?.row ?? null) : null, after: row }
}
