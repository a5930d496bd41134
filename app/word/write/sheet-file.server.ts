import { Paragraph } from 'docx'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { CellLine, Look, Sheet, SheetColumn, SheetRow } from '#app/paper/sheet.ts'
import { escapedText } from '#app/xml/write-xml.ts'
import { addedStyle } from '../package.ts'
import { textWidth, wordHead, writeWord } from './file.server.ts'

/** A table for Word, across the page, with its head on each page. */
export async function sheetFile(words: LocaleFormat, sheet: Sheet): Promise<Uint8Array> {
  const { head, columns, rows, empty } = sheet
  const isEmpty = rows.length === 0
  return writeWord(words, {
    head,
    isLandscape: true,
    version: null,
    children: [
      ...wordHead(head),
      ...(isEmpty ? [new Paragraph({ style: addedStyle, text: empty })] : []),
    ],
    ...(!isEmpty && { table: tableOf(columns, rows) }),
  })
}

function tableOf(columns: readonly SheetColumn[], rows: readonly SheetRow[]): string {
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((textWidth.landscape * width) / all))
  const width = widths.reduce((sum, one) => sum + one, 0)
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:color="8A8F99"/>`)
  const margins = ['top', 'left', 'bottom', 'right'].map(
    (side, index) => `<w:${side} w:w="${index % 2 === 0 ? 40 : 80}" w:type="dxa"/>`,
  )
  const titles = columns.map(({ title }, index) =>
    cellOf([{ text: title, look: 'bold' }], widths[index] ?? 0, 'E6EDF7'),
  )
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/>`,
    `<w:tblBorders>${borders.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/>`,
    `<w:tblCellMar>${margins.join('')}</w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`,
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${titles.join('')}</w:tr>`,
    ...rows.map((row) =>
      row.kind === 'group'
        ? `<w:tr><w:trPr><w:cantSplit/></w:trPr>${groupCell(row.text, columns.length, width)}</w:tr>`
        : `<w:tr>${row.cells.map((lines, index) => cellOf(lines, widths[index] ?? 0)).join('')}</w:tr>`,
    ),
    '</w:tbl>',
  ].join('')
}

/** What a group of rows is about stays with the first of them. */
function groupCell(text: string, span: number, width: number): string {
  const size = `<w:tcW w:w="${width}" w:type="dxa"/><w:gridSpan w:val="${span}"/>`
  return `<w:tc><w:tcPr>${size}${shade('F2F2F2')}</w:tcPr>${paragraph({ text, look: 'bold' }, '<w:keepNext/>')}</w:tc>`
}

function cellOf(lines: readonly CellLine[], width: number, fill: string | null = null): string {
  const shown = lines.length === 0 ? [{ text: '', look: 'plain' as const }] : lines
  const properties = `<w:tcW w:w="${width}" w:type="dxa"/>${fill === null ? '' : shade(fill)}`
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${shown.map((line) => paragraph(line)).join('')}</w:tc>`
}

function paragraph({ text, look }: CellLine, properties = ''): string {
  const style = `<w:pPr><w:pStyle w:val="ConcertCell"/>${properties}</w:pPr>`
  const run = `<w:r><w:rPr>${looks[look]}</w:rPr><w:t xml:space="preserve">${escapedText(text)}</w:t></w:r>`
  return `<w:p>${style}${text === '' ? '' : run}</w:p>`
}

const looks: Record<Look, string> = {
  plain: '',
  bold: '<w:b/>',
  soft: '<w:color w:val="515560"/>',
  inserted: '<w:color w:val="0A6640"/><w:u w:val="single"/>',
  deleted: '<w:strike/><w:color w:val="515560"/>',
}

function shade(fill: string): string {
  return `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`
}
