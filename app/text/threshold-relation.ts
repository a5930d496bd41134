import { amountAtEnd, isDifference } from './altered-amount.ts'
import type { Relation } from './parameter-words.ts'
import type { Grammar } from './threshold-grammar.ts'
import { restatementLength, withoutRestatement } from './threshold-tail.ts'

/**
 * The longest relation that ends where the number begins; `doubtful` if what precedes alters it.
 * `last` is where the number before it ended, so that "below 5 nm **or** above 9 nm" is two.
 */
export function relationBefore(line: string, at: number, grammar: Grammar, last: number) {
  const left = line.slice(Math.max(0, at - 100), at)
  const best = longestBefore(left, grammar)
  if (!best) return null
  const earlier = left.slice(0, best.from)
  const alters = [grammar.negated, grammar.doubtful, grammar.part]
  if (alters.some((pattern) => pattern.test(earlier))) return 'doubtful'
  if (/[\p{Sm}/!-]\s*$/u.test(earlier) || opensRange(earlier)) return 'doubtful'
  const before = earlier.replace(/,? \p{L}+ $/u, (word) => (grammar.or.test(word) ? ' ' : word))
  const stacked = longestBefore(before, grammar)
  if (stacked && stacked.relation !== best.relation) return 'doubtful'
  const from = at - left.length + best.from
  if (
    best.kind === 'words' &&
    isDifference(line, from, left.slice(best.from), at, grammar.language)
  )
    return 'doubtful'
  const isSecond = last > 0 && /^\)?,? \p{L}+ $/u.test(withoutRestatement(line.slice(last, from)))
  if (best.kind === 'words' && grammar.or.test(earlier.replace(/,\s*$/, '')) && !isSecond)
    return 'doubtful'
  return { relation: best.relation, from }
}

interface FoundRelation {
  readonly relation: Relation
  readonly from: number
  readonly kind: 'sign' | 'words'
}

/** The longest relation that a text ends in, whatever precedes it. */
export function longestBefore(left: string, grammar: Grammar): FoundRelation | null {
  let best: FoundRelation | null = null
  for (const [relation, pattern, kind] of grammar.before) {
    const from = pattern.exec(left)?.index
    if (from !== undefined && (!best || from < best.from)) best = { relation, from, kind }
  }
  return best
}

/** "**From** less than 5 nm", "5 nm **to** more than 10 nm": one end of a range that is not read. */
function opensRange(earlier: string): boolean {
  if (/(?:^|\s)(?:from|between) $/i.test(earlier)) return true
  const before = earlier.replace(/ (?:to|tot|à) $/, '')
  if (before === earlier) return false
  // From below 223 K **(-50 °C)** to above 398 K.
  const bracket = before.lastIndexOf(' (')
  const isRestated = bracket >= 0 && withoutRestatement(before.slice(bracket)) === ''
  return amountAtEnd(isRestated ? before.slice(0, bracket) : before) !== null
}

/** The relation behind a number and its unit that ends where it stands, and where that ends. */
export function relationAfter(line: string, at: number, grammar: Grammar) {
  const restated = restatementLength(line.slice(at, at + 60))
  const right = line.slice(at + restated, at + restated + 60)
  for (const [relation, pattern] of grammar.after) {
    const match = pattern.exec(right)
    if (!match) continue
    const next = right.slice(match[0].length)
    if (grammar.carriesOn.test(next)) continue
    if (/(?:mum|at most|at least|aufwärts)$/i.test(match[0]) && /^ \p{L}/u.test(next)) continue
    return { relation, end: at + restated + match[0].length }
  }
  return null
}
