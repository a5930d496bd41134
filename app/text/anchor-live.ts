import { leastPart } from './anchor-quoted.ts'
import type { AnchorText, Span } from './anchor-text.ts'
import { commonParts } from './fuzzy.ts'
import type { LiveText } from './live-text.ts'
import { LiveWords } from './live-words.ts'

/** Two states of one live text, the earlier one and the later one. */
export interface LiveStates {
  readonly before: Pick<LiveText, 'text'>
  readonly after: Pick<LiveText, 'text'>
}

/** More than this between them is no version of the words. */
const longestInsertion = 200
/** How much must go on as it did before to be what went on there before. */
const leastContinuation = 4

/** Where characters of the text before are now, by their place then. */
type Places = ReadonlyMap<number, number>

/** By place now: where the character stood before; null for what was written since, or a line end. */
type Origins = readonly (number | null)[]

/**
 * What the live text says of words: which of their characters are still there, and which were written
 * anew where they stood, as a split, a join or an undo does it. It knows no more than that: others
 * may be gone, or moved, or stand somewhere as a copy.
 */
export class Followed {
  readonly #origins: Origins
  /** The same with what was written anew. */
  readonly #resumedOrigins: Origins
  readonly #kept: Places
  readonly #resumed: Places

  /** Null if the frozen texts are not what the live ones say. */
  static between({ before, after }: LiveStates, old: AnchorText, text: AnchorText) {
    const [then, now] = [new LiveWords(before.text), new LiveWords(after.text)]
    const isSame = then.plain === old.plain && now.plain === text.plain
    return isSame ? new Followed(then, now, text) : null
  }

  private constructor(
    before: LiveWords,
    after: LiveWords,
    readonly text: AnchorText,
  ) {
    const origins = Array.from({ length: after.plain.length }, (_, place) => {
      const unit = after.unitAt(place)
      return unit && before.placeOf(unit)
    })
    this.#origins = origins
    this.#kept = placesBy(origins)
    this.#resumedOrigins = resume(origins, this.#kept, before.plain, after.plain)
    this.#resumed = placesBy(this.#resumedOrigins)
  }

