import { typedCode, typedLabel, typedNote } from './labels.ts'
import type { Change, Line } from './line.ts'

/** A row of a table as it is read. */
export interface Row {
  readonly change: Change | null
  readonly cells: readonly Cell[]
}

export interface Cell {
  readonly change: Change | null
  readonly lines: readonly Line[]
}

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
  if (!label || written.length > 1 || !first) return null
  const text = wordsOf(label)
  const isCode = typedCode(text)?.length === text.length && text !== ''
  const isCounted = label.numbered !== null && text === ''
  if (!isCode && !isCounted && !isLabel(text)) return null
  const blank = { kind: 'words', text: ' ', marks: [], change: labels.change } as const
  const lines = [
    {
      ...first,
      indent: 0,
      numbered: label.numbered ?? (isCode ? null : first.numbered),
      isRow: isCode,
      pieces: [...label.pieces, ...(text === '' ? [] : [blank]), ...first.pieces],
    },
    ...inwards(rest),
  ]
  return endedWith(lines, change)
}

/** A row with nothing beside its words: they stand in what the row above began. */
function goingOn({ cells, change }: Row): Line[] | null {
  const [labels, words, ...more] = cells
  if (!labels || !words || more.length > 0) return null
  const isEmpty = labels.lines.every((line) => line.numbered === null && wordsOf(line) === '')
  return isEmpty ? endedWith(inwards(words.lines), change) : null
}

function inwards(lines: readonly Line[]): Line[] {
  return lines.map((line) => ({ ...line, indent: (line.indent ?? 0) + cellIndent }))
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

function wordsOf({ pieces }: Line): string {
  return pieces
    .map((piece) => (piece.kind === 'words' ? piece.text : ''))
    .join('')
    .trim()
}
