import * as Y from 'yjs'
import { isThere, itemsOf, type Run, type TextHistory } from './authorship.ts'
import type { Content, ContentAttribute, ContentNode } from './content.ts'
import { elementsOf, type TextElement } from './elements.ts'
import { isTextblock } from './content.ts'

/** Words that came, and maybe went, with one update each, and who wrote them before they stood here. */
export interface WrittenRun extends Run {
  /** The update that brought the words first, wherever they stood then. */
  writtenBy: number
}

/** Knows with which update each unit was written first, and with which it was written anew elsewhere. */
interface Origins {
  writtenBy(client: number, clock: number): number
  movedBy(client: number, clock: number): number | null
}

/** What is read at which moment. */
interface Reading {
  readonly history: TextHistory
  readonly origins: Origins
  readonly seq: number
}

/** One paragraph or heading at one moment, with the words that were gone by then. */
export interface MomentPassage {
  /** Where it stood then; null if the whole passage was gone by then. */
  element: TextElement | null
  /** Others of its words stand elsewhere by then. */
  isMoved: boolean
  /** What had come by then, in order; `deletedBy` later than the moment is null. */
  runs: WrittenRun[]
}

/**
 * A text as it stood after update `seq` of its log, passage by passage in its order, with everything
 * that had been deleted by then where it stood. `origins` knows of words that were split off, joined or
 * moved who wrote them, and that nobody deleted them; without it whoever brought words where they stand
 * wrote them, and what is no more where it was is deleted.
 */
export function momentOf(
  history: TextHistory,
  seq: number,
  origins: Origins = {
    writtenBy: (client, clock) => history.insertedBy({ client, clock }),
    movedBy: () => null,
  },
): MomentPassage[] {
  const found: Found[] = []
  const content: Content = {
    type: 'doc',
    content: nodesIn(history.text, { history, origins, seq }, true, found),
  }
  const lines = elementsOf(content).filter(({ kind }) => kind === 'paragraph' || kind === 'heading')
  // The lines that were there are met in the order in which they are read.
  let next = 0
  return found
    .map(({ isThere, ...found }) => ({
      element: isThere ? (lines[next++] ?? null) : null,
      ...found,
    }))
    .filter(({ runs }) => runs.length > 0)
}

interface Found extends Pick<MomentPassage, 'runs' | 'isMoved'> {
  isThere: boolean
}

function nodesIn(
  parent: Y.XmlFragment,
  reading: Reading,
  isParentThere: boolean,
  found: Found[],
): ContentNode[] {
  const { history, seq } = reading
  const nodes: ContentNode[] = []
  for (const { id, content } of itemsOf(parent)) {
    if (!(content instanceof Y.ContentType)) continue
    const child: unknown = content.type
    if (!(child instanceof Y.XmlElement)) continue
    const [insertedBy, deletedBy] = [history.insertedBy(id), history.deletedBy(id)]
    if (insertedBy > seq) continue
    const isStanding = isParentThere && isThere({ insertedBy, deletedBy }, seq)
    const node = nodeOf(child, reading, isStanding, found)
    if (isStanding) nodes.push(node)
  }
  return nodes
}

function nodeOf(
  element: Y.XmlElement,
  reading: Reading,
  isStanding: boolean,
  found: Found[],
): ContentNode {
  const type = element.nodeName
  const attrs = attributesAt(element, reading)
  if (!isTextblock({ type })) {
    return { type, attrs, content: nodesIn(element, reading, isStanding, found) }
  }
  const { runs, isMoved } = wordsIn(element, reading)
  found.push({ isThere: isStanding, runs, isMoved })
  const words = runs
    .filter(({ deletedBy }) => deletedBy === null)
    .map((run) => run.words)
    .join('')
  return { type, attrs, content: words === '' ? [] : [{ type: 'text', text: words }] }
}

function wordsIn(element: Y.XmlElement, reading: Reading): Pick<Found, 'runs' | 'isMoved'> {
  const runs: WrittenRun[] = []
  let isMoved = false
  for (const { content } of itemsOf(element)) {
    if (!(content instanceof Y.ContentType)) continue
    const child: unknown = content.type
    if (child instanceof Y.XmlText && addRuns(runs, child, reading)) isMoved = true
  }
  return { runs, isMoved }
}

/** Adds what is of this line; whether there was more of it that stands elsewhere. */
function addRuns(runs: WrittenRun[], text: Y.XmlText, { history, origins, seq }: Reading): boolean {
  let isMoved = false
  for (const { id, content } of itemsOf(text)) {
    if (!(content instanceof Y.ContentString)) continue
    for (const [index, unit] of content.str.split('').entries()) {
      const at = Y.createID(id.client, id.clock + index)
      const insertedBy = history.insertedBy(at)
      if (insertedBy > seq) continue
      const gone = history.deletedBy(at)
      if (history.wasOnItsWay(at, text)) continue
      const deletedBy = gone !== null && gone <= seq ? gone : null
      const moved = deletedBy === null ? null : origins.movedBy(at.client, at.clock)
      if (moved !== null && moved <= seq) {
        isMoved = true
        continue
      }
      const writtenBy = origins.writtenBy(at.client, at.clock)
      const last = runs.at(-1)
      const isOne =
        last?.insertedBy === insertedBy &&
        last.deletedBy === deletedBy &&
        last.writtenBy === writtenBy
      if (isOne) last.words += unit
      else runs.push({ words: unit, insertedBy, deletedBy, writtenBy })
    }
  }
  return isMoved
}

/** What was set then: the values of an attribute stand behind each other, the newest first. */
function attributesAt(element: Y.XmlElement, { history, seq }: Reading) {
  const attributes: Record<string, ContentAttribute> = {}
  for (const [name, newest] of element._map) {
    for (let item: Y.Item | null = newest; item; item = item.left) {
      const value = valueAt(item, history, seq)
      if (value === undefined) continue
      attributes[name] = value
      break
    }
  }
  return attributes
}

function valueAt(
  { id, content }: Y.Item,
  history: TextHistory,
  seq: number,
): ContentAttribute | undefined {
  const values: unknown[] = content instanceof Y.ContentAny ? content.arr : []
  for (let index = values.length - 1; index >= 0; index--) {
    const at = Y.createID(id.client, id.clock + index)
    const time = { insertedBy: history.insertedBy(at), deletedBy: history.deletedBy(at) }
    const value = values[index]
    if (isThere(time, seq) && isAttribute(value)) return value
  }
  return undefined
}

function isAttribute(value: unknown): value is ContentAttribute {
  return value === null || ['string', 'boolean', 'number'].includes(typeof value)
}
