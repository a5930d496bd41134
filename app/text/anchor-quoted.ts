import { holds, overlap, shifted, type AnchorText, type Span } from './anchor-text.ts'
import type { TextElement } from './elements.ts'
import { mostLike, type FuzzyMatch } from './fuzzy.ts'

/** How many characters of what stands before and after words are looked at. */
const contextLength = 64
/** Of that, what helps to find lines worth a close look. */
const hintLength = 16
/** Below this, two texts are no version of each other. */
export const leastScore = 0.5

/** How long a part of words must be to be known again for one: a quarter of them, four characters. */
export function leastPart(length: number): number {
  return Math.min(length, Math.max(4, Math.ceil(length / 4)))
}

/** What stands around words in their line, the end of the line counted if it is near. */
export interface Surroundings {
  readonly before: string
  readonly after: string
}

/** How well words and their surroundings tell a place from all others of a region. */
export interface Tell {
  /** How often the words stand in the region. */
  readonly count: number
  /** How many characters before, or after, stand nowhere else in it; null if none do. */
  readonly left: number | null
  readonly right: number | null
  /** How like the words the most similar other place is, 0 to 1. */
  readonly rival: number
}

/** Words of a text that are looked for in a later one, and what tells their place from others. */
export class Quoted {
  readonly quote: string
  readonly around: Surroundings
  readonly #tells = new Map<string, Tell>()
  #rivals: readonly FuzzyMatch[] | null = null

  constructor(
    readonly text: AnchorText,
    readonly element: TextElement,
    readonly span: Span,
  ) {
    this.quote = text.slice(span)
    this.around = surroundings(text, text.whole, span)
  }

  /** The words with a little around them, to find lines by. */
  get hint(): string {
    const { from, to } = this.span
    return this.text.plain.slice(Math.max(0, from - hintLength), to + hintLength)
  }

  tellIn(within: 'element' | 'text'): Tell {
    const known = this.#tells.get(within) ?? this.#tell(within)
    this.#tells.set(within, known)
    return known
  }

  /** The lines in which other places were like the words. */
  rivalLines(): Set<string> {
    const rivals = this.#rivalsOf()
    const lines = this.text.lines.filter((line) => rivals.some((rival) => overlap(rival, line)))
    return new Set(lines.map(({ id }) => id))
  }

  #tell(within: 'element' | 'text'): Tell {
    const region: Span = within === 'element' ? this.element : this.text.whole
    const lines = linesOf(this.text, region)
    const { before, after } = this.around
    const rivals = this.#rivalsOf().filter((rival) => holds(region, rival))
    return {
      count: this.text.placesOf(this.quote, region).length,
      // The line end at the far side of the region is none that the words could stand by.
      left: shortestUnique(before.length, (length) =>
        isOnce(lines.slice(0, -1), before.slice(-length)),
      ),
      right: shortestUnique(after.length, (length) =>
        isOnce(lines.slice(1), after.slice(0, length)),
      ),
      rival: Math.max(0, ...rivals.map(({ score }) => score)),
    }
  }

  #rivalsOf(): readonly FuzzyMatch[] {
    if (this.#rivals) return this.#rivals
    const near = mostLike(this.quote, this.element.text).map((m) => shifted(m, this.element.from))
    this.#rivals = [...near, ...this.text.placesLike(this.quote, this.hint)].filter(
      (match) => match.score >= leastScore && !overlap(match, this.span),
    )
    return this.#rivals
  }
}

/** The lines of a region, each between line ends; a region begins and ends with whole lines. */
export function linesOf({ lined }: AnchorText, { from, to }: Span): string {
  return lined.slice(from, to + 2)
}

export function surroundings(
  { lined }: AnchorText,
  within: Span,
  { from, to }: Span,
): Surroundings {
  const before = lined.slice(Math.max(within.from, from + 1 - contextLength), from + 1)
  const after = lined.slice(to + 1, Math.min(to + 1 + contextLength, within.to + 2))
  const lineEnd = after.indexOf('\n')
  return {
    before: before.slice(Math.max(0, before.lastIndexOf('\n'))),
    after: lineEnd < 0 ? after : after.slice(0, lineEnd + 1),
  }
}

/** Shorter surroundings are chance; two more than needed keep an edit from completing them. */
const leastContext = 10
const spareContext = 2

function shortestUnique(longest: number, isUnique: (length: number) => boolean): number | null {
  let low = Math.min(leastContext, longest)
  let high = longest
  if (!isUnique(high)) return null
  while (low < high) {
    const middle = (low + high) >> 1
    if (isUnique(middle)) high = middle
    else low = middle + 1
  }
  return Math.min(low + spareContext, longest)
}

function isOnce(text: string, part: string): boolean {
  const at = text.indexOf(part)
  return at >= 0 && !text.includes(part, at + 1)
}
