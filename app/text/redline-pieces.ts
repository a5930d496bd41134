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

/** A line of which so many words stand in another one's lost words is a piece of it. */
const leastFromThere = 0.7
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
}

/**
 * Where lines were split or joined: a line that is only in one text, and most of whose words are
 * those that a line of the other text lost, or gained. None is in two partings.
 */
export function findPartings({ before, after, matches, oldLine, newLine }: Sides): Parting[] {
  const partnerOf = new Map(matches.map((match) => [match.after.id, match.before]))
  const newPartnerOf = new Map(matches.map((match) => [match.before.id, match.after]))
  const lineFrom = (line: (element: TextElement) => string | undefined) => (one: TextElement) =>
    line(one) ?? ''
  const [oldWords, newWords] = [lineFrom(oldLine), lineFrom(newLine)]
  const isLine = (line: (element: TextElement) => string | undefined) => (one: TextElement) =>
    line(one) !== undefined
  const [oldLines, newLines] = [before.filter(isLine(oldLine)), after.filter(isLine(newLine))]

  const splits = piecesOf(
    newLines.filter(({ id }) => !partnerOf.has(id)),
    newWords,
    oldLines.map((whole) => ({ whole, kept: newPartnerOf.get(whole.id) })),
    oldWords,
    newWords,
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

/** The wholes that came apart, each with two pieces at least. */
function piecesOf(
  candidates: readonly TextElement[],
  candidateLine: LineOf,
  wholes: readonly Whole[],
  wholeLine: LineOf,
  keptLine: LineOf,
) {
  const torn = wholes.flatMap(({ whole, kept }) => {
    const lost = lostWords(wholeLine(whole), kept ? keptLine(kept) : '')
    return lost.length < telling ? [] : [{ whole, kept, lost }]
  })
  if (torn.length === 0) return []
  const index = new WordIndex(torn.map(({ lost }) => lost))
  const pieces = new Map<number, TextElement[]>()
  for (const candidate of candidates) {
    const words = tellingWords(candidateLine(candidate))
    if (words.length < telling) continue
    const at = bestOf(words, index.sharing(words, commonWord), torn)
    if (at === null) continue
    pieces.set(at, [...(pieces.get(at) ?? []), candidate])
  }
  return [...pieces].flatMap(([at, found]) => {
    const { whole, kept } = torn[at] ?? {}
    const all = kept ? [kept, ...found] : found
    return whole && all.length > 1 ? [{ whole, pieces: all }] : []
  })
}

/** The whole of whose lost words the most stand in these; null if too few do. */
function bestOf(
  words: readonly string[],
  sharing: ReadonlyMap<number, number>,
  torn: readonly { readonly lost: readonly string[] }[],
): number | null {
  let best: { at: number; share: number } | null = null
  for (const at of sharing.keys()) {
    const share = (words.length - without(words, torn[at]?.lost ?? []).length) / words.length
    if (share >= leastFromThere && (!best || share > best.share)) best = { at, share }
  }
  return best?.at ?? null
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
