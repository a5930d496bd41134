import { type AttributeChange, attributeChanges } from './attribute-changes.ts'
import { idOf, textAttribute, withIds, type Content, type ContentNode } from './content.ts'
import { elementsOf, type TextElement } from './elements.ts'
import { readableLines } from './parameters-content.ts'
import { matchElements, type Match } from './redline-match.ts'
import { pairAcrossEntries } from './redline-across.ts'
import { movedOf, removedBehind } from './redline-moved.ts'
import { allParameterChanges, type ParameterChange } from './redline-parameters.ts'
import { findPartings, type Parting, runsOfParting } from './redline-pieces.ts'
import { compareWords, type Run } from './redline-words.ts'
import { linesIn } from './slice.ts'

/** What became of one element from one text to another. */
export interface RedlineElement {
  /**
   * `moved` for what only moved, `renumbered` for what only bears another letter or code; what moved
   * and changed is `changed` and `isMoved`. `split`, `joined`: came or went because a line came apart,
   * or lines became one.
   */
  readonly status:
    | 'same'
    | 'changed'
    | 'renumbered'
    | 'added'
    | 'removed'
    | 'moved'
    | 'split'
    | 'joined'
  /** Stands under another element, or in another order among its neighbours. */
  readonly isMoved: boolean
  readonly before: TextElement | null
  readonly after: TextElement | null
  /** How the two were found to be the same; null for what came or went. */
  readonly matchedBy: Match['by'] | null
  /** Of which lines it is one part, or the whole; null where it is a line of its own as before. */
  readonly parting: Parting | null
  /** The words of a paragraph or heading; empty for what holds others. */
  readonly runs: readonly Run[]
  readonly attributes: readonly AttributeChange[]
  readonly parameters: readonly ParameterChange[]
}

/**
 * The difference of two texts, in the order of the second one; what was removed stands after what
 * it stood after in the first. Each text has a language, for its thresholds.
 */
export function redline(
  before: Content,
  after: Content,
  language = 'en',
  earlierLanguage = language,
): RedlineElement[] {
  const old = sideOf(before, earlierLanguage)
  const young = sideOf(after, language)
  const byPlace = language !== earlierLanguage
  const matches = matchElements(old.elements, young.elements, { byPlace, language })
  const byAfter = new Map(matches.map((match) => [match.after.id, match]))
  const moved = movedOf(old.elements, young.elements, byAfter)
  const gone = removedBehind(old.elements, matches, moved)
  const parted = partedOf(old, young, matches)
  const removed = (element: TextElement) => compareOne(element, null, null, old, young, parted)
  const compared = [
    ...(gone.get(null) ?? []).map(removed),
    ...young.elements.flatMap((element) => {
      const match = byAfter.get(element.id) ?? null
      const own = compareOne(match?.before ?? null, element, match, old, young, parted)
      const withMove = moved.has(element.id) ? withMoveOf(own) : own
      return [withMove, ...(match ? (gone.get(match.before.id) ?? []) : []).map(removed)]
    }),
  ]
  // Names in two languages do not tell what is said of one thing.
  if (byPlace) return compared
  const read = (side: Side) => (id: string) => ({
    text: side.lines.get(id)?.text ?? '',
    language: side.language,
  })
  return pairAcrossEntries(compared, { before: read(old), after: read(young) })
}

interface Side {
  readonly elements: readonly TextElement[]
  readonly nodes: ReadonlyMap<string, ContentNode>
  /** Rows and cells of tables by the first line that stands in them: no elements, but told with it. */
  readonly cells: ReadonlyMap<string, readonly ContentNode[]>
  readonly lines: ReadonlyMap<string, { readonly text: string }>
  readonly language: string
}

function sideOf(content: Content, language: string): Side {
  const nodes = new Map<string, ContentNode>()
  const cells = new Map<string, ContentNode[]>()
  const visit = (node: ContentNode) => {
    const id = textAttribute(node, 'id')
    if (id !== null) nodes.set(id, node)
    if (node.type === 'tableRow' || node.type === 'tableCell') {
      const [line] = linesIn([node])
      if (line) cells.set(idOf(line), [...(cells.get(idOf(line)) ?? []), node])
    }
    for (const child of node.content ?? []) visit(child)
  }
  visit(withIds(content))
  return { elements: elementsOf(content), nodes, cells, lines: readableLines(content), language }
}

const lineIn = (side: Side, element: TextElement | null) =>
  element ? (side.lines.get(element.id)?.text ?? '') : ''

type Difference = Pick<RedlineElement, 'parting' | 'runs' | 'parameters'>

function compareOne(
  before: TextElement | null,
  after: TextElement | null,
  match: Match | null,
  old: Side,
  young: Side,
  parted: Parted,
): RedlineElement {
  const known = (after && parted.young.get(after.id)) ?? (before && parted.old.get(before.id))
  const difference = known ?? lineDifference(before, after, old, young)
  const { parting } = difference
  const attributes = before && after ? changesOfElement(before, after, old, young) : []
  const isReworded = lineIn(old, before) !== lineIn(young, after)
  const status =
    before && after
      ? isReworded || parting
        ? 'changed'
        : statusOf(attributes)
      : (parting?.kind ?? (after ? 'added' : 'removed'))
  return {
    status,
    isMoved: false,
    before,
    after,
    matchedBy: match?.by ?? null,
    attributes,
    ...difference,
  }
}

