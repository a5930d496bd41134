import { mergeSlices } from './merge-slices.ts'
import { type ProposedChange, textOf } from './proposal-now.ts'
import { compareWords, type Run } from './redline-words.ts'

/** A line of a proposal with the words that it takes out and puts in. */
export interface ProposedLine {
  readonly id: string
  readonly runs: readonly Run[]
}

/** What a proposal changes, line by line, against what stood there when it was made. */
export function proposedLines({ kind, before, after }: ProposedChange): ProposedLine[] {
  if (kind === 'words') return [{ id: '', runs: compareWords(textOf(before), textOf(after)) }]
  return mergeSlices(before, before, after).lines.map(({ id, parts }) => ({
    id,
    runs: compareWords(
      parts.map(({ base }) => base).join(''),
      parts.map(({ proposed }) => proposed).join(''),
    ),
  }))
}
