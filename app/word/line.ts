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
  /** A row of a table: its cells are divided in the words. */
  readonly isRow: boolean
  /** In a document that Concert wrote; null in any other. */
  readonly own: OwnLine | null
}

/** What the look of a paragraph says that Concert wrote. */
export interface OwnLine {
  /** `added`: its words are the portal's and none of the text; its number is the text's. */
  readonly role: 'added' | 'entry-heading' | 'words'
  /** How many points, notes and items stand around it. */
  readonly indent: number
}

/** One paragraph of a Word document, or one row of a table, with everything that was tracked in it. */
export interface Line extends LineKind {
  readonly pieces: readonly Piece[]
  /** What becomes of its end: a paragraph that was split here, or is to be joined with the next. */
  readonly end: Change | null
}
