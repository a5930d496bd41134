import { setImmediate as turn } from 'node:timers/promises'
import type { PreparingDatabase } from '#db/client.server.ts'
import {
  appendBehindOthers,
  appendRounds,
  asJudged,
  type Appended,
  type Round,
} from '#db/document-log.server.ts'

interface Waiting {
  round: Round
  resolve(appended: Appended): void
  reject(error: unknown): void
}

/** Two, so that one that does not come back does not hold up everybody. */
export const mostUnderWay = 2
const mostTogether = 64

/**
 * Commits the rounds of all rooms of a node. While statements are under way, what comes is gathered
 * and goes with the next, whichever texts it is for: to be written to disk takes as long for many as
 * for one. A round that others stand in the way of goes its own way, so that it holds up nobody.
 */
export class Committer {
  private waiting: Waiting[] = []
  private underWay = 0
  private isGathering = false
  private beginning: Promise<void> | null = null

  /** `own`: the connections for what goes straight in; what has to wait for others does not take them. */
  constructor(
    private readonly db: PreparingDatabase,
    private readonly own: PreparingDatabase = db,
  ) {}

  /**
   * When what has arrived has been read: all rooms that wait for it begin together, and go in one
   * statement. Nothing waits longer than that.
   */
  turn(): Promise<void> {
    this.beginning ??= turn().finally(() => (this.beginning = null))
    return this.beginning
  }

  commit(round: Round): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ round, resolve, reject })
      void this.work()
    })
  }

  private async work() {
    if (this.isGathering || this.underWay === mostUnderWay || this.waiting.length === 0) return
    // Rooms that begin together are judged one after the other before anything else happens, and go in
    // one statement.
    this.isGathering = true
    await new Promise<void>((resolve) => process.nextTick(resolve))
    this.isGathering = false
    this.underWay += 1
    await this.append(this.take())
    this.underWay -= 1
    void this.work()
  }

  /** A text's second round, of a room that was opened anew, waits for its first. */
  private take(): Waiting[] {
    const batch = new Map<string, Waiting>()
    const left: Waiting[] = []
    for (const each of this.waiting) {
      const { documentId } = each.round
      if (batch.has(documentId) || batch.size === mostTogether) left.push(each)
      else batch.set(documentId, each)
    }
    this.waiting = left
    return [...batch.values()]
  }

  private async append(batch: readonly Waiting[]) {
    try {
      const done = await appendRounds(
        this.own,
        batch.map(({ round }) => round),
      )
      for (const { round, resolve, reject } of batch) {
        if (done.has(round.documentId)) resolve(asJudged(round))
        else appendBehindOthers(this.db, round).then(resolve, reject)
      }
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
}
