import { Plugin } from 'prosemirror-state'
import * as Y from 'yjs'
import { schema } from '#app/text/schema.ts'
import { bindingOf } from './places.ts'

/**
 * Gives each new line the text that its words will stand in, as soon as it is made. Where the first
 * word brought it along, two who begin to write in one empty line would bring one each: the editor
 * shows both as one, writes them together into the first with the next key, and what two write so at
 * the same moment stands there twice.
 */
export function lineTextsPlugin(): Plugin {
  return new Plugin({
    view(view) {
      const doc = bindingOf(view.state)?.doc
      const complete = (transaction: Y.Transaction) => {
        const bound = transaction.local ? bindingOf(view.state) : null
        const lines = bound ? linesWithoutText(transaction) : []
        if (!bound || lines.length === 0) return
        bound.silently(() =>
          bound.doc.transact(() => {
            for (const line of lines) line.insert(0, [new Y.XmlText()])
          }),
        )
      }
      doc?.on('afterTransaction', complete)
      return { destroy: () => doc?.off('afterTransaction', complete) }
    },
  })
}

/** Among what a transaction has put into the text. */
function linesWithoutText(transaction: Y.Transaction): Y.XmlElement[] {
  return [...transaction.changed.keys()].flatMap((type) =>
    type instanceof Y.XmlFragment && !type._item?.deleted ? emptyLinesIn(type) : [],
  )
}

function emptyLinesIn(parent: Y.XmlFragment): Y.XmlElement[] {
  if (parent instanceof Y.XmlElement && schema.nodes[parent.nodeName]?.isTextblock)
    return parent.length === 0 ? [parent] : []
  return parent
    .toArray()
    .flatMap((child) => (child instanceof Y.XmlElement ? emptyLinesIn(child) : []))
}
