import { AnchorText, type Span } from '#app/text/anchor-text.ts'
import type { Content } from '#app/text/content.ts'
import type { WordDocument, WordProposal } from './read-word.ts'

/** What somebody said or proposed in a Word document, with its place in the text that was made of it. */
export interface WordNote {
  readonly kind: 'comment' | 'proposal'
  /** In `plainText` of the text that it goes into; null stands for the text as a whole. */
  readonly place: Span | null
  readonly author: string
  /** As the document states it. */
  readonly at: string | null
  readonly text: string
  /** Of a proposal: the words that are to go and to come. */
  readonly before: string
  readonly after: string
  /** What can take the place of the words of `place` as it is; null where that is more than one line. */
  readonly wording: string | null
  /** The index of the comment that it answers. */
  readonly answers: number | null
  readonly isResolved: boolean
}

/**
 * The notes of a document with their places in a text that holds its content. Places are carried by
 * the ids of elements: they were made for the document, so they stand for the same words there.
 */
export function notesOf(document: WordDocument, into: Content): WordNote[] {
  const own = new AnchorText(document.content)
  const text = new AnchorText(into)
  const indexes = new Map(document.comments.map(({ id }, index) => [id, index]))
  const comments = document.comments.map(
    ({ answers, place, author, at, text: said, isResolved }) => ({
      author,
      at,
      isResolved,
      text: said,
      kind: 'comment' as const,
      place: wordsAt(text, place && carried(own, text, place)),
      before: '',
      after: '',
      wording: null,
      answers: answers === null ? null : (indexes.get(answers) ?? null),
    }),
  )
  const proposals = document.proposals.map((proposal) => {
    const span = carried(own, text, proposal)
    const { place, wording } = span ? wordingAt(text, span, proposal) : nowhere
    return {
      ...statedIn(proposal),
      kind: 'proposal' as const,
      place: place ?? nearestWord(text, span),
      wording,
    }
  })
  return [...comments, ...proposals]
}

const nowhere = { place: null, wording: null }

function wordsAt(text: AnchorText, place: Span | null): Span | null {
  return meantWords(text, place) ?? nearestWord(text, place)
}

function statedIn({ author, at, before, after }: WordProposal) {
  return {
    author,
    at,
    before,
    after,
    text: '',
    answers: null,
    isResolved: false,
  }
}

/** The same words in the other text; null where its lines are not all there. */
function carried(own: AnchorText, text: AnchorText, { from, to }: Span): Span | null {
  const start = ends(own, text, from, 'from')
  const end = ends(own, text, to, 'to')
  return start !== null && end !== null && start <= end ? { from: start, to: end } : null
}

function ends(own: AnchorText, text: AnchorText, at: number, side: 'from' | 'to'): number | null {
  const holding = own.lines.filter((line) => line.from <= at && at <= line.to)
  const line = side === 'from' ? holding.at(-1) : holding[0]
  const now = line && text.element(line.id)
  return now ? now.from + (at - line.from) : null
}

/** A place that covers words: without blanks at its ends, and the word next to a mere caret. */
export function meantWords(text: AnchorText, place: Span | null): Span | null {
  if (!place) return null
  const words = text.slice(place)
  const from = place.from + (words.length - words.trimStart().length)
  const to = from + words.trim().length
  return from < to ? { from, to } : wordNextTo(text, place.from)
}

function wordNextTo(text: AnchorText, at: number): Span | null {
  const line = text.lines.find(({ from, to }) => from <= at && at <= to)
  if (!line) return null
  const left = /\S+\s*$/.exec(text.plain.slice(line.from, at))?.[0] ?? ''
  if (left.trim() !== '') return { from: at - left.length, to: at }
  const right = /^\s*\S+/.exec(text.plain.slice(at, line.to))?.[0] ?? ''
  return right === '' ? null : { from: at, to: at + right.length }
}

/** A line without words, as an empty cell is one, has no place itself: the last word before it, or else the next. */
export function nearestWord(text: AnchorText, place: Span | null): Span | null {
  if (!place) return null
  const hasWords = ({ from, to }: Span) => text.slice({ from, to }).trim() !== ''
  const before = text.lines.findLast((line) => line.to <= place.from && hasWords(line))
  if (before) return wordNextTo(text, before.to)
  const after = text.lines.find((line) => line.from >= place.from && hasWords(line))
  return after ? wordNextTo(text, after.from) : null
}

/**
 * Where a proposal stands and what it would put there. Words that are only to come, or only to go,
 * take the word beside them along: a place needs words, and a wording says something.
 */
export function wordingAt(text: AnchorText, place: Span, { before, after }: WordProposal) {
  const isOneLine = !/\n/.test(before + after + text.slice(place))
  if (!isOneLine) return { place: meantWords(text, place), wording: null }
  if (text.slice(place).trim() !== '' && after.trim() !== '') return { place, wording: after }
  const beside = besideOf(text, place)
  if (!beside) return { place: meantWords(text, place), wording: null }
  const wording =
    text.plain.slice(beside.from, place.from) + after + text.plain.slice(place.to, beside.to)
  return { place: beside, wording: wording.trim() === '' ? null : wording }
}

/** A place with the word before it, or else the one after it, of the same line. */
function besideOf(text: AnchorText, { from, to }: Span): Span | null {
  const line = text.lines.find((one) => one.from <= from && to <= one.to)
  if (!line) return null
  const left = /\S+\s*$/.exec(text.plain.slice(line.from, from))?.[0] ?? ''
  if (left !== '') return { from: from - left.length, to }
  const right = /^\s*\S+/.exec(text.plain.slice(to, line.to))?.[0] ?? ''
  return right === '' ? null : { from, to: to + right.length }
}
