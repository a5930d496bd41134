import { compare, fraction } from './decimal.ts'
import type { Relation } from './parameter-words.ts'
import type { Operator, Parameter } from './parameters.ts'
import { grammarOf, type Grammar } from './threshold-grammar.ts'
import {
  isAlteredLater,
  isRate,
  restatementLength,
  tailDisagrees,
  withoutRestatement,
} from './threshold-tail.ts'
import { readUnit } from './units.ts'
import { nextNumber, readNumber, type WrittenNumber } from './written-number.ts'

/** A threshold without its quantity, and its place in a line. */
export interface Threshold extends Omit<Parameter, 'quantity'> {
  readonly from: number
  readonly to: number
}

/**
 * The thresholds in an evened-out line, in order. A reading that could be wrong is none: a relation
 * that is negated or vague, a unit that is not known, a tolerance, two relations that disagree.
 * `isWhole`: the line is one threshold and nothing else, so that a number alone is meant exactly.
 */
export function thresholdsIn(
  line: string,
  language: string,
  isWhole: boolean,
  grammar = grammarOf(language),
): Threshold[] {
  const found: Threshold[] = []
  let at = 0
  let isUnread = false
  for (;;) {
    const number = nextNumber(line, at, language)
    if (!number) return found
    const { threshold, next } = thresholdAt(line, number, grammar, isWhole, at)
    // Joined to what was not understood it is one end of a range, and the other end is not known.
    const isHalf: boolean =
      isUnread && threshold !== null && grammar.joins.test(line.slice(at, threshold.from))
    at = next
    isUnread = threshold === null || isHalf
    if (!threshold || isHalf) continue
    const joined = join(line, found.at(-1), threshold, grammar)
    if (joined) found.splice(-1, 1, joined)
    else found.push(threshold)
  }
}

type Outcome = { readonly threshold: Threshold | null; readonly next: number }

function thresholdAt(
  line: string,
  number: WrittenNumber,
  grammar: Grammar,
  isWhole: boolean,
  last: number,
): Outcome {
  const unit = unitAt(line, number.to)
  const end = unit?.end ?? number.to
  const nothing = { threshold: null, next: end }
  const relation = relationBefore(line, number.from, grammar, last)
  if (relation === 'doubtful') return nothing
  const range = rangeAt(line, number, unit, grammar)
  if (range) return relation ? { ...range, threshold: null } : range
  if (tailDisagrees(line.slice(end))) return skipNext(line, end, grammar)
  const after = relationAfter(line, end, grammar)
  if (isRate(line.slice(after?.end ?? end))) return nothing
  if (!unit && !isPlainNumber(line.slice(after?.end ?? end), grammar)) return nothing
  const from = relation?.from ?? number.from
  const exact = exactly(line, number, grammar, isWhole)
  const told = agree(relation?.relation ?? null, after?.relation ?? null) ?? (unit && exact)
  if (!told || told === 'disagree') return { threshold: null, next: after?.end ?? end }
  const operator = resolve(told, line.slice(0, from), unit)
  if (!operator) return nothing
  const threshold = { from, to: after?.end ?? end, operator, values: [number.value] as const }
  return {
    threshold: { ...threshold, ends: null, unit: unit && written(unit) },
    next: threshold.to,
  }
}

interface FoundUnit {
  readonly written: string
  readonly symbol: string
  readonly dimension: string
  readonly end: number
}

function written({ written, symbol }: FoundUnit) {
  return { written, symbol }
}

function unitAt(line: string, at: number): FoundUnit | null {
  const from = line[at] === ' ' ? at + 1 : at
  const read = readUnit(line, from)
  if (!read) return null
  return { ...read.unit, written: line.slice(from, read.end), end: read.end }
}

/**
 * The longest relation that ends where the number begins; `doubtful` if what precedes alters it.
 * `last` is where the number before it ended, so that "below 5 nm **or** above 9 nm" is two.
 */
export function relationBefore(line: string, at: number, grammar: Grammar, last: number) {
  const left = line.slice(Math.max(0, at - 100), at)
  let best: { relation: Relation; from: number; kind: 'sign' | 'words' } | null = null
  for (const [relation, pattern, kind] of grammar.before) {
    const from = pattern.exec(left)?.index
    if (from !== undefined && (!best || from < best.from)) best = { relation, from, kind }
  }
  if (!best) return null
  const earlier = left.slice(0, best.from)
  if (grammar.negated.test(earlier) || grammar.doubtful.test(earlier)) return 'doubtful'
  if (/[<>≤≥=±~≈/]\s*$/.test(earlier)) return 'doubtful'
  const from = at - left.length + best.from
  const isSecond = last > 0 && /^\)?,? \p{L}+ $/u.test(withoutRestatement(line.slice(last, from)))
  if (best.kind === 'words' && grammar.or.test(earlier) && !isSecond) return 'doubtful'
  return { relation: best.relation, from }
}

function relationAfter(line: string, at: number, grammar: Grammar) {
  const restated = restatementLength(line.slice(at, at + 60))
  const right = line.slice(at + restated, at + restated + 60)
  for (const [relation, pattern] of grammar.after) {
    const match = pattern.exec(right)
    if (!match) continue
    const next = right.slice(match[0].length)
    if (grammar.carriesOn.test(next)) continue
    if (/(?:mum|at most|at least)$/i.test(match[0]) && /^ \p{L}/u.test(next)) continue
    return { relation, end: at + restated + match[0].length }
  }
  return null
}

