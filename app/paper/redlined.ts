import type { TextElement } from '#app/text/elements.ts'
import { matchElements } from '#app/text/redline-match.ts'
import { longestRise } from '#app/text/redline-moved.ts'
import type { Block } from './blocks.ts'
import { cellsOf, movedTo, type RowGroup, rowGroups, type Unit } from './row-groups.ts'
import { compared, piecesOf, type Change, type Piece } from './pieces.ts'

/** A paragraph of two versions set against each other. */
export interface RedlinedBlock {
  readonly block: Block
  readonly pieces: readonly Piece[]
  /** It came or went as a whole; what moved went in one place and came in another. */
  readonly change: Change | null
}

interface Side {
  readonly blocks: readonly Block[]
  readonly elements: readonly TextElement[]
  readonly language: string
}

/** Two versions as one text: with every change accepted the later one, with every change rejected the earlier one. */
export function redlined(before: Side, after: Side, by: Omit<Change, 'kind'>): RedlinedBlock[] {
  const byPlace = before.language !== after.language
  const { language } = after
  const matches = matchElements(before.elements, after.elements, { byPlace, language })
  const laterIds = new Map(matches.map((match) => [match.before.id, match.after.id]))
  return new Redline(laterIds, by).text(before.blocks, after.blocks)
}

class Redline {
  readonly #laterIds: ReadonlyMap<string, string>
  readonly #by: Omit<Change, 'kind'>

  constructor(laterIds: ReadonlyMap<string, string>, by: Omit<Change, 'kind'>) {
    this.#laterIds = laterIds
    this.#by = by
  }

  text(before: readonly Block[], after: readonly Block[]): RedlinedBlock[] {
    const young = unitsOf(after)
    const named = this.#named(unitsOf(before), young, (was, is) => isTable(was) === isTable(is))
    // One that went may have the name that another has which came.
    const old = named.map((unit) => ({
      ...unit,
      blocks: unit.blocks.map((block) =>
        block.cell ? movedTo(block, { table: `before ${block.cell.table}` }, 0) : block,
      ),
    }))
    return this.#merged(old, young, (was, is) => {
      if (isTable(is)) return this.#table(was.blocks, is.blocks)
      const [one, other] = [was.blocks[0], is.blocks[0]]
      return one && other ? [this.#line(one, other)] : []
    })
  }

  /** Rows that lie as they did are changed in their cells; others go and come as wholes. */
  #table(before: readonly Block[], after: readonly Block[]): RedlinedBlock[] {
    const young = rowGroups(after)
    const old = this.#named(rowGroups(before), young, (was, is) => was.shape === is.shape)
    const table = {
      table: after[0]?.cell?.table ?? '',
      indent: after[0]?.cell?.indent ?? 0,
      columns: Math.max(before[0]?.cell?.columns ?? 0, after[0]?.cell?.columns ?? 0),
    }
    let row = 0
    return inOrder(old, young).flatMap(({ was, is }) => {
      const from = row
      row += (is ?? was)?.height ?? 0
      const moved = (group: RowGroup | null) =>
        group && {
          ...group,
          blocks: group.blocks.map((block) => movedTo(block, table, from - group.from)),
        }
      return this.#pair(moved(was), moved(is), (one, other) => this.#cells(one, other))
    })
  }

  #cells(was: Unit, is: Unit): RedlinedBlock[] {
    const before = cellsOf(was)
    return cellsOf(is).flatMap((after, at) => {
      const old = (before[at] ?? []).map((block) => {
        return { key: inCell(this.#laterKey(block.key)), blocks: [block] }
      })
      const young = after.map((block) => ({ key: inCell(block.key), blocks: [block] }))
      return withOneEnd(
        this.#merged(old, young, ({ blocks: [one] }, { blocks: [other] }) =>
          one && other ? [this.#line(one, other)] : [],
        ),
      )
    })
  }

  #merged(
    old: readonly Unit[],
    young: readonly Unit[],
    both: (was: Unit, is: Unit) => RedlinedBlock[],
  ): RedlinedBlock[] {
    return inOrder(old, young).flatMap(({ was, is }) => this.#pair(was, is, both))
  }

  #pair(
    was: Unit | null,
    is: Unit | null,
    both: (was: Unit, is: Unit) => RedlinedBlock[],
  ): RedlinedBlock[] {
    if (was && is) return both(was, is)
    return was ? this.#whole(was, 'deleted') : is ? this.#whole(is, 'inserted') : []
  }

  #line(was: Block, is: Block): RedlinedBlock {
    return { block: is, pieces: compared(was.runs, is.runs, this.#by), change: null }
  }

  #whole({ blocks }: Unit, kind: Change['kind']): RedlinedBlock[] {
    const change = { ...this.#by, kind }
    return blocks.map((block) => {
      return { block: apart(block, kind), pieces: piecesOf(block.runs, change), change }
    })
  }

  /** The units of the earlier text by the names of what they have become; no two have one name. */
  #named<One extends Unit>(
    old: readonly One[],
    young: readonly One[],
    fits: (was: One, is: One) => boolean,
  ): One[] {
    const holders = new Map(young.flatMap((unit) => unit.blocks.map(({ key }) => [key, unit])))
    const byKey = new Map(young.map((unit) => [unit.key, unit]))
    const taken = new Set<string>()
    return old.map((unit) => {
      // What has words says more than what is empty, which is known by its id alone.
      const ordered = unit.blocks.toSorted((a, b) => Number(isBare(a.key)) - Number(isBare(b.key)))
      const later = [
        ...ordered.map(({ key }) => holders.get(this.#laterKey(key))),
        isTable(unit) ? byKey.get(unit.key) : undefined,
      ].find((one) => one && !taken.has(one.key) && fits(unit, one))
      if (!later) return { ...unit, key: `before ${unit.key}` }
      taken.add(later.key)
      return { ...unit, key: later.key }
    })
  }

  /** The name of a paragraph of the earlier text as the later one would name it; no other has that name. */
  #laterKey(key: string): string {
    if (isBare(key)) return key
    const [id = '', ...rest] = key.split(' ')
    const later = this.#laterIds.get(id)
    return later === undefined ? `before ${key}` : [later, ...rest].join(' ')
  }
}

