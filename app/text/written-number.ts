import { shift } from './decimal.ts'
import { signOpener } from './parameter-words.ts'

/** A number as it stands in a line. */
export interface WrittenNumber {
  readonly from: number
  readonly to: number
  /** In plain notation with every digit that was written: `1.50`, `2000`, `0.0001`. */
  readonly value: string
}

/** Powers of ten beyond this are not thresholds, and their digits would fill the memory. */
const largestPower = 40

/**
 * A line with spaces, dashes and look-alike letters made one, character for character, so that
 * places in it are places in the line.
 */
export function evenOut(line: string): string {
  return line
    .replaceAll(/[\t\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replaceAll(/[\u2010\u2011\u2212]/g, '-')
    .replaceAll('\u03BC', 'µ')
    .replaceAll('\u2126', 'Ω')
    .replaceAll('\u212B', 'Å')
    .replaceAll('\u212A', 'K')
    .replaceAll(/[\u223C\u223D\u2243\u2245\u2252\u02DC]/g, '≈')
}

/** Digits that stand as a number, and are not understood where `value` is null. */
export interface Numeral extends Omit<WrittenNumber, 'value'> {
  readonly value: string | null
}

/**
 * The first number at or after a place in an evened-out line, or null. Digits that belong to a
 * code, a reference, a date or a footnote are no number.
 */
export function nextNumber(line: string, from: number, language: string): WrittenNumber | null {
  for (let at = from; ;) {
    const numeral = nextNumeral(line, at, language)
    if (!numeral) return null
    const { value } = numeral
    if (value !== null) return { ...numeral, value }
    at = numeral.to
  }
}

/** The first number at or after a place, or what could be one: `± 5`, `30:1`, `- 40`. */
export function nextNumeral(line: string, from: number, language: string): Numeral | null {
  const start = /\d/g
  start.lastIndex = from
  for (let match = start.exec(line); match; match = start.exec(line)) {
    const at = match.index
    const before = line.slice(Math.max(0, at - 4), at)
    if (/[\p{L}\p{N}.,_^#§'’]$/u.test(before)) {
      // The rest of the digits of a code are no number either.
      start.lastIndex = at + (/^[\d.,]+/.exec(line.slice(at))?.[0].length ?? 1)
      continue
    }
    const { from: signed, sign } = signBefore(line, at, from, language)
    const number = begins(before) && sign !== null ? readNumber(line, at, language) : null
    const digits = /^(?:\d{1,3}(?: \d{3})+(?!\d)|[\d.,]*\d)/.exec(line.slice(at))?.[0] ?? ''
    if (!number) return { from: signed, to: at + digits.length, value: null }
    return { from: signed, to: number.to, value: sign + number.value }
  }
  return null
}

/** The number that begins at a place, with its sign; null where none does or it is not understood. */
export function numberAt(line: string, at: number, language: string): WrittenNumber | null {
  const sign = /^(?:([-–]|minus (?=\d))|\+|plus (?=\d))? ?(?=\d)/i.exec(line.slice(at, at + 8))
  const number = sign && readNumber(line, at + sign[0].length, language)
  return number && { from: at, to: number.to, value: (sign[1] ? '-' : '') + number.value }
}

type Sign = { readonly from: number; readonly sign: '' | '-' | null }

/**
 * What sign a number has. A dash with a space behind it may be a bullet, and a minus may take
 * one from another: they are signs behind words that a number follows, else they are null.
 */
function signBefore(line: string, at: number, last: number, language: string): Sign {
  const left = line.slice(Math.max(0, at - 60, last), at)
  const written = /(?:[-–+] ?|(?<!\p{L})(?:minus|plus|min|moins) )$/iu.exec(left)
  if (!written) return { from: at, sign: '' }
  const lead = left.slice(0, written.index)
  const from = at - written[0].length
  const sign = /^(?:\+|plus)/i.test(written[0]) ? '' : '-'
  if (written[0] === '-' && /(?:^|[\s(<>≤≥=])$/.test(lead)) return { from, sign }
  // "au moins" and "au plus" are relations.
  if (/^(?:moins|plus)/i.test(written[0]) && /(?<!\p{L})(?:au|du) $/iu.test(lead))
    return { from: at, sign: '' }
  const isWord = /^\p{L}/u.test(written[0])
  if (/^min /i.test(written[0]) || (/^plus/i.test(written[0]) && language === 'fr'))
    return { from, sign: null }
  const isClear = signOpener(language).test(lead) || (isWord && lead.trim() === '' && last === 0)
  return { from, sign: isClear ? sign : null }
}

/** The number without a sign that begins at a place in an evened-out line, or null. */
function readNumber(line: string, from: number, language: string): WrittenNumber | null {
  const text = line.slice(from, from + 80)
  const digits = /^(?:\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:[.,]\d+)*/.exec(text)?.[0]
  const plain = digits && readDigits(digits, language)
  if (!digits || !plain) return null
  const rest = text.slice(digits.length)
  if (plain === '10') {
    const power = /^(?:\^\(?(-?\d{1,3})\)?|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))/.exec(rest)
    if (power) return raise(from, digits.length + power[0].length, '1', powerOf(power))
  }
  const scaled =
    /^ ?[x×·⋅*] ?10(?:\^\(?(-?\d{1,3})\)?|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))/.exec(rest) ??
    /^[eE]([-+]?\d{1,3})(?![\p{L}\d])/u.exec(rest)
  if (scaled) return raise(from, digits.length + scaled[0].length, plain, powerOf(scaled))
  // A footnote, a ratio, and what is not whole: "5¹", "30:1", "0. 5", "10 to the power of 5".
  if (/^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹^]|(?::| : | ?\. | ?\*+ ?)\d)/.test(rest)) return null
  if (
    /^ (?:to the (?:\p{L}+ )?power|raised|hoch|tot de macht|à la puissance)(?!\p{L})/iu.test(rest)
  )
    return null
  return { from, to: from + digits.length, value: plain }
}

