const longestQuote = 160

/** The beginning of words that a note is about, in one line. */
export function shortened(quote: string): string {
  const line = quote.replaceAll(/\s+/g, ' ')
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line
}

/** The end of a paragraph is seen as writers know it. */
export function withEnds(words: string): string {
  return words.replaceAll('\n', ' ¶ ')
}
