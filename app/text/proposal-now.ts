import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import type { LiveStates } from './anchor-live.ts'
import { canonicalJson } from './canonical.ts'
import { idOf, isTextblock, lineOf, type Content, type ContentNode } from './content.ts'
import { cut, sharedMarks, withoutReferences, withRuns } from './inline.ts'
import { editedLine, editsNow, stretchAfter, wordsThatChange, type LineEdit } from './line-edits.ts'
import { mergeSlices, type MergedSlice } from './merge-slices.ts'
import { findPassage } from './passage.ts'
import { rangeNow } from './range-now.ts'
import { saying } from './saying.ts'
import { takenOut } from './taken-out.ts'
import {
  findElement,
  idsIn,
  linesIn,
  withSlice,
  type LiveEdit,
  type Slice,
  type Standing,
} from './slice.ts'

/**
 * A proposal as it concerns a text: what stood there in the version that it was made on, and what is
 * to stand there. `words`: runs of one line, from and to; `replace` and `delete`: an element with all
 * that stands in it; `insert-after`: behind it.
 */
export interface ProposedChange {
  readonly kind: 'words' | 'replace' | 'insert-after' | 'delete'
  readonly elementId: string
  readonly from: number
  readonly to: number
  readonly before: Slice
  readonly after: Slice
}

/** Where a proposal stands in a later text. */
export interface ProposalNow {
  /**
   * clean: what it is about says what it said, of words their whole line. merges: something of it was
   * changed, beside what the proposal changes. conflicts: the same was changed. there: it says so
   * already, or what was to come in has come in.
   */
  readonly state: 'clean' | 'merges' | 'conflicts' | 'there'
  readonly elementId: string
  readonly base: Slice
  readonly now: Slice
  readonly proposed: Slice
  readonly merged: MergedSlice
  /** Of the place and what stands there, or on both sides of it: who decides names what they saw. */
  readonly hash: string
  /** Where the words that it changes stand in the line as they were. */
  readonly words: WordsNow | null
}

/** The stretch of a line that was quoted, and which words of it change. */
export interface WordsNow {
  readonly from: number
  readonly to: number
  readonly edits: readonly LineEdit[]
}

/** Null where the place is gone. `live`: the text as it was and is, which knows where words went. */
export function proposalNow(
  change: ProposedChange,
  base: Content,
  text: Content,
  live: LiveStates | null = null,
): ProposalNow | null {
  if (change.kind === 'words') return wordsNow(change, base, text, live)
  const { kind, elementId, after } = change
  const there = findElement(text, elementId)
  const was = findElement(base, elementId)
  if (!there || !was) return null
  if (kind === 'insert-after') return insertionNow(there, after, text)
  return comparing(elementId, [was.node], [there.node], kind === 'delete' ? [] : after, null)
}

/** Elements of this id are in a text only because it was taken up, as it was or with changes. */
function insertionNow({ node, parent, index }: Standing, after: Slice, text: Content): ProposalNow {
  const elementId = idOf(node)
  const isIn = idsIn(after).some((id) => findElement(text, id) !== null)
  const neighbours = [node, parent.content?.[index + 1] ?? null]
  return {
    ...comparing(elementId, [], [], after, null),
    ...(isIn && { state: 'there' }),
    hash: hashOf({ elementId, neighbours: neighbours.map((one) => one && withoutReferences(one)) }),
  }
}

/**
 * Words are looked for in their line and then wherever they stand. All three texts are their whole
 * line: as the version has it, as it would have read there, and as it reads now.
 */
function wordsNow(
  change: ProposedChange,
  base: Content,
  text: Content,
  live: LiveStates | null,
): ProposalNow | null {
  const { elementId, from, to, after } = change
  const [was, there] = [findElement(base, elementId), findElement(text, elementId)]
  if (!was) return null
  const words = { from, to, edits: wordsThatChange(was.node, { from, to, runs: after }) }
  const isLine = there !== null && isTextblock(there.node)
  const inPlace = isLine && wordsIn(words, was.node, there.node)
  const passage = inPlace
    ? null
    : findPassage({ kind: 'words', elementId, from, to }, base, text, live)
  const found = passage ? findElement(text, passage.elementId) : there
  if (!found || !isTextblock(found.node)) return null
  // A line into which they were moved is held against their own as if it were the same.
  const line = passage ? { ...found.node, content: was.node.content ?? [] } : was.node
  const proposed = withRuns(line, from, to, after)
  return comparing(
    idOf(found.node),
    [line],
    [found.node],
    [proposed],
    inPlace || wordsIn(words, was.node, found.node),
  )
}

/** Where the words are in a later line; null where any that it changes is another there. */
function wordsIn(words: WordsNow, was: ContentNode, is: ContentNode): WordsNow | null {
  const [base, now] = [lineOf(was), lineOf(is)]
  const edits = editsNow(words.edits, base, now)
  const [first, last] = [edits?.[0], edits?.at(-1)]
  if (!edits || !first || !last) return null
  // What was quoted beside them may have been changed: it goes as far as it did.
  const placeOf = (place: number) => rangeNow(base, now, place, place)?.from
  return { from: placeOf(words.from) ?? first.from, to: placeOf(words.to) ?? last.to, edits }
}

