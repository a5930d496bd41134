/**
 * How a text stands in a Word file of ours, so that what comes back from Word finds its place again.
 * It is the contract of both ways: `app/word` writes such files, and the import reads them.
 *
 * - Custom document properties say which text it is: `concert-file` (`2026/NL/0001`) and
 *   `concert-version` (`2`; absent where it is the draft).
 * - The paragraph of each element of the text lies in a bookmark, `elementBookmarks` of its id: `el_`
 *   and the id. One paragraph may lie in several: that of a point and that of the first paragraph in
 *   it. What an element that holds others has of its own is its first paragraph: the heading of a
 *   section, the code of an entry, the label of a point, the title of a note.
 * - Paragraphs in the style `ConcertAdded` hold words of the portal ("any of the following:", "(not
 *   used)", destinations, headings of sections) and none of the text. Labels of points and titles of
 *   notes are numbering of Word, whose levels count the points of the entry or note around a point;
 *   indents (`indentStep`) count all points, notes and items around a paragraph. So the words of every
 *   other paragraph are those of its element, character for character, once insertions are left out and
 *   deletions are kept.
 * - Paragraphs of lists stand in styles of their own, which tell those that are counted from points.
 * - A table of the text is a table of Word, and in its cells indents count what is around a paragraph
 *   there. Behind each table stands a paragraph without words, which is none of the text and stands as far
 *   inwards as the table does.
 * - A comment in Word is one comment of the portal, or the owner's reply to one, which then answers it in Word
 *   too. `w:initials` are the codes of its delegations. Programs number comments anew when they save, so
 *   the bookmark `commentBookmark(id)` lies around the words that it is on, and Word keeps a number
 *   of its own for each (`durable`).
 * - The custom properties `concert-comments-1` and on hold a print of each line of each comment
 *   (`comment-prints.ts`): what a comment reads otherwise, somebody wrote into it.
 * - Proposed wording stands as an insertion and a deletion with the author and date of its comment.
 */

/** Custom document properties. */
export const fileProperty = 'concert-file'
export const versionProperty = 'concert-version'

/** The style of paragraphs that hold words of the portal and none of the text. */
export const addedStyle = 'ConcertAdded'

/**
 * The names of styles, by which they are found: programs that save the file may give them other ids.
 * Of the text are only the words of `heading`, which is that of an entry, of items and of styles of Word.
 */
export const styleNames = {
  added: 'Concert added',
  name: 'Concert name',
  marking: 'Concert marking',
  gone: 'Concert comments without a place',
  heading: 'Concert entry heading',
  item: 'Concert list item',
  noteItem: 'Concert list item in a note',
  afterTable: 'Concert after table',
} as const

/** Twips of one step inwards, 0.75 cm: how many points, notes and items stand around a paragraph. */
export const indentStep = 425

const elementPrefix = 'el_'

/** Word allows no more characters in the name of a bookmark. */
const longestName = 40

/**
 * The bookmarks of elements by their ids: `el_` and the id, `_` for every character outside
 * [A-Za-z0-9_]. A name that would be too long for Word, or be another one's but for capitals, which
 * are the same to Word, ends with the number of the element in the text.
 */
export function elementBookmarks(ids: Iterable<string>): Map<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  let number = 0
  for (const id of ids) {
    number++
    const plain = `${elementPrefix}${id.replaceAll(/\W/g, '_')}`
    const isFree = plain.length <= longestName && !taken.has(plain.toLowerCase())
    const ending = `_${number}`
    const name = isFree ? plain : plain.slice(0, longestName - ending.length) + ending
    names.set(id, name)
    taken.add(name.toLowerCase())
  }
  return names
}

const commentPrefix = 'cm_'

/** The bookmark around the words that a comment is on. */
export function commentBookmark(commentId: string): string {
  return commentPrefix + commentId.replaceAll('-', '')
}

export function isElementBookmark(name: string): boolean {
  return name.startsWith(elementPrefix)
}

export function isOwnBookmark(name: string): boolean {
  return isElementBookmark(name) || name.startsWith(commentPrefix)
}

/** The number of a comment or a reply that Word keeps when it saves: 31 bits of its own id. */
export function durable(id: string): string {
  const bits = Number.parseInt(id.replaceAll('-', '').slice(-8), 16) & 0x7fffffff
  return Math.min(Math.max(bits, 1), 0x7ffffffe).toString(16).toUpperCase().padStart(8, '0')
}
