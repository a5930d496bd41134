import { textAttribute, withIds, type Content, type ContentNode } from './content.ts'
import { elementsOf, type TextElement } from './elements.ts'
import {
  areComparable,
  compareParameters,
  type ParameterComparison,
} from './parameter-comparison.ts'
import { readableLines } from './parameters-content.ts'
import { findParameters, type Parameter } from './parameters.ts'
import { matchElements, type Match } from './redline-match.ts'
import { compareWords, type Run } from './redline-words.ts'

/** What became of one element from one text to another. */
export interface RedlineElement {
  /** `moved` for what only moved; what moved and changed is `changed` and `isMoved`. */
  readonly status: 'same' | 'changed' | 'added' | 'removed' | 'moved'
  /** Stands under another element, or in another order among its neighbours. */
  readonly isMoved: boolean
  readonly before: TextElement | null
  readonly after: TextElement | null
  /** How the two were found to be the same; null for what came or went. */
  readonly matchedBy: Match['by'] | null
  /** The words of a paragraph or heading; empty for what holds others. */
  readonly runs: readonly Run[]
  readonly attributes: readonly AttributeChange[]
  readonly parameters: readonly ParameterChange[]
}

/** A label, code, scope or logic that was set otherwise; null where it was not set. */
export interface AttributeChange {
  readonly name: ComparedAttribute
  readonly before: string | null
  readonly after: string | null
}

/** A control parameter that is read otherwise, came or went. */
export interface ParameterChange {
  readonly before: Parameter | null
  readonly after: Parameter | null
  readonly change: Exclude<ParameterComparison, 'same'> | 'added' | 'removed'
}

/**
 * The difference of two texts, in the order of the second one; what was removed stands after what
 * it stood after in the first. `language` is that of both texts, for their thresholds.
 */
export function redline(before: Content, after: Content, language = 'en'): RedlineElement[] {
  const old = sideOf(before)
  const young = sideOf(after)
  const matches = matchElements(old.elements, young.elements)
  const byAfter = new Map(matches.map((match) => [match.after.id, match]))
  const moved = movedOf(old.elements, young.elements, byAfter)
  const gone = removedBehind(old.elements, matches, moved)
  const removed = (element: TextElement) => compareOne(element, null, null, old, young, language)
  return [
    ...(gone.get(null) ?? []).map(removed),
    ...young.elements.flatMap((element) => {
      const match = byAfter.get(element.id) ?? null
      const own = compareOne(match?.before ?? null, element, match, old, young, language)
      const withMove = moved.has(element.id) ? withMoveOf(own) : own
      return [withMove, ...(match ? (gone.get(match.before.id) ?? []) : []).map(removed)]
    }),
  ]
}

interface Side {
  readonly elements: readonly TextElement[]
  readonly nodes: ReadonlyMap<string, ContentNode>
  readonly lines: ReadonlyMap<string, { readonly text: string }>
}

function sideOf(content: Content): Side {
  const nodes = new Map<string, ContentNode>()
  const visit = (node: ContentNode) => {
    const id = textAttribute(node, 'id')
    if (id !== null) nodes.set(id, node)
    for (const child of node.content ?? []) visit(child)
  }
  visit(withIds(content))
  return { elements: elementsOf(content), nodes, lines: readableLines(content) }
}

function compareOne(
  before: TextElement | null,
  after: TextElement | null,
  match: Match | null,
  old: Side,
  young: Side,
  language: string,
): RedlineElement {
  const lineOf = (side: Side, element: TextElement | null) =>
    element ? (side.lines.get(element.id)?.text ?? '') : ''
  const [line, newLine] = [lineOf(old, before), lineOf(young, after)]
  const runs = compareWords(line, newLine)
  const attributes = before && after ? attributeChanges(before, after, old, young) : []
  const isControl = (after ?? before)?.entryId !== null
  const parameters = isControl && line !== newLine ? parameterChanges(line, newLine, language) : []
  const isChanged = line !== newLine || attributes.length > 0
  const status = !before ? 'added' : !after ? 'removed' : isChanged ? 'changed' : 'same'
  const matchedBy = match?.by ?? null
  return { status, isMoved: false, before, after, matchedBy, runs, attributes, parameters }
}

/** A point that only moved is lettered otherwise by that; this alone is no change of its own. */
function withMoveOf(element: RedlineElement): RedlineElement {
  const { status, runs, attributes } = element
  const isChanged =
    runs.some(({ kind }) => kind !== 'same') || attributes.some(({ name }) => name !== 'label')
  return { ...element, status: status === 'added' || isChanged ? status : 'moved', isMoved: true }
}

const comparedAttributes = [
  'code',
  'logic',
  'destinations',
  'expiry',
  'activities',
  'kind',
] as const
type ComparedAttribute = (typeof comparedAttributes)[number] | 'label' | 'notUsed'

