import type { Before } from './before.ts'
import type { Bookmark, Range } from './comment-places.ts'

/**
 * A document that Concert wrote, paragraph by paragraph as it stood before the changes. Nothing is made
 * of its lists and headings here: its paragraphs are known again by their bookmarks and their words.
 */
export interface Written {
  readonly lines: readonly WrittenLine[]
  readonly bookmarks: readonly Bookmark[]
  /** Of the comments, in their order; null where one has no place. */
  readonly comments: readonly (Range | null)[]
  /** Of the tracked changes, in their order. */
  readonly proposals: readonly Range[]
  /** Of the lines of its comments, as they were written (`comment-prints.ts`). */
  readonly prints: readonly string[]
}

export interface WrittenLine {
  readonly text: string
  /** Its words are the portal's and none of the text. */
  readonly isAdded: boolean
}

export function linesBefore({ lines }: Before): WrittenLine[] {
  return lines.map(({ runs, own }) => ({
    text: runs.map(({ text }) => text).join(''),
    isAdded: own?.role === 'added',
  }))
}
