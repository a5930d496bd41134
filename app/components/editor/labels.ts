import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { LocaleFormat } from '#app/messages/format.ts'
import { logicOf, noteKindOf, sectionOf } from '#app/text/content.ts'
import { frameId } from '#app/text/framed-slice.ts'
import { saysLogic } from '#app/text/lead-in.ts'
import { letterPoints } from '#app/text/lettering.ts'
import { schema } from '#app/text/schema.ts'
import { blocksOf, type Blocks } from './blocks.ts'

const { point, note, paragraph, entry, entryHeading, section } = schema.nodes

const key = new PluginKey<DecorationSet>('labels')

type Words = Pick<LocaleFormat, 't'>
type Attributes = Record<string, string>

/**
 * Letters of points, titles of notes and the words for an empty line, as attributes that the style
 * sheet shows: they are computed from the position and are no part of the text. `pointsAround`: how many
 * points are around those of a frame.
 */
export function labelsPlugin(locale: Words, pointsAround: number): Plugin {
  const decorate = (doc: Node) => DecorationSet.create(doc, decorations(doc, locale, pointsAround))
  return new Plugin({
    key,
    state: {
      init: (_, state) => decorate(state.doc),
      apply: (tr, known) => (tr.docChanged ? decorate(tr.doc) : known),
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

function decorations(doc: Node, locale: Words, pointsAround: number): Decoration[] {
  const found: Decoration[] = []
  const add = (position: number, node: Node, attributes: Attributes) =>
    found.push(Decoration.node(position, position + node.nodeSize, attributes))
  doc.descendants((node, position, parent) => {
    if (node.isTextblock) {
      if (node.childCount === 0) add(position, node, { 'data-empty': hint(node, parent, locale) })
      return false
    }
    if (node.type === entry || node.type === note) {
      const blocks = blocksOf(node, position + 1)
      const labels = labelsOf(blocks, locale, node.attrs.id === frameId ? pointsAround : 0)
      node.forEach((block, offset, index) => {
        const label = labels[index]
        if (label) add(position + 1 + offset, block, label)
      })
    }
    return true
  })
  return found
}

/** What is shown at each of the blocks: its level, and the letter of a point or the title of a note. */
function labelsOf({ container, places }: Blocks, locale: Words, around: number): Attributes[] {
  const siblings = new Map<number, number[]>()
  places.forEach(({ parent }, index) => {
    siblings.set(parent, [...(siblings.get(parent) ?? []), index])
  })
  const labels: Attributes[] = places.map(() => ({}))
  for (const indexes of siblings.values()) {
    const blocks = indexes.map((index) => ({ index, node: container.child(index) }))
    const points = blocks.filter(({ node }) => node.type === point)
    const level = places[indexes[0] ?? 0]?.level ?? 0
    const letters = letterPoints(
      points.map(({ node }) => ({ label: ownLabel(node) })),
      around + level,
    )
    points.forEach(({ index, node }, place) => {
      labels[index] = pointAttributes(node, letters[place] ?? '', locale)
    })
    for (const [index, title] of noteTitles(blocks, locale)) labels[index] = { 'data-title': title }
    if (level === 0) continue
    for (const index of indexes) labels[index] = { ...labels[index], style: `--level: ${level}` }
  }
  return labels
}

function noteTitles(blocks: readonly { index: number; node: Node }[], { t }: Words) {
  const counts = new Map<string, number>()
  return blocks.flatMap(({ index, node }) => {
    if (node.type !== note) return []
    const kind = noteKindOf({ type: 'note', attrs: node.attrs })
    const ordinal = (counts.get(kind) ?? 0) + 1
    counts.set(kind, ordinal)
    const title = t(`text.note.${kind}`)
    const words = ordinal > 1 ? t('text.note-numbered', { kind: title, ordinal }) : title
    return [[index, words] as const]
  })
}

function pointAttributes(node: Node, letter: string, { t }: Words): Attributes {
  const words = node.attrs.notUsed === true ? `${letter}. ${t('text.not-used')}` : `${letter}.`
  const logic = logicOf({ type: 'point', attrs: node.attrs })
  const isSaid = logic === null || saysLogic(node.textContent)
  return { 'data-label': words, ...(!isSaid && { 'data-logic-words': t(`text.logic.${logic}`) }) }
}

function ownLabel(node: Node): string | null {
  const label: unknown = node.attrs.label
  return typeof label === 'string' ? label : null
}

/** What an empty line says: what a heading is for, or what belongs into a section that is empty. */
function hint(line: Node, parent: Node | null, { t }: Words): string {
  if (line.type === entryHeading) return t('editor.empty-heading')
  if (line.type !== paragraph || parent?.type !== section || parent.childCount > 1) return ''
  return t(`editor.hint.${sectionOf({ type: 'section', attrs: parent.attrs })}`)
}
