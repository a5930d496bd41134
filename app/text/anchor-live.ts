import { leastPart } from './anchor-quoted.ts'
import type { AnchorText, Span } from './anchor-text.ts'
import { leastContinuation, withResumed, type Origins } from './anchor-resumed.ts'
import { withTypedOnEnd } from './anchor-typed.ts'
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
/** How much of what stands beside words is looked at, and how much of that is no chance. */
const besideLength = 16
const besidePart = 10

/** Where characters of the text before are now, by their place then. */
type Places = ReadonlyMap<number, number>

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
  readonly #lineStarts: ReadonlyMap<number, number>

  /** Null if the frozen texts are not what the live ones say. */
  static between({ before, after }: LiveStates, old: AnchorText, text: AnchorText) {
    const [then, now] = [new LiveWords(before.text), new LiveWords(after.text)]
    const isSame = then.plain === old.plain && now.plain === text.plain
    return isSame ? new Followed(then, now, old, text) : null
  }

  private constructor(
    before: LiveWords,
    after: LiveWords,
    old: AnchorText,
    readonly text: AnchorText,
  ) {
    const units = Array.from({ length: after.plain.length }, (_, place) => {
      const unit = after.unitAt(place)
      return unit && before.placeOf(unit)
    })
    const origins = withTypedOnEnd(units, after.plain)
    this.#origins = origins
    this.#kept = placesBy(origins)
    const lineStarts = lineStartsOf(old, text)
    this.#lineStarts = lineStarts
    const texts = { before: before.plain, after: after.plain, lineStarts }
    this.#resumedOrigins = withResumed(origins, texts)
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

  /**
   * What stands now between the nearest characters of their line that are still there. Over words with
   * which the line began or ended one may have typed others, which stand at its beginning or end.
   */
  gap(words: Span, line: Span): Span | null {
    const left = this.#nearest(words.from - 1, line.from - 1, -1)?.now
    const right = this.#nearest(words.to, line.to, 1)?.now
    const known = left ?? right
    const now = this.text.lines.find(
      ({ from, to }) => known !== undefined && from <= known && known < to,
    )
    if (!now) return null
    const isSame = this.#lineStarts.get(now.from) === line.from
    const from =
      left === undefined ? (isSame && words.from === line.from ? now.from : null) : left + 1
    const to = right ?? (isSame && words.to === line.to ? now.to : null)
    if (from === null || to === null || from > to || to > now.to) return null
    const isAtEnd = left === undefined || right === undefined
    if (isAtEnd && !this.#isTyped({ from, to })) return null
    return to - from <= 2 * (words.to - words.from) + longestInsertion ? { from, to } : null
  }

  /**
   * Whether a place is where the words were: beside what stood right beside them, or else between the
   * nearest characters that are still there, and what stood between those and the words is nowhere.
   */
  isWhereTheyWere(place: Span, words: Span, line: Span, before: string): boolean {
    if (words.from > line.from && this.#resumed.get(words.from - 1) === place.from - 1) return true
    if (words.to < line.to && this.#resumed.get(words.to) === place.to) return true
    const gap = this.gap(words, line)
    if (!gap || place.from < gap.from || place.to > gap.to) return false
    const left = this.#nearest(words.from - 1, line.from - 1, -1)?.before ?? line.from - 1
    const right = this.#nearest(words.to, line.to, 1)?.before ?? line.to
    const beside = [
      { from: left + 1, to: words.from },
      { from: words.to, to: right },
    ]
    return beside.every(({ from, to }) => {
      const length = Math.min(to - from, leastContinuation)
      return to === from || !this.mayBeAnywhere(before.slice(from, to), { from, to }, length)
    })
  }

  /** Whether most of a place was written since; of what is empty nothing was. */
  #isTyped({ from, to }: Span): boolean {
    const written = this.#resumedOrigins.slice(from, to).filter((origin) => origin === null)
    return written.length > 0 && 2 * written.length >= to - from
  }

  #nearest(from: number, end: number, step: number): { before: number; now: number } | null {
    for (let before = from; before !== end; before += step) {
      const now = this.#resumed.get(before)
      if (now !== undefined) return { before, now }
    }
    return null
  }

  /** Whether what stood beside the words stands elsewhere than beside a place: that holds a copy then. */
  isBesideElsewhere(place: Span, words: Span, line: Span, before: string): boolean {
    const around = { from: place.from - besideLength, to: place.to + besideLength }
    const beside = [
      { from: Math.max(line.from, words.from - besideLength), to: words.from },
      { from: words.to, to: Math.min(line.to, words.to + besideLength) },
    ]
    return beside.some(({ from, to }) => {
      const quote = before.slice(from, to)
      return to - from >= besidePart && this.mayBeElsewhere(quote, { from, to }, around, besidePart)
    })
  }

  /** Whether a place holds a part of the words that one would know again. */
  holdsPart(place: Span, words: Span): boolean {
    return isPartIn(place, placesOf(words, this.#resumed))
  }

  /** As `holdsPart`, of the characters themselves: what was written anew as it was may be a copy. */
  keepsPart(place: Span, words: Span): boolean {
    return isPartIn(place, placesOf(words, this.#kept))
  }

  /** How many characters of a place stood elsewhere before, outside of the words. */
  strangersIn(place: Span, words: Span): number {
    return this.#origins
      .slice(place.from, place.to)
      .filter((origin) => origin !== null && (origin < words.from || origin >= words.to)).length
  }

  /** Whether a part of the words, of some length, may stand in what was written since. */
  mayBeAnywhere(quote: string, words: Span, length: number): boolean {
    const runs = runsOf(this.#origins, words, this.text.plain)
    return this.#isPartIn(runs, quote, length, null)
  }

  /** As `mayBeAnywhere`, outside of a place, and not where other words stood and were written anew. */
  mayBeElsewhere(quote: string, words: Span, place: Span, length: number): boolean {
    const runs = runsOf(this.#resumedOrigins, words, this.text.plain)
    return this.#isPartIn(runs, quote, length, place)
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
    const first = there.reduce((a, b) => Math.min(a, b))
    const last = there.reduce((a, b) => Math.max(a, b))
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

/** Ids that were made from the position (`withIds`) say nothing of which line it is. */
function lineStartsOf(old: AnchorText, text: AnchorText): ReadonlyMap<number, number> {
  return new Map(
    text.lines.flatMap(({ id, from }) => {
      const line = /^at-\d+$/.test(id) ? null : old.element(id)
      return line ? [[from, line.from] as const] : []
    }),
  )
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

function isPartIn({ from, to }: Span, places: readonly (number | null)[]): boolean {
  const inside = places.map((at) => (at !== null && at >= from && at < to ? at : null))
  return longestRun(inside) >= leastPart(inside.length)
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
