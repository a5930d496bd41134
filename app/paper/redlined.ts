import type { TextElement } from '#app/text/elements.ts'
import { matchElements } from '#app/text/redline-match.ts'
import { longestRise } from '#app/text/redline-moved.ts'
import type { Block } from './blocks.ts'
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
  const old = new Map(before.blocks.map((block) => [laterKey(block.key, laterIds), block]))
  const young = new Map(after.blocks.map((block) => [block.key, block]))
  const whole = (block: Block, kind: Change['kind']): RedlinedBlock => {
    const change = { ...by, kind }
    return { block: apart(block, kind), pieces: piecesOf(block.runs, change), change }
  }
  const stayed = stayedAmong([...old.keys()], [...young.keys()])
  const gone = runsBetween([...old], stayed)
  const come = runsBetween([...young], stayed)
  return [...stayed, null].flatMap((key, place) => {
    const [was, is] = [old.get(key ?? ''), young.get(key ?? '')]
    return [
      ...(gone[place] ?? []).map((block) => whole(block, 'deleted')),
      ...(come[place] ?? []).map((block) => whole(block, 'inserted')),
      ...(key !== null && was && is
        ? [{ block: is, pieces: compared(was.runs, is.runs, by), change: null }]
        : []),
    ]
  })
}

/** The most names that stand in one order in both, none of which is there twice. */
function stayedAmong(old: readonly string[], young: readonly string[]): Set<string> {
  const places = new Map(old.map((key, place) => [key, place]))
  const common = young.filter((key) => places.has(key))
  const kept = longestRise(common.map((key) => places.get(key) ?? 0))
  return new Set(common.filter((_, index) => kept.has(index)))
}

/** What stands before each of those that stayed, and after the last. */
function runsBetween(
  blocks: readonly [string, Block][],
  stayed: ReadonlySet<string>,
): readonly (readonly Block[])[] {
  const runs: Block[][] = [[]]
  for (const [key, block] of blocks) {
    if (stayed.has(key)) runs.push([])
    else runs.at(-1)?.push(block)
  }
  return runs
}

/** The name of a paragraph of the earlier text as the later one would name it; no other has that name. */
function laterKey(key: string, laterIds: ReadonlyMap<string, string>): string {
  const [id = '', ...rest] = key.split(' ')
  const later = laterIds.get(id)
  return later === undefined ? `before ${key}` : [later, ...rest].join(' ')
}

/** What went is counted in lists of its own: what stays keeps the letters that it has. */
function apart(block: Block, kind: Change['kind']): Block {
  const { numbering } = block
  return kind === 'deleted' && numbering && 'list' in numbering
    ? { ...block, numbering: { ...numbering, list: `before ${numbering.list}` } }
    : block
}
