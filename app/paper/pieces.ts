import type { ContentMark, ContentNode } from '#app/text/content.ts'
import { compareWords } from '#app/text/redline-words.ts'

/** Who changed something, and when. */
export interface Change {
  readonly kind: 'inserted' | 'deleted'
  readonly author: string
  /** ISO instant. */
  readonly at: string
}

/** Words of a line that look the same and have one history. */
export interface Piece {
  readonly text: string
  readonly marks: readonly ContentMark[]
  readonly change: Change | null
}

/** Words that somebody proposes in the place of others of one line. */
export interface Proposal {
  readonly from: number
  readonly to: number
  readonly wording: string
  readonly author: string
  readonly at: string
  /** It is shown as it was made, and not by the words that differ. */
  readonly isAsMade?: boolean
}

export function piecesOf(runs: readonly ContentNode[], change: Change | null = null): Piece[] {
  return runs.map(({ text = '', marks = [] }) => ({ text, marks, change }))
}

/** A line with proposals in it, which do not overlap: what would go is deleted, what would come inserted. */
export function withProposals(
  runs: readonly ContentNode[],
  proposals: readonly Proposal[],
): Piece[] {
  const pieces: Piece[] = []
  const words = runs.map(({ text = '' }) => text).join('')
  let at = 0
  for (const { from, to, wording, isAsMade, ...by } of proposals.toSorted(
    (a, b) => a.from - b.from || a.to - b.to,
  )) {
    pieces.push(...slice(runs, at, from))
    at = from
    const gone = words.slice(from, to)
    for (const { kind, text } of isAsMade ? asMade(gone, wording) : compareWords(gone, wording)) {
      if (kind === 'added') {
        const marks = marksOfWords(runs, at)
        pieces.push({ text, marks, change: { ...by, kind: 'inserted' } })
        continue
      }
      const change = kind === 'removed' ? ({ ...by, kind: 'deleted' } as const) : null
      pieces.push(...slice(runs, at, at + text.length, change))
      at += text.length
    }
  }
  return [...pieces, ...slice(runs, at, words.length)]
}

function asMade(gone: string, come: string): { kind: 'removed' | 'added'; text: string }[] {
  const both = [
    { kind: 'removed' as const, text: gone },
    { kind: 'added' as const, text: come },
  ]
  return both.filter(({ text }) => text !== '')
}

/** Two wordings of one line as one: what went deleted, what came inserted. */
export function compared(
  before: readonly ContentNode[],
  after: readonly ContentNode[],
  by: Omit<Change, 'kind'>,
): Piece[] {
  const wordsOf = (runs: readonly ContentNode[]) => runs.map(({ text = '' }) => text).join('')
  let old = 0
  let young = 0
  return compareWords(wordsOf(before), wordsOf(after)).flatMap(({ kind, text }) => {
    const { length } = text
    if (kind === 'removed') {
      old += length
      return slice(before, old - length, old, { ...by, kind: 'deleted' })
    }
    young += length
    if (kind === 'same') old += length
    return slice(
      after,
      young - length,
      young,
      kind === 'added' ? { ...by, kind: 'inserted' } : null,
    )
  })
}

function slice(
  runs: readonly ContentNode[],
  from: number,
  to: number,
  change: Change | null = null,
): Piece[] {
  let start = 0
  return piecesOf(runs, change).flatMap((piece) => {
    const text = piece.text.slice(Math.max(from - start, 0), Math.max(to - start, 0))
    start += piece.text.length
    return text === '' ? [] : [{ ...piece, text }]
  })
}

/** New words look like those whose place they take, except that nothing is raised, lowered or linked. */
function marksOfWords(runs: readonly ContentNode[], at: number): ContentMark[] {
  const [piece] = slice(runs, at === 0 ? 0 : at - 1, at === 0 ? 1 : at)
  return (piece?.marks ?? []).filter(({ type }) => type === 'bold' || type === 'italic')
}
