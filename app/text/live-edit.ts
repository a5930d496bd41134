import { diffArrays } from 'diff'
import { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import { checkContent } from './check.ts'
import {
  identified,
  idOf,
  isTextblock,
  withIds,
  type Content,
  type ContentMark,
  type ContentNode,
} from './content.ts'
import { inlineName, inlineWords, withoutReferences, type InlineWord } from './inline.ts'
import { flattened, outline, unfolded } from './levels.ts'
import { contentOf, elementOf, newText } from './live-text.ts'
import { isSame, referenceOf } from './references.ts'
import { schema } from './schema.ts'
import type { LiveEdit } from './slice.ts'

/**
 * Edits of a living text that name elements of its frozen form. Only what differs is written: words
 * that stay are the same characters as before, so that who wrote them, comments on them and carets in
 * them stay too.
 */

/** Makes the edit; false, and nothing changed, where the element is not there. */
export function editLive(text: Y.XmlFragment, edit: LiveEdit): boolean {
  const place = findPlace(text, edit.elementId)
  if (!place) return false
  const { parent, first, end, level } = place
  // With what stands in a point beside it, as a text is written, and with all attributes.
  const flat = edit.slice.flatMap((node) => unfolded(node, level)).map(shown)
  if (edit.kind === 'insert-after') parent.insert(end, flat.map(elementOf))
  else writeChildren(parent, first, end, flat)
  return true
}

/** Makes a text say what a frozen one says, by what differs between them. */
export function writeLive(text: Y.XmlFragment, content: Content) {
  writeChildren(text, 0, text.length, shown(flattened(content)).content ?? [])
}

interface LivePlace {
  readonly parent: Y.XmlFragment
  /** The children of the parent that are the element: itself, and what stands in it if it is a point. */
  readonly first: number
  readonly end: number
  readonly level: number
}

/** Elements stand in the same order in both forms: the place of the id in one is that in the other. */
function findPlace(text: Y.XmlFragment, elementId: string): LivePlace | null {
  const checked = checkContent(contentOf(text))
  if (!checked.ok) return null
  const order = idsInOrder(withIds(asShown(checked.content)))
  const wanted = order.indexOf(elementId)
  if (wanted === -1) return null
  let count = -1
  const visit = (parent: Y.XmlFragment): LivePlace | null => {
    for (const [index, child] of parent.toArray().entries()) {
      if (!(child instanceof Y.XmlElement)) continue
      if (identified.has(child.nodeName) && ++count === wanted) return placeOf(parent, index, child)
      const found = visit(child)
      if (found) return found
    }
    return null
  }
  return visit(text)
}

function asShown(content: Content): Content {
  return Node.fromJSON(schema, content).toJSON() as Content
}

function idsInOrder(node: ContentNode): string[] {
  return (node.content ?? []).flatMap((child) => [
    ...(identified.has(child.type) ? [idOf(child)] : []),
    ...idsInOrder(child),
  ])
}

function placeOf(parent: Y.XmlFragment, first: number, element: Y.XmlElement): LivePlace {
  const isOutlined = parent instanceof Y.XmlElement && /^(entry|note)$/.test(parent.nodeName)
  if (!isOutlined) return { parent, first, end: first + 1, level: 0 }
  const children = parent.toArray().filter((child) => child instanceof Y.XmlElement)
  const places = outline(
    children.map((child) => ({ isPoint: child.nodeName === 'point', level: levelOf(child) })),
  )
  const level = places[first]?.level ?? 0
  let end = first + 1
  if (element.nodeName === 'point') while ((places[end]?.level ?? -1) > level) end++
  return { parent, first, end, level }
}

function levelOf(element: Y.XmlElement): number {
  const level: unknown = element.getAttribute('level')
  return typeof level === 'number' ? level : 0
}

function shown(node: ContentNode): ContentNode {
  return Node.fromJSON(schema, node).toJSON() as ContentNode
}

function writeChildren(
  parent: Y.XmlFragment,
  first: number,
  end: number,
  wanted: readonly ContentNode[],
) {
  const there = parent.toArray().slice(first, end)
  const names = there.map((child) =>
    child instanceof Y.XmlElement ? nameOf(child.nodeName, child.getAttribute('id')) : 'words',
  )
  let at = first
  let next = 0
  for (const { added, removed, value } of diffArrays(names, wanted.map(nameOfNode))) {
    if (removed) parent.delete(at, value.length)
    else if (added) {
      parent.insert(at, wanted.slice(next, next + value.length).map(elementOf))
      at += value.length
      next += value.length
    } else {
      for (const node of wanted.slice(next, next + value.length)) {
        const child = parent.get(at++)
        if (child instanceof Y.XmlElement) writeElement(child, node)
      }
      next += value.length
    }
  }
}

function nameOf(type: string, id: unknown): string {
  return `${type} ${typeof id === 'string' ? id : ''}`
}

function nameOfNode(node: ContentNode): string {
  return nameOf(node.type, node.attrs?.id)
}

function writeElement(element: Y.XmlElement, node: ContentNode) {
  writeAttributes(element, node)
  if (isTextblock(node)) writeLine(element, node)
  else {
    writeChildren(element, 0, element.length, node.content ?? [])
  }
}

function writeAttributes(element: Y.XmlElement, node: ContentNode) {
  const defaults = schema.nodes[node.type]?.spec.attrs ?? {}
  const attributes: Y.XmlElement<Record<string, string | boolean | number>> = element
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    const there: unknown = element.getAttribute(name) ?? defaults[name]?.default ?? null
    if (there === value) continue
    if (value === null) element.removeAttribute(name)
    else attributes.setAttribute(name, value)
  }
}