function comparing(
  elementId: string,
  base: Slice,
  now: Slice,
  proposed: Slice,
  words: ProposalNow['words'],
): ProposalNow {
  const merged = mergeSlices(base, now, proposed)
  const [was, is, to] = [base, now, proposed].map(saying)
  // Also where it came in beside something else that was changed.
  const isThere = is === to || (merged.conflicts === 0 && saying(merged.slice) === is)
  const state = isThere
    ? 'there'
    : is === was
      ? 'clean'
      : merged.conflicts > 0
        ? 'conflicts'
        : 'merges'
  // Nobody sees that a code was marked meanwhile.
  const hash = hashOf({ elementId, now: now.map(withoutReferences) })
  return { state, elementId, base, now, proposed, merged, hash, words }
}

function hashOf(seen: object): string {
  return toHexString(digest(new TextEncoder().encode(canonicalJson(seen))))
}

/** The edit that takes up a proposal in a text in which it stands as it was made. */
export function editFor(change: ProposedChange, now: ProposalNow, text: Content): LiveEdit {
  const { elementId, merged, words, state } = now
  const line = state === 'clean' && words && findElement(text, elementId)
  const slice = line ? [editedLine(line.node, words.edits)] : merged.slice
  return { kind: change.kind === 'insert-after' ? 'insert-after' : 'replace', elementId, slice }
}

/** What a proposal makes of its element as it stands now; null where a person has to say it. */
export function editNow(kind: ProposedChange['kind'], standing: ProposalNow): LiveEdit | null {
  const { elementId, words, now, merged } = standing
  const [line] = now
  if (words && line) {
    return { kind: 'replace', elementId, slice: [editedLine(line, words.edits)] }
  }
  if (merged.conflicts > 0) return null
  return {
    kind: kind === 'insert-after' ? 'insert-after' : 'replace',
    elementId,
    slice: merged.slice,
  }
}

/**
 * The same proposal, as it was made, once others were taken up in the same act: on what they left. Null
 * where they left it no place, or changed the same.
 */
export function afterTaking(
  change: ProposedChange,
  now: ProposalNow,
  taken: readonly ProposalNow[],
  text: Content,
): ProposalNow | null {
  if (change.kind === 'insert-after') return now
  const { elementId, words } = now
  const there = findElement(text, elementId)?.node
  const [was] = now.now
  if (!there || !was) return null
  if (!words) {
    const merged = mergeSlices(now.now, [there], now.merged.slice)
    return merged.conflicts > 0 ? null : { ...now, now: [there], merged }
  }
  const inLine = taken.filter((one) => one.words && one.elementId === elementId)
  const isWritten = taken.some((one) => !one.words && idsIn(one.now).includes(elementId))
  // How it came that words stand beside each other is known of words only.
  const moved = isWritten ? wordsIn(words, was, there) : inLine.reduce(afterWords, words)
  return moved && { ...now, words: moved }
}

function afterWords(words: WordsNow, taken: ProposalNow): WordsNow {
  const done = taken.words?.edits ?? []
  const edits = words.edits.map((edit) => stretchAfter(edit, done))
  return { ...stretchAfter(words, done), edits }
}

/** The text after an edit; null where the element is not there. */
export function editedContent(text: Content, { kind, elementId, slice }: LiveEdit): Content | null {
  const found = kind === 'insert-after' ? findElement(text, elementId) : null
  return withSlice(text, elementId, found ? [found.node, ...slice] : slice)
}

/**
 * What a proposal of other words for words of a line takes out and puts in; the formatting that all had
 * stays. Where no words are put in, the space that they leave behind goes with them.
 */
export function wordsChange(
  line: ContentNode,
  first: number,
  last: number,
  words: string,
): ProposedChange {
  const quoted = { from: first, to: last }
  const { from, to } = words === '' ? takenOut(lineOf(line), quoted) : quoted
  const before = cut(line, from, to)
  const marks = sharedMarks(before)
  const run = { type: 'text', text: words, ...(marks.length > 0 && { marks }) }
  return {
    kind: 'words',
    elementId: idOf(line),
    from,
    to,
    before,
    after: words === '' ? [] : [run],
  }
}

/** The one line in which a stretch of an element stands, with its place there; null for several lines. */
export function lineHolding(
  element: ContentNode,
  from: number,
  to: number,
): { line: ContentNode; from: number; to: number } | null {
  let start = 0
  for (const line of linesIn([element])) {
    const end = start + lineOf(line).length
    if (from >= start && to <= end) return { line, from: from - start, to: to - start }
    start = end + 1
  }
  return null
}

/** The words of a slice: runs as they are, else a line for each line. */
export function textOf(slice: Slice): string {
  return slice[0]?.type === 'text'
    ? slice.map(({ text = '' }) => text).join('')
    : linesIn(slice).map(lineOf).join('\n')
}
