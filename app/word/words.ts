import { withoutHidden } from '#app/text/hidden-characters.ts'

/** What text of a Word document becomes here: characters that a text may hold, and none hidden. */
export function plainWords(text: string): string {
  const spaced = text.replaceAll(/[\t\n\r\v\f\u2028\u2029]/g, ' ')
  return withoutHidden(spaced.replaceAll(/\p{Cc}|\p{Cs}/gu, ''))
}

/**
 * Characters of the font Symbol, by which older documents write the signs of thresholds; Word keeps
 * them in an area of its own (F000 on).
 */
const symbols: Readonly<Record<number, string>> = {
  0x44: 'Δ',
  0x57: 'Ω',
  0x61: 'α',
  0x62: 'β',
  0x64: 'δ',
  0x65: 'ε',
  0x67: 'γ',
  0x6c: 'λ',
  0x6d: 'μ',
  0x70: 'π',
  0x71: 'θ',
  0x72: 'ρ',
  0x73: 'σ',
  0x77: 'ω',
  0x2d: '−',
  0x3c: '<',
  0x3d: '=',
  0x3e: '>',
  0xa3: '≤',
  0xa5: '∞',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xba: '≡',
  0xbb: '≈',
  0xd6: '√',
}

/** Null for a sign that we do not know: a guess could turn a threshold around. */
export function symbolOf(code: number): string | null {
  return symbols[code >= 0xf000 ? code - 0xf000 : code] ?? null
}

/** Stands where a sign could not be read, so that it is seen. */
export const unreadSign = '\uFFFD'
