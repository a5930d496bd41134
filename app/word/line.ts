import type { ContentMark } from '#app/text/content.ts'
import type { Numbered } from './numbering.ts'

/** A change that somebody proposed by writing it with changes tracked. */
export interface Change {
  /** `gone`: inserted by one and deleted by another; neither before nor after is it there. */
  readonly kind: 'inserted' | 'deleted' | 'gone'
  /** Words that stand elsewhere too: where they were, or where they are to go. */
  readonly isMove: boolean
  readonly author: string
  /** As the document says; null where it does not. */
  readonly at: string | null
}

export type Piece =
  | {
      readonly kind: 'words'
      readonly text: string
      readonly marks: readonly ContentMark[]
      readonly change: Change | null
    }
  /** Where the words that a comment is about begin or end, or the comment hangs without any. */
  | { readonly kind: 'comment'; readonly edge: 'start' | 'end' | 'point'; readonly id: string }
  /** Where a bookmark begins that Concert set when it wrote the document. */
  | { readonly kind: 'bookmark'; readonly name: string }

/** What a paragraph is, besides its words. */
export interface LineKind {
  /** 1 to 9, 0 for a title. */
  readonly heading: number | null
  readonly numbered: Numbered | null
  /** How far inwards its first character stands, in twips; null where that tells nothing. */
  readonly indent: number | null
  /** A row of a table inside another: its cells are divided in the words. */
  readonly isRow: boolean
  /** Null outside of tables. */
  readonly cell: InCell | null
  /** In a document that Concert wrote; null in any other. */
  readonly own: OwnLine | null
}

/** What the look of a paragraph says that Concert wrote. */
export interface OwnLine {
  /**
   * `added`: its words are the portal's and none of the text; its number is the text's. `item`: of a list.
   * `after-table`: stands behind a table, and as far inwards; its words, if it has any, are the text's.
   */
  readonly role: 'added' | 'entry-heading' | 'item' | 'after-table' | 'words'
  /** How many points, notes and items stand around it. */
  readonly indent: number
}

/** One paragraph of a Word document, with everything that was tracked in it. */
export interface Line extends LineKind {
  readonly pieces: readonly Piece[]
  /**
   * What becomes of its end: a paragraph that was split here, or is to be joined with the next. At the
   * end of a cell, of what parts it from the next one; at the end of a row, of the row.
   */
  readonly end: Change | null
}

/** A table as it is written, with what is to come and to go. */
export interface WrittenTable {
  readonly rows: readonly Row[]
}

export interface Row {
  readonly change: Change | null
  /** Said again on each page that the table goes on over. */
  readonly isHeader: boolean
  /** How many columns it leaves free before its first cell. */
  readonly free: number
  readonly cells: readonly Cell[]
}

export interface Cell {
  readonly change: Change | null
  /** How many columns it covers, as the document says. */
  readonly columns: number
  /** Whether it is merged with the cell above it, or others below may be with it. */
  readonly down: 'begins' | 'goes-on' | null
  /** It is merged with the cell before it. */
  readonly isMergedAside: boolean
  readonly lines: readonly Line[]
}

/** The cell that a line stands in; each of the three is one and the same object for all lines in it. */
export interface InCell {
  readonly table: WrittenTable
  readonly row: Row
  readonly cell: Cell
}

/** What was inserted is not in the text before the changes. */
export function isThereBefore({ change }: Row | Cell): boolean {
  return change === null || change.kind === 'deleted'
}

/** The words of a line, those that are to come and to go among them. */
export function wordsIn({ pieces }: Line): string {
  return pieces.map((piece) => (piece.kind === 'words' ? piece.text : '')).join('')
}

export function wordsInTable({ rows }: WrittenTable): string {
  const lines = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines))
  return lines.map(wordsIn).join(' ')
}

/** Stands between the words of two cells, where they are said in one line. */
export const divider = ' | '
