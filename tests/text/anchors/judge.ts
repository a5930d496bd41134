import type { Span } from '#app/text/anchor-text.ts'
import type { Condition } from '#app/measures/placement.ts'
import { elementsOf } from '#app/text/elements.ts'
import type { Character } from './identities.ts'
import { lineEnd, type Script } from './script.ts'

/** Where somebody says that words are now, in the plain text; no span where they are said to be gone. */
export interface Claim {
  readonly condition: Condition
  readonly span: Span | null
}

export type Verdict = 'right' | 'wrong' | 'dropped'

/** A run of the words that is shorter than this is no part that one would know again for them. */
const leastRun = (length: number) => Math.min(length, Math.max(4, length / 4))

/**
 * Whether a claim is true, by the characters alone. The README beside this file says what is asked.
 */
export function judge(script: Script, { condition, span }: Claim): Verdict {
  // Who asks a person has put the words nowhere, and has lost them nowhere.
  if (condition === 'unsure') return 'right'
  const left = leftOf(script)
  if (condition === 'text-removed') {
    return left.isMostThere ? 'dropped' : isWhereTheyWere(script, span) ? 'right' : 'wrong'
  }
  if (!span || span.to <= span.from) return 'wrong'
  const isThere = isWhereTheyWere(script, span)
  if (left.longest === 0) return isThere || holdsCopies(script, span) ? 'right' : 'wrong'
  const inside = script.after.characters.slice(span.from, span.to).filter(left.isOne)
  const isTheRest = inside.length >= left.longest || 2 * inside.length >= left.count
  if (condition === 'text-changed') {
    const isLeftOfLine = isItsLine(script, span) && inside.length >= left.least
    return isTheRest || isLeftOfLine ? 'right' : 'wrong'
  }
  // The same words, of which others have typed more than half again, are these where these were.
  const isHalfTheirs = 2 * inside.length >= span.to - span.from
  return isTheRest && (isHalfTheirs || isThere) ? 'right' : 'wrong'
}

interface Left {
  /** Whether a character of the text now is one of the words. */
  readonly isOne: (character: Character) => boolean
  /** How many of them there are, one that stands twice counted once. */
  readonly count: number
  /** The longest run on end; 0 if what is left is no part that one would know again. */
  readonly longest: number
  /** How much of them is a part that one would know again. */
  readonly least: number
  /** Whether half of the words or more stand there on end. */
  readonly isMostThere: boolean
}

/** What is left of the words themselves; a copy of them is not what was commented on. */
function leftOf({ before, after, span }: Script): Left {
  const own = new Set(before.characters.slice(span.from, span.to))
  const isOne = (character: Character) => own.has(character)
  let [longest, length] = [0, 0]
  for (const character of after.characters) {
    length = isOne(character) ? length + 1 : 0
    longest = Math.max(longest, length)
  }
  const isKnown = longest >= leastRun(own.size)
  return {
    isOne,
    count: new Set(after.characters.filter(isOne)).size,
    longest: isKnown ? longest : 0,
    least: leastRun(own.size),
    isMostThere: isKnown && 2 * longest >= own.size,
  }
}

/** What was said of a line stays with it as long as a part of it is there, wherever the rest has gone. */
function isItsLine({ isOnLine, after, words }: Script, { from, to }: Span): boolean {
  const line = elementsOf(after.content).find(({ id }) => id === words.elementId)
  return isOnLine && line?.from === from && line.to === to
}

/** Where the words themselves are gone, copies of them are the next best. */
function holdsCopies({ before, after, span: words, identities }: Script, span: Span): boolean {
  const own = new Set(before.characters.slice(words.from, words.to))
  const copies = after.characters
    .slice(span.from, span.to)
    .filter((character) => own.has(identities.originOf(character)))
  return 2 * copies.length >= span.to - span.from
}

/**
 * Whether a place is where the words were: between the nearest characters of their line that are
 * still there, or next to one of them where the other has gone elsewhere. They are looked for in all
 * of the text, and in what is the line now by its id. Where that holds none of them any more, all of
 * it stands in the place of what stood there.
 */
function isWhereTheyWere(script: Script, span: Span | null): boolean {
  if (!span) return true
  const { before, after, span: words } = script
  const { characters } = before
  const start = characters.lastIndexOf(lineEnd, words.from - 1) + 1
  const end = [...characters, lineEnd].indexOf(lineEnd, words.to)
  const left = characters.slice(start, words.from)
  const right = characters.slice(words.to, end)
  const line = elementsOf(after.content).find(({ id }) => id === script.words.elementId)
  const isInLine = line !== undefined && line.from <= span.from && span.to <= line.to
  const inLine = new Set(line && after.characters.slice(line.from, line.to))
  if (![...left, ...right].some((character) => inLine.has(character)) && isInLine) return true
  return (
    isBetween(after.characters, span, left, right, new Set(after.characters)) ||
    (isInLine && isBetween(after.characters, span, left, right, inLine))
  )
}

function isBetween(
  characters: readonly Character[],
  span: Span,
  toTheLeft: readonly Character[],
  toTheRight: readonly Character[],
  there: ReadonlySet<Character>,
): boolean {
  const left = toTheLeft.findLast((character) => there.has(character))
  const right = toTheRight.find((character) => there.has(character))
  return gapsOf(characters, left, right).some(
    (gap) =>
      span.from === gap.from ||
      span.to === gap.to ||
      (gap.from <= span.from && span.to <= gap.to && gap.lineEnds <= 1),
  )
}

/** What may stand between two characters; to the end of the line where there is but one of them. */
function gapsOf(
  characters: readonly Character[],
  left: Character | undefined,
  right: Character | undefined,
) {
  const lineStart = (at: number) => characters.lastIndexOf(lineEnd, at) + 1
  const lineStop = (at: number) => [...characters, lineEnd].indexOf(lineEnd, at)
  const starts = placesOf(characters, left).map((at) => at + 1)
  const stops = placesOf(characters, right)
  // Of neither there is none: no gap.
  const gaps =
    left === undefined
      ? stops.map((to) => ({ from: lineStart(to), to }))
      : right === undefined
        ? starts.map((from) => ({ from, to: lineStop(from) }))
        : starts.flatMap((from) => stops.map((to) => ({ from, to })))
  return gaps.map(({ from, to }) => ({
    from,
    to,
    lineEnds: characters.slice(from, to).filter((character) => character === lineEnd).length,
  }))
}

function placesOf(characters: readonly Character[], one: Character | undefined): number[] {
  return characters.flatMap((character, index) => (character === one ? [index] : []))
}
