import { BuilderElement, FileChild, Paragraph, type XmlComponent } from 'docx'
import type { Change } from '#app/paper/pieces.ts'
import {
  columnShares,
  headRows,
  leastWidth,
  type PaperRow,
  type PaperTable,
  type Slot,
  withTables,
} from '#app/paper/tables.ts'
import { indentStep } from '../package.ts'
import { textWidth } from './file.server.ts'
import { type Numbers, type ParagraphParts, stamp, wordParagraph } from './paragraph.server.ts'

type Table = PaperTable<ParagraphParts>
type Row = PaperRow<ParagraphParts>

/** The paragraphs of a text, those in tables as tables. */
export function wordText(parts: readonly ParagraphParts[], numbers: Numbers): FileChild[] {
  return withTables<ParagraphParts, FileChild>(parts, ({ block }) => block, {
    line: (one) => wordParagraph(one, numbers),
    // Two tables beside each other would be one, and the last thing of a document is a paragraph.
    table: (table) => [tableOf(table, numbers), afterTable(table)],
  })
}

function afterTable({ indent }: Table): Paragraph {
  return new Paragraph({ style: 'ConcertAfterTable', indent: { left: indent * indentStep } })
}

/** A table as it is: the library puts merged cells into rows by itself, and knows no row that ends early. */
class WordTable extends FileChild {
  constructor(children: readonly XmlComponent[]) {
    super('w:tbl')
    for (const child of children) this.addChildElement(child)
  }
}

function tableOf(table: Table, numbers: Numbers): FileChild {
  const page = textWidth.portrait
  const indent = Math.min(table.indent * indentStep, Math.floor(page * (1 - leastWidth)))
  const shares = columnShares(table, ({ pieces }) => pieces.map(({ text }) => text).join(''))
  const head = headRows(table)
  const widths = shares.map((share) => Math.floor((page - indent) * share))
  return new WordTable([
    tableProperties(widths, indent),
    element(
      'w:tblGrid',
      widths.map((width) => element('w:gridCol', [], { 'w:w': width })),
    ),
    ...table.rows.map((row, at) => rowOf(row, widths, at < head, numbers)),
  ])
}

const line = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '8A8F99' }

/** Columns beside so many others have little room. */
const manyColumns = 12

function tableProperties(widths: readonly number[], indent: number): XmlComponent {
  const aside = widths.length > manyColumns ? 20 : 80
  const margins = { top: 40, left: aside, bottom: 20, right: aside }
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  return element('w:tblPr', [
    element('w:tblW', [], { 'w:w': sum(widths), 'w:type': 'dxa' }),
    element('w:tblInd', [], { 'w:w': indent, 'w:type': 'dxa' }),
    element(
      'w:tblBorders',
      sides.map((side) => element(`w:${side}`, [], line)),
    ),
    valued('w:tblLayout', 'fixed', 'w:type'),
    element(
      'w:tblCellMar',
      Object.entries(margins).map(([side, width]) =>
        element(`w:${side}`, [], { 'w:w': width, 'w:type': 'dxa' }),
      ),
    ),
  ])
}

function rowOf(
  row: Row,
  widths: readonly number[],
  isHead: boolean,
  numbers: Numbers,
): XmlComponent {
  const { slots, isHeader } = row
  const ends = Math.max(0, ...slots.map((slot) => placeOf(slot).column + placeOf(slot).colspan))
  const change = changeOf(row)
  const free = widths.length - ends
  return element('w:tr', [
    element('w:trPr', [
      ...(free > 0 ? [valued('w:gridAfter', free)] : []),
      ...(free > 0
        ? [element('w:wAfter', [], { 'w:w': sum(widths.slice(ends)), 'w:type': 'dxa' })]
        : []),
      ...(isHead || isShort(row) ? [element('w:cantSplit')] : []),
      // Word says again only the first rows; what a row further down is, is kept.
      ...(isHeader ? [element('w:tblHeader')] : []),
      ...(change
        ? [element(change.kind === 'inserted' ? 'w:ins' : 'w:del', [], stampOf(change, numbers))]
        : []),
    ]),
    ...slots.map((slot) => cellOf(slot, widths, numbers)),
  ])
}

/** A row with longer words may go on over the page. */
const mostOnOnePage = 600

function isShort({ slots }: Row): boolean {
  const lengths = slots.map((slot) =>
    slot.kind === 'cell'
      ? slot.items.flatMap(({ pieces }) => pieces).reduce((all, { text }) => all + text.length, 0)
      : 0,
  )
  return Math.max(0, ...lengths) <= mostOnOnePage
}

/** The change by which the row as a whole came or went. */
function changeOf({ slots }: Row): Change | null {
  const changes = slots.flatMap((slot) =>
    slot.kind === 'free' ? [] : slot.items.map(({ change }) => change),
  )
  const [first] = changes
  return first && changes.every((change) => change?.kind === first.kind) ? first : null
}

function cellOf(
  slot: Slot<ParagraphParts>,
  widths: readonly number[],
  numbers: Numbers,
): XmlComponent {
  const { column, colspan } = placeOf(slot)
  const merge = slot.kind === 'from-above' ? 'continue' : rowspanOf(slot) > 1 ? 'restart' : null
  const isHeader = slot.kind !== 'free' && slot.cell.isHeader
  const width = sum(widths.slice(column, column + colspan))
  return element('w:tc', [
    element('w:tcPr', [
      element('w:tcW', [], { 'w:w': width, 'w:type': 'dxa' }),
      ...(colspan > 1 ? [valued('w:gridSpan', colspan)] : []),
      ...(merge ? [valued('w:vMerge', merge)] : []),
      ...(isHeader
        ? [element('w:shd', [], { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'E6EDF7' })]
        : []),
    ]),
    ...(slot.kind === 'cell'
      ? slot.items.map((parts) => wordParagraph(parts, numbers))
      : [new Paragraph({ style: 'ConcertTable' })]),
  ])
}

function rowspanOf(slot: Slot<ParagraphParts>): number {
  return slot.kind === 'cell' ? slot.cell.rowspan : 1
}

function placeOf(slot: Slot<ParagraphParts>): { column: number; colspan: number } {
  return slot.kind === 'free' ? slot : slot.cell
}

function stampOf(change: Change, numbers: Numbers) {
  const { id, author, date } = stamp(change, numbers)
  return { 'w:id': id, 'w:author': author, 'w:date': date }
}

function valued(name: string, value: string | number, key = 'w:val'): XmlComponent {
  return element(name, [], { [key]: value })
}

function element(
  name: string,
  children: readonly XmlComponent[] = [],
  attributes: Readonly<Record<string, string | number>> = {},
): XmlComponent {
  const given = Object.entries(attributes).map(([key, value]) => [key, { key, value }])
  return new BuilderElement({ name, attributes: Object.fromEntries(given), children })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
