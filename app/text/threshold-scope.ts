import type { Grammar } from './threshold-grammar.ts'

/**
 * How far a word that turns a threshold round reaches: "that does **not** have, when cooled, a
 * resolution better than 45 nm". It reaches to the end of its clause, past commas, and not past
 * thresholds whose own relation it is part of: "does not exceed 5 nm and has a width ≥ 5 mm".
 */

export const longestClause = 300
const inBrackets = /\([^()]*\)/g
const boundary =
  /[;:()[\]]|\.(?=\s)|(?:,|,? (?:and|but|und|aber|en|maar|et|mais)) (?:has|have|having|is|are|with|capable|mit|hat|haben|met|heeft|hebben|avec|ayant)(?!\p{L})/giu

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
  const last = [...left.matchAll(boundary)].at(-1)
  return excluded.test(last ? left.slice(last.index + last[0].length) : left)
}

const next =
  /[,;:.()\d<>≤≥=]| (?:and|or|but|und|oder|aber|en|of|maar|et|ou|mais|where|when|if|unless|die|dat|welke|waar|wenn|welche[rsnm]?|qui|que|dont|lorsque)(?!\p{L})/iu

/** Whether a word behind a threshold, in what is left of its clause, turns it round. */
export function isDenied(line: string, at: number, { denied }: Grammar): boolean {
  const right = line.slice(at, at + longestClause)
  const end = next.exec(right)?.index ?? right.length
  return denied.test(right.slice(0, end))
}
