import type { Line } from './client-line.ts'
import { Paced } from './client-paced.ts'
import type { FollowDiscussion } from './client-types.ts'
import { consequenceOf, type Change } from './protocol.ts'

/**
 * The fewest milliseconds between two questions of one screen. What is recorded meanwhile is asked
 * for together, so that a screen costs the same however much is said.
 */
const leastMs = 100
/** After a refusal that is for now. */
const waitMs = 2_000

/** As long as the answer took at least: a server that is slow to answer is asked less. */
const pauseAfter = (tookMs: number) => Math.max(leastMs - tookMs, tookMs)

/**
 * Keeps a screen's discussion as the record is: asks what changed whenever it hears that something
 * did, once when it begins, for what was recorded since the page was made, and once after a break.
 */
export class FollowedDiscussion {
  private readonly paced: Paced
  private isRefused = false
  private isOver = false

  constructor(
    private readonly line: Line,
    private readonly follow: FollowDiscussion,
  ) {
    this.paced = new Paced(
      () => this.ask(),
      (tookMs) => (this.isRefused ? waitMs * (0.5 + Math.random()) : pauseAfter(tookMs)),
    )
    this.paced.need()
  }

  /** Null: more happened than was told. */
  onChange(change: Change | null): void {
    const { reference, after } = this.follow
    if (change && (change.reference !== reference || change.eventId <= after())) return
    this.paced.need()
  }

  /** What changed in the discussion does not say what this person may do now: the page does. */
  onRights(): void {
    if (!this.isOver) this.follow.onChanges(null)
  }

  onConnected(): void {
    // An answer that the old line owed does not come any more.
    this.paced.answered()
    this.paced.need()
  }

  stop(): void {
    this.isOver = true
  }

  private ask(): boolean {
    if (this.isOver || !this.line.isConnected) return false
    const { reference, version, after, onChanges } = this.follow
    this.line.send('discussion', { reference, version, after: after() }, (answer) => {
      this.isRefused = !answer.ok && consequenceOf(answer.reason) === 'wait'
      if (!this.isOver) {
        if (answer.ok) onChanges(answer)
        else if (answer.reason === 'not-found') onChanges(null)
      }
      this.paced.answered()
      if (this.isRefused) this.paced.need()
    })
    return true
  }
}
