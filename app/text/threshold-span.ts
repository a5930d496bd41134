import { unitAt } from './found-unit.ts'
import { spanWordsIn, type SpanPatterns } from './span-words.ts'
import type { Grammar } from './threshold-grammar.ts'
import { longestBefore, relationAfter } from './threshold-relation.ts'
import { nextNumeral, type Numeral } from './written-number.ts'

/**
 * Amounts that are told for each part of something: 3 dB loss **in 10 km**, 0.1 mg **over one year**,
 * 130 ppm with respect to a fixed value **over a period of a month**. Neither half is a threshold by itself.
 */

const inBrackets = /\([^()]*\)/g
const clauseEnd = /[;:]|\.(?=\s|$)/
/** Bare numbers that may stand between an amount and the time it is told for: "measured in a 1 g environment over …". */
const mostBetween = 3

/** As far as they are looked for, so that a long line costs no more. */
const longestClause = 240

/** Where the words end that tell what an amount is spread over; null if none do. `at`: behind the amount and its relation. */
export function spreadUntil(line: string, at: number, grammar: Grammar): number | null {
  const spans = spanWordsIn(grammar.language)
  const clause = clauseFrom(line, at)
  let stop = at + clause.length
  let from = at
  for (let count = 0; count < mostBetween;) {
    const number = nextNumeral(line, from, grammar.language)
    if (!number || number.from >= stop) break
    if (isInBrackets(line.slice(at, number.from))) {
      from = number.to
      continue
    }
    const second = amountOf(line, from, number, grammar)
    const between = line.slice(at, second.from)
    const isSpread =
      count++ === 0 ? isSpreadOver(between, second, spans) : isDuring(between, second, spans)
    if (isSpread) return second.to
    if (second.hasRelation) stop = second.from
    from = second.end
  }
  const words = line.slice(at, stop).replace(inBrackets, (bracket) => ' '.repeat(bracket.length))
  const told = spans.times.exec(words)
  return told && !isJoined(words.slice(0, told.index), spans)
    ? at + told.index + told[0].length
    : null
}

/** Better than 5 nm **(3 sigma)** over 24 hours. */
function isInBrackets(before: string): boolean {
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

/** As far as the amount is looked for that another one divides. */
const longestLead = 200

/** Whether an amount before this place is spread over the number that follows: ±0,5 % **auf eine Länge von** 1 m. */
export function isSpreadBefore(
  line: string,
  from: number,
  number: { readonly from: number; readonly to: number },
  grammar: Grammar,
): boolean {
  const lead = line.slice(Math.max(0, from - longestLead), from)
  const spans = spanWordsIn(grammar.language)
  if (!spans.any.test(/[^\d]*$/.exec(lead)?.[0] ?? '')) return false
  const start = from - (lead.split(clauseEnd).at(-1) ?? lead).length
  const { amount, count } = lastNumbers(line, start, from, grammar)
  const second = amountOf(line, amount ?? start, number, grammar)
  if (amount !== null) return isSpreadOver(line.slice(amount, from), second, spans)
  // What is counted, or has a unit that is not known: 3 shots **in a period of** 10 s.
  return count !== null && !second.hasRelation && isDuring(line.slice(count, from), second, spans)
}

/** Where the last number with a unit ends, with the relation behind it, and where the last of all. */
function lastNumbers(line: string, start: number, end: number, grammar: Grammar) {
  let amount: number | null = null
  let count: number | null = null
  for (let at = start; ;) {
    const number = nextNumeral(line, at, grammar.language)
    if (!number || number.from >= end) break
    const unit = unitAt(line, number.to)
    at = unit?.end ?? number.to
    count = Math.min(end, at)
    if (unit) amount = count
  }
  const after = amount === null ? null : relationAfter(line, amount, grammar)
  return { amount: after ? Math.min(end, after.end) : amount, count }
}

interface Second {
  readonly from: number
  /** Behind its unit. */
  readonly end: number
  /** Behind its unit and the relation that follows. */
  readonly to: number
  readonly dimension: string | null
  readonly hasRelation: boolean
  readonly isOfThing: boolean
}

/** A thing of that size: defects of 21 nm or less on **300 mm wafers**. */
const thing =
  /^[ -](?:wafer|dis[ck]s?(?!\p{L})|substrat|plates?(?!\p{L})|schei[bv]|schijv|platen|plaque|plaquette|disque|tranche)/iu

function amountOf(
  line: string,
  last: number,
  { from, to }: Pick<Numeral, 'from' | 'to'>,
  grammar: Grammar,
): Second {
  const unit = unitAt(line, to)
  const end = unit?.end ?? to
  const left = line.slice(Math.max(last, from - 100), from)
  const before = longestBefore(left, grammar)
  const after = relationAfter(line, end, grammar)
  const isTime = spanWordsIn(grammar.language).time.test(line.slice(to, to + 20))
  return {
    from: before ? from - left.length + before.from : from,
    end,
    to: after?.end ?? end,
    dimension: isTime ? 's' : (unit?.dimension ?? null),
    hasRelation: before !== null || after !== null,
    isOfThing: thing.test(line.slice(end, end + 20)),
  }
}

function isSpreadOver(between: string, second: Second, spans: SpanPatterns): boolean {
  if (second.dimension === null) return false
  const isOver = spans.wide.test(between)
  if (spans.direct.test(between) && (!second.isOfThing || isOver)) return true
  if (isOver && spans.overThing.test(between) && !spans.scope.test(between)) return true
  if (isDuring(between, second, spans) || spans.overExtent.test(between)) return true
  if (second.hasRelation) return false
  return (
    spans.whileExtent.test(between) ||
    spans.forStep.test(between) ||
    (second.dimension === 's' && spans.whileDirect.test(between))
  )
}

function isDuring(between: string, second: Second, spans: SpanPatterns): boolean {
  const { index } = spans.period.exec(between) ?? {}
  const softly = second.hasRelation ? null : spans.softPeriod.exec(between)
  const from = index ?? softly?.index
  return from !== undefined && !isJoined(between.slice(0, from).replace(inBrackets, ''), spans)
}

/** Whether another clause begins in the words. */
function isJoined(words: string, { joint }: SpanPatterns): boolean {
  return joint.test(words)
}

function clauseFrom(line: string, at: number): string {
  const right = line.slice(at, at + longestClause)
  return right.slice(0, clauseEnd.exec(right)?.index ?? right.length)
}
