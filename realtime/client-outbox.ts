import * as Y from 'yjs'
import { limits } from './protocol.ts'
import { splitUpdate } from './client-split.ts'
import { wordsOf } from './client-words.ts'

/** So much is merged into one message; the rest waits for the next. */
const messageBytes = 64 * 1024

/**
 * A person's own updates until they are acknowledged, as they were made: the difference to the
 * server's state would repeat every deletion that ever was. One message is under way at a time;
 * what is written meanwhile goes with the next.
 */
export class Outbox {
  private updates: Uint8Array[] = []
  private sent = 0

  get isEmpty(): boolean {
    return this.updates.length === 0
  }

  get isUnderWay(): boolean {
    return this.sent > 0
  }

  /** The first clock of the person's own that is not acknowledged; null when all are. */
  firstClock(clientId: number): number | null {
    for (const update of this.updates) {
      const clock = Y.parseUpdateMeta(update).from.get(clientId)
      if (clock !== undefined) return clock
    }
    return null
  }

  get words(): string {
    return wordsOf(this.updates)
  }

  add(update: Uint8Array): void {
    this.updates.push(...splitUpdate(update, messageBytes))
  }

  /** The next message; null when there is none, `too-large` when a run of words fits into none. */
  take(): Uint8Array | 'too-large' | null {
    const [first] = this.updates
    if (!first || this.sent > 0) return null
    if (first.byteLength > limits.update) return 'too-large'
    let bytes = 0
    for (const update of this.updates) {
      if (this.sent > 0 && bytes + update.byteLength > messageBytes) break
      bytes += update.byteLength
      this.sent += 1
    }
    return this.sent === 1 ? first : Y.mergeUpdates(this.updates.slice(0, this.sent))
  }

  /** What was under way is committed. */
  acknowledge(): void {
    this.updates.splice(0, this.sent)
    this.sent = 0
  }

  /** What was under way is to be sent again. */
  putBack(): void {
    this.sent = 0
  }

  clear(): void {
    this.updates = []
    this.sent = 0
  }
}
