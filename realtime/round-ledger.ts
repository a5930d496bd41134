import * as Y from 'yjs'
import { writtenUpdate, type Deletions } from './written-update.ts'

export interface Author {
  personId: string
  /** The client id that this person was given for this connection. */
  clientId: number
}

/** What one person adds in a round at one time; `author` is one of theirs, who stands for them. */
export interface Share<By extends Author> {
  author: By
  update: Uint8Array
}

/** What a person has added at one time: from which clocks on, and what they have deleted. */
interface Entry<By extends Author> {
  author: By
  from: Map<number, number>
  deletions: Deletions
}

/**
 * Keeps who did what while the updates of several people are applied in one transaction. What was
 * inserted tells by its client id; what was deleted tells nobody, so it is noted part by part. Who comes
 * again after others have has another share: it can delete what these have put in, which then has to
 * stand before it.
 */
export class RoundLedger<By extends Author> {
  private readonly entries: Entry<By>[] = []
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
    const entry = this.entryOf(author, personId)
    // The first share that a client id comes in has all that it adds in the round.
    if (!this.from.has(clientId)) {
      this.from.set(clientId, before)
      entry.from.set(clientId, before)
    }
    work()
    const hasDeleted = this.noteDeletions(entry)
    return hasDeleted || Y.getState(this.doc.store, clientId) > before
  }

  private entryOf(author: By, personId: string): Entry<By> {
    const last = this.entries.at(-1)
    if (last?.author.personId === personId) return last
    const entry = { author, from: new Map<number, number>(), deletions: Y.createDeleteSet() }
    this.entries.push(entry)
    return entry
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

  /** Once the transaction is over: what each added, none of which needs a later one, and all of it in one. */
  written(): { shares: Share<By>[]; whole: Uint8Array | null } {
    const shares = this.entries.flatMap(({ author, from, deletions }) => {
      // Merging puts them in order.
      const update = writtenUpdate(this.doc, from, Y.mergeDeleteSets([deletions]))
      return update ? [{ author, update }] : []
    })
    const [only, ...others] = shares
    if (only && others.length === 0) return { shares, whole: only.update }
    return { shares, whole: writtenUpdate(this.doc, this.from, this.transaction.deleteSet) }
  }
}
