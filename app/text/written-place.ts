import * as Y from 'yjs'
import type { UnitRun, Units } from './text-units.ts'

/**
 * Whether two runs, in a line or as lines of their own, were put between the same neighbours: who had
 * known of the one would have put the other beside it.
 */
export function isAtOnePlace(doc: Y.Doc, a: UnitRun, b: UnitRun): boolean {
  const [one, other] = [a, b].map((run) =>
    a.parent === b.parent ? neighboursOfWords(doc, run) : neighboursOfLine(run),
  )
  if (!one || !other || one.parent !== other.parent) return false
  return Y.compareIDs(one.left, other.left) && Y.compareIDs(one.right, other.right)
}

interface Neighbours {
  readonly parent: unknown
  readonly left: Y.ID | null
  readonly right: Y.ID | null
}

/** Those that some words had when they were written. */
function neighboursOfWords(doc: Y.Doc, { units: [first] }: UnitRun): Neighbours | null {
  const item = first && itemOf(doc, first)
  if (!first || !item) return null
  // Yjs puts what one client wrote behind its own words into one item with them.
  const isWithin = item.id.clock < first.clock
  const left = isWithin ? Y.createID(first.client, first.clock - 1) : item.origin
  return { parent: item.parent, left, right: item.rightOrigin }
}

function neighboursOfLine({ parent: { parent: line } }: UnitRun): Neighbours | null {
  const item = line instanceof Y.XmlElement ? line._item : null
  return item && { parent: item.parent, left: item.origin, right: item.rightOrigin }
}

export function itemOf({ store }: Y.Doc, { client, clock }: Units): Y.Item | null {
  const structs = store.clients.get(client)
  const item = structs?.[Y.findIndexSS(structs, clock)]
  return item instanceof Y.Item ? item : null
}
