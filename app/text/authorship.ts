import * as Y from 'yjs'
import { newLiveText } from './live-text.ts'

/**
 * Who wrote and who deleted what, read from the log of a text: nothing else says so, since a text
 * itself knows neither who deleted words nor when they came. Words that were typed and deleted before
 * they were stored are in no log.
 */

/** An update of the log with its number. */
export interface NumberedUpdate {
  seq: number
  update: Uint8Array
}

/** Words that came with one update and, if they are gone, went with one. */
export interface Run {
  words: string
  insertedBy: number
  /** Null as long as they stand in the text. */
  deletedBy: number | null
}

/** What one paragraph or heading ever held, in order; words that are gone stand where they stood. */
export interface Passage {
  /** Name of the element in the grammar. */
  element: string
  id: string | null
  runs: Run[]
}

/** Replays the log from its beginning, in order. Whoever split a line wrote what then stood behind. */
export function authorshipOf(log: readonly NumberedUpdate[]): Passage[] {
  const { doc, text } = newLiveText({ keepsDeleted: true })
  const inserted = new Spans()
  const deleted = new Spans()
  let seq = 0
  doc.on('afterTransaction', ({ beforeState, afterState, deleteSet }: Y.Transaction) => {
    for (const [client, end] of afterState) {
      const start = beforeState.get(client) ?? 0
      if (end > start) inserted.add(client, start, end, seq)
    }
    for (const [client, ranges] of deleteSet.clients) {
      for (const { clock, len } of ranges) deleted.add(client, clock, clock + len, seq)
    }
  })
  for (const each of log) {
    seq = each.seq
    Y.applyUpdate(doc, each.update)
  }
  return passagesIn(text, { inserted, deleted })
}

/** The passages as they stood after update `seq`, without those that had no words then. */
export function wordsAt(passages: readonly Passage[], seq: number): string[] {
  const isThere = ({ insertedBy, deletedBy }: Run) =>
    insertedBy <= seq && (deletedBy === null || deletedBy > seq)
  return passages
    .map(({ runs }) =>
      runs
        .filter(isThere)
        .map(({ words }) => words)
        .join(''),
    )
    .filter((words) => words !== '')
}

interface History {
  inserted: Spans
  deleted: Spans
}

function passagesIn(parent: Y.XmlFragment, history: History): Passage[] {
  const passages: Passage[] = []
  const runs: Run[] = []
  for (const { content } of itemsOf(parent)) {
    if (!(content instanceof Y.ContentType)) continue
    const child: unknown = content.type
    if (child instanceof Y.XmlText) runs.push(...runsIn(child, history))
    else if (child instanceof Y.XmlElement) passages.push(...passagesIn(child, history))
  }
  if (runs.length === 0 || !(parent instanceof Y.XmlElement)) return passages
  const id: unknown = parent.getAttribute('id')
  return [{ element: parent.nodeName, id: typeof id === 'string' ? id : null, runs }, ...passages]
}

function runsIn(text: Y.XmlText, { inserted, deleted }: History): Run[] {
  const runs: Run[] = []
  for (const { id, content } of itemsOf(text)) {
    if (!(content instanceof Y.ContentString)) continue
    for (const [index, unit] of content.str.split('').entries()) {
      const clock = id.clock + index
      const insertedBy = inserted.at(id.client, clock) ?? 0
      const deletedBy = deleted.at(id.client, clock)
      const last = runs.at(-1)
      if (last?.insertedBy === insertedBy && last.deletedBy === deletedBy) last.words += unit
      else runs.push({ words: unit, insertedBy, deletedBy })
    }
  }
  return runs
}

function* itemsOf({ _start }: Y.XmlFragment | Y.XmlText): Generator<Y.Item> {
  for (let item = _start; item; item = item.right) yield item
}

interface Span {
  start: number
  end: number
  seq: number
}

/** By which update each clock of each client came or went; each does so once. */
class Spans {
  private readonly spans = new Map<number, Span[]>()
  private isSorted = true

  add(client: number, start: number, end: number, seq: number): void {
    const spans = this.spans.get(client) ?? []
    spans.push({ start, end, seq })
    this.spans.set(client, spans)
    this.isSorted = false
  }

  at(client: number, clock: number): number | null {
    this.sort()
    const spans = this.spans.get(client) ?? []
    let [low, high] = [0, spans.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const span = spans[middle]
      if (!span) break
      if (clock < span.start) high = middle - 1
      else if (clock >= span.end) low = middle + 1
      else return span.seq
    }
    return null
  }

  private sort() {
    if (this.isSorted) return
    for (const spans of this.spans.values()) spans.sort((a, b) => a.start - b.start)
    this.isSorted = true
  }
}
