import * as Y from 'yjs'
import type { DecodedUpdate } from './update-judgement.ts'
import { writtenUpdate, type Deletions, type SentStruct } from './written-update.ts'

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

/**
 * What a person has added at one time: from which clocks on, and what they have deleted. That is what
 * their own updates name. What went along because it stood in there, and they did not know of it, they
 * have not deleted; that somebody else had deleted it before is no reason to leave it out.
 */
interface Entry<By extends Author> {
  author: By
  from: Map<number, number>
  deletions: Deletions[]
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
  /** What was let in of each client id. */
  private readonly sent = new Map<number, SentStruct[]>()

  constructor(
    private readonly doc: Y.Doc,
    private readonly transaction: Y.Transaction,
  ) {}

  /**
   * Does what `author` does to the text, and returns whether it changed anything. `work` gives the updates
   * that it let in; null for what the server does by itself.
   */
  under(author: By, work: () => readonly DecodedUpdate[] | null): boolean {
    const { clientId, personId } = author
    const before = Y.getState(this.doc.store, clientId)
    const entry = this.entryOf(author, personId)
    // The first share that a client id comes in has all that it adds in the round.
    if (!this.from.has(clientId)) {
      this.from.set(clientId, before)
      entry.from.set(clientId, before)
    }
    const updates = work()
    const went = this.newDeletions()
    const isNew = went.clients.size > 0 || Y.getState(this.doc.store, clientId) > before
    if (!isNew) return false
    entry.deletions.push(...(updates ? updates.map(({ ds }) => ds) : [went]))
    const sent = this.sent.get(clientId) ?? []
    this.sent.set(clientId, sent)
    for (const { structs } of updates ?? [])
      for (const struct of structs) if (struct.id.client === clientId) sent.push(struct)
    return true
  }

  private entryOf(author: By, personId: string): Entry<By> {
    const last = this.entries.at(-1)
    if (last?.author.personId === personId) return last
    const entry = { author, from: new Map<number, number>(), deletions: [] }
    this.entries.push(entry)
    return entry
  }

  /** What of the transaction's deletions has come since they were looked at last. */
  private newDeletions(): Deletions {
    const found = Y.createDeleteSet()
    for (const [client, ranges] of this.transaction.deleteSet.clients) {
      const noted = this.noted.get(client) ?? 0
      if (ranges.length === noted) continue
      found.clients.set(client, ranges.slice(noted))
      this.noted.set(client, ranges.length)
    }
    return found
  }

  /** Once the transaction is over: what each added, none of which needs a later one, and all of it in one. */
  written(): { shares: Share<By>[]; whole: Uint8Array | null } {
    const shares = this.entries.flatMap(({ author, from, deletions }) => {
      const update = writtenUpdate(this.doc, from, Y.mergeDeleteSets(deletions), this.sent)
      return update ? [{ author, update }] : []
    })
    const [only, ...others] = shares
    if (only && others.length === 0) return { shares, whole: only.update }
    return { shares, whole: writtenUpdate(this.doc, this.from, this.transaction.deleteSet) }
  }
}