/** Whether what stands before digits leaves them a number of their own: no ± 5, 5 x 5, 30:1. */
function begins(before: string): boolean {
  return !/(?:[±~≈—√/*]|(?![<>≤≥=+|⩽⩾≦≧＜＞])\p{Sm}) ?$|[\d )][x×·] ?$|\d(?::| : |\.[ ])$/u.test(
    before,
  )
}

/** Digits with their separators in plain notation; null where two readings are possible. */
function readDigits(digits: string, language: string): string | null {
  const written = digits.replaceAll(' ', '')
  const separators = written.replaceAll(/[^.,]/g, '')
  if (separators === '') return written
  const groups = written.split(/[.,]/)
  const inThrees = groups.slice(1).every((group) => group.length === 3)
  if (separators.length === 1) {
    // "1,500" is 1500 to many who write English; "1.500" to many who do not.
    const usual = language === 'en' ? '.' : ','
    const isDoubtful = inThrees && separators !== usual && !written.startsWith('0')
    return isDoubtful ? null : groups.join('.')
  }
  const last = separators.at(-1) ?? ''
  const first = separators.slice(0, -1)
  const isGrouped = groups.slice(1, -1).every((group) => group.length === 3)
  if (new Set(separators).size === 1) return inThrees ? groups.join('') : null
  if (!isGrouped || first.includes(last)) return null
  return `${groups.slice(0, -1).join('')}.${groups.at(-1)}`
}

function raise(from: number, length: number, plain: string, power: number): WrittenNumber | null {
  if (Math.abs(power) > largestPower) return null
  return { from, to: from + length, value: shift(plain, power) }
}

function powerOf(match: RegExpExecArray): number {
  const raised = (match[2] ?? '').replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (sign) =>
    String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)),
  )
  return Number(match[1] ?? raised.replace('⁻', '-').replace('⁺', '+'))
}
