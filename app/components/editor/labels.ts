import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { LocaleFormat } from '#app/messages/format.ts'
import {
  countedNotes,
  letteredPoints,
  logicOf,
  sectionOf,
  type ContentNode,
} from '#app/text/content.ts'
import { schema } from '#app/text/schema.ts'

const { point, note, paragraph, entryHeading, section } = schema.nodes

const key = new PluginKey<DecorationSet>('labels')

/**
 * Letters of points, titles of notes and the words for an empty line, as attributes that the style
 * sheet shows: they are computed from the position and are no part of the text.
 */
export function labelsPlugin(locale: Pick<LocaleFormat, 't'>): Plugin {
  const decorate = (doc: Node) => DecorationSet.create(doc, labels(doc, locale))
  return new Plugin({
    key,
    state: {
      init: (_, state) => decorate(state.doc),
      apply: (tr, known) => (tr.docChanged ? decorate(tr.doc) : known),
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

function labels(doc: Node, { t }: Pick<LocaleFormat, 't'>): Decoration[] {
  const decorations: Decoration[] = []
  const add = (position: number, node: Node, attributes: Record<string, string>) =>
    decorations.push(Decoration.node(position, position + node.nodeSize, attributes))

  function label(parent: Node, start: number, depth: number) {
    const read = readable(parent)
    const points = letteredPoints(read, depth).map(({ label }) => label)
    const notes = countedNotes(read)
    parent.forEach((node, offset) => {
      const position = start + offset
      if (node.type === point) {
        add(position, node, pointAttributes(node, points.shift() ?? ''))
        label(node, position + 1, depth + 1)
      } else if (node.type === note) {
        const { kind, ordinal } = notes.shift() ?? { kind: 'note', ordinal: 1 }
        const title = t(`text.note.${kind}`)
        const words = ordinal > 1 ? t('text.note-numbered', { kind: title, ordinal }) : title
        add(position, node, { 'data-title': words })
        label(node, position + 1, 0)
      } else if (node.childCount === 0) {
        if (node.type === entryHeading)
          add(position, node, { 'data-empty': t('editor.empty-heading') })
        if (node.type === paragraph) add(position, node, { 'data-empty': hint(parent) })
      } else if (!node.isTextblock) label(node, position + 1, 0)
    })
  }

  function hint(parent: Node) {
    const isEmpty = parent.type === section && parent.childCount === 1
    const { key } = parent.attrs
    return isEmpty ? t(`editor.hint.${sectionOf({ type: 'section', attrs: { key } })}`) : ''
  }

  function pointAttributes(node: Node, letter: string): Record<string, string> {
    const words = node.attrs.notUsed === true ? `${letter}. ${t('text.not-used')}` : `${letter}.`
    const logic = logicOf({ type: 'point', attrs: node.attrs })
    return { 'data-label': words, ...(logic && { 'data-logic-words': t(`text.logic.${logic}`) }) }
  }

  label(doc, 0, 0)
  return decorations
}

/** A node and its children without their content: all that lettering reads. */
function readable(parent: Node): ContentNode {
  const content = parent.children.map((child) => ({ type: child.type.name, attrs: child.attrs }))
  return { type: parent.type.name, content }
}
