import type { Node, ResolvedPos } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { outline, type OutlinePlace } from '#app/text/levels.ts'
import { schema } from '#app/text/schema.ts'

const { entry, note, point } = schema.nodes

/** What stands side by side in one entry or note, with the level at which each is shown. */
export interface Blocks {
  readonly container: Node
  /** Where the first of them begins. */
  readonly start: number
  readonly places: readonly OutlinePlace[]
}

/** The blocks that the selection is in, from the first to the last. */
export interface ChosenBlocks extends Blocks {
  readonly first: number
  readonly last: number
}

export function blocksOf(container: Node, start: number): Blocks {
  return { container, start, places: outline(container.children.map(levelledNode)) }
}

function levelledNode(node: Node) {
  return { isPoint: node.type === point, level: Number(node.attrs.level ?? 0) }
}

/** The blocks of the innermost entry or note that holds all of the selection. */
export function chosenBlocks({ selection: { $from, $to } }: EditorState): ChosenBlocks | null {
  for (let depth = $from.sharedDepth($to.pos); depth > 0; depth--) {
    const container = $from.node(depth)
    if (container.type !== entry && container.type !== note) continue
    const blocks = blocksOf(container, $from.start(depth))
    return { ...blocks, first: $from.index(depth), last: lastIndex($to, depth) }
  }
  return null
}

/** The index of the block at this depth that a selection ends in. */
export function lastIndex($to: ResolvedPos, depth: number): number {
  return $to.depth > depth ? $to.index(depth) : Math.max(0, $to.index(depth) - 1)
}

/** Where a block begins; for the index after the last, where the container ends. */
export function positionOf({ container, start }: Blocks, index: number): number {
  let position = start
  for (let at = 0; at < index; at++) position += container.child(at).nodeSize
  return position
}

export function levelOf({ places }: Blocks, index: number): number {
  return places[index]?.level ?? 0
}

/** The index after a block and all that stands deeper behind it. */
export function endOf(blocks: Blocks, index: number): number {
  const level = levelOf(blocks, index)
  let end = index + 1
  while (end < blocks.places.length && levelOf(blocks, end) > level) end++
  return end
}
