import type { Content, ContentText, TableCell } from 'pdfmake/interfaces'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { CellLine, Look, Sheet } from '#app/paper/sheet.ts'
import { colours, drawable, type MadePdf, writePdf } from './write-pdf.server.ts'

/** A table as PDF, across the page, with its head on each page. */
export function sheetPdf(words: LocaleFormat, sheet: Sheet): Promise<MadePdf> {
  const { head, rows, empty } = sheet
  return writePdf(words, {
    head,
    isLandscape: true,
    content: [rows.length > 0 ? tableOf(sheet) : { text: empty, italics: true }],
  })
}

/** Points between the margins of a page that lies on its side, without the lines and spaces of cells. */
const width = 730

function tableOf({ columns, rows }: Sheet): Content {
  const all = columns.reduce((sum, column) => sum + column.width, 0)
  const spaces = columns.length * 9
  return {
    margin: [0, 8, 0, 0],
    fontSize: 8,
    table: {
      headerRows: 1,
      widths: columns.map((column) => ((width - spaces) * column.width) / all),
      body: [
        columns.map(({ title }) => ({ text: title, bold: true, fillColor: '#e6edf7' })),
        ...rows.map((row): TableCell[] =>
          row.kind === 'cells'
            ? row.cells.map(cellOf)
            : [
                {
                  text: drawable(row.text),
                  bold: true,
                  fillColor: '#f2f2f2',
                  colSpan: columns.length,
                },
                ...columns.slice(1).map(() => ''),
              ],
        ),
      ],
    },
    layout: 'ruled',
  }
}

function cellOf(lines: readonly CellLine[]): TableCell {
  return { stack: lines.map(({ text, look }) => ({ text: drawable(text), ...looks[look] })) }
}

const looks: Record<Look, Omit<ContentText, 'text'>> = {
  plain: {},
  bold: { bold: true },
  soft: { color: colours.grey },
  inserted: { decoration: 'underline', color: colours.green },
  deleted: { decoration: 'lineThrough', color: colours.grey },
}
