import type { Quantity, ReadRelation, ReadUnit } from './concordance-values.ts'

/** What two quantities that belong together do not share. */
export type QuantityDifference = 'number' | 'separator' | 'exponent' | 'operator' | 'unit'
/** What of them is not read in one of the languages, so that it cannot be said whether they share it. */
export type QuantityUnread = 'number' | 'operator' | 'unit'

/** One of the original and one of the translation; null where the other has none. */
export interface QuantityPair {
  readonly original: Quantity | null
  readonly translation: Quantity | null
  readonly differences: readonly QuantityDifference[]
  readonly unread: readonly QuantityUnread[]
}

type Fit = 'same' | 'unread' | 'different'

interface Fits {
  readonly number: Fit | 'separator' | 'exponent'
  readonly unit: Fit
  readonly relation: Fit
}

/** Above this many possible pairs, what is not the same in everything is paired in its order. */
const mostPairs = 40_000

/**
 * Pairs what stands in a line with what stands in its translation, in whatever order: first what is the
 * same, then what differs the least. Pairs that are the same in everything are left out.
 */
export function pairQuantities(
  original: readonly Quantity[],
  translation: readonly Quantity[],
): QuantityPair[] {
  const { open, others } = withoutSame(original, translation)
  const pairs: QuantityPair[] = []
  const chosen = open.length * others.length > mostPairs ? passes.slice(-1) : passes
  let left = open
  for (const isPair of chosen) {
    left = left.filter((one) => {
      const other = others.find((candidate) => isPair(fitsOf(one, candidate)))
      if (!other) return true
      others.splice(others.indexOf(other), 1)
      const second = isFlatOf(other, one) ? secondOf(others, other) : undefined
      if (second) others.splice(others.indexOf(second), 1)
      pairs.push(pairOf(one, other, fitsOf(one, other)))
      return false
    })
  }
  return [
    ...pairs.filter(({ differences, unread }) => differences.length > 0 || unread.length > 0),
    ...left.map((one): QuantityPair => alone(one, null)),
    ...others.map((one): QuantityPair => alone(null, one)),
  ]
}

/** Without what is the same in everything that is read, each as often as both have it. */
function withoutSame(original: readonly Quantity[], translation: readonly Quantity[]) {
  const known = new Map<string, Quantity[]>()
  for (const one of translation) {
    const alike = known.get(keyOf(one))
    if (alike) alike.push(one)
    else known.set(keyOf(one), [one])
  }
  const open = original.filter((one) => !known.get(keyOf(one))?.shift())
  const left = new Set([...known.values()].flat())
  return { open, others: translation.filter((one) => left.has(one)) }
}

function keyOf({ number, unit, relation, written }: Quantity): string {
  return JSON.stringify([number.value ?? [number.doubt, figures(written)], unit, relation])
}

/** What makes a pair, the surest first. */
const passes: readonly ((fits: Fits) => boolean)[] = [
  ({ number, unit, relation }) => number === 'same' && unit === 'same' && relation === 'same',
  ({ number, unit, relation }) =>
    number === 'same' && unit !== 'different' && relation !== 'different',
  ({ number, unit }) => number === 'same' && unit !== 'different',
  ({ number }) => number === 'same',
  ({ number }) => number === 'separator' || number === 'unread',
  ({ number }) => number === 'exponent',
  ({ unit, relation }) => unit === 'same' && relation === 'same',
  ({ unit }) => unit === 'same',
  () => true,
]

function fitsOf(one: Quantity, other: Quantity): Fits {
  return {
    number: numberFit(one, other),
    unit: unitFit(one.unit, other.unit),
    relation: relationFit(one.relation, other.relation),
  }
}

function pairOf(original: Quantity, translation: Quantity, fits: Fits): QuantityPair {
  const kinds = Object.entries({
    number: fits.number,
    operator: fits.relation,
    unit: fits.unit,
  } as const)
  const differences = kinds.flatMap(([kind, fit]): QuantityDifference[] => {
    if (fit === 'separator' || fit === 'exponent') return [fit]
    return fit === 'different' ? [kind as 'number' | 'operator' | 'unit'] : []
  })
  const unread = kinds.flatMap(([kind, fit]) => (fit === 'unread' ? [kind as QuantityUnread] : []))
  return { original, translation, differences, unread }
}

function alone(original: Quantity | null, translation: Quantity | null): QuantityPair {
  return { original, translation, differences: ['number'], unread: [] }
}

function numberFit(
  { number: one, written }: Quantity,
  { number: other, ...that }: Quantity,
): Fits['number'] {
  if (one.value !== null && one.value === other.value) return 'same'
  if (other.flatPower !== null && other.flatPower === one.value) return 'exponent'
  const isSameDigits = one.digits === other.digits
  if (one.value === null && other.value === null && isSameDigits)
    return one.doubt === other.doubt && figures(written) === figures(that.written)
      ? 'same'
      : 'unread'
  if (!isSameDigits) return 'different'
  if (one.power !== other.power) return 'exponent'
  if (one.value === null || other.doubt === 'two-readings' || other.doubt === 'notation')
    return 'unread'
  const isOpposite = one.value === `-${other.value}` || other.value === `-${one.value}`
  return isOpposite ? 'different' : 'separator'
}

/** Where nothing of it is read, what is written is compared. */
function figures(written: string): string {
  return written.replaceAll(/[^\d.,⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹^-]/g, '')
}

function unitFit(one: ReadUnit, other: ReadUnit): Fit {
  if (one.kind === 'unit' && other.kind === 'unit')
    return one.symbol === other.symbol ? 'same' : 'different'
  if (one.kind === 'unknown' && other.kind === 'unknown')
    return one.abbreviation === other.abbreviation ? 'same' : 'unread'
  const [unit, open] = one.kind === 'unknown' ? [other, one] : [one, other]
  if (open.kind !== 'unknown') return one.kind === other.kind ? 'same' : 'different'
  if (unit.kind !== 'unit') return open.abbreviation === null ? 'same' : 'unread'
  return open.symbol === unit.symbol ? 'same' : 'unread'
}

function relationFit(one: ReadRelation, other: ReadRelation): Fit {
  if (one.kind === 'silent' || other.kind === 'silent')
    return one.kind === other.kind ? 'same' : 'unread'
  return one.relation === other.relation ? 'same' : 'different'
}

function isFlatOf({ number: flat }: Quantity, { number: one }: Quantity): boolean {
  return flat.flatPower !== null && flat.flatPower === one.value
}

/** The second number of `10-4`, which is none of its own where the whole is a power. */
function secondOf(others: readonly Quantity[], { number }: Quantity): Quantity | undefined {
  return others.find((one) => one.number.from === number.to + 1)
}
