import { compare, type Fraction } from './decimal.ts'
import type { Operator, Parameter } from './parameters.ts'
import { isDifference, maySameQuantity } from './same-quantity.ts'
import { inBaseUnits, inBaseUnitsAsDifference, readUnit } from './units.ts'

/**
 * What became of a threshold. `tighter`: the second takes in less than the first, so fewer items
 * are controlled; `looser`: more. `different`: neither is within the other, or they measure
 * different things.
 */
export type ParameterComparison = 'same' | 'tighter' | 'looser' | 'different'

/** Compares by value and operator in base units: ≤ 685 °C and < 685 °C are different controls. */
export function compareParameters(before: Parameter, after: Parameter): ParameterComparison {
  const [first, second] = rangesOf(before, after)
  if (!first || !second || first.dimension !== second.dimension) return 'different'
  if (!maySameQuantity(before.quantity, after.quantity)) return 'different'
  const isWithin = contains(first, second)
  const takesIn = contains(second, first)
  if (isWithin && takesIn) return 'same'
  return isWithin ? 'tighter' : takesIn ? 'looser' : 'different'
}

/** Whether some value is within both: > 30 °C and < 35 °C, and not ≥ 45 nm and < 45 nm. */
export function haveCommon(a: Parameter, b: Parameter): boolean {
  const [first, second] = rangesOf(a, b)
  if (!first || !second || !areComparable(a, b)) return false
  return meet(first.lower, second.upper) && meet(second.lower, first.upper)
}

/** Whether a lower bound leaves something below an upper one. */
function meet(lower: Bound | null, upper: Bound | null): boolean {
  if (!lower || !upper) return true
  const difference = compare(lower.value, upper.value)
  return difference < 0 || (difference === 0 && lower.isIncluded && upper.isIncluded)
}

/** Whether two parameters can be about one thing: the same dimension and no two unlike names. */
export function areComparable(a: Parameter, b: Parameter): boolean {
  return dimensionOf(a) === dimensionOf(b) && maySameQuantity(a.quantity, b.quantity)
}

/** Whether two single thresholds have one value, in whatever units: ≤ 685 °C and < 685 °C. */
export function isSameAmount(a: Parameter, b: Parameter): boolean {
  if (a.operator === 'between' || b.operator === 'between') return false
  const convert = conversionOf(a, b)
  const [first, second] = [a, b].map(({ values, unit }) => convert(values[0], unit?.symbol ?? ''))
  return areComparable(a, b) && !!first && !!second && compare(first, second) === 0
}

interface Bound {
  readonly value: Fraction
  readonly isIncluded: boolean
}

interface Range {
  readonly dimension: string
  readonly lower: Bound | null
  readonly upper: Bound | null
}

function rangesOf(a: Parameter, b: Parameter): readonly [Range | null, Range | null] {
  const convert = conversionOf(a, b)
  return [rangeOf(a, convert), rangeOf(b, convert)]
}

/** A change of 20 °C is one of 20 K, and no temperature of 293.15 K. */
function conversionOf(a: Parameter, b: Parameter): typeof inBaseUnits {
  const areDifferences = isDifference(a.quantity) || isDifference(b.quantity)
  return areDifferences ? inBaseUnitsAsDifference : inBaseUnits
}

function rangeOf(parameter: Parameter, convert: typeof inBaseUnits): Range | null {
  const { operator, values, ends, unit } = parameter
  const [first, last = first] = values.map((value) => convert(value, unit?.symbol ?? ''))
  const dimension = dimensionOf(parameter)
  if (!first || !last || dimension === null) return null
  const [lower, upper] =
    operator === 'between' && ends ? [ends.lower, ends.upper] : [operator, operator]
  return {
    dimension,
    lower: bound(lowerSigns, lower, first),
    upper: bound(upperSigns, upper, last),
  }
}

/** Which operators bound a range on a side, and whether the value itself belongs to it. */
type Signs = Readonly<Partial<Record<Operator, boolean>>>
const lowerSigns: Signs = { '>': false, '≥': true, '=': true }
const upperSigns: Signs = { '<': false, '≤': true, '=': true }

function bound(signs: Signs, operator: Operator, value: Fraction): Bound | null {
  const isIncluded = signs[operator]
  return isIncluded === undefined ? null : { value, isIncluded }
}

function dimensionOf({ unit }: Parameter): string | null {
  return unit ? (readUnit(unit.symbol, 0)?.unit.dimension ?? null) : ''
}

function contains(outer: Range, inner: Range): boolean {
  return reaches(outer.lower, inner.lower, 1) && reaches(outer.upper, inner.upper, -1)
}

/** Whether a bound leaves in all that another one does; `direction` is 1 for lower bounds. */
function reaches(outer: Bound | null, inner: Bound | null, direction: 1 | -1): boolean {
  if (!outer) return true
  if (!inner) return false
  const difference = compare(inner.value, outer.value) * direction
  return difference > 0 || (difference === 0 && (outer.isIncluded || !inner.isIncluded))
}