function statusOf(attributes: readonly AttributeChange[]): 'same' | 'changed' | 'renumbered' {
  if (attributes.length === 0) return 'same'
  return attributes.every(({ name }) => name === 'label' || name === 'code')
    ? 'renumbered'
    : 'changed'
}

function lineDifference(
  before: TextElement | null,
  after: TextElement | null,
  old: Side,
  young: Side,
): Difference {
  const [line, newLine] = [lineIn(old, before), lineIn(young, after)]
  const isControl = (after ?? before)?.entryId !== null
  const isReread = isControl && (line !== newLine || old.language !== young.language)
  const changes = isReread
    ? allParameterChanges(
        { text: line, language: old.language },
        { text: newLine, language: young.language },
      )
    : []
  return {
    parting: null,
    runs: compareWords(line, newLine),
    parameters: changes.map(({ change }) => change),
  }
}

/** What is known of lines that were split or joined, by the ids of their elements in either text. */
interface Parted {
  readonly old: ReadonlyMap<string, Difference>
  readonly young: ReadonlyMap<string, Difference>
}

function partedOf(old: Side, young: Side, matches: readonly Match[]): Parted {
  const known = { old: new Map<string, Difference>(), young: new Map<string, Difference>() }
  const partings = findPartings({
    before: old.elements,
    after: young.elements,
    matches,
    oldLine: ({ id }) => old.lines.get(id)?.text,
    newLine: ({ id }) => young.lines.get(id)?.text,
    splitFrom: ({ id }) => {
      const node = young.nodes.get(id)
      return node ? textAttribute(node, 'splitFrom') : null
    },
  })
  for (const parting of partings) {
    const before = parting.before.map((element) => lineIn(old, element))
    const after = parting.after.map((element) => lineIn(young, element))
    const runs = runsOfParting(before, after)
    const changes = parametersOfParting(parting, before, after, old, young)
    for (const { id } of parting.before) {
      known.old.set(id, { parting, runs: [], parameters: [] })
    }
    for (const [index, { id }] of parting.after.entries()) {
      known.young.set(id, { parting, runs: runs[index] ?? [], parameters: changes[index] ?? [] })
    }
  }
  return known
}

/** The thresholds of all lines of a parting together, each told where it stands in the second text. */
function parametersOfParting(
  { after: elements }: Parting,
  before: readonly string[],
  after: readonly string[],
  old: Side,
  young: Side,
): ParameterChange[][] {
  if (elements[0]?.entryId === null) return []
  const found = allParameterChanges(
    { text: before.join('\n'), language: old.language },
    { text: after.join('\n'), language: young.language },
  )
  const byLine = after.map((): ParameterChange[] => [])
  for (const { change, at } of found) {
    const line = change.after ? lineAt(after, at) : 0
    byLine[line]?.push(change)
  }
  return byLine
}

function lineAt(lines: readonly string[], at: number): number {
  let end = 0
  return Math.max(
    0,
    lines.findIndex((line) => {
      end += line.length + 1
      return at < end
    }),
  )
}

/** A point that only moved is lettered otherwise by that; this alone is no change of its own. */
function withMoveOf(element: RedlineElement): RedlineElement {
  const { status, runs, attributes } = element
  const isChanged =
    runs.some(({ kind }) => kind !== 'same') || attributes.some(({ name }) => name !== 'label')
  const isMoveAlone = status !== 'split' && status !== 'added' && !isChanged
  return { ...element, status: isMoveAlone ? 'moved' : status, isMoved: true }
}

function changesOfElement(
  before: TextElement,
  after: TextElement,
  old: Side,
  young: Side,
): AttributeChange[] {
  const [from, to] = [old.nodes.get(before.id), young.nodes.get(after.id)]
  if (!from || !to || before.kind === 'section') return []
  const labels = [labelOf(before), labelOf(after)] as const
  const isRelabelled = before.kind === 'point' && labels[0] !== labels[1]
  return [
    ...attributeChanges(from, to),
    ...cellChanges(old.cells.get(before.id), young.cells.get(after.id)),
    ...(isRelabelled ? [{ name: 'label' as const, before: labels[0], after: labels[1] }] : []),
  ]
}

function cellChanges(
  before: readonly ContentNode[] = [],
  after: readonly ContentNode[] = [],
): AttributeChange[] {
  return after.flatMap((node) => {
    const old = before.find(({ type }) => type === node.type)
    return old ? attributeChanges(old, node) : []
  })
}

/** The own letter or number of a point. */
function labelOf({ note, provision }: TextElement): string {
  return (note ? note.path : (provision ?? '')).split('.').at(-1) ?? ''
}
