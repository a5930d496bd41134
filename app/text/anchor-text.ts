import { plainText, type Content } from './content.ts'
import { elementsOf, type TextElement } from './elements.ts'
import { mostLike, type FuzzyMatch } from './fuzzy.ts'
import { likeness, wordsOf } from './redline-words.ts'
import { WordIndex } from './word-index.ts'

/** A part of the plain text of a whole text. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface ScoredElement {
  readonly element: TextElement
  readonly score: number
}

/** How many paragraphs are looked at closely for words that are like others. */
const closelyRead = 24

/** A text made ready for finding places in it: made once, asked for many. */
export class AnchorText {
  readonly plain: string
  /** The same with a line end before and after, so that every line is between two. */
  readonly lined: string
  readonly whole: Span
  readonly elements: readonly TextElement[]
  readonly lines: readonly TextElement[]
  readonly #byId: ReadonlyMap<string, TextElement>
  readonly #words = new Map<string, readonly string[]>()
  #index: WordIndex | null = null

  constructor(content: Content) {
    this.plain = plainText(content)
    this.lined = `\n${this.plain}\n`
    this.whole = { from: 0, to: this.plain.length }
    this.elements = elementsOf(content)
    this.#byId = new Map(this.elements.map((element) => [element.id, element]))
    this.lines = this.elements.filter(({ kind }) => kind === 'paragraph' || kind === 'heading')
  }

  element(id: string | null): TextElement | null {
    return id === null ? null : (this.#byId.get(id) ?? null)
  }

  slice({ from, to }: Span): string {
    return this.plain.slice(from, to)
  }

  /** Every place of a quote, overlapping ones too, as far as they lie within a span. */
  placesOf(quote: string, within: Span, most = 1_000): Span[] {
    const places: Span[] = []
    if (quote === '') return places
    let from = this.plain.indexOf(quote, within.from)
    while (from >= 0 && from + quote.length <= within.to && places.length < most) {
      places.push({ from, to: from + quote.length })
      from = this.plain.indexOf(quote, from + 1)
    }
    return places
  }

  /** The innermost element that holds a span. */
  holderOf(span: Span): TextElement | null {
    return this.elements.findLast((element) => holds(element, span)) ?? null
  }

  /** The lines before and after those that a span stands in; null at the ends of the text. */
  neighboursOf({ from, to }: Span): { before: TextElement | null; after: TextElement | null } {
    return {
      before: this.lines.findLast((line) => line.to < from) ?? null,
      after: this.lines.find((line) => line.from > to) ?? null,
    }
  }

  /** Elements of a kind by how like some words theirs are, best first; 1 only for the same words. */
  elementsLike(kind: TextElement['kind'], words: string): ScoredElement[] {
    const pattern = wordsOf(words)
    return this.elements
      .filter((element) => element.kind === kind)
      .map((element) => {
        const score = element.text === words ? 1 : likeness(this.#wordsOf(element), pattern) * 0.99
        return { element, score }
      })
      .sort((a, b) => b.score - a.score)
  }

  /**
   * The places most like a quote, best first and not overlapping. Of a long text only the lines are
   * read that share most words with `hint`: the quote and what stood around it.
   */
  placesLike(quote: string, hint: string): FuzzyMatch[] {
    this.#index ??= new WordIndex(this.lines.map((line) => this.#wordsOf(line)))
    const shared = [...this.#index.sharing(wordsOf(hint))].sort(([, a], [, b]) => b - a)
    const isLong = this.lines.length > closelyRead
    const lines = isLong
      ? shared.slice(0, closelyRead).flatMap(([place]) => this.lines[place] ?? [])
      : this.lines
    const margin = quote.includes('\n') ? quote.length : 0
    const matches = lines.flatMap(({ from, to }) => {
      const start = Math.max(0, from - margin)
      return mostLike(quote, this.plain.slice(start, to + margin)).map((m) => shifted(m, start))
    })
    return apart(matches)
  }

  #wordsOf(element: TextElement): readonly string[] {
    const words = this.#words.get(element.id) ?? wordsOf(element.text)
    this.#words.set(element.id, words)
    return words
  }
}

export function shifted(match: FuzzyMatch, by: number): FuzzyMatch {
  return { ...match, from: match.from + by, to: match.to + by }
}

export function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to
}

export function holds(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

/** The matches from the best on that overlap no better one. */
export function apart(matches: readonly FuzzyMatch[]): FuzzyMatch[] {
  const kept: FuzzyMatch[] = []
  for (const match of matches.toSorted((a, b) => b.score - a.score)) {
    if (!kept.some((better) => overlap(better, match))) kept.push(match)
  }
  return kept
}