  /** Where words are as they were, all of them still there. */
  whole(words: Span): Span | null {
    return wholeOf(placesOf(words, this.#kept))
  }

  /** As `whole`, with what was written anew where it stood. */
  wholeAnew(words: Span): Span | null {
    return wholeOf(placesOf(words, this.#resumed))
  }

  /**
   * Where words are of which a half or more is still there in one line: from the first to the last of
   * them, and to what stood next to the words if that is still there.
   */
  half(words: Span): Span | null {
    return this.#half(words, this.#kept)
  }

  halfAnew(words: Span): Span | null {
    return this.#half(words, this.#resumed)
  }

  /** As `halfAnew`, for a part of the words that one would know again. */
  part(words: Span): Span | null {
    const places = placesOf(words, this.#resumed)
    const isKnown = longestRun(places) >= leastPart(places.length)
    return isKnown ? this.#around(words, places, this.#resumed) : null
  }

  /** What stands now between the nearest characters of their line that are still there. */
  gap(words: Span, line: Span): Span | null {
    const left = this.#nearest(words.from - 1, line.from - 1, -1)
    const right = this.#nearest(words.to, line.to, 1)
    if (left === null || right === null || right <= left) return null
    const gap = { from: left + 1, to: right }
    const isOneLine = this.text.lines.some(({ from, to }) => from <= left && right < to)
    return isOneLine && gap.to - gap.from <= 2 * (words.to - words.from) + longestInsertion ? gap : null // prettier-ignore
  }

  #nearest(from: number, end: number, step: number): number | null {
    for (let place = from; place !== end; place += step) {
      const now = this.#resumed.get(place)
      if (now !== undefined) return now
    }
    return null
  }

  /** How many characters of a place stood elsewhere before, outside of the words. */
  strangersIn(place: Span, words: Span): number {
    return this.#origins
      .slice(place.from, place.to)
      .filter((origin) => origin !== null && (origin < words.from || origin >= words.to)).length
  }

  /** Whether a part of the words, of some length, may stand in what was written since. */
  mayBeAnywhere(quote: string, words: Span, length: number): boolean {
    return this.#isPartIn(runsOf(this.#origins, words, this.text.plain), quote, length, null)
  }

  /** As `mayBeAnywhere`, outside of a place, and not where other words stood and were written anew. */
  mayBeElsewhere(quote: string, words: Span, place: Span, length: number): boolean {
    return this.#isPartIn(
      runsOf(this.#resumedOrigins, words, this.text.plain),
      quote,
      length,
      place,
    )
  }

  #isPartIn(runs: readonly Span[], quote: string, length: number, place: Span | null): boolean {
    return runs.some((run) =>
      commonParts(quote, this.text.slice(run), length).some((part) => {
        const [from, to] = [run.from + part.from, run.from + part.to]
        if (!place) return true
        return Math.min(to, place.from) - from >= length || to - Math.max(from, place.to) >= length
      }),
    )
  }

  #half(words: Span, known: Places): Span | null {
    const places = placesOf(words, known)
    const isHalf = 2 * places.filter((place) => place !== null).length >= places.length
    return isHalf ? this.#around(words, places, known) : null
  }

  #around(words: Span, places: readonly (number | null)[], known: Places): Span | null {
    const there = places.filter((place) => place !== null)
    const [first, last] = [Math.min(...there), Math.max(...there)]
    const line = this.text.lines.find(({ from, to }) => from <= first && first < to)
    if (!line || last >= line.to) return null
    const most = words.to - words.from + longestInsertion
    const left = known.get(words.from - 1) ?? -1
    const right = known.get(words.to) ?? -1
    const isLeft = left >= line.from && left < first && first - left <= most
    const isRight = right > last && right < line.to && right - last <= most
    const span = { from: isLeft ? left + 1 : first, to: isRight ? right : last + 1 }
    return span.to - span.from <= 2 * most ? span : null
  }
}

function placesBy(origins: Origins): Places {
  const places = new Map<number, number>()
  for (const [place, origin] of origins.entries()) {
    if (origin !== null && !places.has(origin)) places.set(origin, place)
  }
  return places
}

function placesOf({ from, to }: Span, known: Places): (number | null)[] {
  return Array.from({ length: to - from }, (_, index) => known.get(from + index) ?? null)
}

function wholeOf(places: readonly (number | null)[]): Span | null {
  const [first] = places
  if (first === undefined || first === null) return null
  const isOnEnd = places.every((place, index) => place === first + index)
  return isOnEnd ? { from: first, to: first + places.length } : null
}

function longestRun(places: readonly (number | null)[]): number {
  let [longest, length] = [0, 0]
  for (const [index, place] of places.entries()) {
    const previous = places[index - 1] ?? null
    length = place === null ? 0 : previous !== null && place === previous + 1 ? length + 1 : 1
    longest = Math.max(longest, length)
  }
  return longest
}

/** The parts of lines in which nothing stands that stood outside of the words before. */
function runsOf(origins: Origins, words: Span, plain: string): Span[] {
  const runs: { from: number; to: number }[] = []
  for (const [place, origin] of origins.entries()) {
    if (plain[place] === '\n') continue
    if (origin !== null && (origin < words.from || origin >= words.to)) continue
    const last = runs.at(-1)
    if (last?.to === place) last.to = place + 1
    else runs.push({ from: place, to: place + 1 })
  }
  return runs
}

/**
 * The origins with those of what was written since and goes on, after a character that is still
 * there, as the text before went on after it: what was split off, joined, or brought back by an undo.
 * Only characters that are gone can have been written anew.
 */
function resume(origins: Origins, kept: Places, before: string, after: string): Origins {
  const resumed = [...origins]
  const taken = new Set(kept.keys())
  for (let place = 0; place < after.length; place++) {
    const start = resumed[place] === null && after[place] !== '\n' ? startOf(resumed, before, after, place) : null // prettier-ignore
    if (start === null) continue
    let length = 0
    while (
      resumed[place + length] === null &&
      after[place + length] !== '\n' &&
      after[place + length] === before[start + length] &&
      !taken.has(start + length)
    )
      length++
    if (length < leastContinuation) continue
    for (let index = 0; index < length; index++) {
      resumed[place + index] = start + index
      taken.add(start + index)
    }
  }
  return resumed
}

/** Where in the text before one would be at a place if it went on there as before; null if none can say. */
function startOf(resumed: Origins, before: string, after: string, place: number): number | null {
  // After a line end it goes on with the line before, if that was split.
  const origin = resumed[place - (after[place - 1] === '\n' ? 2 : 1)] ?? null
  if (origin === null) return null
  // Where a line ended, the next one was joined to it or stands after it as it did.
  return before[origin + 1] === '\n' ? origin + 2 : origin + 1
}
