import { shift } from './decimal.ts'

/** A number as one language writes it, and its place in an evened-out line. */
export interface LanguageNumber {
  readonly from: number
  readonly to: number
  /** In plain notation with every digit that was written; null where it is not read. */
  readonly value: string | null
  /**
   * Why it is not read. separator: the language writes no number so. two-readings: 1500 to one reader
   * and 1.5 to another. notation: a power or a date.
   */
  readonly doubt: 'separator' | 'two-readings' | 'notation' | null
  /** Every digit before any power, without what parts them. */
  readonly digits: string
  /** Of ten; 0 where none is written. */
  readonly power: number
  /** `10-4` can be 10⁻⁴ whose figures are no longer raised: that value, beside 10. */
  readonly flatPower: string | null
}

/**
 * English, Irish and Maltese part decimals by a point, in the Official Journal by a comma; all other
 * official languages by a comma (Interinstitutional Style Guide, 6.5).
 */
const withPoint: ReadonlySet<string> = new Set(['en', 'ga', 'mt'])

/** Powers of ten beyond this are no thresholds, and their digits would fill the memory. */
const largestPower = 40

const body = /(?:\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:[.,'’]\d+)*/y
const raisedPower = '\\^\\(?(-?\\d{1,3})\\)?|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)'
const tenToThe = new RegExp(`(?:${raisedPower})`, 'y')
const timesTenToThe = new RegExp(
  `(?: ?[x×·⋅*] ?10(?:${raisedPower}))|[eE]([-+]?\\d{1,3})(?![\\p{L}\\d])`,
  'uy',
)
/** "au moins" and its like are "at least". */
const minusWords =
  /(?<!\p{L}|\b(?:au|du|le|ou|al|lo|o|ao|pelo|por) )(?:minus|moins|menos|meno|mínus|mínusz|mīnus|miinus|minuss|минус|μείον) ?$/iu

/** The numbers of an evened-out line, in order; digits in or right behind a word belong to the word. */
export function numbersIn(line: string, language: string): LanguageNumber[] {
  const found: LanguageNumber[] = []
  const start = /(?<![\p{L}\p{N}_])\d/gu
  for (let match = start.exec(line); match; match = start.exec(line)) {
    const number = numberAt(line, match.index, language)
    found.push(number)
    start.lastIndex = number.to
  }
  return found
}

function numberAt(line: string, at: number, language: string): LanguageNumber {
  const written = matchAt(body, line, at)?.[0] ?? line.charAt(at)
  const end = at + written.length
  const from = signStart(line, at)
  const isNegative = from < at || minusWords.test(line.slice(Math.max(0, at - 12), at))
  const read = readDigits(written, language)
  const digits = written.replaceAll(/\D/g, '')
  const number = { from, digits, power: 0, flatPower: null }
  const signed = (value: string) => (isNegative ? `-${value}` : value)

  const ten = written === '10' ? matchAt(tenToThe, line, end) : null
  const scaled = ten ?? matchAt(timesTenToThe, line, end)
  if (scaled) {
    const to = end + scaled[0].length
    const power = powerOf(scaled)
    const isReadable = read.value !== null && Math.abs(power) <= largestPower
    const value = isReadable ? signed(shift(ten ? '1' : (read.value ?? ''), power)) : null
    const doubt = isReadable ? null : (read.doubt ?? 'notation')
    return { ...number, digits: ten ? '1' : digits, to, power, value, doubt }
  }
  const other = matchAt(/[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^[-\d()]+/y, line, end)?.[0]
  if (other) return { ...number, to: end + other.length, value: null, doubt: 'notation' }
  const flat = written === '10' ? matchAt(/[-–](\d{1,2})(?![\d.,]*\d)/y, line, end)?.[1] : undefined
  return {
    ...number,
    to: end,
    value: read.value === null ? null : signed(read.value),
    doubt: read.doubt,
    flatPower: flat === undefined ? null : shift('1', -Number(flat)),
  }
}

/** Where a minus begins that touches the number and no word or number before it. */
function signStart(line: string, at: number): number {
  const before = line.slice(Math.max(0, at - 3), at)
  return /(?:^|[\s([<>≤≥=≈~±])[-–]$/u.test(before) && !/\d [-–]$/.test(before) ? at - 1 : at
}

type Digits = Pick<LanguageNumber, 'value' | 'doubt'>

function readDigits(written: string, language: string): Digits {
  const text = written.replaceAll(' ', '')
  const separators = text.replaceAll(/\d/g, '')
  const groups = text.split(/[.,'’]/)
  const inThrees = groups.slice(1).every((group) => group.length === 3) && !text.startsWith('0')
  const decimal = (): Digits => ({ value: groups.join('.'), doubt: null })
  const whole = (): Digits => ({ value: groups.join(''), doubt: null })
  if (separators === '') return { value: text, doubt: null }
  const [first = ''] = separators
  if (new Set(separators).size === 1 && (separators.length > 1 || /['’]/.test(first)))
    return inThrees ? whole() : { value: null, doubt: 'notation' }
  if (separators.length > 1) return mixed(groups, separators)
  if (withPoint.has(language)) {
    if (first === '.' || !inThrees) return decimal()
    return { value: null, doubt: 'two-readings' }
  }
  if (first === ',') return decimal()
  // Thousands are parted by a space; by a point they are in many national texts.
  return inThrees ? whole() : { value: null, doubt: 'separator' }
}

/** `1.234,5` and `1,234.5`: the last one parts the decimals. */
function mixed(groups: readonly string[], separators: string): Digits {
  const last = separators.at(-1) ?? ''
  const before = separators.slice(0, -1)
  const isGrouped = groups.slice(1, -1).every((group) => group.length === 3)
  if (!isGrouped || new Set(before).size !== 1 || before.includes(last))
    return { value: null, doubt: 'notation' }
  return { value: `${groups.slice(0, -1).join('')}.${groups.at(-1)}`, doubt: null }
}

function powerOf(match: RegExpExecArray): number {
  const plain = match.slice(1).find((part) => part !== undefined) ?? '0'
  return Number(
    plain
      .replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (sign) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)))
      .replace('⁻', '-')
      .replace('⁺', '+'),
  )
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
