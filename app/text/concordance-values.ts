import { formatCode, parseCode } from './code.ts'
import { concordanceGrammar, isAlsoWord, readsPhrases } from './concordance-words.ts'
import { isChemicalFormula } from './chemical-formula.ts'
import { type LanguageNumber, numbersIn } from './language-numbers.ts'
import type { Operator } from './parameters.ts'
import { relationBefore } from './threshold-relation.ts'
import { type Threshold, thresholdsIn } from './thresholds.ts'
import { readUnit } from './units.ts'
import { evenOut } from './written-number.ts'

/** What no language changes in a line, as it is read in one of them. */
export interface LineValues {
  readonly codes: readonly Sign[]
  /** Formulae, and names with figures in them: `SiGe`, `CO₂`, `EU001`. */
  readonly formulae: readonly Sign[]
  readonly quantities: readonly Quantity[]
}

/** Something that is the same in all languages or is another one. */
export interface Sign {
  /** In the one spelling that counts. */
  readonly key: string
  readonly written: string
}

export type Relation = Exclude<Operator, 'between'> | '±' | '≈'

/** A number with what belongs to it. */
export interface Quantity {
  readonly number: LanguageNumber
  /** As it stands there, with its relation and its unit. */
  readonly written: string
  readonly unit: ReadUnit
  readonly relation: ReadRelation
}

export type ReadUnit =
  | { readonly kind: 'unit'; readonly symbol: string }
  /** Nothing that follows could be one. */
  | { readonly kind: 'none' }
  /**
   * A word follows that is not known. `symbol`: what it may be all the same, as in "5 to 10 nm".
   * `abbreviation`: it has capitals like the symbol of a unit.
   */
  | {
      readonly kind: 'unknown'
      readonly symbol: string | null
      readonly abbreviation: string | null
    }

/** signs and words are known; silent: no sign stands there, and no words that are understood. */
export type ReadRelation =
  | { readonly kind: 'sign' | 'words'; readonly relation: Relation }
  | { readonly kind: 'silent' }

/** What stands in place of what was read as something else: it is no letter, digit or space. */
const taken = '\uFFFC'

/** A line has its raised figures as characters (`raised.ts`). */
export function valuesIn(line: string, language: string): LineValues {
  const even = evenOut(line)
  let left = even
  const take = (pattern: RegExp, keyOf: (written: string, at: number) => string | null): Sign[] => {
    const found: Sign[] = []
    const kept: string[] = []
    let end = 0
    for (const { 0: written, index } of left.matchAll(pattern)) {
      const key = keyOf(written, index)
      if (key === null) continue
      found.push({ key, written })
      kept.push(left.slice(end, index), taken.repeat(written.length))
      end = index + written.length
    }
    left = kept.join('') + left.slice(end)
    return found
  }
  const codes = [
    ...take(codePattern, codeKey),
    ...take(registryNumber, (written) => written),
    ...take(pointPattern, (written, at) => pointKey(left, written, at)),
  ]
  const formulae = [
    ...take(wordWithSigns, (written, at) => formulaKey(left, written, at)),
    ...take(/[√∑∏∫∂∞∇]/gu, (written) => written),
  ]
  const thresholds = thresholdsIn(even, language, false, concordanceGrammar(language))
  const numbers = numbersIn(left, language)
  return {
    codes,
    formulae,
    quantities: withSharedUnits(
      left,
      numbers.map((number) => quantityAt(even, left, number, thresholds, language)),
    ),
  }
}

/** "5 to 10 nm", "1, 2 or 3 nm": the unit may be that of the number before, too. */
function withSharedUnits(line: string, quantities: readonly Quantity[]): Quantity[] {
  const shared: Quantity[] = []
  for (const quantity of quantities.toReversed()) {
    const symbol = sharedSymbol(line, quantity, shared[0])
    const unit = { kind: 'unknown', symbol, abbreviation: null } as const
    shared.unshift(symbol === null ? quantity : { ...quantity, unit })
  }
  return shared
}

function sharedSymbol(
  line: string,
  { unit, number }: Quantity,
  next: Quantity | undefined,
): string | null {
  if (!next || unit.kind === 'unit' || next.unit.kind === 'none') return null
  return joinsNumbers.test(line.slice(number.to, next.number.from)) ? next.unit.symbol : null
}

const joinsNumbers = /^(?: ?[-–—] ?|, ?|,? \p{L}{1,10}(?: \p{L}{1,10})? [<>≤≥=±]? ?)$/u

/**
 * A code in any of the spellings of the official languages: `3B801.f.5`, in German `3B801f5`; also with
 * letters of another alphabet that look like it, which make it another code.
 */
const codePattern =
  /(?<![\p{L}\p{N}.])\d[A-EАВСЕΑΒΕ]\d{3,4}(?:(?:\.(?:[a-z]{1,2}|\d{1,3})(?![\p{L}\p{N}]))+|[a-z](?:\d{1,2}(?:[a-z](?:\d{1,2})?)?)?)?(?![\p{L}\p{N}])/gu

/** Of the Chemical Abstracts Service. */
const registryNumber = /(?<![\p{L}\p{N}-])\d{2,7}-\d{2}-\d(?![\p{N}-])/gu

/** A point by its letters and numbers from the entry down: `a.1`, `f.1.b`, in German `f1b`. */
const pointPattern =
  /(?<![\p{L}\p{N}./·])[a-z](?:\.\d{1,2}(?:\.[a-z](?:\.\d{1,2})?)?|\d{1,2}(?:[a-z](?:\d{1,2})?)?)(?![\p{L}\p{N}])/gu

