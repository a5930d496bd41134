import * as Y from 'yjs'

/** Where in a text as it is now something belongs that lost its place. */

/**
 * The id of what survives nearest before a line that is gone, or else of what is around it; null where
 * nothing has an id.
 */
export function nearestSurvivor(line: Y.XmlText): string | null {
  let item = line._item
  while (item) {
    for (let before = item.left; before; before = before.left) {
      const id = before.deleted ? null : idOf(before)
      if (id !== null) return id
    }
    const around: unknown = item.parent
    const parent: Y.Item | null = around instanceof Y.XmlElement ? around._item : null
    if (parent && !parent.deleted && idOf(parent) !== null) return idOf(parent)
    item = parent
  }
  return null
}

function idOf({ content }: Y.Item): string | null {
  const type: unknown = content instanceof Y.ContentType ? content.type : null
  const id: unknown = type instanceof Y.XmlElement ? type.getAttribute('id') : null
  return typeof id === 'string' ? id : null
}
