import * as Y from 'yjs'
import { giveOwnIds, IdWatch } from '#app/text/doubled-ids.ts'
import type { LiveText } from '#app/text/live-text.ts'
import type { LoggedUpdate } from '#db/document-log.server.ts'
import { liveTextOf, type StoredText } from '#db/document-text.server.ts'
import { Gate, type Part, type Verdict } from './gate.server.ts'
import { merged } from './merged.ts'
import type { Author } from './round-ledger.ts'

/** What somebody lacks: `update` brings them to `seq`, `more` from there to where the copy is. */
export interface State {
  seq: number
  update: Uint8Array
  more: { seq: number; update: Uint8Array } | null
}

/**
 * A text on this node: between rounds it is equal to the log up to `seq`. As long as it is only passed
 * on it stays the bytes that the log gave; it is read into memory, with the gate before it, when
 * somebody writes or asks for what they lack.
 */
export class LiveCopy {
  private opened: { live: LiveText; gate: Gate; ids: IdWatch } | null = null
  private whole: { seq: number; state: State } | null = null

  constructor(
    private stored: Omit<StoredText, 'corrupt'> | null,
    public seq: number,
  ) {}

  get isOpen(): boolean {
    return this.opened !== null
  }

  /** Reads the text into memory; null when its snapshot cannot be read, and `replace` is needed. */
  open(): LiveText | null {
    if (this.stored) {
      const live = liveTextOf(this.stored)
      if (!live) return null
      this.replace(live)
    }
    return this.opened?.live ?? null
  }

  /** Whether all that somebody has who has this state vector is here. */
  holds(stateVector: Uint8Array): boolean {
    if (isNothing(stateVector)) return true
    const { store } = this.inMemory.live.doc
    return [...Y.decodeStateVector(stateVector)].every(
      ([client, clock]) => clock <= Y.getState(store, client),
    )
  }

  /** The whole is written once for all who come with nothing, and kept until somebody writes. */
  stateSince(stateVector: Uint8Array): State {
    if (!isNothing(stateVector)) {
      const update = Y.encodeStateAsUpdate(this.inMemory.live.doc, stateVector)
      return { seq: this.seq, update, more: null }
    }
    if (this.whole?.seq !== this.seq) this.whole = { seq: this.seq, state: this.wholeState() }
    return this.whole.state
  }

  private wholeState(): State {
    const { seq, stored } = this
    if (!stored) return { seq, update: Y.encodeStateAsUpdate(this.inMemory.live.doc), more: null }
    // A large snapshot goes on as it is: to merge it with what follows would be to read it.
    const tail = merged(stored.updates.map(({ update }) => update))
    if (!stored.snapshot) return { seq, update: tail ?? nothing, more: null }
    const more = tail && { seq, update: tail }
    return { seq: stored.snapshotSeq, update: stored.snapshot, more }
  }

  private get inMemory() {
    if (!this.opened) throw new Error('the text is not open')
    return this.opened
  }

  /** Lets a round in, as far as the gate has nothing against it. */
  judge<By extends Author>(parts: readonly Part<By>[]): Verdict<By> {
    return this.inMemory.gate.judge(parts)
  }

  /** Whether two nodes have one id; that of a text which is not in memory is not known. */
  get hasDoubledIds(): boolean {
    return this.opened?.ids.hasDoubled ?? false
  }

  /** Gives nodes with one id ids of their own; null when that spoilt the text. */
  giveOwnIds(clientId: number): Uint8Array | null {
    return this.inMemory.gate.write(clientId, giveOwnIds)
  }

  /** Takes what others have committed. */
  take(updates: readonly LoggedUpdate[]): void {
    this.whole = null
    this.stored?.updates.push(...updates)
    if (!this.opened) return
    for (const { update } of updates) Y.applyUpdate(this.opened.live.doc, update)
  }

  /** All that was let in is committed. */
  settle(): void {
    this.whole = null
    this.opened?.gate.settle()
  }

  /** Begins again from what the log holds up to `seq`, after the copy took something bad. */
  replace(live: LiveText): void {
    this.destroy()
    this.stored = null
    this.whole = null
    this.opened = { live, gate: new Gate(live), ids: new IdWatch(live) }
  }

  destroy(): void {
    this.opened?.live.doc.destroy()
  }
}

/** An update that says nothing. */
const nothing = new Uint8Array([0, 0])

/** Whether somebody with this state vector has nothing yet. */
export function isNothing(stateVector: Uint8Array): boolean {
  return stateVector.byteLength <= 1
}
