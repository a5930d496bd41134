import {
  areComparable,
  compareParameters,
  isSameAmount,
  type ParameterComparison,
} from './parameter-comparison.ts'
import { relationIn } from './parameter-wording.ts'
import { findParameters, type Parameter } from './parameters.ts'
import { nameless } from './same-quantity.ts'
import { type UnreadWords, unreadIn } from './unread-thresholds.ts'

/** A control parameter that is read otherwise, came or went. */
export interface ParameterChange {
  readonly before: Parameter | null
  readonly after: Parameter | null
  /**
   * `not-understood`: words with a number changed, and what they are in one text, or in both, is not
   * understood. It is null there, and in which direction the control went cannot be told. Nor can it
   * where both are understood and which belong together is not told by their names.
   */
  readonly change: Exclude<ParameterComparison, 'same'> | 'added' | 'removed' | 'not-understood'
  /**
   * How each text words the relation, where that alone differs and the amount is the same: "685 °C
   * **or lower**" and "**below** 685 °C". Of what is not understood, all words; empty for what is
   * understood and where there is nothing.
   */
  readonly wording: { readonly before: string; readonly after: string } | null
}

/** One line, or several with a break between them, and their language (ISO 639-1). */
export interface ReadLines {
  readonly text: string
  readonly language: string
}

/** A change of a parameter, and where it stands in the second text, or in the first where it went. */
export interface FoundChange {
  readonly change: ParameterChange
  readonly at: number
}

/** Two thresholds side by side; null where one text has none of the kind. */
export type ParameterPair = readonly [before: Parameter | null, after: Parameter | null]

/** Those of two texts, paired by what they measure and then by their order; what one alone has stands last. */
export function pairedParameters(before: ReadLines, after: ReadLines): ParameterPair[] {
  const hasNames = before.language === after.language
  const old = readingsIn(before, hasNames)
  const young = readingsIn(after, hasNames)
  const pairs = paired(old, young)
  const taken = new Set(pairs.values())
  return [
    ...old.map((reading): ParameterPair => [
      reading.parameter,
      pairs.get(reading)?.parameter ?? null,
    ]),
    ...young
      .filter((reading) => !taken.has(reading))
      .map(({ parameter }): ParameterPair => [null, parameter]),
  ]
}

/** The thresholds of two texts, paired by what they measure and then by their order. */
export function parameterChanges(before: ReadLines, after: ReadLines): FoundChange[] {
  // Names in two languages cannot be told to be of two things.
  const hasNames = before.language === after.language
  const old = readingsIn(before, hasNames)
  const young = readingsIn(after, hasNames)
  const pairs = paired(old, young)
  const taken = new Set(pairs.values())
  // Two languages have their words in two orders.
  const places = hasNames ? changedPlaces(pairs) : new Map<Reading, Reading>()
  const changed = old.flatMap((reading): FoundChange[] => {
    const inPlace = places.get(reading)
    const other = inPlace ?? pairs.get(reading)
    if (!other) return [{ change: removed(reading.parameter), at: reading.from }]
    const change = compareParameters(reading.compared, other.compared)
    if (change === 'same') return []
    if (inPlace || (hasNames && isGuessed(reading, other, old, young)))
      return [{ change: untold(reading.parameter, other.parameter), at: other.from }]
    return [{ change: changeOf(reading, other, change), at: other.from }]
  })
  const added = young
    .filter((reading) => !taken.has(reading))
    .map(({ parameter, from }) => ({
      change: { before: null, after: parameter, change: 'added' as const, wording: null },
      at: from,
    }))
  return [...changed, ...added]
}

/**
 * The same, and what changed that is not understood: "twice 45 nm or less" → "45 nm or less" is no new
 * threshold. In two languages all words differ, and it is not told; a text that is new as a whole is shown as such.
 */
export function allParameterChanges(before: ReadLines, after: ReadLines): FoundChange[] {
  const changes = parameterChanges(before, after)
  const isOneNew = before.text.trim() === '' || after.text.trim() === ''
  if (isOneNew || before.language !== after.language) return changes
  const [old, young] = [unreadOf(before), unreadOf(after)]
  const left = { old: withoutSame(old, young), young: withoutSame(young, old) }
  const understood = changes.map(({ change, at }): FoundChange => {
    if (change.change !== 'added' && change.change !== 'removed') return { change, at }
    const [side, words] =
      change.change === 'removed'
        ? (['after', left.young] as const)
        : (['before', left.old] as const)
    const same = takeWithNumber(words, change.before ?? change.after)
    if (!same) return { change, at }
    const wording = { before: '', after: '', [side]: same.words }
    return { change: { ...change, change: 'not-understood', wording }, at }
  })
  const longer = Math.max(left.old.length, left.young.length)
  const unread = Array.from({ length: longer }, (_, index): FoundChange => {
    const [first, second] = [left.old[index], left.young[index]]
    return {
      change: {
        before: null,
        after: null,
        change: 'not-understood',
        wording: { before: first?.words ?? '', after: second?.words ?? '' },
      },
      at: (second ?? first)?.from ?? 0,
    }
  })
  return [...understood, ...unread]
}

