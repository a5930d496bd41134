import { identified, textAttribute, type ContentNode } from '#app/text/content.ts'

/** The ids of the nodes of a text as they are, in the order in which they are read. */
export function idsIn(node: ContentNode): string[] {
  const id = identified.has(node.type) ? textAttribute(node, 'id') : null
  return [...(id === null ? [] : [id]), ...(node.content ?? []).flatMap(idsIn)]
}

/** Those that more than one node has. */
export function idsTwiceIn(node: ContentNode): string[] {
  return idsIn(node).filter((id, place, ids) => ids.indexOf(id) < place)
}
