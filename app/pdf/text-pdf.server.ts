import type { Content, ContentText, TableCell } from 'pdfmake/interfaces'
import type { Block } from '#app/paper/blocks.ts'
import { piecesOf, type Piece } from '#app/paper/pieces.ts'
import type { Span } from '#app/paper/spans.ts'
import {
  columnShares,
  headRows,
  leastWidth,
  type PaperRow,
  type PaperTable,
  withTables,
} from '#app/paper/tables.ts'
import { textAttribute } from '#app/text/content.ts'
import { isSafeLink } from '#app/text/links.ts'
import { colours, drawable, drawn } from './write-pdf.server.ts'

export const looks: Record<Block['kind'], Omit<ContentText, 'text'>> = {
  section: { fontSize: 14, bold: true, color: colours.blue, margin: [0, 14, 0, 5] },
  entry: { fontSize: 11.5, bold: true, margin: [0, 10, 0, 3] },
  heading: { bold: true, margin: [0, 0, 0, 4] },
  added: { italics: true, color: colours.grey },
  line: {},
}

/** Points of one step inwards. */
export const step = 21

/** A paragraph of a paper, with the threads that end in it. */
export interface Printed {
  readonly block: Block
  readonly ending: readonly Span[]
}

/** The paragraphs of a paper, those in tables as tables; behind the words that a thread is on, its number. */
export function textOf(printed: readonly Printed[], origin: string): Content[] {
  return withTables<Printed, Content>(printed, ({ block }) => block, {
    line: (one) => paragraphOf(one, origin),
    table: (table) => [tableOf(table, origin)],
  })
}

/** Points between the margins of a page. */
const pageWidth = 483

/** More columns stand beside each other only in smaller letters, and many more with little room. */
const manyColumns = 6
const narrowColumns = 12

/** Points that a letter takes of the size of its font, or a little more. */
const letterWidth = 0.62

/** Characters that rows may have that are said again on each page: others would leave no room on it. */
const mostAgain = 800

function tableOf(table: PaperTable<Printed>, origin: string): Content {
  const { columns, rows } = table
  const indent = Math.min(table.indent * step, pageWidth * (1 - leastWidth))
  const isNarrow = columns > narrowColumns
  const fontSize = isNarrow ? 6 : columns > manyColumns ? 7.5 : 9
  // Each cell has a line and its room on both sides beside what is counted here.
  const width = pageWidth - indent - columns * (isNarrow ? 2.5 : 8.5) - 0.5
  const widths = columnShares(table, ({ block }) => wordsIn(block)).map((share) => width * share)
  const head = headRows(table)
  const isAgain = head < rows.length && lengthOf(rows.slice(0, head)) <= mostAgain
  return {
    margin: [indent, 2, 0, 8],
    fontSize,
    table: {
      headerRows: isAgain ? head : 0,
      widths,
      body: rows.map((row) =>
        cellsOf(row, columns, (items, column, colspan) => {
          const room = widths.slice(column, column + colspan).reduce((sum, one) => sum + one, 0)
          const most = Math.max(1, Math.floor(room / (fontSize * letterWidth)))
          return items.map((one) => paragraphOf(one, origin, most))
        }),
      ),
    },
    layout: isNarrow ? 'narrow' : 'ruled',
  }
}

/** The cells of a row as the library wants them: one for each column, also where another covers it. */
function cellsOf(
  { slots }: PaperRow<Printed>,
  columns: number,
  stackOf: (items: readonly Printed[], column: number, colspan: number) => Content[],
): TableCell[] {
  const cells = Array.from({ length: columns }, (): TableCell => '')
  for (const slot of slots) {
    if (slot.kind !== 'cell') continue
    const { column, colspan, rowspan, isHeader } = slot.cell
    cells[column] = {
      stack: stackOf(slot.items, column, colspan),
      ...(colspan > 1 && { colSpan: colspan }),
      ...(rowspan > 1 && { rowSpan: rowspan }),
      ...(isHeader && { bold: true, fillColor: '#e6edf7' }),
    }
  }
  return cells
}

