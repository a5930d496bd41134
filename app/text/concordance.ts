import { formatCode, parseCode } from './code.ts'
import {
  pairQuantities,
  type QuantityDifference,
  type QuantityUnread,
} from './concordance-quantities.ts'
import { type LineValues, type Sign, valuesIn } from './concordance-values.ts'
import { type ConcordancePlace, type Part, partsOf, textOf } from './concordance-parts.ts'
import { type ContentNode, textAttribute } from './content.ts'

/**
 * The concordance of an entry in two languages: codes, points, numbers, operators, units and formulae,
 * which no language changes. What is not read in a language is neither equal nor another one: it is
 * listed as not read, for somebody who reads both. Words are not compared.
 */

export const differenceKinds = [
  /** In the original with nothing beside it, and the other way round. */
  'missing',
  'extra',
  'paragraphs',
  'logic',
  'code',
  'number',
  /** A comma for a point, or the other way round. */
  'separator',
  'exponent',
  'operator',
  'unit',
  'formula',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

interface Beside {
  readonly place: ConcordancePlace
  /** As written; null where there is nothing of the kind. */
  readonly original: string | null
  readonly translation: string | null
}

export interface ConcordanceDifference extends Beside {
  readonly kind: DifferenceKind
}

export interface ConcordanceUnread extends Beside {
  readonly kind: QuantityUnread
}

export interface Concordance {
  readonly differences: readonly ConcordanceDifference[]
  readonly unread: readonly ConcordanceUnread[]
}

/**
 * What of the original is not there at all: a line, a point, a note or the destinations. Unlike another
 * difference it is never right: the Journal prints an entry whole in every language.
 */
export function gapsIn({ differences }: Pick<Concordance, 'differences'>): ConcordanceDifference[] {
  return differences.filter(
    ({ kind, original, translation }) =>
      kind === 'missing' || (kind === 'paragraphs' && Number(translation) < Number(original)),
  )
}

/** An entry as a node of a text, and the language of that (ISO 639-1). */
export interface EntryInLanguage {
  readonly entry: ContentNode
  readonly language: string
}

/** Every difference between an entry and its translation, in the order of the original. */
export function concordanceOf(
  original: EntryInLanguage,
  translation: EntryInLanguage,
): Concordance {
  const found = new Findings()
  const before = partsOf(original.entry)
  const after = partsOf(translation.entry)
  const others = new Map(after.map((part) => [part.key, part]))
  compareCodes(original.entry, translation.entry, before, found)
  compareDestinations(original, translation, before, found)
  const gone = new Set<string>()
  for (const part of before) {
    const other = others.get(part.key)
    if (!other) {
      // What says nothing lacks in no language.
      if (part.place.kind === 'heading' && part.lines.length === 0) continue
      if (!gone.has(part.parentKey)) found.add('missing', part.place, textOf(part), null)
      gone.add(part.key)
      continue
    }
    compareParts(part, other, original.language, translation.language, found)
  }
  const known = new Set(before.map(({ key }) => key))
  const added = new Set<string>()
  for (const part of after) {
    if (known.has(part.key)) continue
    if (!added.has(part.parentKey)) found.add('extra', part.place, null, textOf(part))
    added.add(part.key)
  }
  return { differences: found.differences, unread: found.unread }
}

class Findings {
  readonly differences: ConcordanceDifference[] = []
  readonly unread: ConcordanceUnread[] = []

  add(
    kind: DifferenceKind,
    place: ConcordancePlace,
    original: string | null,
    translation: string | null,
  ) {
    this.differences.push({ kind, place, original, translation })
  }
}

function compareCodes(
  original: ContentNode,
  translation: ContentNode,
  [own]: readonly Part[],
  found: Findings,
) {
  const [before, after] = [original, translation].map((entry) => textAttribute(entry, 'code') ?? '')
  if (!own || codeOf(before) === codeOf(after)) return
  found.add('code', own.place, before || null, after || null)
}

function codeOf(written: string | undefined): string {
  return formatCode(parseCode(written ?? ''))
}

function compareDestinations(
  original: EntryInLanguage,
  translation: EntryInLanguage,
  [own]: readonly Part[],
  found: Findings,
) {
  const before = textAttribute(original.entry, 'destinations')?.trim() || null
  const after = textAttribute(translation.entry, 'destinations')?.trim() || null
  if (!own || (before === null && after === null)) return
  const place = { ...own.place, isDestinations: true }
  if (before === null || after === null) {
    found.add(after === null ? 'missing' : 'extra', place, before, after)
    return
  }
  compareValues(
    place,
    valuesIn(before, original.language),
    valuesIn(after, translation.language),
    found,
  )
}

function compareParts(
  part: Part,
  other: Part,
  language: string,
  otherLanguage: string,
  found: Findings,
) {
  const { place } = part
  if (part.logic !== other.logic) found.add('logic', place, part.logic, other.logic)
  if (part.lines.length > 0 && other.lines.length === 0) {
    found.add('missing', place, textOf(part), null)
    return
  }
  if (part.lines.length === 0 && other.lines.length > 0) {
    found.add('extra', place, null, textOf(other))
    return
  }
  if (part.lines.length !== other.lines.length) {
    found.add('paragraphs', place, String(part.lines.length), String(other.lines.length))
  }
  compareValues(place, allValues(part, language), allValues(other, otherLanguage), found)
}

function allValues({ lines }: Part, language: string): LineValues {
  const values = lines.map((line) => valuesIn(line, language))
  return {
    codes: values.flatMap(({ codes }) => codes),
    formulae: values.flatMap(({ formulae }) => formulae),
    quantities: values.flatMap(({ quantities }) => quantities),
  }
}

function compareValues(
  place: ConcordancePlace,
  before: LineValues,
  after: LineValues,
  found: Findings,
) {
  compareSigns('code', place, before.codes, after.codes, found)
  compareSigns('formula', place, before.formulae, after.formulae, found)
  for (const pair of pairQuantities(before.quantities, after.quantities)) {
    const beside = {
      place,
      original: pair.original?.written ?? null,
      translation: pair.translation?.written ?? null,
    }
    for (const kind of pair.differences satisfies readonly QuantityDifference[])
      found.add(kind, place, beside.original, beside.translation)
    for (const kind of pair.unread) found.unread.push({ kind, ...beside })
  }
}

/** Each as often as it stands there; what is left over is paired in its order. */
function compareSigns(
  kind: 'code' | 'formula',
  place: ConcordancePlace,
  before: readonly Sign[],
  after: readonly Sign[],
  found: Findings,
) {
  const others = [...after]
  const gone = before.filter(({ key }) => {
    const at = others.findIndex((other) => other.key === key)
    if (at >= 0) others.splice(at, 1)
    return at < 0
  })
  for (let at = 0; at < Math.max(gone.length, others.length); at++)
    found.add(kind, place, gone[at]?.key ?? null, others[at]?.key ?? null)
}
