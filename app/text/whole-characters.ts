const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * As many whole characters, as people count them, as fit into `most` code units. Half of one is no
 * text: the database refuses it, or keeps it otherwise than the record does.
 */
export function wholeCharacters(text: string, most: number): string {
  if (text.length <= most) return text
  let end = 0
  for (const { index, segment } of characters.segment(text)) {
    if (index + segment.length > most) break
    end = index + segment.length
  }
  return text.slice(0, end)
}

/** Without the halves of characters at the ends of words that were cut out by their length. */
export function withoutHalves(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '')
}