function lengthOf(rows: readonly PaperRow<Printed>[]): number {
  return rows
    .flatMap(({ slots }) => slots)
    .flatMap((slot) => (slot.kind === 'cell' ? slot.items : []))
    .reduce((sum, { block }) => sum + wordsIn(block).length, 0)
}

function wordsIn({ runs }: Block): string {
  return runs.map(({ text = '' }) => text).join('')
}

/** Words of more than `most` letters are broken, where a place has no room for them. */
function paragraphOf({ block, ending }: Printed, origin: string, most = Infinity): Content {
  const { kind, indent, numbering, note, cell, runs } = block
  const words = drawn(wordsOf(piecesOf(runs), ending, origin).flatMap((run) => broken(run, most)))
  const look = { ...looks[kind], ...(note && !cell && { fontSize: 9 }) }
  if (kind === 'section' || kind === 'entry') return { ...words, ...look, headlineLevel: 1 }
  const after = cell ? 1 : 4
  if (!numbering) return { ...words, ...look, margin: [indent * step, 0, 0, after] }
  if (numbering.kind === 'title') {
    const title = { text: `${numbering.label} `, bold: true }
    return { ...look, text: [title, words], margin: [indent * step, 0, 0, after] }
  }
  // A label of its own may be wider than the step.
  const width = Math.max(step, 6 + drawable(numbering.label).length * 5.5)
  const left = Math.max(0, indent * step - step)
  return {
    columns: [
      { text: numbering.label, width },
      { ...words, ...look },
    ],
    margin: [left, 0, 0, after],
  }
}

/** The words of a paragraph; behind those that a thread is on, its number. */
function wordsOf(pieces: readonly Piece[], ending: readonly Span[], origin: string): ContentText[] {
  const runs: ContentText[] = []
  let at = 0
  for (const piece of pieces) {
    const edges = ending
      .map(({ last }) => last.at - at)
      .filter((edge) => edge > 0 && edge < piece.text.length)
      .sort((a, b) => a - b)
    const stops = [0, ...new Set(edges), piece.text.length]
    for (const [index, from] of stops.slice(0, -1).entries()) {
      const text = piece.text.slice(from, stops[index + 1])
      runs.push(runOf({ ...piece, text }, origin))
      at += text.length
      runs.push(...numbersAt(ending, at))
    }
  }
  return at === 0 ? [...runs, ...numbersAt(ending, 0)] : runs
}

function broken(run: ContentText, most: number): ContentText[] {
  if (typeof run.text !== 'string' || most === Infinity) return [run]
  return run.text
    .split(/(\S+)/)
    .filter((text) => text !== '')
    .map((text) => ({ ...run, text, ...(text.length > most && { wordBreak: 'break-all' }) }))
}

function numbersAt(ending: readonly Span[], at: number): ContentText[] {
  return ending
    .filter(({ last }) => last.at === at)
    .map(({ thread }) => ({
      text: ` [${thread.number}]`,
      fontSize: 7,
      bold: true,
      color: colours.blue,
      linkToDestination: `thread-${thread.number}`,
    }))
}

function runOf({ text, marks }: Piece, origin: string): ContentText {
  const has = (type: string) => marks.some((mark) => mark.type === type)
  const link = marks.find(({ type }) => type === 'link')
  const href = (link && textAttribute(link, 'href')) ?? ''
  return {
    text,
    ...(has('bold') && { bold: true }),
    ...(has('italic') && { italics: true }),
    ...(has('superscript') && { sup: true }),
    ...(has('subscript') && { sub: true }),
    ...(link &&
      isSafeLink(href) && {
        link: new URL(href, origin).href,
        color: colours.blue,
        decoration: 'underline' as const,
      }),
  }
}
