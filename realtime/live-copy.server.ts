import * as Y from 'yjs'
import type { LiveText } from '#app/text/live-text.ts'
import { Gate, type Author, type Verdict } from './gate.server.ts'
import { merged } from './merged.ts'

/** A text in memory, with the gate before it: between rounds it is equal to the log up to `seq`. */
export class LiveCopy {
  private gate: Gate
  private whole: { seq: number; update: Uint8Array } | null = null

  constructor(
    private live: LiveText,
    public seq: number,
  ) {
    this.gate = new Gate(live)
  }

  /** What somebody lacks who has this state vector. The whole is written once for all who come with nothing. */
  stateSince(stateVector: Uint8Array): Uint8Array {
    if (stateVector.byteLength > 1) return Y.encodeStateAsUpdate(this.live.doc, stateVector)
    if (this.whole?.seq !== this.seq) {
      this.whole = { seq: this.seq, update: Y.encodeStateAsUpdate(this.live.doc) }
    }
    return this.whole.update
  }

  /** Lets updates in one after the other, as far as the gate has nothing against them. */
  letIn(
    updates: readonly Uint8Array[],
    author: Author,
  ): { update: Uint8Array | null; fault: Extract<Verdict, { ok: false }> | null } {
    const written: Uint8Array[] = []
    for (const update of updates) {
      const verdict = this.gate.judge(update, author)
      if (!verdict.ok) return { update: merged(written), fault: verdict }
      if (verdict.update) written.push(verdict.update)
    }
    return { update: merged(written), fault: null }
  }

  /** Takes what others have committed. */
  take(updates: readonly Uint8Array[]): void {
    for (const update of updates) Y.applyUpdate(this.live.doc, update)
  }

  /** All that was let in is committed. */
  settle(): void {
    this.gate.settle()
  }

  /** Begins again from what the log holds up to `seq`, after the copy took something bad. */
  replace(live: LiveText): void {
    this.live.doc.destroy()
    this.live = live
    this.gate = new Gate(live)
    this.whole = null
  }

  destroy(): void {
    this.live.doc.destroy()
  }
}
