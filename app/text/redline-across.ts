import { compareParameters, isSameAmount } from './parameter-comparison.ts'
import { type Parameter, writeParameter } from './parameters.ts'
import type { RedlineElement } from './redline.ts'
import {
  changeOf,
  type ParameterChange,
  type Reading,
  type ReadLines,
  readingsIn,
} from './redline-parameters.ts'
import { isOneThing, nameless } from './same-quantity.ts'

/** The lines of both texts as thresholds are read in them, by the ids of their elements. */
export interface LinesOfBoth {
  readonly before: (id: string) => ReadLines
  readonly after: (id: string) => ReadLines
}

/** A threshold of one of two entries that its line alone leaves without an equal in the other one. */
interface Loose {
  readonly change: ParameterChange
  readonly reading: Reading
  readonly line: string
}

/**
 * Sets the thresholds of two whole entries against each other where their lines do not tell: entries
 * of two laws put one threshold into points that are nested and worded otherwise. What is the same in
 * both goes together first, wherever it stands; then what has one amount and differs in its relation,
 * and is said of the same thing. What is left came or went. Versions of one entry have the ids of
 * their lines, which say better what became of each.
 */
export function pairAcrossEntries(
  elements: readonly RedlineElement[],
  lines: LinesOfBoth,
): RedlineElement[] {
  const changed = new Map<RedlineElement, readonly ParameterChange[]>()
  for (const entry of elements) {
    const { before, after, matchedBy } = entry
    if (after?.kind !== 'entry' || !before || matchedBy === 'id') continue
    const inside = elements.filter(
      (one) =>
        one.parting === null &&
        one.parameters.length > 0 &&
        (one.before?.entryId ?? before.id) === before.id &&
        (one.after?.entryId ?? after.id) === after.id,
    )
    for (const [element, parameters] of pairedInside(inside, lines)) {
      changed.set(element, parameters)
    }
  }
  if (changed.size === 0) return [...elements]
  return elements.map((element) => {
    const parameters = changed.get(element)
    return parameters ? { ...element, parameters } : element
  })
}

function pairedInside(
  inside: readonly RedlineElement[],
  lines: LinesOfBoth,
): Map<RedlineElement, ParameterChange[]> {
  const old = inside.flatMap((element) => looseIn(element, 'before', lines))
  const young = inside.flatMap((element) => looseIn(element, 'after', lines))
  const pairs = new Map<Loose, Loose>()
  const taken = new Set<Loose>()
  for (const one of old) {
    const other = young.find((loose) => !taken.has(loose) && isSameIn(one, loose))
    if (!other) continue
    pairs.set(one, other)
    taken.add(other)
  }
  const isTaken = ({ change }: Loose) =>
    [...pairs].some(([one, other]) => one.change === change || other.change === change)
  const isFree = (loose: Loose) =>
    !pairs.has(loose) && !taken.has(loose) && (isOneSided(loose.change) || isTaken(loose))
  const [left, right] = [old.filter(isFree), young.filter(isFree)]
  for (const one of left) {
    const likely = right.filter((other) => isRelatedOtherwise(one, other))
    const [other] = likely
    // Of two that could be meant neither is.
    const isOnly = left.filter((rival) => other && isRelatedOtherwise(rival, other)).length === 1
    if (!other || likely.length > 1 || !isOnly) continue
    pairs.set(one, other)
    taken.add(other)
  }
  return settle(inside, pairs)
}

function settle(
  inside: readonly RedlineElement[],
  pairs: ReadonlyMap<Loose, Loose>,
): Map<RedlineElement, ParameterChange[]> {
  const settled = [...pairs]
  const told = (change: ParameterChange): ParameterChange[] => {
    const from = settled.find(([one]) => one.change === change)
    const to = settled.find(([, other]) => other.change === change)
    if (!from && !to) return [change]
    const came = to ? changeBetween(...to) : comeOrGone(null, change.after)
    return [...(from ? [] : comeOrGone(change.before, null)), ...came]
  }
  return new Map(inside.map((element) => [element, element.parameters.flatMap(told)]))
}

function comeOrGone(before: Parameter | null, after: Parameter | null): ParameterChange[] {
  if (!before && !after) return []
  return [{ before, after, change: before ? 'removed' : 'added', wording: null }]
}

function changeBetween({ reading: one }: Loose, { reading: other }: Loose): ParameterChange[] {
  const [before, after] = [withoutName(one), withoutName(other)]
  const change = compareParameters(before.compared, after.compared)
  return change === 'same' ? [] : [changeOf(before, after, change)]
}

/** Two texts name one thing in two ways; that it is one thing was asked before. */
function withoutName(reading: Reading): Reading {
  return { ...reading, compared: nameless(reading.parameter) }
}

const isOneSided = ({ change }: ParameterChange) => change === 'added' || change === 'removed'

function looseIn(element: RedlineElement, side: 'before' | 'after', lines: LinesOfBoth): Loose[] {
  const id = element[side]?.id
  if (id === undefined) return []
  const line = lines[side](id)
  const readings = readingsIn(line, true)
  return element.parameters.flatMap((change) => {
    const parameter = change.change === 'not-understood' ? null : change[side]
    const reading = readings.find((one) => parameter && keyOf(one.parameter) === keyOf(parameter))
    return reading ? [{ change, reading, line: line.text }] : []
  })
}

const keyOf = (parameter: Parameter) => `${parameter.quantity} ${writeParameter(parameter)}`

function isOfOneThing(one: Loose, other: Loose): boolean {
  return isOneThing(
    { quantity: one.reading.parameter.quantity, line: one.line },
    { quantity: other.reading.parameter.quantity, line: other.line },
  )
}

function isSameIn(one: Loose, other: Loose): boolean {
  if (one.change === other.change) return false
  const [a, b] = [nameless(one.reading.parameter), nameless(other.reading.parameter)]
  return compareParameters(a, b) === 'same' && isOfOneThing(one, other)
}

/** One amount with another relation to it, of which one takes in the other: "30 °C or more", "above 30 °C". */
function isRelatedOtherwise(one: Loose, other: Loose): boolean {
  const [a, b] = [nameless(one.reading.parameter), nameless(other.reading.parameter)]
  if (!isSameAmount(a, b) || !isOfOneThing(one, other)) return false
  return compareParameters(a, b) !== 'different'
}
