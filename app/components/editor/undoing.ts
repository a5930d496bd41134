import { ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'
import { identified } from '#app/text/content.ts'
import { newId } from '#app/text/new-id.ts'

/** The name under which lines that stay are seen to: no edit of the person, so it is not undone. */
const staying = 'staying'

/**
 * One's own undo of edits to a text. To undo a move, a split or a new point is to take away lines that it
 * made, and others may have written in them since: such a line stays, with what is not undone alone. It is
 * as it was but for an id of its own: the line that comes back has the one that both had.
 */
export function undoManagerOf(text: Y.XmlFragment): Y.UndoManager {
  let kept: Y.XmlElement[] = []
  const manager = new Y.UndoManager(text, {
    trackedOrigins: new Set([ySyncPluginKey]),
    captureTransaction: ({ meta }) => meta.get('addToHistory') !== false,
    // What stands in a line was made after it and is asked about, and taken away, before it.
    deleteFilter: ({ content }) => {
      const type: unknown = content instanceof Y.ContentType ? content.type : null
      if (!holdsWords(type)) return true
      if (type instanceof Y.XmlElement) kept.push(type)
      return false
    },
  })
  manager.on('stack-item-popped', () => {
    const elements = kept
    kept = []
    if (elements.length > 0) text.doc?.transact(() => elements.forEach(standAgain), staying)
  })
  return manager
}

function holdsWords(type: unknown): boolean {
  if (type instanceof Y.XmlText) return type.length > 0
  return type instanceof Y.XmlFragment && type.toArray().some(holdsWords)
}

/** What was said of a line went with the undo that made it. */
function standAgain(element: Y.XmlElement) {
  const attributes: Y.XmlElement<Record<string, Value>> = element
  for (const [name, { deleted, content }] of element._map) {
    const value: unknown = content.getContent().at(-1)
    if (deleted && name !== 'id' && isValue(value)) attributes.setAttribute(name, value)
  }
  if (identified.has(element.nodeName) && element.getAttribute('id') === undefined)
    element.setAttribute('id', newId())
}

type Value = string | number | boolean | object

function isValue(value: unknown): value is Value {
  return value !== null && ['string', 'number', 'boolean', 'object'].includes(typeof value)
}
