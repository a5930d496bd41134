import { diffArrays } from 'diff'
import type { TextElement } from './elements.ts'
import type { Match } from './redline-match.ts'
import { compareWords, type Run, wordsOf } from './redline-words.ts'
import { WordIndex } from './word-index.ts'

/** Lines of which one became several, or several one, each in the order of its text. */
export interface Parting {
  readonly kind: 'split' | 'joined'
  readonly before: readonly TextElement[]
  readonly after: readonly TextElement[]
}

/** A line of which so many words stand in another one's lost words, in their order, is a piece of it. */
const leastFromThere = 0.7
/** So many where the editor says that it was split off from there. */
const leastWhereNamed = 0.5
/** In another entry, so many of the lost words are in it too: stock phrases stand everywhere. */
const leastOfLost = 0.5
/** Fewer words do not tell where they came from. */
const telling = 4
/** Words that more lines lost than this tell little. */
const commonWord = 50

type LineOf = (element: TextElement) => string

interface Sides {
  readonly before: readonly TextElement[]
  readonly after: readonly TextElement[]
  readonly matches: readonly Match[]
  /** The words of a paragraph or heading; undefined for what holds others. */
  readonly oldLine: (element: TextElement) => string | undefined
  readonly newLine: (element: TextElement) => string | undefined
  /** The line that a line of the second text was split off from, by its id, as far as it says so. */
  readonly splitFrom: (element: TextElement) => string | null
}

/**
 * Where lines were split or joined: a line that is only in one text, and most of whose words are
 * those that a line of the other text lost, or gained. None is in two partings.
 */
export function findPartings(sides: Sides): Parting[] {
  const { before, after, matches, oldLine, newLine, splitFrom } = sides
  const partnerOf = new Map(matches.map((match) => [match.after.id, match.before]))
  const newPartnerOf = new Map(matches.map((match) => [match.before.id, match.after]))
  const lineFrom = (line: (element: TextElement) => string | undefined) => (one: TextElement) =>
    line(one) ?? ''
  const [oldWords, newWords] = [lineFrom(oldLine), lineFrom(newLine)]
  const isLine = (line: (element: TextElement) => string | undefined) => (one: TextElement) =>
    line(one) !== undefined
  const [oldLines, newLines] = [before.filter(isLine(oldLine)), after.filter(isLine(newLine))]
  const isOneEntry = (old: TextElement, young: TextElement) =>
    young.entryId === null
      ? old.entryId === null && old.section === young.section
      : partnerOf.get(young.entryId)?.id === old.entryId

  const splits = piecesOf(
    newLines.filter(({ id }) => !partnerOf.has(id)),
    newWords,
    oldLines.map((whole) => ({ whole, kept: newPartnerOf.get(whole.id) })),
    oldWords,
    newWords,
    {
      isNamed: (piece, { id }) => splitFrom(piece) === id,
      isNear: (piece, whole) => isOneEntry(whole, piece),
    },
  ).map(({ whole, pieces }): Parting => ({
    kind: 'split',
    before: [whole],
    after: inOrder(pieces, after),
  }))
  const split = new Set(splits.flatMap(({ before, after }) => [...before, ...after]))
  const joins = piecesOf(
    oldLines.filter(({ id }) => !newPartnerOf.has(id)),
    oldWords,
    newLines
      .map((whole) => ({ whole, kept: partnerOf.get(whole.id) }))
      .filter(({ whole, kept }) => !split.has(whole) && !(kept && split.has(kept))),
    newWords,
    oldWords,
    { isNamed: () => false, isNear: isOneEntry },
  ).map(({ whole, pieces }): Parting => ({
    kind: 'joined',
    before: inOrder(pieces, before),
    after: [whole],
  }))
  return [...splits, ...joins.filter(({ before }) => !before.some((one) => split.has(one)))]
}

interface Whole {
  readonly whole: TextElement
  /** What it is in the other text, if it is still there: the first of the pieces. */
  readonly kept: TextElement | undefined
}

/** What speaks for it that a line is a piece of another one, besides its words. */
interface Signs {
  readonly isNamed: (piece: TextElement, whole: TextElement) => boolean
  readonly isNear: (piece: TextElement, whole: TextElement) => boolean
}

interface Torn extends Whole {
  readonly lost: readonly string[]
}

