import { setImmediate as turn } from 'node:timers/promises'
import { WordHistory } from '#app/text/word-history.ts'
import type { Database } from './client.server.ts'
import { readUpdates } from './document-log.server.ts'
import { Kept } from './kept.server.ts'

/** Weighed in bytes of what was read of their logs. */
const most = 24_000_000
/** A history weighs so much at least, so that there are never more than sixty. */
const least = 400_000
/** So many updates are taken at once; others are served in between. */
const updatesAtOnce = 200

interface Held {
  readonly history: WordHistory
  bytes: number
  /** What is being taken; who asks meanwhile waits for it, and takes what is left. */
  growing: Promise<void>
}

/**
 * What the logs of texts say of their words, held while people write in them: all who write ask for it
 * again whenever lines come or go, and each time only what is new is read.
 */
export class WordHistories {
  private readonly kept = new Kept<Held>(most)

  /** The history of a text up to update `head` at least. */
  async read(db: Database, id: string, head: number): Promise<WordHistory> {
    const held = this.kept.get(id) ?? this.begin(id)
    held.growing = held.growing.catch(() => {}).then(() => this.grow(db, id, held, head))
    await held.growing
    return held.history
  }

  /** Nobody writes there any more. */
  forget(id: string): void {
    this.kept.drop(id)
  }

  private begin(id: string): Held {
    const held = { history: new WordHistory(), bytes: 0, growing: Promise.resolve() }
    this.kept.keep(id, held, least)
    return held
  }

  private async grow(db: Database, id: string, held: Held, head: number) {
    const { history } = held
    const log = await readUpdates(db, id, history.seq, head)
    for (const [index, update] of log.entries()) {
      history.take(update)
      held.bytes += update.update.byteLength
      if (index % updatesAtOnce === updatesAtOnce - 1) await turn()
    }
    if (history.seq < head) throw new Error(`the log of ${id} has a hole`)
    // It may have been forgotten meanwhile.
    if (this.kept.get(id) === held) this.kept.keep(id, held, Math.max(least, held.bytes))
  }
}
