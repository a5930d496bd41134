import type { Node, NodeType } from 'prosemirror-model'
import { Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import { identified } from '#app/text/content.ts'
import { unfolded } from '#app/text/levels.ts'
import { newId } from '#app/text/new-id.ts'
import { schema } from '#app/text/schema.ts'
import { isFromDocument } from './origin.ts'

const { entry, entryHeading, note, paragraph, point, listItem, section, tableCell } = schema.nodes
/** What a line may stand in. The others are nothing when they hold nothing. */
const written = new Set<NodeType>([section, entry, point, note, listItem, tableCell])

/**
 * After an edit made here: nodes that lack an id get one, of two with the same id the first keeps it
 * and the other says that it was split off from it, points stand side by side, and what a merge or a deletion left empty gets a line
 * to write in. Edits of
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
      unfold(tr)
      giveIds(tr)
      fillEmpty(tr)
      return tr.docChanged ? tr : null
    },
  })
}

/** Points that were pasted inside of points stand beside them, as all do while a text is written. */
function unfold(tr: Transaction) {
  for (let found = foldedPoint(tr.doc); found; found = foldedPoint(tr.doc)) {
    const { node, position } = found
    const end = position + node.nodeSize
    const isCaretInside = tr.selection.from > position && tr.selection.to < end
    const parts = unfolded(node.toJSON(), Number(node.attrs.level)).map((part) =>
      schema.nodeFromJSON(part),
    )
    tr.replaceWith(position, end, parts)
    if (isCaretInside) {
      const after = parts.reduce((size, part) => size + part.nodeSize, position)
      tr.setSelection(TextSelection.near(tr.doc.resolve(after), -1))
    }
  }
}

function foldedPoint(doc: Node): { node: Node; position: number } | null {
  let found: { node: Node; position: number } | null = null
  doc.descendants((node, position) => {
    if (
      !found &&
      node.type === point &&
      node.children.some(({ type }) => type === point || type === note)
    ) {
      found = { node, position }
    }
    return !found && !node.isTextblock
  })
  return found
}

function giveIds(tr: Transaction) {
  const taken = new Set<unknown>()
  tr.doc.descendants((node, position) => {
    if (!identified.has(node.type.name)) return
    const id: unknown = node.attrs.id
    if (id !== null && !taken.has(id)) return void taken.add(id)
    tr.setNodeAttribute(position, 'id', newId())
    // ProseMirror splits a node into two alike.
    if (id !== null && node.type.spec.attrs?.splitFrom) {
      tr.setNodeAttribute(position, 'splitFrom', id)
    }
  })
}

/** Gives every empty section, entry, point, note, item and cell a line to write in. */
export function fillEmpty(tr: Transaction) {
  const empty: { node: Node; position: number }[] = []
  tr.doc.descendants((node, position) => {
    if (node.childCount === 0 && !node.isTextblock && !node.isText) empty.push({ node, position })
  })
  for (const { node, position } of empty.toReversed()) {
    if (!written.has(node.type)) tr.delete(position, position + node.nodeSize)
    else {
      const line = node.type === entry ? entryHeading : paragraph
      tr.insert(position + 1, line.create({ id: newId() }))
    }
  }
}
