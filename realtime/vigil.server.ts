/** Twice as long as what is told to a node may take to be heard there. */
const patienceMs = 1_000
const beatMs = 250

/**
 * Knows whether rights may have ended without this node's having heard of it. A node that was paused,
 * with its machine or by its scheduler, wakes in the middle of what it did, with what it then knew:
 * all of that is asked for again before anything is served or accepted on it. A pause is seen on
 * either clock, since one of them may stand still in it and the other may jump; a jump alone costs
 * a look.
 */
export class Vigil {
  private seenAt = now()
  private pauses = 0
  /** Of so many pauses everything was judged again. */
  private judged = 0
  private judging: Promise<void> | null = null
  private readonly timer = setInterval(() => this.sure()?.catch(() => {}), beatMs)

  /** `judgeAll` ends or renews everything that rests on rights, or fails. */
  constructor(private readonly judgeAll: () => Promise<void>) {}

  /** Null when what the node knows of rights holds; else resolves once it does again. */
  sure(): Promise<void> | null {
    const before = this.seenAt
    this.seenAt = now()
    const isGap = (clock: keyof typeof before) => this.seenAt[clock] - before[clock] > patienceMs
    if (isGap('steady') || isGap('wall')) this.pauses += 1
    if (this.judged === this.pauses) return null
    this.judging ??= this.judge().finally(() => (this.judging = null))
    return this.judging
  }

  /** Does `work` at once, or when rights are known again; never, when they cannot be. */
  whenSure(work: () => void): void {
    const sure = this.sure()
    if (sure) sure.then(work, () => {})
    else work()
  }

  stop(): void {
    clearInterval(this.timer)
  }

  /** Again when there was a pause meanwhile. */
  private async judge() {
    while (this.judged !== this.pauses) {
      const upTo = this.pauses
      await this.judgeAll()
      this.judged = upTo
    }
  }
}

function now() {
  return { steady: performance.now(), wall: Date.now() }
}
