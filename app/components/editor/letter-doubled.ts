import type { Command } from 'prosemirror-state'
import { doubledLabels } from '#app/text/lettering.ts'
import { schema } from '#app/text/schema.ts'
import { chosenBlocks, levelOf, positionOf } from './blocks.ts'

/**
 * Among the points beside the one that the caret is in: takes the labels of their own off those that
 * another before them has too, as after a point was put in before points with labels. They are
 * lettered by their place then; gaps stay.
 */
export const letterDoubled: Command = (state, dispatch) => {
  const blocks = chosenBlocks(state)
  if (!blocks) return false
  const { first, container, places } = blocks
  const { point } = schema.nodes
  const at = container.child(first).type === point ? first : (places[first]?.parent ?? -1)
  if (at === -1) return false
  const beside = places.flatMap(({ parent }, index) =>
    parent === places[at]?.parent && container.child(index).type === point ? [index] : [],
  )
  const points = beside.map((index) => {
    const label: unknown = container.child(index).attrs.label
    return { label: typeof label === 'string' ? label : null }
  })
  const doubled = doubledLabels(points, levelOf(blocks, at))
  if (doubled.length === 0) return false
  const { tr } = state
  for (const place of doubled) {
    tr.setNodeAttribute(positionOf(blocks, beside[place] ?? at), 'label', null)
  }
  dispatch?.(tr)
  return true
}