function attributeChanges(
  before: TextElement,
  after: TextElement,
  old: Side,
  young: Side,
): AttributeChange[] {
  const [from, to] = [old.nodes.get(before.id), young.nodes.get(after.id)]
  if (!from || !to || before.kind === 'section') return []
  const changes: AttributeChange[] = comparedAttributes.map((name) => ({
    name,
    before: textAttribute(from, name) || null,
    after: textAttribute(to, name) || null,
  }))
  if (before.kind === 'point') {
    changes.push({ name: 'label', before: labelOf(before), after: labelOf(after) })
    const used = (node: ContentNode) => (node.attrs?.notUsed === true ? 'true' : null)
    changes.push({ name: 'notUsed', before: used(from), after: used(to) })
  }
  return changes.filter((change) => change.before !== change.after)
}

/** The own letter or number of a point. */
function labelOf({ note, provision }: TextElement): string {
  return (note ? note.path : (provision ?? '')).split('.').at(-1) ?? ''
}

/** Elements that stand elsewhere: under another one, or not in the order that most still have. */
function movedOf(
  before: readonly TextElement[],
  after: readonly TextElement[],
  byAfter: ReadonlyMap<string, Match>,
): Set<string> {
  const placeBefore = new Map(before.map(({ id }, place) => [id, place]))
  const moved = new Set<string>()
  const siblings = new Map<string | null, { id: string; place: number }[]>()
  for (const element of after) {
    const match = byAfter.get(element.id)
    if (!match) continue
    const parent = element.parentId === null ? null : byAfter.get(element.parentId)
    if ((parent?.before.id ?? null) !== match.before.parentId) moved.add(element.id)
    else {
      const inOrder = siblings.get(element.parentId) ?? []
      inOrder.push({ id: element.id, place: placeBefore.get(match.before.id) ?? 0 })
      siblings.set(element.parentId, inOrder)
    }
  }
  for (const inOrder of siblings.values()) {
    const kept = longestRise(inOrder.map(({ place }) => place))
    for (const [index, { id }] of inOrder.entries()) if (!kept.has(index)) moved.add(id)
  }
  return moved
}

/** The indices of a longest rising subsequence. */
function longestRise(values: readonly number[]): Set<number> {
  const tails: number[] = []
  const previous: (number | undefined)[] = []
  for (const [index, value] of values.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous.push(tails[low - 1])
    tails[low] = index
  }
  const kept = new Set<number>()
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) kept.add(at)
  return kept
}

/** What went, by the id of the element of the first text that it is shown behind; null for the start. */
function removedBehind(
  before: readonly TextElement[],
  matches: readonly Match[],
  moved: ReadonlySet<string>,
): Map<string | null, TextElement[]> {
  const stayed = new Set(
    matches.filter(({ after }) => !moved.has(after.id)).map((m) => m.before.id),
  )
  const known = new Set(matches.map((match) => match.before.id))
  const gone = new Map<string | null, TextElement[]>()
  let last: string | null = null
  for (const element of before) {
    if (stayed.has(element.id)) last = element.id
    if (known.has(element.id)) continue
    const behind = gone.get(last) ?? []
    behind.push(element)
    gone.set(last, behind)
  }
  return gone
}

/** The thresholds of two lines, paired by what they measure and then by their order. */
function parameterChanges(before: string, after: string, language: string): ParameterChange[] {
  const old = findParameters(before, language).map(({ parameter }) => parameter)
  const young = findParameters(after, language).map(({ parameter }) => parameter)
  const pairs = new Map<Parameter, Parameter>()
  const pair = (fits: (a: Parameter, b: Parameter) => boolean) => {
    const taken = new Set(pairs.values())
    for (const parameter of old) {
      if (pairs.has(parameter)) continue
      const other = young.find((one) => !taken.has(one) && fits(parameter, one))
      if (!other) continue
      pairs.set(parameter, other)
      taken.add(other)
    }
  }
  pair((a, b) => areComparable(a, b) && compareParameters(a, b) === 'same')
  pair((a, b) => areComparable(a, b) && a.quantity === b.quantity)
  pair(areComparable)
  const paired = new Set(pairs.values())
  const changed = old.flatMap((parameter): ParameterChange[] => {
    const other = pairs.get(parameter)
    if (!other) return [{ before: parameter, after: null, change: 'removed' }]
    const change = compareParameters(parameter, other)
    return change === 'same' ? [] : [{ before: parameter, after: other, change }]
  })
  const added = young
    .filter((parameter) => !paired.has(parameter))
    .map((parameter): ParameterChange => ({ before: null, after: parameter, change: 'added' }))
  return [...changed, ...added]
}
