import { type FoundUnit, unitAt } from './found-unit.ts'
import type { Grammar } from './threshold-grammar.ts'
import { relationAfter, relationBefore } from './threshold-relation.ts'
import { spanOf } from './threshold-tail.ts'
import { nextNumber, numberAt } from './written-number.ts'

/** Numbers that stand beside others: of an amount that is dealt out, of a ratio, of a unit that several share. */

const twoWordJoint =
  /^,? (?:as well as|and\/or|dan wel|of wel|en\/of|sowie|oder aber|und\/oder|ou bien|ou encore|et\/ou) $/i

/** Whether another amount alone follows: a length and width exceeding 120 mm **and 50 mm**. */
export function isDealtOut(
  line: string,
  at: number,
  { dimension }: FoundUnit,
  grammar: Grammar,
): boolean {
  const [joint] =
    /^(?:,? \(?(?:\p{L}+|\p{L}+[ /]\p{L}+|as well as)|,) (?=\d)/u.exec(line.slice(at, at + 24)) ??
    []
  if (joint === undefined) return false
  const words = joint.replace('(', '')
  const isJoint =
    joint === ', ' ||
    grammar.joins.test(words) ||
    grammar.or.test(words.trim()) ||
    twoWordJoint.test(words)
  const second = isJoint ? numberAt(line, at + joint.length, grammar.language) : null
  const unit = second && unitAt(line, second.to)
  return unit?.dimension === dimension && relationAfter(line, unit.end, grammar) === null
}

/** Whether an amount is one part of a ratio, or the words behind both are of either: 1 nm in 10 h **or less**. */
export function isDividedLater(
  line: string,
  at: number,
  amount: FoundUnit | null,
  hasWords: boolean,
  grammar: Grammar,
): boolean {
  const span = spanOf(line.slice(at, at + 60))
  const divisor = span && numberAt(line, at + span.length, grammar.language)
  if (!divisor) return false
  const unit = unitAt(line, divisor.to)
  // An error of 3.5 µm over 5 mm is one over that way, and stays one.
  if (unit && span.isSure && unit.dimension !== amount?.dimension) return true
  // "5 W or more for 10 s or more": each has words of its own.
  if (hasWords && !span.isSure) return false
  return relationAfter(line, unit?.end ?? divisor.to, grammar) !== null
}

/** Of what a share is, without words that say something of its own: 10 % **of the particles** larger than 10 µm. */
const shareOf =
  /^(?: (?:by|in) (?:weight|mass|volume|number))? (?:of|van|der|des|von|de|d['’]) ?(?:(?:the|all|total|its|de|het|alle|den|dem|la|les|l['’]) ?)*(?:(?!(?:with|having|at|in|for|and|or|met|bij|en|mit|bei|und|oder|avec|à|et|ou) )[\p{L}-]+ ){1,3}$/iu

/** Where the second amount ends of a share of what the amount itself describes; null if there is none. */
export function shareUntil(
  line: string,
  at: number,
  { symbol }: FoundUnit,
  grammar: Grammar,
): number | null {
  const number = symbol === '%' ? nextNumber(line, at, grammar.language) : null
  const relation = number && relationBefore(line, number.from, grammar, 0)
  if (!number || !relation || relation === 'doubtful') return null
  if (!shareOf.test(line.slice(at, relation.from))) return null
  return unitAt(line, number.to)?.end ?? number.to
}

/** Whether what follows a number without a known unit leaves it a number. */
export function isPlainNumber(rest: string, grammar: Grammar): boolean {
  if (hasSharedUnit(rest, grammar)) return false
  if (/^(?:[\s;,.:)\]]*$|[;,.:)\]]+ )/.test(rest)) return true
  const joined = /^(,? \p{L}+(?: \p{L}+)? )(?!\d)/u.exec(rest)?.[1]
  const shorter = /^(,? \p{L}+ )(?!\d)/u.exec(rest)?.[1]
  return [joined, shorter].some((words) => words !== undefined && grammar.joins.test(words))
}

/** As far as a unit that several numbers share is looked for, so that a long line costs no more. */
const longestList = 160

/** Whether a unit that comes later may be that of a number too: "(> 1.50; ≤ 2.40) nm", "34 or more, yet fewer than 100 qubits". */
function hasSharedUnit(all: string, grammar: Grammar): boolean {
  const rest = all.slice(0, longestList)
  const bracketed = /^[^()]*\)(?= ?\p{L})/u.exec(rest)?.[0]
  if (bracketed !== undefined && unitAt(rest, bracketed.length)) return true
  const number = nextNumber(rest, 0, grammar.language)
  if (!number || !unitAt(rest, number.to)) return false
  const between = rest.slice(0, number.from)
  const relation = relationBefore(rest, number.from, grammar, 0)
  const isJoined = relation !== null && relation !== 'doubtful'
  if (isJoined && grammar.joins.test(rest.slice(0, relation.from))) return false
  return (
    !/[:.]\s/.test(between) &&
    (between.match(/\p{L}+/gu)?.length ?? 0) <= 6 &&
    isListLike(between, grammar)
  )
}

/** Nothing but marks, or words that begin with one that joins or a relation. */
function isListLike(between: string, grammar: Grammar): boolean {
  if (!/\p{L}/u.test(between)) return true
  const relation = relationBefore(between, between.length, grammar, 0)
  if (relation === 'doubtful') return true
  return relation !== null && !/\p{L}+ \p{L}+ /u.test(between.slice(0, relation.from))
}
