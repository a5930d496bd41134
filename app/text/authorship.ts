import * as Y from 'yjs'
import { newLiveText, type LiveText } from './live-text.ts'
import { UpdateSpans } from './update-spans.ts'

/**
 * Who wrote and who deleted what, read from the log of a text: nothing else says so, since a text
 * itself knows neither who deleted words nor when they came. Words that were typed and deleted before
 * they were stored are in no log, and what somebody put in and took out with one update was in no text.
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

/** What is kept of a history, so that its log need not be replayed from the beginning. */
export interface KeptHistory {
  seq: number
  /** The text with all that was ever deleted from it. */
  state: Uint8Array
  inserted: number[]
  deleted: number[]
}

/**
 * A text with all that it ever held, and by which update each character came and went. Whoever split
 * a line wrote what then stood behind.
 */
export class TextHistory {
  readonly text: Y.XmlFragment
  private last = 0

  private constructor(
    private readonly live: LiveText,
    private readonly inserted: UpdateSpans,
    private readonly deleted: UpdateSpans,
  ) {
    this.text = live.text
    live.doc.on('afterTransaction', (transaction: Y.Transaction) => this.note(transaction))
  }

  static begin(): TextHistory {
    return new TextHistory(
      newLiveText({ keepsDeleted: true }),
      new UpdateSpans(),
      new UpdateSpans(),
    )
  }

  static from({ seq, state, inserted, deleted }: KeptHistory): TextHistory {
    const live = newLiveText({ keepsDeleted: true })
    Y.applyUpdate(live.doc, state)
    const history = new TextHistory(
      live,
      UpdateSpans.fromNumbers(inserted),
      UpdateSpans.fromNumbers(deleted),
    )
    history.last = seq
    return history
  }

  /** The number of the last update that it has taken. */
  get seq(): number {
    return this.last
  }

  /** Takes what follows in the log; what it has already is passed over. */
  take(log: readonly NumberedUpdate[]): this {
    for (const { seq, update } of log) {
      if (seq <= this.last) continue
      this.last = seq
      Y.applyUpdate(this.live.doc, update)
    }
    return this
  }

  keep(): KeptHistory {
    return {
      seq: this.last,
      state: Y.encodeStateAsUpdate(this.live.doc),
      inserted: this.inserted.toNumbers(),
      deleted: this.deleted.toNumbers(),
    }
  }

  passages(): Passage[] {
    return this.passagesIn(this.text)
  }

  /** By which update something came; 0 if no update of the log is known to have brought it. */
  insertedBy({ client, clock }: Pick<Y.ID, 'client' | 'clock'>): number {
    return this.inserted.at(client, clock) ?? 0
  }

  deletedBy({ client, clock }: Y.ID): number | null {
    return this.deleted.at(client, clock)
  }

  /**
   * Whether who brought a unit of a line took it away again with the same update. What came into a line
   * that had gone before went with that.
   */
  wasOnItsWay(unit: Y.ID, { _item: line }: Y.XmlText): boolean {
    const seq = this.insertedBy(unit)
    const lineWent = line && this.deletedBy(line.id)
    return this.deletedBy(unit) === seq && (lineWent === null || lineWent > seq)
  }

  /** The words of one line, of whatever time. */
  runsIn(text: Y.XmlText): Run[] {
    const runs: Run[] = []
    for (const { id, content } of itemsOf(text)) {
      if (!(content instanceof Y.ContentString)) continue
      for (const [index, unit] of content.str.split('').entries()) {
        const at = Y.createID(id.client, id.clock + index)
        const [insertedBy, deletedBy] = [this.insertedBy(at), this.deletedBy(at)]
        if (this.wasOnItsWay(at, text)) continue
        const last = runs.at(-1)
        if (last?.insertedBy === insertedBy && last.deletedBy === deletedBy) last.words += unit
        else runs.push({ words: unit, insertedBy, deletedBy })
      }
    }
    return runs
  }

  private passagesIn(parent: Y.XmlFragment): Passage[] {
    const passages: Passage[] = []
    const runs: Run[] = []
    for (const { content } of itemsOf(parent)) {
      if (!(content instanceof Y.ContentType)) continue
      const child: unknown = content.type
      if (child instanceof Y.XmlText) runs.push(...this.runsIn(child))
      else if (child instanceof Y.XmlElement) passages.push(...this.passagesIn(child))
    }
    if (runs.length === 0 || !(parent instanceof Y.XmlElement)) return passages
    const id: unknown = parent.getAttribute('id')
    return [{ element: parent.nodeName, id: typeof id === 'string' ? id : null, runs }, ...passages]
  }

  private note({ beforeState, afterState, deleteSet }: Y.Transaction) {
    for (const [client, end] of afterState) {
      const start = beforeState.get(client) ?? 0
      if (end > start) this.inserted.add(client, start, end, this.last)
    }
    for (const [client, ranges] of deleteSet.clients) {
      for (const { clock, len } of ranges) this.deleted.add(client, clock, clock + len, this.last)
    }
  }
}

/** Replays the log from its beginning, in order. */
export function authorshipOf(log: readonly NumberedUpdate[]): Passage[] {
  return TextHistory.begin().take(log).passages()
}

/** The passages as they stood after update `seq`, without those that had no words then. */
export function wordsAt(passages: readonly Passage[], seq: number): string[] {
  return passages
    .map(({ runs }) =>
      runs
        .filter((run) => isThere(run, seq))
        .map(({ words }) => words)
        .join(''),
    )
    .filter((words) => words !== '')
}

export function isThere({ insertedBy, deletedBy }: Omit<Run, 'words'>, seq: number): boolean {
  return insertedBy <= seq && (deletedBy === null || deletedBy > seq)
}

export function* itemsOf({ _start }: Y.XmlFragment | Y.XmlText): Generator<Y.Item> {
  for (let item = _start; item; item = item.right) yield item
}
