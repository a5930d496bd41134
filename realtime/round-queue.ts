import type { Submission } from './round.ts'

const limits = {
  bytes: 4 * 1024 * 1024,
  submissions: 2_000,
  roundBytes: 1024 * 1024,
} as const

/** What was sent to a room and waits for its round, in order and bounded. */
export class RoundQueue {
  private waiting: Submission[] = []
  private bytes = 0

  get isEmpty(): boolean {
    return this.waiting.length === 0
  }

  /** False, and nothing kept, where it is full. */
  add(submission: Submission): boolean {
    const isFull =
      this.bytes + submission.bytes > limits.bytes || this.waiting.length >= limits.submissions
    if (isFull) return false
    this.waiting.push(submission)
    this.bytes += submission.bytes
    return true
  }

  /** From the front what fits into one round, one submission at least. */
  takeRound(): Submission[] {
    let taken = 0
    let count = 0
    for (const { bytes } of this.waiting) {
      if (count > 0 && taken + bytes > limits.roundBytes) break
      taken += bytes
      count += 1
    }
    this.bytes -= taken
    return this.waiting.splice(0, count)
  }

  /** They go first in the next round, full or not. */
  putBack(submissions: readonly Submission[]): void {
    this.waiting.unshift(...submissions)
    for (const { bytes } of submissions) this.bytes += bytes
  }

  takeAll(): Submission[] {
    this.bytes = 0
    return this.waiting.splice(0)
  }
}
