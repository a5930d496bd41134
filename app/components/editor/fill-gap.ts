import type { Node } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import { letterPoints, missingBetween, ownLabels } from '#app/text/lettering.ts'
import { schema } from '#app/text/schema.ts'
import { blocksOf, positionOf, type Blocks } from './blocks.ts'

const { entry, note, point, paragraph } = schema.nodes

/** Points that stand side by side in one entry, note or point. */
interface Siblings {
  readonly blocks: Blocks
  readonly level: number
  /** Their indexes among the blocks. */
  readonly indexes: readonly number[]
  /** Their labels of their own. */
  readonly own: readonly { label: string | null }[]
}

/** Of those of the points, by id, before which labels are missing: how many are. */
export function missingBefore(doc: Node, ids: ReadonlySet<string>): ReadonlyMap<string, number> {
  const missing = new Map<string, number>()
  for (const siblings of siblingsIn(doc)) {
    for (const [place, index] of siblings.indexes.entries()) {
      const id: unknown = siblings.blocks.container.child(index).attrs.id
      if (typeof id !== 'string' || !ids.has(id)) continue
      const count = missingAt(siblings, place)
      if (count > 0) missing.set(id, count)
    }
  }
  return missing
}

/**
 * Puts points that are not used where labels are missing before a point, and has the points beside it
 * lettered by their place, as far as they keep their letters so. Refuses where none is missing.
 */
export function fillGap(id: string): Command {
  return ({ doc, tr }, dispatch) => {
    for (const siblings of siblingsIn(doc)) {
      const { blocks, level, indexes, own } = siblings
      const place = indexes.findIndex((index) => blocks.container.child(index).attrs.id === id)
      const count = missingAt(siblings, place)
      if (count === 0) continue
      const shown = letterPoints(own, level)
      const filled = Array.from({ length: count }, () => '')
      const kept = ownLabels([...shown.slice(0, place), ...filled, ...shown.slice(place)], level)
      kept.splice(place, count)
      for (const [at, label] of kept.entries())
        tr.setNodeAttribute(positionOf(blocks, indexes[at] ?? 0), 'label', label)
      const made = filled.map(() => point.create({ level, notUsed: true }, paragraph.create()))
      dispatch?.(tr.insert(positionOf(blocks, indexes[place] ?? 0), made))
      return true
    }
    return false
  }
}

function missingAt({ own, level }: Siblings, place: number): number {
  const labels = letterPoints(own, level)
  const [before, label] = [labels[place - 1], labels[place]]
  return before === undefined || label === undefined ? 0 : missingBetween(before, label, level)
}

function siblingsIn(doc: Node): Siblings[] {
  const found: Siblings[] = []
  doc.descendants((node, position) => {
    if (node.type === entry || node.type === note)
      found.push(...siblingsOf(blocksOf(node, position + 1)))
    return !node.isTextblock
  })
  return found
}

function siblingsOf(blocks: Blocks): Siblings[] {
  const byParent = new Map<number, number[]>()
  for (const [index, { parent }] of blocks.places.entries()) {
    if (blocks.container.child(index).type !== point) continue
    byParent.set(parent, [...(byParent.get(parent) ?? []), index])
  }
  return [...byParent.values()].map((indexes) => ({
    blocks,
    level: blocks.places[indexes[0] ?? 0]?.level ?? 0,
    indexes,
    own: indexes.map((index) => {
      const label: unknown = blocks.container.child(index).attrs.label
      return { label: typeof label === 'string' ? label : null }
    }),
  }))
}