/** The wholes that came apart, each with two pieces at least. */
function piecesOf(
  candidates: readonly TextElement[],
  candidateLine: LineOf,
  wholes: readonly Whole[],
  wholeLine: LineOf,
  keptLine: LineOf,
  signs: Signs,
) {
  const torn = wholes.flatMap(({ whole, kept }): Torn[] => {
    const lost = lostWords(wholeLine(whole), kept ? keptLine(kept) : '')
    return lost.length === 0 ? [] : [{ whole, kept, lost }]
  })
  if (torn.length === 0) return []
  const index = new WordIndex(torn.map(({ lost }) => lost))
  const pieces = new Map<number, TextElement[]>()
  for (const candidate of candidates) {
    const words = tellingWords(candidateLine(candidate))
    const named = torn.findIndex(({ whole }) => signs.isNamed(candidate, whole))
    const sharing = [...index.sharing(words, commonWord).keys()]
    const at = isNamedPiece(words, torn[named])
      ? named
      : bestOf(candidate, words, sharing, torn, signs)
    if (at === null) continue
    pieces.set(at, [...(pieces.get(at) ?? []), candidate])
  }
  return [...pieces].flatMap(([at, found]) => {
    const { whole, kept } = torn[at] ?? {}
    const all = kept ? [kept, ...found] : found
    return whole && all.length > 1 ? [{ whole, pieces: all }] : []
  })
}

function isNamedPiece(words: readonly string[], named: Torn | undefined): boolean {
  return (
    named !== undefined &&
    words.length > 0 &&
    inCommon(words, named.lost) >= words.length * leastWhereNamed
  )
}

/** The whole of whose lost words the most stand in these; null if too few do. */
function bestOf(
  candidate: TextElement,
  words: readonly string[],
  sharing: readonly number[],
  torn: readonly Torn[],
  { isNear }: Signs,
): number | null {
  let best: { at: number; common: number } | null = null
  for (const at of sharing) {
    const one = torn[at]
    if (!one || Math.min(words.length, one.lost.length) < telling) continue
    const common = inCommon(words, one.lost)
    const isOfIt =
      common >= words.length * leastFromThere &&
      (common >= one.lost.length * leastOfLost || isNear(candidate, one.whole))
    if (isOfIt && (!best || common > best.common)) best = { at, common }
  }
  return best?.at ?? null
}

/** How many words two lines have in common in one order; a lower bound where they are too unlike. */
function inCommon(words: readonly string[], lost: readonly string[]): number {
  const atMost = words.length - without(words, lost).length
  if (atMost < words.length * leastWhereNamed) return atMost
  return diffArrays([...lost], [...words])
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0)
}

function tellingWords(line: string): string[] {
  return wordsOf(line).filter((word) => /[\p{L}\p{N}]/u.test(word))
}

function lostWords(whole: string, kept: string): string[] {
  return without(tellingWords(whole), tellingWords(kept))
}

/** The words that are left when each of the others takes one like itself away. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1)
  return words.filter((word) => {
    const count = counts.get(word) ?? 0
    if (count > 0) counts.set(word, count - 1)
    return count === 0
  })
}

function inOrder(pieces: readonly TextElement[], elements: readonly TextElement[]): TextElement[] {
  const places = new Map(elements.map((element, place) => [element, place]))
  return pieces.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
}

/**
 * The runs of each line of the second text in a parting: of a split one, what came and went in each
 * piece; of joined ones, all in the one line. The breaks between lines are no words of theirs.
 */
export function runsOfParting(before: readonly string[], after: readonly string[]): Run[][] {
  const runs = compareWords(before.join('\n'), after.join('\n'))
  const lines: Run[][] = after.map(() => [])
  let at = 0
  for (const { kind, text } of runs) {
    if (kind === 'removed') {
      add(lines[at], kind, after.length > 1 ? text : text.replaceAll('\n', ' '))
      continue
    }
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) at++
      add(lines[at], kind, part)
    }
  }
  return lines
}

/** A break that became a space, or the other way round, is no change. */
function add(line: Run[] | undefined, kind: Run['kind'], text: string) {
  const isSpace = text.trim() === ''
  if (!line || text === '' || (isSpace && kind === 'removed')) return
  const shown = isSpace ? 'same' : kind
  const last = line.at(-1)
  if (last?.kind === shown) line.splice(-1, 1, { kind: shown, text: last.text + text })
  else line.push({ kind: shown, text })
}
