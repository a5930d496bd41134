import { apart, holds, overlap, shifted, type AnchorText, type Span } from './anchor-text.ts'
import { leastScore, linesOf, surroundings, type Quoted, type Tell } from './anchor-quoted.ts'
import type { TextElement } from './elements.ts'
import { alike, commonEnd, commonStart, mostLike, type FuzzyMatch } from './fuzzy.ts'

/**
 * The single ways of finding words again. Each returns a place only if it is sure of it: lists
 * repeat their phrases, and get new ones of the same kind, so that the same words are not yet the
 * same place.
 */

/** The same words with less of the same around them may have been written anew. */
const run = { least: 12, oneSide: 24, split: 40, alone: 48, moved: 64 }
/** How much of what stood before and after is looked for, to see what is between them now. */
const keyLength = 8
/** More than this between them is no version of the words. */
const longestInsertion = 200
/** Shorter words are like too many others. */
const fuzzyLength = { element: 16, text: 60 }
const fuzzyScore = { element: 0.7, text: 0.85 }
/** How far the best must lead over the second, and over the most similar other place of old. */
const lead = 0.15
/** What must be the same next to words that changed. */
const seam = 6

interface Candidate {
  readonly span: Span
  /** How many characters are the same before and after the words. */
  readonly left: number
  readonly right: number
  /** How many are the same on end, the words counted. */
  readonly run: number
  /** What is the same reaches the end of the line, or as far as one looked. */
  readonly isLeftWhole: boolean
  readonly isRightWhole: boolean
  /** What is the same is cut off by the end of a line that was not there. */
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

function candidatesIn({ quote, around }: Quoted, text: AnchorText, within: Span): Candidate[] {
  const { before, after } = around
  return text.placesOf(quote, within).map((span) => {
    const now = surroundings(text, within, span)
    const [left, right] = [commonEnd(before, now.before), commonStart(after, now.after)]
    return {
      span,
      left,
      right,
      run: left + quote.length + right,
      isLeftWhole: left === before.length,
      isRightWhole: right === after.length,
      isCutBefore:
        left < before.length && left + 1 === now.before.length && now.before.startsWith('\n'),
      isCutAfter:
        right < after.length && right + 1 === now.after.length && now.after.endsWith('\n'),
    }
  })
}

const reaches = (length: number, needed: number | null) => needed !== null && length >= needed

/**
 * The same words in the same element. Both sides must tell them from the rest of the element and one
 * be whole, or they or a long one must tell them from the rest of the text.
 */
export function findInElement(quoted: Quoted, text: AnchorText, element: TextElement): Span | null {
  const all = quoted.tellIn('text')
  const own = mayBeJoined(quoted, text) ? all : quoted.tellIn('element')
  const candidates = candidatesIn(quoted, text, element)
  const [best, ...others] = candidates
    .filter(({ left, right }) => reaches(left, own.left) || reaches(right, own.right))
    .toSorted((a, b) => b.run - a.run)
  if (best && others.length === 0) {
    const { left, right } = best
    const isBoth = reaches(left, own.left) && reaches(right, own.right)
    const isWhole = best.isLeftWhole || best.isRightWhole
    const isToldApart = reaches(left, all.left) && reaches(right, all.right)
    const isOneSide =
      (reaches(left, all.left) && left >= run.oneSide) ||
      (reaches(right, all.right) && right >= run.oneSide)
    const isSure = (isBoth && isWhole) || isToldApart || isOneSide
    if (isSure && best.run >= run.least && candidates.every((one) => one.run <= best.run)) {
      return best.span
    }
  }
  const [single] = candidates
  const isAlone = candidates.length === 1 && all.count === 1
  return single && isAlone && single.run >= run.alone ? single.span : null
}

/** How much is the same before the words if the line was split there and nothing else. */
function leftAcross({ around: { before } }: Quoted, text: AnchorText, { span, left }: Candidate) {
  const cut = span.from - left - 1
  return left + commonEnd(before.slice(0, before.length - left), text.plain.slice(0, cut))
}

function rightAcross({ around: { after } }: Quoted, text: AnchorText, { span, right }: Candidate) {
  return right + commonStart(after.slice(right), text.plain.slice(span.to + right + 1))
}

/** Whether the line after the words' own is gone, so that its words may stand in this one now. */
function mayBeJoined({ text: old, span }: Quoted, text: AnchorText): boolean {
  const { after } = old.neighboursOf(span)
  return after !== null && text.element(after.id) === null
}

/**
 * The same words anywhere. Both sides must tell them from the rest of the text in a long run, also
 * across a place where a line was split, or the words were the only ones, and long.
 */
export function findAnywhere(
  quoted: Quoted,
  text: AnchorText,
): (Span & { isSplit: boolean }) | null {
  const tell = quoted.tellIn('text')
  const candidates = candidatesIn(quoted, text, text.whole).filter(
    ({ span }) => !isUntouched(quoted, text, span),
  )
  const told = candidates.flatMap((one) => {
    const isLeft = reaches(one.left, tell.left)
    const isRight = reaches(one.right, tell.right)
    const isSplit =
      one.run >= run.split &&
      ((isRight && one.isCutBefore && reaches(leftAcross(quoted, text, one), tell.left)) ||
        (isLeft && one.isCutAfter && reaches(rightAcross(quoted, text, one), tell.right)))
    const isTold = isSplit || (isLeft && isRight && one.run >= run.moved)
    return isTold ? [{ ...one.span, isSplit }] : []
  })
  if (told.length > 0) return told.length === 1 ? (told[0] ?? null) : null
  const [single] = candidates
  const isAlone = candidates.length === 1 && tell.count === 1
  return single && isAlone && single.run >= run.moved ? { ...single.span, isSplit: false } : null
}

/** What stands now between what stood before and after the words, each being where it was. */
export function findBetween(quoted: Quoted, text: AnchorText, within: Span): FuzzyMatch | null {
  const isAnywhere = within === text.whole || mayBeJoined(quoted, text)
  const { left, right } = quoted.tellIn(isAnywhere ? 'text' : 'element')
  const { quote, around } = quoted
  if (left === null || right === null) return null
  const lines = linesOf(text, within)
  const before = around.before.slice(-Math.max(left, keyLength))
  const after = around.after.slice(0, Math.max(right, keyLength))
  const start = onlyPlace(lines.slice(0, -1), before)
  const end = onlyPlace(lines.slice(1), after) + 1
  if (start < 0 || end < 1) return null
  const [from, to] = [start + before.length, end]
  if (to < from || to - from > 2 * quote.length + longestInsertion) return null
  const offset = within.from - 1
  const score = alike(lines.slice(from, to).trim(), quote.trim())
  return { from: from + offset, to: to + offset, score }
}

/** Words of the same element that are like the quote, and next to what it stood by. */
export function findLikeInElement(
  quoted: Quoted,
  text: AnchorText,
  element: TextElement,
): FuzzyMatch | null {
  const near = mostLike(quoted.quote, element.text).map((match) => shifted(match, element.from))
  const best = leading(near, quoted.quote, quoted.tellIn('element'), 'element')
  if (!best || best.score === 1 || best.score <= quoted.tellIn('text').rival) return null
  const { before, after } = quoted.around
  const now = surroundings(text, element, best)
  const isNext =
    now.before.endsWith(before.slice(-seam)) || now.after.startsWith(after.slice(0, seam))
  return isNext ? best : null
}

/** The places like the quote at all, best first, and the one among them that is surely meant. */
export function findLikeAnywhere(quoted: Quoted, text: AnchorText) {
  const same = text.placesOf(quoted.quote, text.whole).map((span) => ({ ...span, score: 1 }))
  const likely = apart([...same, ...text.placesLike(quoted.quote, quoted.hint)]).filter(
    (match) => match.score >= leastScore && !isUntouched(quoted, text, match),
  )
  return { likely, sure: leading(likely, quoted.quote, quoted.tellIn('text'), 'text') }
}

/** Whether a place is in a line that is as it was, and so holds no words that came from elsewhere. */
function isUntouched({ text: old }: Quoted, text: AnchorText, place: Span): boolean {
  const line = text.lines.find((one) => holds(one, place))
  return line !== undefined && old.element(line.id)?.text === line.text
}

/**
 * Whether places that are like the words are the ones that were so before: in the same lines, one in
 * each, and none nearer to the words.
 */
export function areRivals(
  quoted: Quoted,
  text: AnchorText,
  likely: readonly FuzzyMatch[],
): boolean {
  const lines = quoted.rivalLines()
  const { rival } = quoted.tellIn('text')
  return likely.every((match) => {
    const line = text.lines.find((one) => holds(one, match))
    return line !== undefined && match.score <= rival && lines.delete(line.id)
  })
}

/** Whether the lines around the words' own are next to each other now, with nothing like the words in them. */
export function isClosedUp(
  { text: old, span }: Quoted,
  text: AnchorText,
  likely: readonly Span[],
): boolean {
  const { before, after } = old.neighboursOf(span)
  const placeOf = (id: string) => text.lines.findIndex((line) => line.id === id)
  const first = before ? placeOf(before.id) : -1
  const second = after ? placeOf(after.id) : text.lines.length
  if ((before && first < 0) || second !== first + 1) return false
  const neighbours = [text.lines[first], text.lines[second]].flatMap((line) => line ?? [])
  return !neighbours.some((line) => likely.some((span) => overlap(span, line)))
}

function leading(
  [best, second]: readonly FuzzyMatch[],
  quote: string,
  tell: Tell,
  where: 'element' | 'text',
): FuzzyMatch | null {
  if (!best || quote.length < fuzzyLength[where] || best.score < fuzzyScore[where]) return null
  return best.score >= Math.max(tell.rival, second?.score ?? 0) + lead ? best : null
}

function onlyPlace(text: string, part: string): number {
  const at = text.indexOf(part)
  return text.includes(part, at + 1) ? -1 : at
}