/** A range that begins at a number; its threshold is null if the range is not understood. */
function rangeAt(
  line: string,
  first: WrittenNumber,
  firstUnit: FoundUnit | null,
  grammar: Grammar,
): Outcome | null {
  const end = firstUnit?.end ?? first.to
  const left = line.slice(Math.max(0, first.from - 100), first.from)
  for (const [opens, divides] of grammar.ranges) {
    const opening = opens?.exec(left) ?? null
    const restated = restatementLength(line.slice(end, end + 60))
    const start = end + restated
    const divider = divides.exec(line.slice(start, start + 20))?.[0]
    if ((opens && !opening) || divider === undefined) continue
    const second = readNumber(line, start + divider.length, grammar.language)
    if (!second) continue
    const unit = unitAt(line, second.to)
    const to = unit?.end ?? second.to
    // "5 % à 233 K" is a share at a temperature.
    if (firstUnit && unit && firstUnit.dimension !== unit.dimension && !opening) continue
    const earlier = opening ? left.slice(0, opening.index) : left
    const isSound =
      !grammar.negated.test(earlier) &&
      !grammar.doubtful.test(earlier) &&
      !isFlatPower(first.value, divider, second.value) &&
      (unit ? !firstUnit || firstUnit.symbol === unit.symbol : !firstUnit && opening !== null) &&
      (unit !== null || isPlainNumber(line.slice(to), grammar)) &&
      !tailDisagrees(line.slice(to)) &&
      relationAfter(line, to, grammar) === null &&
      compare(fraction(first.value), fraction(second.value)) < 0
    const from = opening ? first.from - left.length + opening.index : first.from
    const threshold = isSound && {
      from,
      to,
      operator: 'between' as const,
      values: [first.value, second.value] as const,
      ends: { lower: '≥', upper: '≤' } as const,
      unit: unit && written(unit),
    }
    return { threshold: threshold || null, next: to }
  }
  return null
}

/** "10-12 Pa" may be 10⁻¹² Pa whose raised digits were lost. */
function isFlatPower(first: string, divider: string, second: string): boolean {
  return first === '10' && divider === '-' && /^\d{1,2}$/.test(second)
}

/** Past the other number of a tolerance, and the others of a size: 120 mm by 120 mm by 50 mm. */
function skipNext(line: string, at: number, { language }: Grammar): Outcome {
  let next = at
  do {
    const number = nextNumber(line, next, language)
    if (!number) return { threshold: null, next }
    next = unitAt(line, number.to)?.end ?? number.to
  } while (tailDisagrees(line.slice(next)))
  return { threshold: null, next }
}

/** Whether what follows a number without a known unit leaves it a number. */
function isPlainNumber(rest: string, grammar: Grammar): boolean {
  if (/^(?:[\s;,.:)\]]*$|[;,.:)\]]+ | \()/.test(rest)) return true
  const joined = /^(,? \p{L}+(?: \p{L}+)? )(?!\d)/u.exec(rest)?.[1]
  const shorter = /^(,? \p{L}+ )(?!\d)/u.exec(rest)?.[1]
  return [joined, shorter].some((words) => words !== undefined && grammar.joins.test(words))
}

/** Whether a number without a relation is meant exactly: "of 300 mm", or a phrase of its own. */
function exactly(
  line: string,
  { from, to }: WrittenNumber,
  grammar: Grammar,
  isWhole: boolean,
): '=' | null {
  const after = grammar.after.map(([, pattern]) => pattern)
  if (isAlteredLater(line.slice(to), after)) return null
  const left = line.slice(Math.max(0, from - 100), from)
  if (isWhole && /^\s*(?:at\s+)?$/i.test(left)) return '='
  const opening = grammar.exactly.exec(left)
  if (!opening) return null
  const earlier = left.slice(0, opening.index)
  return grammar.doubtful.test(earlier) || grammar.negated.test(earlier) ? null : '='
}

function agree(before: Relation | null, after: Relation | null): Relation | 'disagree' | null {
  if (before && after && before !== after) return 'disagree'
  return before ?? after
}

/** Dimensions in which better is less, and quantities of which it is so in any unit but bits. */
const smallIsBetter = new Set(['m', 'degree', 'radian', 's', 'kg·m⁻¹·s⁻²'])
const measuresOfError =
  /accura|resolution|overlay|stability|error|repeatab|drift|precision|uncertain|noise|jitter|nauwkeurig|genauigkeit|auflösung|précision|erreur|incertitude/i

function resolve(told: Relation, before: string, unit: FoundUnit | null): Operator | null {
  if (told !== 'better' && told !== 'better or equal') return told
  const isLess =
    (measuresOfError.test(before.slice(-60)) && unit?.dimension !== 'bit') ||
    (unit && smallIsBetter.has(unit.dimension))
  return isLess ? (told === 'better' ? '<' : '≤') : null
}

/** One range of two thresholds: "> 1.50 and ≤ 2.40 nm". */
function join(
  line: string,
  first: Threshold | undefined,
  second: Threshold,
  grammar: Grammar,
): Threshold | null {
  if (!first || !grammar.joins.test(line.slice(first.to, second.from))) return null
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

function isLower(operator: Operator): boolean {
  return operator === '>' || operator === '≥'
}
