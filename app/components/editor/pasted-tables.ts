import { DOMParser, DOMSerializer } from 'prosemirror-model'
import { limits } from '#app/text/grammar.ts'
import { schema } from '#app/text/schema.ts'
import { laidOut, type LaidCell } from '#app/text/table-grid.ts'
import { inBlocks, unwrap, wordsOf } from './pasted-blocks.ts'
import { partLines } from './pasted-breaks.ts'
import { layOutInTables } from './pasted-layout.ts'
import { lookOf } from './pasted-looks.ts'
import { isOfPoints, readPointTables } from './pasted-points.ts'
import { countsOf, looksOf } from './pasted-sheet.ts'
import { linesOfTable } from './table-lines.ts'
import { listWordLists } from './word-lists.ts'

/**
 * Tables as word processors, spreadsheets and web pages write them. What they hold is taken out, read
 * and put back as the schema has it, so that nothing in a cell is taken for a point of what stands
 * around the table. Those whose rows are points, notes or entries are left to `readPointTables`.
 */
export function takeTables(body: Element, sheets: readonly string[]): TakenTables {
  const reader = new TableReader(sheets)
  const taken = new Map<Element, Element[]>()
  for (const table of body.querySelectorAll('table')) {
    // Those in the cells of one that was taken are in no body any more.
    if (!body.contains(table) || isOfPoints(table)) continue
    const place = table.ownerDocument.createElement('table')
    place.dataset.node = 'table'
    const { caption, grid } = partsOf(table)
    if (isLayout(grid))
      table.replaceWith(...caption, ...grid.flat().flatMap(({ cell }) => inBlocks(cell)))
    else {
      taken.set(place, reader.rowsOf(grid))
      table.replaceWith(...caption, place)
    }
  }
  return {
    putBack: () => {
      let asLines = reader.nested
      for (const [place, rows] of taken) {
        place.append(...rows)
        if (!place.closest('li')) continue
        place.replaceWith(...linesIn(place))
        asLines++
      }
      return asLines
    },
  }
}

interface TakenTables {
  /** Puts the tables back; how many became lines, for they stand in a cell or an item. */
  readonly putBack: () => number
}

type Grid = readonly (readonly LaidCell<Element>[])[]

/** One cell alone, and one column around other tables: a page is laid out so. */
function isLayout(grid: Grid): boolean {
  const cells = grid.flat()
  const isOneColumn = cells.every(({ column, colspan }) => column === 0 && colspan === 1)
  return isOneColumn && (cells.length <= 1 || cells.some(({ cell }) => cell.querySelector('table')))
}

function partsOf(table: Element): { caption: Element[]; grid: Grid } {
  const own = (selector: string) =>
    [...table.querySelectorAll(selector)].filter((one) => one.closest('table') === table)
  const caption = own('caption').flatMap((one) => inBlocks(one))
  return { caption, grid: trimmed(laidOut(own('tr').map(cellsIn), spansOf)) }
}

/** The cells of a row; over those that are only written over by the words before them there are empty ones. */
function cellsIn(row: Element): Element[] {
  const cells = [...row.children].filter((child) => child.matches('td, th'))
  return cells.flatMap((cell) => {
    if (!/mso-ignore:\s*colspan/i.test(cell.getAttribute('style') ?? '')) return [cell]
    const { colspan } = spansOf(cell)
    cell.removeAttribute('colspan')
    const covered = Array.from({ length: colspan - 1 }, () => {
      const empty = row.ownerDocument.createElement('td')
      cell.after(empty)
      return empty
    })
    return [cell, ...covered]
  })
}

/** A page may claim any number. */
function spansOf(cell: Element) {
  const span = (side: string, most: number) => {
    const number = Number(cell.getAttribute(side) ?? 1)
    return Number.isInteger(number) && number > 0 ? Math.min(number, most) : 1
  }
  return { colspan: span('colspan', limits.columns), rowspan: span('rowspan', limits.rows) }
}

/**
 * Without the last rows and columns in which no words begin, for sheets have more than is filled in, and
 * without rows that those above cover, which the schema does not have.
 */
function trimmed(grid: Grid): Grid {
  const written = grid.map((cells) => cells.filter(({ cell }) => wordsOf(cell) !== ''))
  const end = written.findLastIndex((cells) => cells.length > 0) + 1
  const columns = written.flat().reduce((most, { column }) => Math.max(most, column + 1), 0)
  const isKept = grid.map((cells, row) => row < end && cells.some(({ column }) => column < columns))
  return grid.flatMap((cells, row) => {
    if (isKept[row] !== true) return []
    const kept = cells.filter(({ column }) => column < columns)
    return [
      kept.map(({ cell, column, colspan, rowspan }) => ({
        cell,
        column,
        colspan: Math.min(colspan, columns - column),
        rowspan: isKept.slice(row, row + rowspan).filter(Boolean).length,
      })),
    ]
  })
}

