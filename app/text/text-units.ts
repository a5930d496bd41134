import * as Y from 'yjs'

/** Units of text in a Yjs document: each character has its client and clock for good. */

/** Units of one client, one after the other. */
export interface Units {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** Words that stand side by side in one line, whether they are still there or not. */
export interface UnitRun {
  readonly words: string
  readonly units: readonly Units[]
  /** The text of the line that they stand in. */
  readonly parent: Y.XmlText
}

interface Piece {
  readonly item: Y.Item
  /** Within the item. */
  from: number
  to: number
}

/** The runs that some units make, in no order. What `isBetween` stands for does not part them. */
export function runsOfUnits(
  doc: Y.Doc,
  ranges: Iterable<Units>,
  isBetween: (item: Y.Item) => boolean,
): UnitRun[] {
  const pieces = piecesOf(doc, ranges)
  const next = (item: Y.Item, side: 'left' | 'right') => {
    let beside = item[side]
    while (beside && !pieces.has(beside) && isBetween(beside)) beside = beside[side]
    return beside ? pieces.get(beside) : undefined
  }
  const isFollowed = (piece: Piece, after: Piece | undefined) =>
    after?.from === 0 && piece.to === piece.item.length
  const runs: UnitRun[] = []
  for (const piece of pieces.values()) {
    const before = next(piece.item, 'left')
    if (before && isFollowed(before, piece)) continue
    const run: Piece[] = []
    for (let at: Piece | undefined = piece; at;) {
      run.push(at)
      const after: Piece | undefined = next(at.item, 'right')
      at = isFollowed(at, after) ? after : undefined
    }
    const parent = piece.item.parent
    if (parent instanceof Y.XmlText) runs.push(runOf(run, parent))
  }
  return runs
}

function runOf(pieces: readonly Piece[], parent: Y.XmlText): UnitRun {
  const wordsOf = ({ item, from, to }: Piece) =>
    item.content instanceof Y.ContentString ? item.content.str.slice(from, to) : ''
  return {
    parent,
    words: pieces.map(wordsOf).join(''),
    units: pieces.map(({ item: { id }, from, to }) => ({
      client: id.client,
      clock: id.clock + from,
      length: to - from,
    })),
  }
}

function piecesOf(doc: Y.Doc, ranges: Iterable<Units>): Map<Y.Item, Piece> {
  const pieces = new Map<Y.Item, Piece>()
  for (const { client, clock, length } of ranges) {
    for (const item of itemsIn(doc, client, clock, clock + length)) {
      const from = Math.max(0, clock - item.id.clock)
      const to = Math.min(item.length, clock + length - item.id.clock)
      const known = pieces.get(item)
      if (known) {
        known.from = Math.min(known.from, from)
        known.to = Math.max(known.to, to)
      } else pieces.set(item, { item, from, to })
    }
  }
  return pieces
}

/** The items of words between two clocks. */
function* itemsIn(doc: Y.Doc, client: number, start: number, end: number): Generator<Y.Item> {
  const structs = doc.store.clients.get(client)
  if (!structs || start >= end || start >= Y.getState(doc.store, client)) return
  for (let index = Y.findIndexSS(structs, start); index < structs.length; index++) {
    const struct = structs[index]
    if (!struct || struct.id.clock >= end) return
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) yield struct
  }
}

/** A part of a run. */
export function sliceOf({ units }: UnitRun, from: number, to: number): Units[] {
  const part: Units[] = []
  let at = 0
  for (const { client, clock, length } of units) {
    const [start, end] = [Math.max(from, at), Math.min(to, at + length)]
    if (start < end) part.push({ client, clock: clock + start - at, length: end - start })
    at += length
  }
  return part
}

interface Span<Value> {
  readonly start: number
  readonly end: number
  readonly value: Value
}

/** Something about each unit of each client; of two that are added about one unit, either is found. */
export class Spans<Value> {
  private readonly spans = new Map<number, Span<Value>[]>()
  private readonly unsorted = new Set<number>()

  add({ client, clock, length }: Units, value: Value): void {
    const spans = this.spans.get(client) ?? []
    if (clock < (spans.at(-1)?.end ?? 0)) this.unsorted.add(client)
    spans.push({ start: clock, end: clock + length, value })
    this.spans.set(client, spans)
  }

  /** What was said about a unit, and how far behind the beginning of what it was said about it stands. */
  find(client: number, clock: number): { value: Value; offset: number } | null {
    const spans = this.spans.get(client) ?? []
    if (this.unsorted.delete(client)) spans.sort((a, b) => a.start - b.start)
    let [low, high] = [0, spans.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const span = spans[middle]
      if (!span) break
      if (clock < span.start) high = middle - 1
      else if (clock >= span.end) low = middle + 1
      else return { value: span.value, offset: clock - span.start }
    }
    return null
  }

  at(client: number, clock: number): Value | null {
    return this.find(client, clock)?.value ?? null
  }
}