function unreadOf({ text, language }: ReadLines): UnreadWords[] {
  return unreadIn(text, language, findParameters(text, language))
}

/** Those whose words the other text has not, each as often as it is there more often. */
function withoutSame(words: readonly UnreadWords[], others: readonly UnreadWords[]): UnreadWords[] {
  const keyOf = (unread: UnreadWords) => unread.words.replaceAll(/\s+/g, ' ').toLowerCase()
  const left = others.map(keyOf)
  return words.filter((one) => {
    const at = left.indexOf(keyOf(one))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** Takes the words that have a number of a threshold out of a list. */
function takeWithNumber(words: UnreadWords[], parameter: Parameter | null): UnreadWords | null {
  const digits = parameter?.values.map((value) => value.replaceAll(/\D/g, '')) ?? []
  const at = words.findIndex(({ numbers }) => numbers.some((number) => digits.includes(number)))
  return at < 0 ? null : (words.splice(at, 1)[0] ?? null)
}

/** A threshold of a line, with all by which it is set against another. */
export interface Reading {
  readonly parameter: Parameter
  /** Without the name of its quantity, where that is in another language. */
  readonly compared: Parameter
  readonly from: number
  readonly relation: string
}

export function readingsIn({ text, language }: ReadLines, hasNames: boolean): Reading[] {
  return findParameters(text, language).map(({ parameter, from, to }) => ({
    parameter,
    compared: hasNames ? parameter : nameless(parameter),
    from,
    relation: relationIn(text.slice(from, to), parameter, language),
  }))
}

function paired(old: readonly Reading[], young: readonly Reading[]): Map<Reading, Reading> {
  const pairs = new Map<Reading, Reading>()
  const taken = new Set<Reading>()
  const pair = (fits: (a: Parameter, b: Parameter) => boolean) => {
    for (const reading of old) {
      if (pairs.has(reading)) continue
      const other = young.find((one) => !taken.has(one) && fits(reading.compared, one.compared))
      if (!other) continue
      pairs.set(reading, other)
      taken.add(other)
    }
  }
  const isSame = (a: Parameter, b: Parameter) =>
    areComparable(a, b) && compareParameters(a, b) === 'same'
  const isOneName = (a: Parameter, b: Parameter) =>
    a.quantity?.toLowerCase() === b.quantity?.toLowerCase()
  pair((a, b) => isSame(a, b) && isOneName(a, b))
  // What has its name goes before an equal amount that has none: "a peak power > 5 W or > 1 W".
  pair((a, b) => areComparable(a, b) && a.quantity !== null && isOneName(a, b))
  pair(isSame)
  pair((a, b) => areComparable(a, b) && isOneName(a, b))
  pair(areComparable)
  return pairs
}

/**
 * Pairs whose amounts are the same, without a name that tells that they belong together, and that stand
 * in another order: "> 5 W or > 1 W" → "> 1 W or > 5 W" may have changed both. They are paired as they stand.
 */
function changedPlaces(pairs: ReadonlyMap<Reading, Reading>): Map<Reading, Reading> {
  const loose = [...pairs]
    .filter(([a, b]) => isLoose(a, b) && compareParameters(a.compared, b.compared) === 'same')
    .sort(([a], [b]) => a.from - b.from)
  const crossing = loose.filter(([a, b]) =>
    loose.some(([c, d]) => areOfOneUnit(a, c) && (a.from - c.from) * (b.from - d.from) < 0),
  )
  const inOrder = crossing.map(([, b]) => b).sort((a, b) => a.from - b.from)
  return new Map(
    crossing.flatMap(([a], index) => {
      const other = inOrder[index]
      return other ? [[a, other] as const] : []
    }),
  )
}

const isLoose = (a: Reading, b: Reading) =>
  a.parameter.quantity === null || b.parameter.quantity === null

const areOfOneUnit = (a: Reading, b: Reading) =>
  areComparable({ ...a.parameter, quantity: null }, { ...b.parameter, quantity: null })

/** Whether one of a pair has no name, and another amount of its text could be meant as well. */
function isGuessed(
  a: Reading,
  b: Reading,
  old: readonly Reading[],
  young: readonly Reading[],
): boolean {
  if ((a.parameter.quantity === null) === (b.parameter.quantity === null)) return false
  const hasOther = (one: Reading, all: readonly Reading[]) =>
    all.some((other) => other !== one && areOfOneUnit(one, other))
  return hasOther(a, old) || hasOther(b, young)
}

function removed(parameter: Parameter): ParameterChange {
  return { before: parameter, after: null, change: 'removed', wording: null }
}

function untold(before: Parameter, after: Parameter): ParameterChange {
  return { before, after, change: 'not-understood', wording: null }
}

export function changeOf(
  before: Reading,
  after: Reading,
  change: ParameterChange['change'],
): ParameterChange {
  const isReworded =
    isSameAmount(before.compared, after.compared) && before.relation !== '' && after.relation !== ''
  return {
    before: before.parameter,
    after: after.parameter,
    change,
    wording: isReworded ? { before: before.relation, after: after.relation } : null,
  }
}
