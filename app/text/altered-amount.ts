import { type FoundUnit, unitAt } from './found-unit.ts'
import { readUnit } from './units.ts'
import { nextNumber, numberAt, type WrittenNumber } from './written-number.ts'

/** Where the words around a number make another amount of it than the number with its unit. */

/**
 * Whether an amount and the number that it stands before are compared: "5 nm **less than** 45 nm" is
 * 40 nm, "10 % **more than** 5 kW" is 5.5 kW, and "at 0.1 K **for more than** 48 h" is no such thing.
 */
export function isDifference(
  line: string,
  from: number,
  words: string,
  at: number,
  language: string,
): boolean {
  if (!/(?:than|dan|als|de|below|above|beneden|boven|halb von) *$/i.test(words)) return false
  const earlier = line
    .slice(Math.max(0, from - 60), from)
    .replace(/ de *$/, '')
    .trimEnd()
  const amount = amountAtEnd(earlier)
  if (!amount || /(?:^|\s)(?:at|bij|bei|à) *$/i.test(earlier.slice(0, amount.at))) return false
  const number = numberAt(line, at, language)
  const unit = number && unitAt(line, number.to)
  return !unit || !amount.unit || isAlike(amount.unit, unit)
}

function isAlike(amount: Pick<FoundUnit, 'dimension'>, other: FoundUnit): boolean {
  const isShare = amount.dimension === '' || amount.dimension.startsWith('decibel')
  return isShare || amount.dimension === other.dimension
}

/** The number, with its unit or alone, that a text ends in. */
export function amountAtEnd(text: string) {
  const amount = /(?:\d[\d .,]*)?\d ?([\p{L}°%µΩ²³/]*)$/u.exec(text.trimEnd())
  if (!amount) return null
  const [, written = ''] = amount
  const read = readUnit(written, 0)
  if (written !== '' && read?.end !== written.length) return null
  return { at: amount.index, unit: read?.unit ?? null }
}

const comparative =
  /^ (?:(?:\p{L}+er|more|less) than|(?:\p{L}+er|meer|minder) dan|(?:\p{L}+er|mehr|weniger) als|de (?:plus|moins) (?:que|de)|above|below|über|unter|boven|onder)(?!\p{L})/iu

/** "10 % **more than** 5 kW": the amount is a difference from the next one. */
export function isMeasureOf(
  line: string,
  end: number,
  unit: FoundUnit | null,
  language: string,
): boolean {
  if (!comparative.test(line.slice(end, end + 40))) return false
  const number = nextNumber(line, end, language)
  const other = number && unitAt(line, number.to)
  return !unit || !other || isAlike(unit, other)
}

/** "5 N" is 99.999 % to those who refine metals. */
export function isPurity(
  line: string,
  { from, to }: WrittenNumber,
  unit: FoundUnit | null,
): boolean {
  const around = line.slice(Math.max(0, from - 60), to + 40)
  return unit?.symbol === 'N' && /pur[ei]|reinheit|zuiver/i.test(around)
}

/** "3 300 mm wafers" may be three of 300 mm. */
export function isCount(line: string, { from, to }: WrittenNumber): boolean {
  const things = /^ ?mm (?:wafers?|dis[ck]s?|substrates?|plates?)(?!\p{L})/iu
  return /^\d{1,2} \d{3}$/.test(line.slice(from, to)) && things.test(line.slice(to))
}
