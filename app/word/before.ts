import type { ContentMark } from '#app/text/content.ts'
import type { Line, LineKind } from './line.ts'
import { isElementBookmark } from './package.ts'

/** A line as it stands before any change is accepted. */
export interface BeforeLine extends LineKind {
  readonly runs: readonly Run[]
  /** A part of a text begins with it that Concert gave a name. */
  readonly isNamed: boolean
}

export interface Run {
  readonly text: string
  readonly marks: readonly ContentMark[]
}

/** A place in the lines before the changes: which of them, and how many characters into it. */
export interface Spot {
  readonly line: number
  readonly offset: number
}

/** Where what was read stands before the changes: the spot of each piece of each line, and of its end. */
export interface Before {
  readonly lines: readonly BeforeLine[]
  /** By line as read and piece: the spot at which the piece begins; one more for the line's end. */
  readonly spots: readonly (readonly Spot[])[]
}

/**
 * The document without what was inserted and with what was deleted. A paragraph whose end was inserted
 * is one with the next, and is what the next one is: Word keeps what a paragraph is in its end.
 */
export function beforeChanges(read: readonly Line[]): Before {
  const lines: BeforeLine[] = []
  const spots: Spot[][] = []
  let runs: Run[] = []
  let offset = 0
  let isNamed = false
  for (const [place, line] of read.entries()) {
    const own: Spot[] = []
    for (const piece of line.pieces) {
      own.push({ line: lines.length, offset })
      if (piece.kind === 'bookmark' && isElementBookmark(piece.name)) isNamed = true
      if (piece.kind !== 'words') continue
      if (piece.change !== null && piece.change.kind !== 'deleted') continue
      runs.push({ text: piece.text, marks: piece.marks })
      offset += piece.text.length
    }
    own.push({ line: lines.length, offset })
    spots.push(own)
    const next = read[place + 1]
    const isJoined = line.end !== null && line.end.kind !== 'deleted' && isBeside(line, next)
    if (isJoined && !line.isRow) continue
    const { heading, numbered, indent, isRow, cell, own: ours } = line
    lines.push({ heading, numbered, indent, isRow, cell, own: ours, isNamed, runs })
    runs = []
    isNamed = false
    offset = 0
  }
  return { lines, spots }
}

/** Whether two lines stand in one cell, or both in none. */
function isBeside(line: Line, next: Line | undefined): boolean {
  return next?.isRow === line.isRow && next.cell?.cell === line.cell?.cell
}