class TableReader {
  readonly #looks: ReadonlyMap<string, string>
  readonly #counts: ReturnType<typeof countsOf>
  /** How many tables in cells became lines. */
  nested = 0

  constructor(sheets: readonly string[]) {
    this.#looks = looksOf(sheets)
    this.#counts = countsOf(sheets)
  }

  rowsOf(grid: Grid): Element[] {
    return grid.flatMap((cells) => {
      const [first] = cells
      if (!first) return []
      const row = first.cell.ownerDocument.createElement('tr')
      row.dataset.node = 'tableRow'
      if (isHeader(cells.map(({ cell }) => cell))) row.dataset.isHeader = 'true'
      row.append(...cells.map((cell) => this.#cellOf(cell)))
      return [row]
    })
  }

  #cellOf({ cell, colspan, rowspan }: LaidCell<Element>): Element {
    const made = cell.ownerDocument.createElement('td')
    made.dataset.node = 'tableCell'
    if (colspan > 1) made.dataset.colspan = String(colspan)
    if (rowspan > 1) made.dataset.rowspan = String(rowspan)
    made.append(...this.#blocksOf(cell))
    if (made.childNodes.length === 0) made.append(cell.ownerDocument.createElement('p'))
    return made
  }

  /** What a cell holds: it is read as any words outside of entries are. */
  #blocksOf(cell: Element): Element[] {
    const holder = cell.ownerDocument.createElement('div')
    holder.append(...cell.childNodes)
    // No part of a text but lines and lists can stand in a cell.
    for (const part of holder.querySelectorAll('[data-node]')) part.removeAttribute('data-node')
    layOutInTables(holder, 'elsewhere')
    unwrap(holder)
    listWordLists(holder, 'elsewhere', this.#counts)
    readPointTables(holder, 'elsewhere')
    this.#flatten(holder)
    partLines(holder, 'td, th')
    const blocks = inBlocks(holder).filter((block) => wordsOf(block) !== '')
    const look = lookOf(cell, this.#looks)
    for (const block of blocks) if (block.matches('p')) markBy(look, block)
    return blocks
  }

  #flatten(holder: Element): void {
    for (const table of holder.querySelectorAll('table')) {
      if (!holder.contains(table)) continue
      const { caption, grid } = partsOf(table)
      if (isLayout(grid)) {
        table.replaceWith(...caption, ...grid.flat().flatMap(({ cell }) => inBlocks(cell)))
        continue
      }
      const read = table.ownerDocument.createElement('table')
      read.dataset.node = 'table'
      read.append(...this.rowsOf(grid))
      table.replaceWith(...caption, ...linesIn(read))
      this.nested++
    }
  }
}

/** Whether the cells of a row say what stands below them, as pages, Word and the Official Journal tell it. */
function isHeader(cells: readonly Element[]): boolean {
  const row = cells[0]?.parentElement
  if (row?.closest('thead') || row?.getAttribute('data-is-header') === 'true') return true
  if (cells.every((cell) => cell.matches('th'))) return true
  const lines = cells.flatMap((cell) => [...cell.querySelectorAll('p')])
  return lines.length > 0 && lines.every((line) => line.matches('.oj-tbl-hdr, .tbl-hdr'))
}

/** Spreadsheets say of a whole cell that it is bold. */
function markBy(look: string, line: Element): void {
  for (const [pattern, tag] of looks) {
    if (!pattern.test(look)) continue
    const mark = line.ownerDocument.createElement(tag)
    mark.append(...line.childNodes)
    line.append(mark)
  }
}

const looks = [
  [/font-weight:\s*(?:bold|[6-9]\d\d)/i, 'strong'],
  [/font-style:\s*italic/i, 'em'],
] as const

const parser = DOMParser.fromSchema(schema)
const serializer = DOMSerializer.fromSchema(schema)

/** The lines of a table as the schema has it. */
function linesIn(table: Element): Element[] {
  const holder = table.ownerDocument.createElement('div')
  holder.append(table.cloneNode(true))
  const lines = parser.parse(holder, { topNode: schema.nodes.section.create() })
  return lines.children
    .flatMap((node) => (node.type === schema.nodes.table ? linesOfTable(node) : [node]))
    .map((line) => serializer.serializeNode(line))
    .filter((line) => line instanceof Element)
}
