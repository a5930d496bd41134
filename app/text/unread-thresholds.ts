import { codesIn } from './references.ts'
import { grammarOf, type Grammar } from './threshold-grammar.ts'
import { relationAfter, relationBefore } from './threshold-relation.ts'
import { readUnit } from './units.ts'
import { evenOut, nextNumeral, type Numeral } from './written-number.ts'

/** Words that hold what looks like a threshold and is none that is understood. */
export interface UnreadWords {
  readonly from: number
  readonly words: string
  /** The digits of its numbers, without what parts them. */
  readonly numbers: readonly string[]
}

interface Place {
  readonly from: number
  readonly to: number
}

/**
 * The words around numbers that have a unit or a relation and are not among the thresholds that were
 * found: "twice 45 nm or less". They go from one mark or threshold to the next.
 */
export function unreadIn(text: string, language: string, found: readonly Place[]): UnreadWords[] {
  const grammar = grammarOf(language)
  let start = 0
  return text.split('\n').flatMap((written) => {
    const from = start
    start += written.length + 1
    const line = evenOut(written)
    const taken = found.map((place) => ({ from: place.from - from, to: place.to - from }))
    return segmentsOf(line, taken).flatMap((segment): UnreadWords[] => {
      const numbers = thresholdLike(line, segment, grammar)
      const words = written.slice(segment.from, segment.to).trim()
      return numbers.length === 0 ? [] : [{ from: from + segment.from, words, numbers }]
    })
  })
}

function segmentsOf(line: string, taken: readonly Place[]): Place[] {
  const marks = [...line.matchAll(/[;:](?=\s|$)|,(?=\s)|\.(?=\s|$)/g)].map(({ index }) => ({
    from: index,
    to: index + 1,
  }))
  const inside = ({ from }: Place) => taken.some((one) => one.from <= from && from < one.to)
  const breaks = [...taken, ...marks.filter((mark) => !inside(mark))]
    .filter(({ from, to }) => to > 0 && from < line.length)
    .sort((a, b) => a.from - b.from)
  const starts = [0, ...breaks.map(({ to }) => to)]
  return starts.map((from, index) => ({ from, to: breaks[index]?.from ?? line.length }))
}

function thresholdLike(line: string, { from, to }: Place, grammar: Grammar): string[] {
  const words = line.slice(from, to)
  const codes = codesIn(words)
  const numbers: string[] = []
  let at = 0
  for (;;) {
    const numeral = nextNumeral(words, at, grammar.language)
    if (!numeral) return numbers
    const isCode = codes.some((code) => code.from < numeral.to && numeral.from < code.to)
    if (!isCode && isLikeOne(words, numeral, grammar)) {
      numbers.push(words.slice(numeral.from, numeral.to).replaceAll(/\D/g, ''))
    }
    at = numeral.to
  }
}

function isLikeOne(words: string, { from, to, value }: Numeral, grammar: Grammar): boolean {
  return (
    value === null ||
    beginsUnit(words.slice(to, to + 20)) ||
    relationBefore(words, from, grammar, 0) !== null ||
    relationAfter(words, to, grammar) !== null
  )
}

/** A unit, or the beginning of one that is not read whole: "N m". */
function beginsUnit(rest: string): boolean {
  const [, symbol = ''] = /^ ?([\p{L}°%‰]+)/u.exec(rest) ?? []
  return symbol !== '' && readUnit(symbol, 0)?.end === symbol.length
}
