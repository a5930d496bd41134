import type { ElementPlace } from '#app/measures/anchor.ts'
import type { TextElement } from '#app/text/elements.ts'

export function wordsAt(element: TextElement, { from, to }: ElementPlace): string {
  return element.text.slice(from ?? 0, to ?? undefined)
}

/** Changed words are found by likeness, letter by letter; nobody wants to read half of a word. */
export function inWholeWords(text: string, place: ElementPlace): ElementPlace {
  const { elementId } = place
  if (place.from === null || place.to === null || place.from === place.to) return place
  let { from, to } = place
  while (from > 0 && isInWord(text, from)) from--
  while (to < text.length && isInWord(text, to)) to++
  return { elementId, from, to }
}

function isInWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1))
}

/** What was said on a whole entry quotes its beginning; the entry itself stands in the text. */
export function shortened(quote: string): string {
  return quote.length > longestQuote ? `${quote.slice(0, longestQuote).trimEnd()} …` : quote
}

const longestQuote = 600