function codeKey(written: string): string {
  const foreign = [...written].filter((letter) => /[АВСЕΑΒΕ]/u.test(letter))
  const marks = foreign.map((letter) => ` (${letter}: U+0${letter.codePointAt(0)?.toString(16)})`)
  return formatCode(parseCode(written)) + marks.join('')
}

function pointKey(line: string, written: string, at: number): string | null {
  // "5 cm3" ends in a unit whose figure is no longer raised.
  if (/\d ?$/.test(line.slice(Math.max(0, at - 2), at)) || /^[ms]\d$/.test(written)) return null
  return written.replaceAll('.', '').replaceAll(/(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/g, '.')
}

const wordWithSigns = /(?<![\p{L}\p{N}])(?=[A-Z\d])[A-Za-z\d₀-₉]{2,24}(?![\p{L}\p{N}])/gu

function formulaKey(line: string, written: string, at: number): string | null {
  const plain = written.replaceAll(/[₀-₉]/g, (digit) => String('₀₁₂₃₄₅₆₇₈₉'.indexOf(digit)))
  if (isChemicalFormula(plain)) return plain
  if (/^[A-Z]{1,6}\d+[A-Z]?$/.test(plain)) return plain
  // "3D", but not "3A", which is three amperes.
  const [, figures] = /^(\d{1,2})[A-Z]{1,3}$/.exec(plain) ?? []
  return figures && !readUnit(line, at + figures.length) ? plain : null
}

function quantityAt(
  even: string,
  left: string,
  number: LanguageNumber,
  thresholds: readonly Threshold[],
  language: string,
): Quantity {
  const { unit, end } = unitAt(left, number.to, language)
  const sign = signBefore(even, number.from)
  const words = sign ? null : wordsAround(even, number, thresholds, language)
  const read = sign ?? words
  const from = Math.min(read?.from ?? number.from, number.from)
  const relation = read
    ? ({ kind: sign ? 'sign' : 'words', relation: read.relation } as const)
    : ({ kind: 'silent' } as const)
  return { number, unit, relation, written: even.slice(from, Math.max(words?.to ?? 0, end)).trim() }
}

interface FoundRelation {
  readonly relation: Relation
  readonly from: number
  readonly to: number
}

/** A threshold in words; where its unit is not known, the words right before the number alone. */
function wordsAround(
  line: string,
  number: LanguageNumber,
  thresholds: readonly Threshold[],
  language: string,
): FoundRelation | null {
  const threshold = thresholds.find(({ from, to }) => from <= number.from && number.from < to)
  if (threshold) {
    const relation = relationOf(line, threshold, number)
    return relation && { relation, from: threshold.from, to: threshold.to }
  }
  const before = relationBefore(line, number.from, concordanceGrammar(language), 0)
  if (before === null || before === 'doubtful') return null
  const { relation, from } = before
  const isOpen = relation === '=' || relation === 'better' || relation === 'better or equal'
  return isOpen ? null : { relation, from, to: number.to }
}

const signs: readonly (readonly [Relation, RegExp])[] = [
  ['≤', /(?:≤|⩽|≦|<=|=<) ?$/],
  ['≥', /(?:≥|⩾|≧|>=|=>) ?$/],
  ['±', /(?:±|\+\/[-–]) ?$/],
  ['≈', /[≈~∼] ?$/],
  ['<', /[<＜] ?$/],
  ['>', /[>＞] ?$/],
  ['=', /= ?$/],
]

function signBefore(line: string, at: number): FoundRelation | null {
  const before = line.slice(Math.max(0, at - 6), at)
  for (const [relation, pattern] of signs) {
    const match = pattern.exec(before)
    if (match) return { relation, from: at - before.length + match.index, to: at }
  }
  return null
}

/** "of 300 mm" is exact and says no more than "300 mm": it is no relation. */
function relationOf(line: string, threshold: Threshold, number: LanguageNumber): Relation | null {
  const { operator, ends, from } = threshold
  if (operator !== 'between') return operator === '=' ? null : operator
  const isSecond = /\d/.test(line.slice(from, number.from))
  return isSecond ? (ends?.upper ?? '≤') : (ends?.lower ?? '≥')
}

function unitAt(line: string, at: number, language: string): { unit: ReadUnit; end: number } {
  const from = /[ -]/.test(line.charAt(at)) ? at + 1 : at
  const read = readUnit(line, from)
  if (read) {
    const symbol = read.unit.symbol.replaceAll('L', 'l')
    const unit = isAlsoWord(language, symbol)
      ? ({ kind: 'unknown', symbol, abbreviation: null } as const)
      : ({ kind: 'unit', symbol } as const)
    return { unit, end: read.end }
  }
  const follows = /^[\p{L}°%‰'’-]+/u.exec(line.slice(from))?.[0] ?? ''
  const grammar = concordanceGrammar(language)
  const isLittle =
    readsPhrases(language) &&
    (grammar.joins.test(` ${follows} `) ||
      grammar.after.some(([, pattern]) => pattern.test(line.slice(at))))
  if (follows === '' || isLittle) return { unit: { kind: 'none' }, end: at }
  const abbreviation = /^(?=\P{Lu}*\p{Lu})(?=..)[A-Za-zµ]{0,3}[A-Z]{1,6}(?![\p{Ll}])/u.exec(
    follows,
  )?.[0]
  return { unit: { kind: 'unknown', symbol: null, abbreviation: abbreviation ?? null }, end: at }
}
