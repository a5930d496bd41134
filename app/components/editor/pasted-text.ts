import { Fragment, Slice } from 'prosemirror-model'
import { schema } from '#app/text/schema.ts'
import { isLabel } from './pasted-points.ts'

const { paragraph, table, tableCell, tableRow } = schema.nodes

/**
 * The table that plain text is, with its cells parted by tabs as spreadsheets part them: of two rows at
 * least, and each with as many cells. Null for any other text, for what has HTML too, and where each row
 * begins with a code or letter: the lines of a list of controls are laid out by tabs as well.
 */
export function tableOfText(data: DataTransfer | null): Slice | null {
  if (!data || data.getData('text/html') !== '') return null
  const rows = data
    .getData('text/plain')
    .replace(/(?:\r\n?|\n)+$/, '')
    .split(/\r\n?|\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
  const columns = rows[0]?.length ?? 0
  if (rows.length < 2 || columns < 2 || rows.some((row) => row.length !== columns)) return null
  if (rows.every(isLabelled)) return null
  const end = Math.max(...rows.map((row) => row.findLastIndex((cell) => cell !== '') + 1))
  if (end < 2) return null
  const made = rows.map((row) => {
    const cells = row.slice(0, end).map((cell) => {
      const words = cell === '' ? null : schema.text(cell)
      return tableCell.create(null, paragraph.create(null, words))
    })
    return tableRow.create(null, cells)
  })
  return new Slice(Fragment.from(table.create(null, made)), 0, 0)
}

function isLabelled(row: readonly string[]): boolean {
  const [label = '', ...words] = row.filter((cell) => cell !== '')
  return words.length === 1 && isLabel(label)
}
