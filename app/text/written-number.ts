import { shift } from './decimal.ts'

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
}

/**
 * The first number at or after a place in an evened-out line, or null. Digits that belong to a
 * code, a reference, a date or a footnote are no number.
 */
export function nextNumber(line: string, from: number, language: string): WrittenNumber | null {
  const start = /-?\d/g
  start.lastIndex = from
  for (let match = start.exec(line); match; match = start.exec(line)) {
    if (!begins(line, match.index)) continue
    const number = readNumber(line, match.index, language)
    if (number) return number
    // The rest of the digits of what was not understood is no number either.
    start.lastIndex = match.index + (/^-?[\d.,]+/.exec(line.slice(match.index))?.[0].length ?? 1)
  }
  return null
}

/** The number that begins at a place in an evened-out line, or null. */
export function readNumber(line: string, from: number, language: string): WrittenNumber | null {
  const text = line.slice(from, from + 80)
  const digits = /^-?(?:\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:[.,]\d+)*/.exec(text)?.[0]
  const plain = digits && readDigits(digits, language)
  if (!digits || !plain) return null
  const rest = text.slice(digits.length)
  if (plain === '10' || plain === '-10') {
    const power = /^(?:\^\(?(-?\d{1,3})\)?|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))/.exec(rest)
    if (power) {
      const sign = plain.startsWith('-') ? '-1' : '1'
      return raise(from, digits.length + power[0].length, sign, powerOf(power))
    }
  }
  const scaled =
    /^ ?[x×·⋅*] ?10(?:\^\(?(-?\d{1,3})\)?|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))/.exec(rest) ??
    /^[eE]([-+]?\d{1,3})(?![\p{L}\d])/u.exec(rest)
  if (scaled) return raise(from, digits.length + scaled[0].length, plain, powerOf(scaled))
  if (/^[⁰¹²³⁴⁵⁶⁷⁸⁹^]/.test(rest)) return null
  return { from, to: from + digits.length, value: plain }
}

function begins(line: string, at: number): boolean {
  const before = line.slice(Math.max(0, at - 2), at)
  if (line[at] === '-') return /(?:^|[\s(<>≤≥=])$/.test(before)
  return !/[\p{L}\p{N}.,_^/#§'’]$|[±~≈–—] ?$|[\d )][x×] ?$/u.test(before)
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
    const isDoubtful = inThrees && separators !== usual && !/^-?0/.test(written)
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
