import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { Schema, type AttributeSpec } from 'prosemirror-model'
import { obeys, type Attribute } from './attributes.ts'
import { canonicalJson, type Json } from './canonical.ts'
import {
  markDeclarations,
  nodeDeclarations,
  sectionKeys,
  type MarkName,
  type NodeName,
} from './grammar.ts'
import { markDom, nodeDom } from './schema-dom.ts'
import type { Content } from './content.ts'

/** The name of the Yjs fragment that holds the text of a document. */
export const fragmentName = 'text'

/** The editor's schema, made of the grammar. It needs no DOM to be imported. */
export const schema = new Schema<NodeName, MarkName>({
  topNode: 'doc',
  nodes: {
    doc: node('doc'),
    paragraph: { ...node('paragraph'), ...nodeDom.paragraph },
    section: { ...node('section'), ...nodeDom.section, isolating: true, defining: true },
    entry: { ...node('entry'), ...nodeDom.entry, isolating: true, defining: true },
    entryHeading: { ...node('entryHeading'), ...nodeDom.entryHeading, defining: true },
    point: { ...node('point'), ...nodeDom.point, defining: true },
    note: { ...node('note'), ...nodeDom.note, defining: true },
    bulletList: { ...node('bulletList'), ...nodeDom.bulletList },
    orderedList: { ...node('orderedList'), ...nodeDom.orderedList },
    listItem: { ...node('listItem'), ...nodeDom.listItem, defining: true },
    // The roles are what `prosemirror-tables` knows them by.
    table: { ...node('table'), ...nodeDom.table, isolating: true, tableRole: 'table' },
    tableRow: { ...node('tableRow'), ...nodeDom.tableRow, tableRole: 'row' },
    tableCell: { ...node('tableCell'), ...nodeDom.tableCell, isolating: true, tableRole: 'cell' },
    text: { inline: true },
  },
  marks: {
    link: { ...mark('link'), ...markDom.link, inclusive: false },
    parameter: { ...mark('parameter'), ...markDom.parameter, inclusive: false },
    reference: { ...mark('reference'), ...markDom.reference, inclusive: false },
    bold: { ...mark('bold'), ...markDom.bold },
    italic: { ...mark('italic'), ...markDom.italic },
    superscript: { ...mark('superscript'), ...markDom.superscript },
    subscript: { ...mark('subscript'), ...markDom.subscript },
  },
})

/**
 * Identifies the grammar: clients and server talk to each other only when theirs are equal, because
 * an editor deletes for everyone what its schema does not know.
 */
export const schemaVersion = toHexString(
  digest(new TextEncoder().encode(canonicalGrammar())),
).slice(0, 16)

function canonicalGrammar() {
  const declared: Json = JSON.parse(JSON.stringify([nodeDeclarations, markDeclarations]))
  return canonicalJson(declared)
}

function node(name: NodeName) {
  const { content, attributes } = nodeDeclarations[name]
  return { content, attrs: attributeSpecs(attributes), marks: content === 'text*' ? '_' : '' }
}

function mark(name: MarkName) {
  return { attrs: attributeSpecs(markDeclarations[name]) }
}

function attributeSpecs(attributes: Readonly<Record<string, Attribute>>) {
  const specs: Record<string, AttributeSpec> = {}
  for (const [key, attribute] of Object.entries(attributes)) {
    specs[key] = {
      default: attribute.default,
      validate: (value: unknown) => {
        if (!obeys(attribute, value)) throw new RangeError(`bad value for attribute ${key}`)
      },
    }
  }
  return specs
}

/** A new draft: every section in order, each with one empty paragraph to write in. */
export function emptyDraft(): Content {
  return {
    type: 'doc',
    content: sectionKeys.map((key) => ({
      type: 'section',
      attrs: { id: key, key },
      content: [{ type: 'paragraph', attrs: { id: `${key}-1` } }],
    })),
  }
}