/**
 * Changes the words of a line where they differ, formatting included. Of words that only refer to
 * something else the marks alone are written.
 */
function writeLine(line: Y.XmlElement, node: ContentNode) {
  const texts = line.toArray().filter((child) => child instanceof Y.XmlText)
  const there = texts.flatMap((text) =>
    inlineWords(withoutReferences({ type: node.type, content: runsIn(text) })),
  )
  const wanted = inlineWords(withoutReferences(node))
  if (texts.length === 0) {
    line.insert(0, [newText(node.content ?? [])])
    return
  }
  const place = new TextPlace(texts)
  for (const { stays, gone, came } of changesOf(there, wanted)) {
    place.skip(lengthOf(stays))
    place.delete(lengthOf(gone))
    for (const word of came) place.insert(word)
  }
  writeReferences(texts, node)
}

interface Change {
  /** Words that stay before it. */
  readonly stays: InlineWord[]
  readonly gone: InlineWord[]
  readonly came: InlineWord[]
}

/**
 * What goes and what comes between words that stay, in order. Spaces are no words: one that only stands
 * between two changes goes and comes with them, so that words which came together are one stretch.
 */
function changesOf(there: readonly InlineWord[], wanted: readonly InlineWord[]): Change[] {
  const changes: Change[] = []
  let stays: InlineWord[] = []
  let [last, next] = [0, 0]
  for (const { added, removed, value } of diffArrays(
    there.map(inlineName),
    wanted.map(inlineName),
  )) {
    const gone = added ? [] : there.slice(last, last + value.length)
    const came = removed ? [] : wanted.slice(next, next + value.length)
    last += gone.length
    next += came.length
    if (!added && !removed) {
      stays = gone
      continue
    }
    const before = changes.at(-1)
    if (before && stays.every(isSpace)) {
      before.gone.push(...stays, ...gone)
      before.came.push(...stays, ...came)
    } else changes.push({ stays, gone: [...gone], came: [...came] })
    stays = []
  }
  return changes
}

function isSpace({ text }: InlineWord): boolean {
  return text.trim() === ''
}

/** Marks the words of a line, which are all there, as those of another that says the same. */
function writeReferences(texts: readonly Y.XmlText[], node: ContentNode) {
  const wanted = referenceOfEach(node.content ?? [])
  let at = 0
  for (const text of texts) {
    const there = referenceOfEach(runsIn(text))
    for (let from = 0; from < there.length;) {
      const mark = wanted[at + from]
      let to = from
      while (to < there.length && !isSameMark(there[to], mark) && wanted[at + to] === mark) to++
      if (to > from) text.format(from, to - from, { reference: mark?.attrs ?? null })
      from = Math.max(to, from + 1)
    }
    at += there.length
  }
}

/** Of each character the mark of the reference that it is of. */
function referenceOfEach(runs: readonly ContentNode[]): (ContentMark | undefined)[] {
  return runs.flatMap(({ text = '', marks = [] }) => {
    const mark = marks.find(({ type }) => type === 'reference')
    return Array.from({ length: text.length }, () => mark)
  })
}

function isSameMark(one: ContentMark | undefined, other: ContentMark | undefined): boolean {
  if (!one || !other) return one === other
  return isSame(referenceOf(one), referenceOf(other))
}

function lengthOf(words: readonly InlineWord[]): number {
  return words.reduce((sum, { text }) => sum + text.length, 0)
}

interface Run {
  insert: string
  attributes?: Record<string, ContentNode['attrs']>
}

function runsIn(text: Y.XmlText): ContentNode[] {
  const runs: Run[] = text.toDelta()
  return runs.map(({ insert, attributes = {} }) => ({
    type: 'text',
    text: insert,
    marks: Object.entries(attributes).map(([type, attrs = {}]) => ({ type, attrs })),
  }))
}

/** A place in a line, which may have several texts. */
class TextPlace {
  #index = 0
  #offset = 0

  constructor(private readonly texts: readonly Y.XmlText[]) {}

  skip(length: number) {
    this.#each(length, (_text, part) => {
      this.#offset += part
    })
  }

  delete(length: number) {
    this.#each(length, (text, part) => text.delete(this.#offset, part))
  }

  insert({ run, text }: InlineWord) {
    const marks = (run.marks ?? []).map(({ type, attrs = {} }) => [type, attrs] as const)
    this.texts[this.#index]?.insert(this.#offset, text, Object.fromEntries(marks))
    this.#offset += text.length
  }

  #each(length: number, act: (text: Y.XmlText, part: number) => void) {
    let left = length
    while (left > 0) {
      const text = this.texts[this.#index]
      if (!text) return
      const part = Math.min(left, text.length - this.#offset)
      if (part > 0) act(text, part)
      left -= part
      if (left > 0) {
        this.#index++
        this.#offset = 0
      }
    }
  }
}
