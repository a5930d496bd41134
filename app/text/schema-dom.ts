import type { MarkSpec, NodeSpec } from 'prosemirror-model'
import { obeys, type Attribute, type Rule } from './attributes.ts'
import { markDeclarations, nodeDeclarations, type MarkName, type NodeName } from './grammar.ts'

/** How nodes and marks are written to and read from HTML: by the editor, the clipboard and paste. */

type NodeDom = Pick<NodeSpec, 'toDOM' | 'parseDOM'>
type MarkDom = Pick<MarkSpec, 'toDOM' | 'parseDOM'>

/** A node as an element that carries every attribute that is set as `data-…`. */
function element(tag: string, name: NodeName): NodeDom {
  const declared: Readonly<Record<string, unknown>> = nodeDeclarations[name].attributes
  const keys = Object.keys(declared)
  return {
    toDOM: (node) => {
      const set = keys.filter(
        (key) => node.attrs[key] !== null && node.attrs[key] !== false && node.attrs[key] !== 0,
      )
      const attributes = set.map((key) => [dataName(key), String(node.attrs[key])])
      return [tag, { 'data-node': name, ...Object.fromEntries(attributes) }, 0]
    },
    parseDOM: [
      {
        tag: `${tag}[data-node="${name}"]`,
        getAttrs: (dom) => readAttributes(dom, nodeDeclarations[name].attributes),
        priority: 60,
      },
    ],
  }
}

function readAttributes(dom: HTMLElement, declared: Readonly<Record<string, Attribute>>) {
  const read: Record<string, unknown> = {}
  for (const [key, attribute] of Object.entries(declared)) {
    const written = dom.getAttribute(dataName(key))
    const value = written === null ? null : valueOf(written, attribute.rule)
    if (value !== null && obeys(attribute, value)) read[key] = value
  }
  return read
}

function valueOf(written: string, { kind }: Rule): string | boolean | number {
  if (kind === 'boolean') return written === 'true'
  return kind === 'level' || kind === 'count' ? Number(written) : written
}

function dataName(key: string) {
  return `data-${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

const paragraph = element('p', 'paragraph')
const bulletList = element('ul', 'bulletList')
const orderedList = element('ol', 'orderedList')
const listItem = element('li', 'listItem')

const plainCell = element('td', 'tableCell')

/** A browser lays a cell out by the attributes of HTML. */
const cell: NodeDom = {
  ...plainCell,
  toDOM: ({ attrs }) => {
    const { id, colspan, rowspan } = attrs
    return [
      'td',
      {
        'data-node': 'tableCell',
        ...(id !== null && { 'data-id': String(id) }),
        ...(colspan !== 1 && { colspan: String(colspan), 'data-colspan': String(colspan) }),
        ...(rowspan !== 1 && { rowspan: String(rowspan), 'data-rowspan': String(rowspan) }),
      },
      0,
    ]
  },
}

export const nodeDom: Record<Exclude<NodeName, 'doc' | 'text'>, NodeDom> = {
  section: element('section', 'section'),
  paragraph: { ...paragraph, parseDOM: [...(paragraph.parseDOM ?? []), { tag: 'p' }] },
  entry: element('article', 'entry'),
  entryHeading: element('p', 'entryHeading'),
  point: element('div', 'point'),
  note: element('aside', 'note'),
  bulletList: { ...bulletList, parseDOM: [...(bulletList.parseDOM ?? []), { tag: 'ul' }] },
  orderedList: { ...orderedList, parseDOM: [...(orderedList.parseDOM ?? []), { tag: 'ol' }] },
  listItem: { ...listItem, parseDOM: [...(listItem.parseDOM ?? []), { tag: 'li' }] },
  table: element('table', 'table'),
  tableRow: element('tr', 'tableRow'),
  tableCell: cell,
}

export const markDom: Record<MarkName, MarkDom> = {
  link: {
    toDOM: (mark) => ['a', { href: String(mark.attrs.href), rel: 'noopener noreferrer' }, 0],
    parseDOM: [
      {
        tag: 'a[href]',
        // A link that may not stand in a text is dropped and its words are kept.
        getAttrs: (dom) => {
          const href = dom.getAttribute('href') ?? ''
          return obeys(markDeclarations.link.href, href) && { href }
        },
      },
    ],
  },
  parameter: {
    toDOM: (mark) => ['span', { 'data-parameter': String(mark.attrs.id ?? '') }, 0],
    parseDOM: [
      {
        tag: 'span[data-parameter]',
        getAttrs: (dom) => {
          const id = dom.dataset.parameter ?? ''
          return { id: obeys(markDeclarations.parameter.id, id) ? id : null }
        },
      },
    ],
  },
  reference: {
    toDOM: ({ attrs }) => {
      const set = Object.entries(attrs).filter(([, value]) => value !== null)
      const written = set.map(([key, value]) => [dataName(key), String(value)])
      return [
        'span',
        { class: 'reference', 'data-reference': '', ...Object.fromEntries(written) },
        0,
      ]
    },
    parseDOM: [
      {
        tag: 'span[data-reference]',
        getAttrs: (dom) => readAttributes(dom, markDeclarations.reference),
      },
    ],
  },
  bold: {
    toDOM: () => ['strong', 0],
    parseDOM: [
      { tag: 'strong' },
      // Google Docs wraps what it copies in a <b> that is not bold.
      { tag: 'b', getAttrs: (dom) => dom.style.fontWeight !== 'normal' && null },
      {
        style: 'font-weight',
        getAttrs: (weight) => /^(bold(er)?|[6-9]\d{2})$/.test(weight) && null,
      },
    ],
  },
  italic: {
    toDOM: () => ['em', 0],
    parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
  },
  superscript: {
    toDOM: () => ['sup', 0],
    parseDOM: [{ tag: 'sup' }, { style: 'vertical-align=super' }],
  },
  subscript: {
    toDOM: () => ['sub', 0],
    parseDOM: [{ tag: 'sub' }, { style: 'vertical-align=sub' }],
  },
}
