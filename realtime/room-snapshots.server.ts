import type { PreparingDatabase } from '#db/client.server.ts'
import { renewSnapshot } from '#db/document-text.server.ts'

/** Updates after which a new snapshot is worth its while. */
const worthwhile = 1_000

/** Keeps the way from the last snapshot of a text to its head short. One is made at a time. */
export class RoomSnapshots {
  private isTaking = false

  /** `seq`: of the last one. */
  constructor(
    private readonly db: PreparingDatabase,
    private readonly documentId: string,
    private seq: number,
    private readonly report: (what: string, error: unknown) => void,
  ) {}

  /** Updates up to `head` that are in no snapshot. */
  tailAt(head: number): number {
    return head - this.seq
  }

  consider(head: number): void {
    if (this.isTaking || this.tailAt(head) < worthwhile) return
    this.isTaking = true
    void renewSnapshot(this.db, this.documentId, head)
      .then(() => (this.seq = head))
      .catch((error: unknown) => this.report('a snapshot was not made', error))
      .finally(() => (this.isTaking = false))
  }
}
