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
 *   notes are numbering of Word. So the words of every other paragraph are those of its element,
 *   character for character, once insertions are left out and deletions are kept.
 * - A comment in Word is one comment of the portal, or the owner's reply to one, which then answers it in Word
 *   too. `w:initials` is the code of the delegation. The comments part (`commentsPart`) gives the
 *   thread and the comment by `w:id`. Word numbers comments anew when it saves, so each is also
 *   written with the bookmark `commentBookmark(id)`, which lies around the words that it is on.
 * - Proposed wording stands as an insertion and a deletion with the author and date of its comment.
 */

/** Custom document properties. */
export const fileProperty = 'concert-file'
export const versionProperty = 'concert-version'

/** The style of paragraphs that hold words of the portal and none of the text. */
export const addedStyle = 'ConcertAdded'

/** Gives threads and comments by `w:id`. Programs that save the file again may give it another name. */
export const commentsPart = 'customXml/concert.xml'
/** The root element is `comments` in this namespace, by which the part is found whatever its name is. */
export const commentsNamespace = 'urn:concert:word:comments:1'

/** What a comment in Word was made from: `<comment word="3" thread="…" comment="…" reply="…"/>`. */
export interface WordComment {
  /** Its `w:id`. */
  readonly word: number
  readonly thread: string
  readonly comment: string
  /** The reply that it is, where it is the owner's reply to that comment. */
  readonly reply: string | null
}

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
    const plain = `el_${id.replaceAll(/\W/g, '_')}`
    const isFree = plain.length <= longestName && !taken.has(plain.toLowerCase())
    const ending = `_${number}`
    const name = isFree ? plain : plain.slice(0, longestName - ending.length) + ending
    names.set(id, name)
    taken.add(name.toLowerCase())
  }
  return names
}

/** The bookmark around the words that a comment is on. */
export function commentBookmark(commentId: string): string {
  return `cm_${commentId.replaceAll('-', '')}`
}
