import { withoutHidden } from '#app/text/hidden-characters.ts'

/** What text of a Word document becomes here: characters that a text may hold, and none hidden. */
export function plainWords(text: string): string {
  const spaced = text.replaceAll(/[\t\n\r\v\f\u2028\u2029]/g, ' ')
  return withoutHidden(spaced.replaceAll(/\p{Cc}|\p{Cs}/gu, ''))
}

/**
 * Characters of the font Symbol, by which older documents write the signs of thresholds, in rows of sixteen
 * from 20 and A0 on; a space for what is no sign by itself. Source: "Adobe Symbol Encoding to Unicode"
 * (Unicode Consortium, MAPPINGS/VENDORS/ADOBE/symbol.txt).
 */
const symbolRows: readonly [number, string][] = [
  [0x20, ' !∀#∃%&∋()∗+,−./'],
  [0x30, '0123456789:;<=>?'],
  [0x40, '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ'],
  [0x50, 'ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'],
  [0x60, ' αβχδεφγηιϕκλμνο'],
  [0x70, 'πθρστυϖωξψζ{|}∼ '],
  [0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓'],
  [0xb0, '°±″≥×∝∂•÷≠≡≈…  ↵'],
  [0xc0, 'ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉'],
  [0xd0, '∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓'],
  [0xe0, '◊〈®©™∑          '],
  [0xf0, ' 〉∫⌠ ⌡          '],
]

const symbols: ReadonlyMap<number, string> = new Map(
  symbolRows.flatMap(([first, signs]) =>
    [...signs].flatMap((sign, at) =>
      sign === ' ' && first + at !== 0x20 ? [] : [[first + at, sign] as const],
    ),
  ),
)

/** The area of its own in which Word keeps the characters of such fonts. */
const ownArea = { from: 0xf000, to: 0xf0ff }

/** Null for a sign that we do not know: a guess could turn a threshold around. */
export function symbolOf(code: number): string | null {
  const isOwn = code >= ownArea.from && code <= ownArea.to
  // What the font does not have is written in another.
  if (!isOwn && code > 0xff) return String.fromCodePoint(code)
  return symbols.get(isOwn ? code - ownArea.from : code) ?? null
}

/** Stands where a sign could not be read, so that it is seen. */
export const unreadSign = '\uFFFD'
