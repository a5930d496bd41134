import { formatCode, parseCode } from './code.ts'

/** What somebody looks for among entries: codes, and words that all must be there. */
export interface SearchWords {
  /** Beginnings of codes, in lower case: `3b801.f`. Any of them may fit. */
  readonly codes: readonly string[]
  /** Beginnings of words and numbers, in lower case. */
  readonly words: readonly string[]
}

const most = 12

/** The beginning of a code that is not whole yet: `3B`, `3B8`. */
const partOfCode = /^\d[a-e](\d{1,2})?$/i

/** Reads what was typed into the search: `3b801 f 5`, `scanner overlay`, `3B overlay`, `8486 20`. */
export function readSearch(typed: string): SearchWords {
  const text = typed.trim().slice(0, 200)
  const whole = asCode(text)
  if (whole) return { codes: [whole], words: [] }
  const codes: string[] = []
  const words: string[] = []
  for (const part of text.split(/\s+/)) {
    // Four digits among words are a number more often than a heading of the tariff.
    const code = /[a-e]/i.test(part) ? asCode(part) : null
    if (code) codes.push(code)
    else words.push(...(part.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu) ?? []))
  }
  return { codes, words: words.slice(0, most) }
}

function asCode(text: string): string | null {
  if (partOfCode.test(text)) return text.toLowerCase()
  const code = parseCode(text)
  return code.kind === 'entry' || code.kind === 'tariff' ? formatCode(code).toLowerCase() : null
}

/** `3b801.f.5` stands in `3b801.f` and in `3b801`, where these are entries. */
export function codesAround(code: string): string[] {
  const parts = code.split('.')
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('.'))
}
