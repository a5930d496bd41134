import type { Before } from './before.ts'
import type { Bookmark, Range } from './comment-places.ts'

/**
 * A document that Concert wrote, paragraph by paragraph as it stood before the changes. Nothing is made
 * of its lists and headings here: its paragraphs are known again by their bookmarks and their words.
 */
export interface Written {
  readonly lines: readonly string[]
  readonly bookmarks: readonly Bookmark[]
  /** Of the comments, in their order; null where one has no place. */
  readonly comments: readonly (Range | null)[]
  /** Of the tracked changes, in their order. */
  readonly proposals: readonly Range[]
}

export function linesBefore({ lines }: Before): string[] {
  return lines.map(({ runs }) => runs.map(({ text }) => text).join(''))
}
