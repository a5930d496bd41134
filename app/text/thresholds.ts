import { amountAtEnd, isCount, isMeasureOf, isPurity } from './altered-amount.ts'
import { compare, fraction } from './decimal.ts'
import { type FoundUnit, unitAt, written } from './found-unit.ts'
import type { Relation } from './parameter-words.ts'
import type { Operator, Parameter } from './parameters.ts'
import { canBeName } from './nameless-words.ts'
import { isAlwaysError, isQuantityNoun, isSmallerBetter } from './quantity-nouns.ts'
import { hasArticle, quantityIn } from './quantity-name.ts'
import { grammarOf, type Grammar } from './threshold-grammar.ts'
import { isAlikeTo, isLower, join } from './threshold-join.ts'
import { isDealtOut, isDividedLater, isPlainNumber, shareUntil } from './threshold-neighbours.ts'
import { longestBefore, relationAfter, relationBefore } from './threshold-relation.ts'
import { isDenied, isExcluded, longestClause } from './threshold-scope.ts'
import { isSpreadBefore, spreadUntil } from './threshold-span.ts'
import {
  isAlteredLater,
  isDivisor,
  isLeftOpen,
  isRate,
  leavesOutEnd,
  leavesOutEnds,
  restatementLength,
  tailDisagrees,
  withoutRestatement,
} from './threshold-tail.ts'
import { readUnit } from './units.ts'
import { nextNumber, nextNumeral, numberAt, type WrittenNumber } from './written-number.ts'

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
  const turning = turningIn(line, grammar)
  let at = 0
  let isUnread = false
  for (;;) {
    const numeral = nextNumeral(line, at, language)
    if (!numeral) return found
    const { value, to } = numeral
    const outcome: Outcome =
      value === null
        ? { threshold: null, next: unitAt(line, to)?.end ?? to }
        : thresholdAt(line, { ...numeral, value }, grammar, isWhole, isUnread ? 0 : at)
    const { threshold, next } = outcome
    const last = found.at(-1)
    const isSound: boolean =
      threshold !== null &&
      !(isUnread && isHalf(line, at, threshold, numeral.from, grammar)) &&
      !(turning.isBefore && isExcluded(line, threshold.from, grammar, found)) &&
      !isUnderNegation(line, last, threshold.from, grammar) &&
      !(turning.isBehind && isDenied(line, threshold.to, grammar))
    const isJoined =
      last !== undefined && grammar.joins.test(line.slice(last.to, threshold?.from ?? numeral.from))
    if (!isSound && last && (isOtherEnd(line, last, numeral, grammar) || (isJoined && !last.unit)))
      found.pop()
    // The same in another unit is no number of its own: 228 K **(-45 °C)**.
    at = isSound ? next + restatementLength(line.slice(next, next + 60)) : next
    isUnread = !isSound
    if (!threshold || !isSound) continue
    const joined = join(line, last, threshold, grammar)
    if (joined) found.splice(-1, 1, joined)
    // "> 1.50 and > 2.40 nm": the unit may be that of both.
    else if (isJoined && !last.unit && threshold.unit && isAlikeTo(last, threshold)) found.pop()
    else found.push(threshold)
  }
}

/** Whether a line has words that turn a threshold round at all, so that they are looked for where there are some. */
function turningIn(line: string, { excluded, denied, deniedFar }: Grammar) {
  return { isBefore: excluded.test(line), isBehind: denied.test(line) || deniedFar.test(line) }
}

/**
 * Whether a threshold is joined to what was not understood before it: one end of a range whose other
 * end is not known, or one of several values: **about 5** or 10 nm or less.
 */
function isHalf(
  line: string,
  at: number,
  { from }: Threshold,
  numberFrom: number,
  grammar: Grammar,
): boolean {
  const between = line.slice(at, from)
  if (/^ ?$/.test(between) && /^(?:up to|tot|bis|jusqu)/i.test(line.slice(from))) return true
  if (grammar.joins.test(between)) return true
  if (/^(?: (?:or|of|oder|ou) \p{L}+)? (?:to|tot|bis|à) $/u.test(between)) return true
  if (between === ' by ') return /\p{L}/u.test(line.charAt(from))
  if (/^[,;)]{1,2} ?$/.test(between)) return true
  const isBare = from === numberFrom
  return isBare && (between === ', ' || grammar.or.test(between.replace(/^,? /, '')))
}

