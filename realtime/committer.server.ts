import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import type { PreparingDatabase } from '#db/client.server.ts'
import {
  appendBehindOthers,
  appendRounds,
  asJudged,
  type Appended,
  type Round,
} from '#db/document-log.server.ts'
import { Allowance } from './allowance.ts'

interface Waiting {
  round: Round
  resolve(appended: Appended): void
  reject(error: unknown): void
}

/** Two, so that one that does not come back does not hold up everybody. */
const mostUnderWay = 2
const mostTogether = 64
/**
 * Beginnings of rounds at once, and a second. Some people who type never come to it. Where many do,
 * each statement and each message to a reader costs the same however little it brings, and no screen
 * shows more than this.
 */
const beginnings = { atOnce: 20, perSecond: 60 } as const

/**
 * Commits the rounds of all rooms of a node. While statements are under way, what comes is gathered
 * and goes with the next, whichever texts it is for: to be written to disk takes as long for many as
 * for one. A round that others stand in the way of goes its own way, so that it holds up nobody.
 */
export class Committer {
  private waiting: Waiting[] = []
  private underWay = 0
  private isGathering = false
  private readonly pace = new Allowance(beginnings.atOnce, beginnings.perSecond)
  private beginning: Promise<void> | null = null

  constructor(private readonly db: PreparingDatabase) {}

  /**
   * When the next round may begin: all rooms that wait for it begin together. What arrives meanwhile,
   * at most a sixtieth of a second, goes with it.
   */
  turn(): Promise<void> {
    this.beginning ??= this.begin().finally(() => (this.beginning = null))
    return this.beginning
  }

  private async begin() {
    await turn()
    while (!this.pace.spend(1)) await wait(this.pace.waitFor(1))
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
        this.db,
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
