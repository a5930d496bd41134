import { quantityBehind } from './quantity-behind.ts'
import { isBare, quantityIn } from './quantity-name.ts'
import { fitsUnit, isQuantityNoun, isThing } from './quantity-nouns.ts'
import { withoutRestatement } from './threshold-tail.ts'
import { thresholdsIn, type Threshold } from './thresholds.ts'
import { evenOut } from './written-number.ts'

export type Operator = '<' | '≤' | '>' | '≥' | '=' | 'between'

/** A threshold read as data. The text that it was read from is never changed. */
export interface Parameter {
  /** What is measured, in the words before the threshold: `chuck overlay`; null if none were found. */
  readonly quantity: string | null
  readonly operator: Operator
  /** In plain notation with every digit that was written: `['1.50']`; two only for `between`. */
  readonly values: readonly [string] | readonly [string, string]
  /** For `between`, whether the ends belong to the range. */
  readonly ends: { readonly lower: '>' | '≥'; readonly upper: '<' | '≤' } | null
  /** Null for a plain number. */
  readonly unit: { readonly written: string; readonly symbol: string } | null
}

/** A longer text is more than one threshold. */
const longestPhrase = 400

/** A parameter and its place in a text. */
export interface FoundParameter {
  readonly from: number
  readonly to: number
  readonly parameter: Parameter
}

/**
 * Reads a phrase that is one threshold with at most its quantity before it: "overlay ≤ 1.50 nm",
 * "685 °C or lower", "between 34 and 99 qubits", "300 mm". Null when it is not understood as a
 * whole; it stays text then. `language` is that of the text (ISO 639-1); signs are read in all.
 */
export function readParameter(phrase: string, language = 'en'): Parameter | null {
  const line = evenOut(phrase)
  if (line.includes('\n') || line.length > longestPhrase) return null
  const [found, ...more] = thresholdsIn(line, language, true)
  if (!found || more.length > 0) return null
  const tail = /^[\s;,.:]*$|^ in (diameter|length|width|height|depth|thickness)[\s;,.:]*$/.exec(
    withoutRestatement(line.slice(found.to)),
  )
  if (!tail) return null
  const before = line.slice(0, found.from).trim()
  if (/(?<![\p{L}-])(?:not|no|never|without|except|unless|other|neither)(?!\p{L})/iu.test(before))
    return null
  const quantity = quantityIn(before, language)
  if (quantity === null && !isBare(before, language)) return null
  return parameterOf(found, quantity ?? tail[1] ?? null)
}

/** The thresholds in a text, in order. What is not understood is left out. */
export function findParameters(text: string, language = 'en'): FoundParameter[] {
  let offset = 0
  return text.split('\n').flatMap((written) => {
    const line = evenOut(written)
    const start = offset
    offset += written.length + 1
    return thresholdsIn(line, language, false).map((found) => ({
      from: start + found.from,
      to: start + found.to,
      parameter: parameterOf(found, quantityOf(line, found, language)),
    }))
  })
}

/** The longest name behind a threshold, with what joins it. */
const longestBehind = 60

/** What is measured: the noun before a threshold, or the one behind it where that before it is a thing. */
function quantityOf(line: string, { from, to, unit }: Threshold, language: string): string | null {
  const before = quantityIn(line.slice(0, from), language)
  const rest = line.slice(to, to + longestBehind)
  const [bare, all] = [withoutRestatement(rest), rest].map((words) =>
    quantityBehind(words, language),
  )
  // "100 l ou plus **en volume**" names it, "5 % en volume" says of what it is a share.
  const behind = bare === undefined && unit?.symbol !== '%' ? all : bare
  if (behind === undefined || before?.toLowerCase() === behind?.toLowerCase()) return before
  if (before === null || !isQuantityNoun(before) || isThing(before)) return behind
  // "A size of 5 mm or more in diameter": which of the two it is cannot be told.
  return behind === null ? before : null
}

/** A parameter in signs, the same in all languages: `≤ 1.50 nm`, `> 1.50 nm, ≤ 2.40 nm`. */
export function writeParameter(parameter: Parameter): string {
  const { operator, values, ends, unit } = parameter
  const amount = (value: string) => (unit ? `${value} ${unit.symbol}` : value)
  const [first, second] = values
  if (operator !== 'between' || second === undefined) return `${operator} ${writeAmount(parameter)}`
  return `${ends?.lower ?? '≥'} ${amount(first)}, ${ends?.upper ?? '≤'} ${amount(second)}`
}

/** The first value with its unit: `1.50 nm`. */
export function writeAmount({ values: [value], unit }: Parameter): string {
  return unit ? `${value} ${unit.symbol}` : value
}

function parameterOf(threshold: Threshold, quantity: string | null): Parameter {
  const { operator, values, ends, unit } = threshold
  const isOfUnit = quantity !== null && fitsUnit(quantity, unit?.symbol ?? '')
  return { quantity: isOfUnit ? quantity : null, operator, values, ends, unit }
}
