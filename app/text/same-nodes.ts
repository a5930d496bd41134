import { Node } from 'prosemirror-model'
import { canonicalJson } from './canonical.ts'
import { nested } from './levels.ts'
import { schema } from './schema.ts'
import type { Slice } from './slice.ts'

/** Whether nodes say the same, whatever of them is left to its default; both in the schema. */
export function sameNodes(one: Slice, other: Slice): boolean {
  return shown(one) === shown(other)
}

function shown(slice: Slice): string {
  return canonicalJson(
    slice.map((node) => nested({ type: 'doc', content: [Node.fromJSON(schema, node).toJSON()] })),
  )
}
