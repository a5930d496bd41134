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
  readonly from: number
  to: number
}

/** The runs that some units make, in no order. What `isBetween` stands for does not part them. */
export function runsOfUnits(
  doc: Y.Doc,
  ranges: Iterable<Units>,
  isBetween: (item: Y.Item) => boolean,
): UnitRun[] {
  const pieces = piecesOf(doc, ranges)
  const following = new Map<Piece, Piece>()
  for (const [item, own] of pieces) {
    for (const [index, piece] of own.entries()) {
      const after = own[index + 1] ?? firstBehind(pieces, item, piece, isBetween)
      if (!after) continue
      const isBeside = after.item !== item && after.from === 0
      // Yjs puts deleted units into one item with those beside them that went long before.
      if (isBeside || isBetween(after.item)) following.set(piece, after)
    }
  }
  const isBegun = new Set(following.values())
  const runs: UnitRun[] = []
  for (const first of [...pieces.values()].flat()) {
    const parent = first.item.parent
    if (isBegun.has(first) || !(parent instanceof Y.XmlText)) continue
    const run: Piece[] = []
    for (let at: Piece | undefined = first; at; at = following.get(at)) run.push(at)
    runs.push(runOf(run, parent))
  }
  return runs
}

/** Of the items behind one, the first piece, where nothing else stands between. */
function firstBehind(
  pieces: ReadonlyMap<Y.Item, readonly Piece[]>,
  item: Y.Item,
  { to }: Piece,
  isBetween: (item: Y.Item) => boolean,
): Piece | undefined {
  if (to < item.length && !isBetween(item)) return undefined
  let beside = item.right
  while (beside && !pieces.has(beside) && isBetween(beside)) beside = beside.right
  return beside ? pieces.get(beside)?.[0] : undefined
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

/** The pieces of each item, in order; those that touch are one. */
function piecesOf(doc: Y.Doc, ranges: Iterable<Units>): Map<Y.Item, Piece[]> {
  const pieces = new Map<Y.Item, Piece[]>()
  for (const { client, clock, length } of ranges) {
    for (const item of itemsIn(doc, client, clock, clock + length)) {
      const from = Math.max(0, clock - item.id.clock)
      const to = Math.min(item.length, clock + length - item.id.clock)
      pieces.set(item, [...(pieces.get(item) ?? []), { item, from, to }])
    }
  }
  for (const [item, own] of pieces) if (own.length > 1) pieces.set(item, joined(own))
  return pieces
}

function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last && piece.from <= last.to) last.to = Math.max(last.to, piece.to)
    else whole.push({ ...piece })
  }
  return whole
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

/** Units of which one thing was said, or nothing. */
interface Stretch<Value> {
  readonly units: Units
  readonly value: Value | null
  /** How far behind the beginning of what it was said about they stand. */
  readonly offset: number
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

  get isEmpty(): boolean {
    return this.spans.size === 0
  }

  add({ client, clock, length }: Units, value: Value): void {
    const spans = this.spans.get(client) ?? []
    if (clock < (spans.at(-1)?.end ?? 0)) this.unsorted.add(client)
    spans.push({ start: clock, end: clock + length, value })
    this.spans.set(client, spans)
  }

  /** Says it about those of which nothing was said. */
  addOnce(units: Units, value: Value): void {
    for (const part of this.over(units)) if (part.value === null) this.add(part.units, value)
  }

  /** What was said about a unit, and how far behind the beginning of what it was said about it stands. */
  find(client: number, clock: number): { value: Value; offset: number } | null {
    const span = this.spanAt(client, clock)
    return span && { value: span.value, offset: clock - span.start }
  }

  private nextStart(client: number, clock: number): number {
    const next = this.spans.get(client)?.find(({ start }) => start > clock)
    return next?.start ?? Infinity
  }

  private spanAt(client: number, clock: number): Span<Value> | null {
    const spans = this.spans.get(client) ?? []
    if (this.unsorted.delete(client)) spans.sort((a, b) => a.start - b.start)
    let [low, high] = [0, spans.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const span = spans[middle]
      if (!span) break
      if (clock < span.start) high = middle - 1
      else if (clock >= span.end) low = middle + 1
      else return span
    }
    return null
  }

  /** The stretches of some units, each with what was said about it; null where nothing was. */
  *over({ client, clock, length }: Units): Generator<Stretch<Value>> {
    const end = clock + length
    for (let at = clock; at < end;) {
      const span = this.spanAt(client, at)
      const stop = Math.min(end, span ? span.end : this.nextStart(client, at))
      const units = { client, clock: at, length: stop - at }
      yield { units, value: span?.value ?? null, offset: span ? at - span.start : 0 }
      at = stop
    }
  }

  at(client: number, clock: number): Value | null {
    return this.find(client, clock)?.value ?? null
  }
}
