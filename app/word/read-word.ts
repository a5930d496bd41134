import { checkContent } from '#app/text/check.ts'
import { plainText, type Content } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { beforeChanges, type Before, type Spot } from './before.ts'
import { readBody } from './body.ts'
import { printsIn } from './comment-prints.ts'
import { readComments, type StatedComment } from './comments.ts'
import { commentPlaces } from './comment-places.ts'
import { contentOf, type ContentOptions } from './content.ts'
import type { LinePlace } from './made-node.ts'
import { NotTakenList, type NotTaken } from './not-taken.ts'
import { readOrigin, readProperties, type Origin } from './origin.ts'
import { readParts } from './parts.ts'
import { proposalsIn } from './proposals.ts'
import { listTrackedLooks } from './tracked-looks.ts'
import { WordRefused, type WordRefusal } from './word-refused.ts'
import { linesBefore, type Written } from './written.ts'

/** From and to in `plainText(content)`. */
export interface WordSpan {
  readonly from: number
  readonly to: number
}

export interface WordProposal extends WordSpan {
  /** Words that are to go and words that are to come, as in `TrackedProposal`. */
  readonly before: string
  readonly after: string
  readonly author: string
  /** As the document states it; null where it does not. */
  readonly at: string | null
  readonly isMove: boolean
}

export interface WordComment extends StatedComment {
  /** Null where the document gives it no place. */
  readonly place: WordSpan | null
}

/** What a Word document holds, as plain data. */
export interface WordDocument {
  /** The text before any tracked change is accepted, in its frozen form, with an id on every element. */
  readonly content: Content
  readonly proposals: readonly WordProposal[]
  readonly comments: readonly WordComment[]
  readonly notTaken: readonly NotTaken[]
  /** The file that Concert wrote it from, and the document as it was written. */
  readonly origin: (Origin & { readonly written: Written }) | null
}

export type ReadWord =
  | { readonly ok: true; readonly document: WordDocument }
  | { readonly ok: false; readonly reason: WordRefusal }

/** More comments and tracked changes than this nobody settles one by one; each becomes a note beside the draft. */
export const mostNotes = 2_000

/** Reads a Word document (DOCX). Pure: nothing is fetched, run or written, and nothing is thrown. */
export function readWord(bytes: Uint8Array, options: ContentOptions): ReadWord {
  try {
    return { ok: true, document: read(bytes, options) }
  } catch (error) {
    if (error instanceof WordRefused) return { ok: false, reason: error.reason }
    throw error
  }
}

function read(bytes: Uint8Array, options: ContentOptions): WordDocument {
  const parts = readParts(bytes)
  const notTaken = new NotTakenList()
  if (parts.hasMacros) notTaken.add('macro')
  if (parts.hasEmbedded) notTaken.add('embedded-object')
  listTrackedLooks(parts.body, notTaken)
  const lines = readBody(parts, notTaken)
  const before = beforeChanges(lines)
  const { content, places } = contentOf(before.lines, options, notTaken)
  if (!checkContent(content).ok) throw new WordRefused('word-too-large')

  const span = spansIn(content, before, places)
  const stated = withoutEmpty(
    readComments(parts.comments, parts.commentsExtended, parts.commentsIds),
    notTaken,
  )
  const proposals = proposalsIn(lines, before)
  if (stated.length + proposals.length > mostNotes) throw new WordRefused('word-too-many-notes')
  const ranges = commentPlaces(lines, before)
  const comments = stated.map((comment) => {
    const range = ranges.comments.get(comment.id)
    if (!range) notTaken.add('comment-without-place', comment.text)
    const isOnText = range && !isBeside(range, before, places)
    return { ...comment, place: isOnText ? span(range.from, range.to) : null }
  })
  const properties = readProperties(parts)
  const origin = readOrigin(properties)
  const written = {
    lines: linesBefore(before),
    bookmarks: ranges.bookmarks,
    comments: stated.map(({ id }) => ranges.comments.get(id) ?? null),
    proposals: proposals.map(({ from, to }) => ({ from, to })),
    prints: printsIn(properties),
  }
  return {
    content,
    proposals: proposals.map(({ from, to, ...proposal }) => ({
      ...proposal,
      ...span(from, to),
    })),
    comments,
    notTaken: notTaken.list(),
    origin: origin && { ...origin, written },
  }
}

/** A comment without words says nothing; what answers it answers what it answered itself. */
function withoutEmpty(
  comments: readonly StatedComment[],
  notTaken: NotTakenList,
): readonly StatedComment[] {
  const empty = new Map(
    comments.filter(({ text }) => text.trim() === '').map((comment) => [comment.id, comment]),
  )
  for (const { author } of empty.values()) notTaken.add('empty-comment', '', author)
  const answeredBy = (id: string | null): string | null => {
    const above = empty.get(id ?? '')
    return above ? answeredBy(above.answers) : id
  }
  return comments
    .filter(({ id }) => !empty.has(id))
    .map((comment) => ({ ...comment, answers: answeredBy(comment.answers) }))
}

/** Whether a place is in nothing but words of Concert, as that of a comment on a version as a whole is. */
function isBeside(
  { from, to }: { from: Spot; to: Spot },
  { lines }: Before,
  places: readonly (LinePlace | null)[],
): boolean {
  return [from, to].every(({ line }) => lines[line]?.own?.role === 'added' && !places[line])
}

/** Turns spots in the lines of the document into places in the words of the text made of them. */
function spansIn(content: Content, { lines }: Before, places: readonly (LinePlace | null)[]) {
  const elements = new Map(elementsOf(content).map((element) => [element.id, element]))
  const whole = plainText(content).length
  const elementOf = (line: number) => elements.get(places[line]?.elementId ?? '')
  const endBefore = (line: number): number | null => {
    for (let before = line - 1; before >= 0; before--) {
      const element = elementOf(before)
      if (element) return element.to
    }
    return null
  }
  const startAfter = (line: number): number | null => {
    for (let after = line + 1; after < lines.length; after++) {
      const element = elementOf(after)
      if (element) return element.from
    }
    return null
  }
  /** Null for a line that became nothing, such as an empty one. */
  const at = ({ line, offset }: Spot): number | null => {
    const element = elementOf(line)
    const moved = (element?.from ?? 0) + offset - (places[line]?.cut ?? 0)
    return element ? Math.min(Math.max(moved, element.from), element.to) : null
  }
  return (from: Spot, to: Spot): WordSpan => {
    const start = at(from) ?? startAfter(from.line) ?? endBefore(from.line) ?? whole
    const end = at(to) ?? endBefore(to.line) ?? start
    return { from: start, to: Math.max(start, end) }
  }
}