/** Empty cells and items are no elements that are matched. */
function isBare(key: string): boolean {
  return key.endsWith(' cell') || key.endsWith(' item')
}

/**
 * What ends a cell neither comes nor goes in Word: where one paragraph at its end went and another came,
 * they are one, of which all words are others.
 */
function withOneEnd(lines: readonly RedlinedBlock[]): RedlinedBlock[] {
  const end = lines.slice(lines.findLastIndex(({ change }) => change === null) + 1)
  const gone = end.findLast(({ change }) => change?.kind === 'deleted')
  const come = end.findLast(({ change }) => change?.kind === 'inserted')
  if (!gone || !come || !isAlike(gone.block, come.block)) return [...lines]
  const pieces = [...gone.pieces, ...come.pieces]
  const rest = lines.filter((line) => line !== gone && line !== come)
  return [...rest, { block: come.block, pieces, change: null }]
}

function isAlike(one: Block, other: Block): boolean {
  return one.indent === other.indent && one.numbering?.kind === other.numbering?.kind
}

/** A cell without words is as empty as the one that it was. */
function inCell(key: string): string {
  return key.endsWith(' cell') ? 'empty' : key
}

function unitsOf(blocks: readonly Block[]): Unit[] {
  const units: { key: string; blocks: Block[] }[] = []
  for (const block of blocks) {
    const last = units.at(-1)
    const { cell } = block
    if (cell && last?.blocks[0]?.cell?.table === cell.table) last.blocks.push(block)
    else units.push({ key: cell ? `${cell.table} table` : block.key, blocks: [block] })
  }
  return units
}

function isTable({ blocks: [first] }: Unit): boolean {
  return Boolean(first?.cell)
}

/** Units of both in one order: those that stayed, what went before each of them, and then what came. */
function inOrder<One extends Unit>(
  before: readonly One[],
  after: readonly One[],
): { was: One | null; is: One | null }[] {
  const old = new Map(before.map((unit) => [unit.key, unit]))
  const young = new Map(after.map((unit) => [unit.key, unit]))
  const stayed = stayedAmong([...old.keys()], [...young.keys()])
  const gone = runsBetween([...old], stayed)
  const come = runsBetween([...young], stayed)
  return [...stayed, null].flatMap((key, place) => [
    ...(gone[place] ?? []).map((was) => ({ was, is: null })),
    ...(come[place] ?? []).map((is) => ({ was: null, is })),
    ...(key === null ? [] : [{ was: old.get(key) ?? null, is: young.get(key) ?? null }]),
  ])
}

/** The most names that stand in one order in both, none of which is there twice. */
function stayedAmong(old: readonly string[], young: readonly string[]): Set<string> {
  const places = new Map(old.map((key, place) => [key, place]))
  const common = young.filter((key) => places.has(key))
  const kept = longestRise(common.map((key) => places.get(key) ?? 0))
  return new Set(common.filter((_, index) => kept.has(index)))
}

/** What stands before each of those that stayed, and after the last. */
function runsBetween<One>(units: readonly [string, One][], stayed: ReadonlySet<string>): One[][] {
  const runs: One[][] = [[]]
  for (const [key, unit] of units) {
    if (stayed.has(key)) runs.push([])
    else runs.at(-1)?.push(unit)
  }
  return runs
}

/** What went is counted in lists of its own: what stays keeps the letters that it has. */
function apart(block: Block, kind: Change['kind']): Block {
  const { numbering } = block
  return kind === 'deleted' && numbering && 'list' in numbering
    ? { ...block, numbering: { ...numbering, list: `before ${numbering.list}` } }
    : block
}
