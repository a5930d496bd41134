import { Paragraph } from 'docx'
import type { LocaleFormat } from '#app/messages/format.ts'
import { blocksOf } from '#app/paper/blocks.ts'
import { headOf } from '#app/paper/head.ts'
import { withProposals } from '#app/paper/pieces.ts'
import { placeNames } from '#app/components/comments/place-name.ts'
import { isOnPaper, proposalsIn } from '#app/paper/remarks.ts'
import { spansOf, type Span } from '#app/paper/spans.ts'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import type { ThreadView } from '#app/queries/discussion.server.ts'
import { withIds } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { authorOf, remarkOf, type Remark } from './comments.server.ts'
import type { WrittenComment } from './comment-lines.server.ts'
import { wordHead, writeWord } from './file.server.ts'
import { addedStyle, elementBookmarks } from '../package.ts'
import { Numbers, type Mark } from './paragraph.server.ts'
import { remarkedParagraph } from './remarked.server.ts'
import { wordText } from './text.server.ts'

export interface Making {
  readonly words: LocaleFormat
  readonly now: Date
  /** Where links without a host lead. */
  readonly origin: string
}

/** A version with what was said about it: comments of Word, and proposals as tracked changes. */
export async function versionFile(
  { words, now, origin }: Making,
  room: CommentsRoom,
  chosen: { withInner: boolean },
): Promise<Uint8Array> {
  const { version } = room
  const names = placeNames(words, version.kind)
  const content = withIds(room.content)
  const elements = elementsOf(content)
  const blocks = blocksOf(content, {
    words,
    language: version.language,
    sectionName: names.sectionName,
  })
  const threads = room.threads.flatMap((thread) => {
    const comments = thread.comments.filter((comment) => isOnPaper(comment, chosen))
    return comments.length > 0 ? [{ ...thread, comments }] : []
  })
  const spans = spansOf(blocks, elements, threads)
  const proposals = proposalsIn(blocks, spans, (comment) => authorOf(words, comment))
  const tracked = new Set(proposals.map(({ commentId }) => commentId))
  const numbers = new Numbers()
  const remarks = new Remarks(words, room, tracked, numbers)
  const bookmarks = elementBookmarks(elements.map(({ id }) => id))
  const head = headOf(words, room, now)
  const placed = new Set(spans.map(({ thread }) => thread.id))
  const title = remarked(
    'Title',
    room.title,
    threads.filter(({ isWhole }) => isWhole),
  )
  const marks = spans.map((span) => ({ span, marks: remarks.of(span.thread) }))
  const gone = threads.filter(({ id, isWhole }) => !isWhole && !placed.has(id))

  function remarked(style: string, text: string, on: readonly ThreadView[]): Paragraph {
    const found = on.flatMap((thread) => remarks.of(thread))
    return remarkedParagraph({ style, text, marks: found, origin }, numbers)
  }

  const paragraphs = blocks.map((block, index) => ({
    block,
    pieces: withProposals(
      block.runs,
      proposals.filter((one) => one.block === index),
    ),
    bookmarks: block.elements.flatMap((id) => bookmarks.get(id) ?? []),
    starts: at(marks, index, 'first'),
    ends: at(marks, index, 'last'),
    change: null,
    origin,
  }))
  const ends = gone.map((thread) => {
    const words = [names.threadPlace(thread), thread.quote].filter(Boolean).join(': ')
    return remarked(addedStyle, words, [thread])
  })
  return writeWord(words, {
    head,
    version: version.number,
    children: [
      ...wordHead(head, title),
      ...wordText(paragraphs, numbers),
      ...(ends.length > 0
        ? [new Paragraph({ style: 'ConcertGone', text: words.t('paper.gone') }), ...ends]
        : []),
    ],
    comments: remarks.written,
  })
}

interface Placed {
  span: Span
  marks: Omit<Mark, 'at'>[]
}

function at(placed: readonly Placed[], block: number, end: 'first' | 'last'): Mark[] {
  return placed.flatMap(({ span, marks }) =>
    span[end].block === block ? marks.map((mark) => ({ ...mark, at: span[end].at })) : [],
  )
}

/** Gives the comments of Word their numbers, in the order in which they are asked for. */
class Remarks {
  readonly #made: Remark[] = []
  readonly #words: LocaleFormat
  readonly #room: CommentsRoom
  readonly #tracked: ReadonlySet<string>
  readonly #numbers: Numbers
  #next = 0

  constructor(
    words: LocaleFormat,
    room: CommentsRoom,
    tracked: ReadonlySet<string>,
    numbers: Numbers,
  ) {
    this.#words = words
    this.#room = room
    this.#tracked = tracked
    this.#numbers = numbers
  }

  of(thread: ThreadView): Omit<Mark, 'at'>[] {
    return thread.comments.map((comment) => {
      const remark = remarkOf(this.#words, {
        comment,
        owner: this.#room.owner,
        isTracked: this.#tracked.has(comment.id),
        id: this.#next,
      })
      this.#next += remark.ids.length
      this.#made.push(remark)
      return { ids: remark.ids, bookmark: { name: remark.bookmark, id: this.#numbers.next() } }
    })
  }

  get written(): WrittenComment[] {
    return this.#made.flatMap(({ written }) => written)
  }
}
