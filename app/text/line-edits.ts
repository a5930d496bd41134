import { diffArrays } from 'diff'
import { lineOf, type ContentNode } from './content.ts'
import { cut, inlineName, inlineWords, withRuns, type InlineWord } from './inline.ts'
import { rangeNow } from './range-now.ts'
import { wordsOf } from './redline-words.ts'
import type { Slice } from './slice.ts'

/** Other runs in the place of a stretch of a line; an empty stretch is where they are put in. */
export interface LineEdit {
  readonly from: number
  readonly to: number
  readonly runs: Slice
}

/**
 * Which words of a line change when other runs take the place of a stretch of it, in whole words and
 * in order: words that are quoted and stay are in none of the edits. All of them together make of the
 * line what the one of the whole stretch makes.
 */
export function wordsThatChange(line: ContentNode, { from, to, runs }: LineEdit): LineEdit[] {
  const proposed = withRuns(line, from, to, runs)
  const [length, newLength] = [lineOf(line).length, lineOf(proposed).length]
  const whole = wholeWords(lineOf(line), from, to)
  const newTo = newLength - (length - whole.to)
  const [was, is] = [cut(line, whole.from, whole.to), cut(proposed, whole.from, newTo)]
  const edits: Edit[] = []
  let at = whole.from
  const [before, after] = [was, is].map((content) => inlineWords({ type: line.type, content }))
  for (const { added, removed, value } of diffArrays(before ?? [], after ?? [], { comparator })) {
    const length = value.reduce((sum, { text }) => sum + text.length, 0)
    if (!added && !removed) {
      at += length
      continue
    }
    const edit = { from: at, to: removed ? at + length : at, words: added ? value : [] }
    if (removed) at += length
    joinTo(edits, edit, line)
  }
  return edits.map(({ from, to, words }) => ({
    from,
    to,
    runs: words.map(({ run, text }) => ({ ...run, text })),
  }))
}

interface Edit {
  from: number
  to: number
  words: InlineWord[]
}

function comparator(one: InlineWord, other: InlineWord): boolean {
  return inlineName(one) === inlineName(other)
}

/** Edits that only a space keeps apart are one: "not exceeding" is taken out, and not two words. */
function joinTo(edits: Edit[], edit: Edit, line: ContentNode) {
  const last = edits.at(-1)
  const space = last && cut(line, last.to, edit.from)
  if (!last || !space || space.some(({ text = '' }) => text.trim() !== '')) {
    edits.push(edit)
    return
  }
  const between = inlineWords({ type: line.type, content: space })
  last.words.push(...between, ...edit.words)
  last.to = edit.to
}

/** The stretch with all of each word of which it has a part. */
function wholeWords(text: string, from: number, to: number): { from: number; to: number } {
  const stretch = { from, to }
  let at = 0
  for (const word of wordsOf(text)) {
    const end = at + word.length
    if (at < to && end > from) {
      stretch.from = Math.min(stretch.from, at)
      stretch.to = Math.max(stretch.to, end)
    }
    at = end
  }
  return stretch
}

/** The line with all of the edits, which are in order and do not overlap. */
export function editedLine(line: ContentNode, edits: readonly LineEdit[]): ContentNode {
  return edits.reduceRight((now, { from, to, runs }) => withRuns(now, from, to, runs), line)
}

/** Where edits of a line are in what the line is now; null where any of the words was changed. */
export function editsNow(edits: readonly LineEdit[], base: string, now: string): LineEdit[] | null {
  const found = edits.flatMap((edit) => {
    const range = rangeNow(base, now, edit.from, edit.to)
    return range ? [{ ...edit, ...range }] : []
  })
  return found.length === edits.length ? found : null
}

/** Where a stretch of a line is once other words of it were changed: what came beside it is not in it. */
export function stretchAfter<Stretch extends { readonly from: number; readonly to: number }>(
  stretch: Stretch,
  done: readonly LineEdit[],
): Stretch {
  const { from, to } = stretch
  const before = (edit: LineEdit) => edit.to <= from
  const within = (edit: LineEdit) => edit.to < to || (edit.to === to && edit.from < edit.to)
  const start = from + growth(done.filter(before))
  const end = from === to ? start : to + growth(done.filter((e) => before(e) || within(e)))
  return { ...stretch, from: start, to: end }
}

function growth(edits: readonly LineEdit[]): number {
  return edits.reduce((sum, { from, to, runs }) => sum + lengthOf(runs) - (to - from), 0)
}

function lengthOf(runs: Slice): number {
  return runs.reduce((sum, { text = '' }) => sum + text.length, 0)
}
