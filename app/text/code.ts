import { categories, groups, seriesOf, type Category, type Group } from './annex-i.ts'

/** A code as a number in the order of Annex I: `3B801.f.5`. */
export interface EntryCode {
  readonly kind: 'entry'
  readonly category: Category
  readonly group: Group
  /** Three or four digits. */
  readonly digits: string
  /** What follows, from the outside in: `['f', '5']`. */
  readonly subpoints: readonly string[]
}

/** A heading of the customs tariff, as old controls carry instead (2008/C 188/07, France). */
export interface TariffCode {
  readonly kind: 'tariff'
  /** 4, 6, 8 or 10 digits without spaces. */
  readonly digits: string
  /** Written with "ex": only a part of the heading. */
  readonly isPart: boolean
}

/** No code was written. */
export interface MissingCode {
  readonly kind: 'missing'
}

/** Something was written that is no code that we know of. It stays as it is. */
export interface OtherCode {
  readonly kind: 'other'
  readonly text: string
}

export type Code = EntryCode | TariffCode | MissingCode | OtherCode

/** What is odd about a code. It warns, and never blocks. */
export type CodeWarning =
  | 'code-missing'
  | 'code-not-understood'
  /** A national entry bears a number of a series that stands in Annex I. */
  | 'code-annex-i-series'
  /** Its three digits belong to no series that a source explains. */
  | 'code-series-unknown'
  /** Understood, but not written as Annex I writes it: `3b801 f 5`. */
  | 'code-spelling'
  /** Letters and digits do not alternate: `3B801.5.f`. */
  | 'code-points'

/** Reads a code as leniently as it can be done without guessing. */
export function parseCode(text: string): Code {
  const written = text.trim()
  if (written === '') return { kind: 'missing' }
  return parseEntryCode(written) ?? parseTariffCode(written) ?? { kind: 'other', text: written }
}

/** What is odd about a code that a state gives to an entry of its own. */
export function codeWarnings(text: string): CodeWarning[] {
  const code = parseCode(text)
  if (code.kind === 'missing') return ['code-missing']
  if (code.kind === 'other') return ['code-not-understood']
  if (code.kind === 'tariff') return []
  const warnings: CodeWarning[] = []
  const series = seriesOf(code.digits)
  if (series?.isAnnexI) warnings.push('code-annex-i-series')
  if (!series && code.digits.length === 3) warnings.push('code-series-unknown')
  if (formatCode(code) !== text.trim()) warnings.push('code-spelling')
  if (!alternates(code.subpoints)) warnings.push('code-points')
  return warnings
}

/** A code as Annex I writes it, a tariff heading as the tariff does: `3B801.f.5`, `ex 8486 20`. */
export function formatCode(code: Code): string {
  switch (code.kind) {
    case 'entry':
      return [`${code.category}${code.group}${code.digits}`, ...code.subpoints].join('.')
    case 'tariff': {
      const pairs = code.digits.slice(4).match(/\d{2}/g) ?? []
      return [...(code.isPart ? ['ex'] : []), code.digits.slice(0, 4), ...pairs].join(' ')
    }
    case 'other':
      return code.text
    case 'missing':
      return ''
  }
}

/**
 * Natural order: by category, group, number and points, a code before its points; then tariff
 * headings, then what is no code, then entries without one.
 */
export function compareCodes(a: string, b: string): number {
  const left = parseCode(a)
  const right = parseCode(b)
  if (left.kind === 'entry' && right.kind === 'entry') {
    return (
      left.category - right.category ||
      compareText(left.group, right.group) ||
      Number(left.digits) - Number(right.digits) ||
      compareSubpoints(left.subpoints, right.subpoints)
    )
  }
  return (
    kindsInOrder.indexOf(left.kind) - kindsInOrder.indexOf(right.kind) ||
    compareText(formatCode(left), formatCode(right))
  )
}

const kindsInOrder: readonly Code['kind'][] = ['entry', 'tariff', 'other', 'missing']

const entryPattern = /^(\d)\s*([A-Ea-e])\s*(\d{3,4})(?!\d)(.*)$/s

function parseEntryCode(written: string): EntryCode | null {
  const match = entryPattern.exec(written)
  if (!match) return null
  const [, first = '', letter = '', digits = '', rest = ''] = match
  const category = categories.find((known) => known === Number(first))
  const group = groups.find((known) => known === letter.toUpperCase())
  const subpoints = parseSubpoints(rest)
  if (category === undefined || !group || !subpoints) return null
  return { kind: 'entry', category, group, digits, subpoints }
}

/** `.f.5`, ` f 5`, `(f)(5)`, `f5`; null when there is more in it than letters and digits of points. */
function parseSubpoints(rest: string): string[] | null {
  if (!/^[\s.()a-z\d]*$/i.test(rest)) return null
  const parts = (rest.match(/[a-z]+|\d+/gi) ?? []).map((part) => part.toLowerCase())
  // Without dots only single letters are points: "3B801 to 3B805" has a word in it.
  const longest = /^(\.([a-z]+|\d+))*$/i.test(rest) ? 3 : 1
  const fits = (part: string) => part.length <= (/^\d/.test(part) ? 3 : longest)
  return parts.every(fits) ? parts : null
}

function parseTariffCode(written: string): TariffCode | null {
  const match = /^(ex\s+)?(\d{4}(?:[ .]?\d{2}){0,3})$/i.exec(written)
  if (!match) return null
  return { kind: 'tariff', digits: (match[2] ?? '').replaceAll(/\D/g, ''), isPart: !!match[1] }
}

function alternates(subpoints: readonly string[]): boolean {
  return subpoints.every((part, depth) => (depth % 2 === 0 ? /^[a-z]/ : /^\d/).test(part))
}

function compareSubpoints(a: readonly string[], b: readonly string[]): number {
  for (const [depth, left] of a.entries()) {
    const right = b[depth]
    if (right === undefined) return 1
    const difference =
      /^\d/.test(left) && /^\d/.test(right)
        ? Number(left) - Number(right)
        : left.length - right.length || compareText(left, right)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
