/**
 * Whether the words that lead in to points say "any of" or "all of" themselves, as drafters write as
 * a rule: saying it once more would misquote the text.
 */
export function saysLogic(lead: string): boolean {
  return /\b(any|all|one or more) of the following\b/i.test(lead)
}

/**
 * Whether the line before points leads in to them by itself, so that a text to be read needs no
 * words of ours between the two: in English "…, as follows:" or "… the following:", where a colon
 * alone may stand after a mere title; in other languages, whose phrases are not known here, a colon
 * at the end. `language` is that of the text (ISO 639-1).
 */
export function leadsIn(line: string, language: string): boolean {
  if (language !== 'en') return saysLogic(line) || /:\s*$/u.test(line)
  return saysLogic(line) || /\b(?:as follows|following(?: [\p{L}-]+){0,3})\s*:\s*$/iu.test(line)
}
