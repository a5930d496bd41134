import type { LocaleFormat } from '#app/messages/format.ts'
import type { Block } from '#app/paper/blocks.ts'
import { toldChange } from '#app/paper/told-change.ts'
import type { Proposal } from '#app/paper/pieces.ts'
import type { Span } from '#app/paper/spans.ts'
import type { NoteView } from '#app/queries/word-notes.server.ts'
import { commentBookmark, durable } from '../package.ts'
import { saidLines, type WrittenComment } from './comment-lines.server.ts'
import { toTheSecond, type Mark, type Numbers } from './paragraph.server.ts'

/** Notes from Word on their way back: as comments, and as tracked changes where their words are there. */
export interface WrittenNotes {
  readonly comments: readonly WrittenComment[]
  readonly changes: readonly (Proposal & { readonly block: number })[]
  readonly starts: readonly Placed[]
  readonly ends: readonly Placed[]
  /** On those that have no place in the text any more. */
  readonly onTitle: readonly Omit<Mark, 'at'>[]
}

interface Placed extends Mark {
  readonly block: number
}

/** With the name and date of each as its document stated them. */
export function writtenNotes(
  words: LocaleFormat,
  notes: readonly NoteView[],
  spans: readonly Span<NoteView>[],
  blocks: readonly Block[],
  numbers: Numbers,
): WrittenNotes {
  const bySpan = new Map(spans.map((span) => [span.thread.id, span]))
  const changes = notes.flatMap((note) => {
    const span = bySpan.get(note.id)
    const change = span && changeOf(note, span, blocks)
    return change ? [{ id: note.id, change }] : []
  })
  const tracked = new Set(changes.map(({ id }) => id))
  const said = notes.filter(({ id }) => !tracked.has(id))
  const ids = new Map(said.map(({ id }, index) => [id, index]))
  const marks = said.map((note, index) => ({
    span: bySpan.get(note.id),
    mark: {
      ids: [index],
      bookmark: { name: commentBookmark(note.id), id: numbers.next() },
    },
  }))
  return {
    comments: said.map((note, id) => ({
      of: note.id,
      options: {
        id,
        parentId: note.answers === null ? undefined : ids.get(note.answers),
        author: note.author,
        ...(note.statedAt && { date: toTheSecond(note.statedAt) }),
        resolved: note.isResolved,
        durableId: durable(note.id),
      },
      lines: saidLines(saidIn(words, note)),
    })),
    changes: changes.map(({ change }) => change),
    starts: marks.flatMap(({ span, mark }) => (span ? [{ ...mark, ...span.first }] : [])),
    ends: marks.flatMap(({ span, mark }) => (span ? [{ ...mark, ...span.last }] : [])),
    onTitle: marks.flatMap(({ span, mark }) => (span ? [] : [mark])),
  }
}

function saidIn(words: LocaleFormat, note: NoteView): string {
  return note.kind === 'comment' ? note.text : toldChange(words, { ...note, isMove: false })
}

/** As it was made in its document, where the words that it changed are there in one line. */
function changeOf(
  { wording, before, after, author, statedAt, quote }: NoteView,
  span: Span<NoteView>,
  blocks: readonly Block[],
) {
  const { first, last } = span
  const text = (blocks[first.block]?.runs ?? []).map(({ text: run = '' }) => run).join('')
  const isThere = first.block === last.block && text.slice(first.at, last.at) === quote
  const at = isThere && wording !== null ? placeOf(quote, wording, { before, after }) : null
  // A change without a date is none to Word.
  if (at === null || wording === null || statedAt === null) return null
  const from = first.at + at
  return {
    block: first.block,
    from,
    to: from + before.length,
    wording: after,
    author,
    at: statedAt,
    isAsMade: true,
  }
}

/** Where in the words the change stands by which they become the wording. */
function placeOf(
  quote: string,
  wording: string,
  { before, after }: Pick<NoteView, 'before' | 'after'>,
): number | null {
  for (let at = 0; at + before.length <= quote.length; at++) {
    const rest = quote.slice(at + before.length)
    const isHere = quote.startsWith(before, at)
    if (isHere && quote.slice(0, at) + after + rest === wording) return at
  }
  return null
}
