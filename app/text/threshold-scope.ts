import type { Grammar } from './threshold-grammar.ts'

/**
 * How far a word that turns a threshold round reaches: "that does **not** have, when cooled, a
 * resolution better than 45 nm", "**except** lenses with a width ≤ 5 mm and with a length ≥ 3 mm". It
 * reaches to the end of its clause, past commas and "and", and from before a colon past semicolons;
 * not past thresholds whose own relation it is part of: "does not exceed 5 nm and has a width ≥ 5 mm".
 */

export const longestClause = 600
const inBrackets = /\([^()]*\)/g
/** A full stop behind a word that is no abbreviation, before one that begins a sentence. */
const sentenceEnd =
  /(?<=(?<!\p{L})(?!(?:approx|incl|excl|exkl|inkl|ausgen|uitgez|resp|evtl|bijv|bzw|ggf|max|min|etc|vgl|bspw)\.)[\p{L}\p{N}°%]{2,}|[)\]"”»])\.(?=\s+["“„«]?\p{Lu})/giu

/** Whether a word before a threshold, in its clause, turns it round. */
export function isExcluded(
  line: string,
  at: number,
  { excluded }: Grammar,
  found: readonly { readonly from: number; readonly to: number }[],
): boolean {
  const start = Math.max(0, at - longestClause)
  let left = line.slice(start, at)
  const blank = (from: number, to: number) => {
    left = left.slice(0, from) + ' '.repeat(to - from) + left.slice(to)
  }
  for (const { from, to } of found.slice(-longestClause / 3)) {
    if (to > start) blank(Math.max(0, from - start), to - start)
  }
  for (const { 0: words, index } of left.matchAll(inBrackets)) blank(index, index + words.length)
  const end = [...left.matchAll(sentenceEnd)].at(-1)
  const clauses = (end ? left.slice(end.index + 1) : left).split(';')
  const own = clauses.pop() ?? ''
  return (
    excluded.test(own) ||
    clauses.some((clause) => clause.includes(':') && excluded.test(clause.replace(/:[^:]*$/, '')))
  )
}

const next =
  /[,;:.()\d<>≤≥=]| (?:and|or|but|und|oder|aber|en|of|maar|et|ou|mais|where|when|if|unless|die|dat|welke|waar|wenn|welche[rsnm]?|qui|que|dont|lorsque)(?!\p{L})/iu

/** Whether a word behind a threshold turns it round: in what is left of its clause, or as what the sentence says of it. */
export function isDenied(line: string, at: number, { denied, deniedFar }: Grammar): boolean {
  const right = line.slice(at, at + longestClause)
  const end = next.exec(right)?.index ?? right.length
  if (denied.test(right.slice(0, end))) return true
  const stop = /;|\.(?=\s|$)/.exec(right)?.index ?? right.length
  return deniedFar.test(right.slice(0, stop))
}
