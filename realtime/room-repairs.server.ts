import type { PreparingDatabase } from '#db/client.server.ts'
import { issueClientId } from '#db/document-clients.server.ts'
import type { DocumentRecord, Round } from '#db/document-log.server.ts'
import type { LiveCopy } from './live-copy.server.ts'

/** What the server writes in nobody's name: nodes that a merge left with one id get ids of their own. */
export class RoomRepairs {
  /** Under which it writes; null until it has to. */
  private clientId: number | null = null
  private isRefused = false

  constructor(
    private readonly db: PreparingDatabase,
    private readonly document: DocumentRecord,
    private readonly copy: LiveCopy,
  ) {}

  get isNeeded(): boolean {
    return this.copy.hasDoubledIds && this.document.status === 'open' && !this.isRefused
  }

  /**
   * The round that puts the copy right, which is in the copy already. It is appended to what it answers
   * or not at all: of several nodes that see the same, one writes it, and the others find it done. Null
   * where the gate does not let it through; the copy is then to be read anew.
   */
  async make(): Promise<{ round: Round; whole: Uint8Array } | null> {
    const { id: documentId, accessEpoch } = this.document
    this.clientId ??= await issueClientId(this.db, documentId, null)
    const after = this.copy.seq
    const whole = this.copy.giveOwnIds(this.clientId)
    if (!whole) {
      this.isRefused = true
      return null
    }
    const shares = [{ personId: null, delegation: null, update: whole }]
    const clientIds = new Set([this.clientId])
    return { round: { documentId, accessEpoch, after, clientIds, shares, isAnswer: true }, whole }
  }
}
