import { isTitle, typedCode, typedLabel, typedNote } from './labels.ts'
import { type Change, type Line, type Row, wordsIn } from './line.ts'

/**
 * The lines of a table that lays out entries, points and notes as the Official Journal does: in each
 * row a code, letter or title, and beside it its words with all that stands in it, or nothing, where the
 * cell above reaches down. Null where it is a table of something else.
 */
export function labelledLines(rows: readonly Row[]): Line[] | null {
  const read = rows.map((row, place) => (place > 0 ? goingOn(row) : null) ?? linesOf(row))
  return read.length > 0 && read.every((lines) => lines !== null) ? read.flat() : null
}

function linesOf({ cells, change }: Row): Line[] | null {
  const [labels, words, ...more] = cells
  if (!labels || !words || more.length > 0) return null
  const written = labels.lines.filter((line) => line.numbered !== null || wordsOf(line) !== '')
  const [label] = written
  const [first, ...rest] = words.lines
  if (!label || label.cell || written.length > 1 || !first) return null
  const text = wordsOf(label)
  const isCode = isWholeCode(text)
  const isCounted = label.numbered !== null && text === ''
  if (!isCode && !isCounted && !isLabel(text)) return null
  const blank = { kind: 'words', text: ' ', marks: [], change: labels.change } as const
  // Beside a table the label stands alone.
  const beside = first.cell ? { ...label, pieces: [] } : first
  const begun = {
    ...beside,
    indent: 0,
    numbered: label.numbered ?? (isCode ? null : beside.numbered),
    isRow: isCode,
    pieces: [...label.pieces, ...(text === '' ? [] : [blank]), ...beside.pieces],
  }
  return endedWith([begun, ...inwards(first.cell ? words.lines : rest)], change)
}

/**
 * Whether a table of more columns, or below a row of headings, has an entry in each row: its code and
 * beside it its title, or more of what the row above began.
 */
export function isOfEntries(rows: readonly Row[]): boolean {
  const read = rows.map(({ cells }) =>
    cells.map(({ lines }) => lines.map(wordsOf).join(' ').trim()),
  )
  const first = read.findIndex(([code = '']) => isWholeCode(code))
  return (
    (first === 0 || first === 1) &&
    read
      .slice(first)
      .every(
        ([code = '', title = '']) =>
          code === '' || (isWholeCode(code) && title.trim() !== '' && isTitle(title)),
      )
  )
}

function isWholeCode(text: string): boolean {
  return text !== '' && typedCode(text)?.length === text.length
}

/** A row with nothing beside its words: they stand in what the row above began. */
function goingOn({ cells, change }: Row): Line[] | null {
  const [labels, words, ...more] = cells
  if (!labels || !words || more.length > 0) return null
  const isEmpty = labels.lines.every((line) => line.numbered === null && wordsOf(line) === '')
  return isEmpty ? endedWith(inwards(words.lines), change) : null
}

function inwards(lines: readonly Line[]): Line[] {
  return lines.map((line) =>
    line.cell ? line : { ...line, indent: (line.indent ?? 0) + cellIndent },
  )
}

function endedWith(lines: readonly Line[], end: Change | null): Line[] {
  return lines.map((line, place) => (place === lines.length - 1 ? { ...line, end } : line))
}

/** What stands in a cell is further inwards than the label beside it, in twips. */
const cellIndent = 720

function isLabel(text: string): boolean {
  const label = typedLabel(`${text} `)
  const note = typedNote(text)
  return label?.length === text.length + 1 || note?.length === text.length
}

function wordsOf(line: Line): string {
  return wordsIn(line).trim()
}
