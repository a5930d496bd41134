import { compare, fraction } from './decimal.ts'
import type { Operator } from './parameters.ts'
import type { Grammar } from './threshold-grammar.ts'
import type { Threshold } from './thresholds.ts'

/** One range of two thresholds: "> 1.50 and ≤ 2.40 nm". */
export function join(
  line: string,
  first: Threshold | undefined,
  second: Threshold,
  grammar: Grammar,
): Threshold | null {
  if (!first) return null
  const between = line.slice(first.to, second.from)
  if (!grammar.joins.test(between) && !isUpTo(between, line.slice(second.from))) return null
  if (first.unit && second.unit && first.unit.symbol !== second.unit.symbol) return null
  const [low, high] = isLower(first.operator) ? [first, second] : [second, first]
  const { operator: lower } = low
  const { operator: upper } = high
  if ((lower !== '>' && lower !== '≥') || (upper !== '<' && upper !== '≤')) return null
  if (compare(fraction(low.values[0]), fraction(high.values[0])) >= 0) return null
  return {
    from: first.from,
    to: second.to,
    operator: 'between',
    values: [low.values[0], high.values[0]],
    ends: { lower, upper },
    unit: second.unit ?? first.unit,
  }
}

/** "Exceeding 2.7 GHz **up to and including** 2.9 GHz". */
function isUpTo(between: string, second: string): boolean {
  return /^,? $/.test(between) && /^(?:up to|tot en met|bis zu|jusqu)/i.test(second)
}

/** Whether two thresholds bound one side. */
export function isAlikeTo(a: Threshold, b: Threshold): boolean {
  return a.operator !== 'between' && isLower(a.operator) === isLower(b.operator)
}

export function isLower(operator: Operator): boolean {
  return operator === '>' || operator === '≥'
}
