import * as Y from 'yjs'
import { writtenUpdate, type Deletions } from './written-update.ts'

export interface Author {
  personId: string
  /** The client id that this person was given for this connection. */
  clientId: number
}

/** What one person adds in a round; `author` is one of theirs, who stands for them. */
export interface Share<By extends Author> {
  author: By
  update: Uint8Array
}

/** What a person has added so far: from which clocks on, and what they have deleted. */
interface Entry<By extends Author> {
  author: By
  from: Map<number, number>
  deletions: Deletions
}

/**
 * Keeps who did what while the updates of several people are applied in one transaction. What was
 * inserted tells by its client id; what was deleted tells nobody, so it is noted part by part.
 */
export class RoundLedger<By extends Author> {
  private readonly entries = new Map<string, Entry<By>>()
  /** Where the client ids of the round stood before it. */
  readonly from = new Map<number, number>()
  /** How many of the transaction's deletions are somebody's already, by client id. */
  private readonly noted = new Map<number, number>()

  constructor(
    private readonly doc: Y.Doc,
    private readonly transaction: Y.Transaction,
  ) {}

  /** Does what `author` does to the text, and returns whether it changed anything. */
  under(author: By, work: () => void): boolean {
    const { clientId, personId } = author
    const before = Y.getState(this.doc.store, clientId)
    const entry = this.entries.get(personId) ?? {
      author,
      from: new Map<number, number>(),
      deletions: Y.createDeleteSet(),
    }
    this.entries.set(personId, entry)
    if (!this.from.has(clientId)) this.from.set(clientId, before)
    if (!entry.from.has(clientId)) entry.from.set(clientId, before)
    work()
    const hasDeleted = this.noteDeletions(entry)
    return hasDeleted || Y.getState(this.doc.store, clientId) > before
  }

  private noteDeletions({ deletions }: Entry<By>): boolean {
    let hasDeleted = false
    for (const [client, ranges] of this.transaction.deleteSet.clients) {
      const noted = this.noted.get(client) ?? 0
      if (ranges.length === noted) continue
      hasDeleted = true
      const theirs = deletions.clients.get(client) ?? []
      deletions.clients.set(client, [...theirs, ...ranges.slice(noted)])
      this.noted.set(client, ranges.length)
    }
    return hasDeleted
  }

  /** Once the transaction is over: what each person added, and all of it in one. */
  written(): { shares: Share<By>[]; whole: Uint8Array | null } {
    const shares = [...this.entries.values()].flatMap(({ author, from, deletions }) => {
      // Merging puts them in order.
      const update = writtenUpdate(this.doc, from, Y.mergeDeleteSets([deletions]))
      return update ? [{ author, update }] : []
    })
    const [only, ...others] = shares
    if (only && others.length === 0) return { shares, whole: only.update }
    return { shares, whole: writtenUpdate(this.doc, this.from, this.transaction.deleteSet) }
  }
}
