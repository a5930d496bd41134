import type { Node } from 'prosemirror-model'
import { Plugin, type Transaction } from 'prosemirror-state'
import { identified } from '#app/text/content.ts'
import { schema } from '#app/text/schema.ts'
import { isFromDocument } from './origin.ts'

const { entry, entryHeading, paragraph, bulletList, orderedList } = schema.nodes

/** A new id: 60 random bits, unique in a text beyond doubt and short in the log. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => 'abcdefghijkmnpqrstuvwxyz23456789'[byte % 32]).join('')
}

/**
 * After an edit made here: nodes that lack an id get one, of two with the same id (a split, a copy)
 * the first keeps it, and what a merge or a deletion left empty gets a line to write in. Edits of
 * others are not answered, or every tab would answer them.
 */
export function tidyPlugin(): Plugin {
  let tidied: Node | null = null
  return new Plugin({
    appendTransaction(transactions, _before, state) {
      if (state.doc === tidied || transactions.some(isFromDocument)) return null
      if (!transactions.some((tr) => tr.docChanged)) return null
      tidied = state.doc
      const { tr } = state
      giveIds(tr)
      fillEmpty(tr)
      return tr.docChanged ? tr : null
    },
  })
}

function giveIds(tr: Transaction) {
  const taken = new Set<unknown>()
  tr.doc.descendants((node, position) => {
    if (!identified.has(node.type.name)) return
    const id: unknown = node.attrs.id
    if (id !== null && !taken.has(id)) taken.add(id)
    else tr.setNodeAttribute(position, 'id', newId())
  })
}

/** Gives every empty section, entry, point, note and item a line to write in. */
export function fillEmpty(tr: Transaction) {
  const empty: { node: Node; position: number }[] = []
  tr.doc.descendants((node, position) => {
    if (node.childCount === 0 && !node.isTextblock && !node.isText) empty.push({ node, position })
  })
  for (const { node, position } of empty.toReversed()) {
    if (node.type === bulletList || node.type === orderedList) {
      tr.delete(position, position + node.nodeSize)
    } else {
      const line = node.type === entry ? entryHeading : paragraph
      tr.insert(position + 1, line.create({ id: newId() }))
    }
  }
}