const negating = /(?<!\p{L})(?:not|no|non|pas|niet|geen|nicht|kein|inte|ikke|ej|não|nie)(?!\p{L})/iu

/** Whether an "or" puts a threshold under the negation of the one before it: **not** less than 5 V **or** greater than 10 V. */
function isUnderNegation(
  line: string,
  last: Threshold | undefined,
  at: number,
  grammar: Grammar,
): boolean {
  if (!last || !negating.test(line.slice(last.from, last.to))) return false
  const between = line.slice(last.to, at).split(/[;:]|\.\s/u)
  return (
    between.length === 1 &&
    between[0]?.split(/[ ,]+/).some((word) => grammar.or.test(word)) === true
  )
}

/**
 * Whether what was not understood is the other end of a range: 34 or more but **fewer than 100 …**, 5 mm
 * or more, **though hardly less than 10 mm**.
 */
function isOtherEnd(
  line: string,
  last: Threshold,
  { from, to }: { readonly from: number; readonly to: number },
  grammar: Grammar,
): boolean {
  const left = line.slice(Math.max(last.to, from - 100), from)
  const relation = longestBefore(left, grammar)
  if (!relation || last.operator === 'between') return false
  const between = left.slice(0, relation.from)
  if (left.length < from - last.to || !/^,? (?:\p{L}+ ){0,2}$/u.test(between)) return false
  const unit = unitAt(line, to)
  if (unit && last.unit && readUnit(last.unit.symbol, 0)?.unit.dimension !== unit.dimension)
    return false
  const isUpper = relation.relation === '<' || relation.relation === '≤'
  return isLower(last.operator) === isUpper
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
  const left = line.slice(Math.max(0, number.from - 100), number.from)
  if (!relation && (grammar.doubtful.test(left) || grammar.part.test(left))) return nothing
  if (relation && grammar.unclear?.test(line.slice(0, relation.from).slice(-100))) return nothing
  if (isPurity(line, number, unit) || isCount(line, number)) return nothing
  const range = rangeAt(line, number, unit, grammar)
  if (range) return relation ? { ...range, threshold: null } : range
  if (!relation && grammar.unclear?.test(left)) return nothing
  if (leavesOutEnd(line.slice(end))) return nothing
  if (tailDisagrees(line.slice(end))) return skipNext(line, end, grammar)
  if (isMeasureOf(line, end, unit, grammar.language)) return nothing
  const after = relationAfter(line, end, grammar)
  // "5 mm or less, or more"
  if (after && relationAfter(line, after.end, grammar)) return { threshold: null, next: after.end }
  if (after && !relation && !isUnderstoodBefore(left, grammar))
    return { threshold: null, next: after.end }
  if (isDivisor(line.slice(0, relation?.from ?? number.from).slice(-100), after !== null))
    return { threshold: null, next: after?.end ?? end }
  const isAmount = unit !== null || relation !== null || after !== null
  const stop = after?.end ?? end
  const halves =
    (isAmount ? spreadUntil(line, stop, grammar) : null) ??
    (unit ? shareUntil(line, stop, unit, grammar) : null)
  if (halves !== null) return { threshold: null, next: halves }
  if (isSpreadBefore(line, relation?.from ?? number.from, number, grammar)) return nothing
  const behind = line.slice(after?.end ?? end)
  if (isRate(behind) || isDividedLater(line, after?.end ?? end, unit, after !== null, grammar))
    return nothing
  if (unit && relation && !after && isDealtOut(line, end, unit, grammar)) return nothing
  if (isLeftOpen(behind) || isLeftOpen(line.slice(end))) return nothing
  if (!unit && !isPlainNumber(line.slice(after?.end ?? end), grammar)) return nothing
  const from = relation?.from ?? number.from
  const exact = exactly(line, number, end, grammar, isWhole)
  const told = agree(relation?.relation ?? null, after?.relation ?? null) ?? (unit && exact)
  if (!told || told === 'disagree') return { threshold: null, next: after?.end ?? end }
  const operator = resolve(told, line, { from, to: end }, unit, grammar)
  if (!operator) return nothing
  const threshold = { from, to: after?.end ?? end, operator, values: [number.value] as const }
  return {
    threshold: { ...threshold, ends: null, unit: unit && written(unit) },
    next: threshold.to,
  }
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
    const second = numberAt(line, start + divider.length, grammar.language)
    if (!second) continue
    const unit = unitAt(line, second.to)
    const to = unit?.end ?? second.to
    // "5 % à 233 K" is a share at a temperature.
    if (firstUnit && unit && firstUnit.dimension !== unit.dimension && !opening) continue
    const earlier = opening ? left.slice(0, opening.index) : left
    const isSound =
      !grammar.negated.test(earlier) &&
      !grammar.doubtful.test(earlier) &&
      !(opening && grammar.unclear?.test(earlier)) &&
      !isFlatPower(first.value, divider, second.value) &&
      (unit ? !firstUnit || firstUnit.symbol === unit.symbol : !firstUnit && opening !== null) &&
      (unit !== null || isPlainNumber(line.slice(to), grammar)) &&
      !grammar.part.test(earlier) &&
      !tailDisagrees(line.slice(to)) &&
      !leavesOutEnds(line.slice(to)) &&
      !isDivisor(earlier, false) &&
      // Strictly between two values: neither of them.
      !/stri(?:ct|kt)\p{L}*\s*$/iu.test(earlier) &&
      !isRate(line.slice(to)) &&
      spreadUntil(line, to, grammar) === null &&
      !isLeftOpen(line.slice(to)) &&
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

/** Whether a number without a relation is meant exactly: "of 300 mm", or a phrase of its own. */
function exactly(
  line: string,
  { from, to }: WrittenNumber,
  end: number,
  grammar: Grammar,
  isWhole: boolean,
): '=' | null {
  const after = grammar.after.map(([, pattern]) => pattern)
  if (isAlteredLater(line.slice(to), after)) return null
  const left = line.slice(Math.max(0, from - 100), from)
  if (isWhole && /^\s*(?:at\s+)?$/i.test(left)) return '='
  const opening = grammar.exactly.exec(left)
  if (!opening || !isEnd(line, end, grammar)) return null
  const earlier = left.slice(0, opening.index)
  const alters = [grammar.doubtful, grammar.negated, grammar.part, grammar.reaches]
  if (amountAtEnd(earlier) || alters.some((pattern) => pattern.test(earlier))) return null
  return isNamed(earlier, grammar) ? '=' : null
}

/** "Different **from** 5 mm", "short **of** 5 mm": what is of an amount is a noun, known or with its article. */
function isNamed(before: string, { language }: Grammar): boolean {
  const name = quantityIn(before, language)
  return name !== null && (isQuantityNoun(name) || hasArticle(before, name, language))
}

/** An amount whose relation follows it stands behind a mark, a little word or the name of its quantity. */
function isUnderstoodBefore(left: string, grammar: Grammar): boolean {
  const { precedes, language } = grammar
  if (!precedes) return true
  const of = grammar.exactly.exec(left)
  const [noun] = (of && /[\p{L}'’-]+$/u.exec(left.slice(0, of.index).trimEnd())) ?? []
  if (noun !== undefined && (!canBeName(noun, language) || grammar.doubtful.test(noun)))
    return false
  if (precedes.test(left)) return true
  const name = quantityIn(left, language)
  return name !== null && isQuantityNoun(name)
}

/** Verbs that make a bound of a number that stands before them, as they end a clause in some languages. */
const bounds =
  /exceed|surpass|overschr|overstijg|te boven|[üu]berschr|unterschr|übersteig|erreich|dépass|excéd|attei|haalt|halen|bereik|reached/i

/** Whether the words after a number and its unit leave it as it is. */
function isEnd(line: string, end: number, grammar: Grammar): boolean {
  const rest = withoutRestatement(line.slice(end, end + longestClause))
  return grammar.follows.test(rest) && !bounds.test(/^(?:[^.;]|\.(?!\s|$))*/.exec(rest)?.[0] ?? '')
}

function agree(before: Relation | null, after: Relation | null): Relation | 'disagree' | null {
  if (before && after && before !== after) return 'disagree'
  return before ?? after
}

function resolve(
  told: Relation,
  line: string,
  { from, to }: { readonly from: number; readonly to: number },
  unit: FoundUnit | null,
  { language }: Grammar,
): Operator | null {
  if (told !== 'better' && told !== 'better or equal') return told
  const left = line.slice(0, from)
  const name = quantityIn(left, language)
  const symbol = unit?.symbol ?? ''
  // On a line of its own it is of what the lines above it name: "overlay: … better than 1.50 nm".
  const isAlone = !/\p{L}{3}/u.test(left)
  if (isAlone ? !isAlwaysError(symbol) : !isSmallerBetter(name, symbol, line.slice(to))) return null
  return told === 'better' ? '<' : '≤'
}
