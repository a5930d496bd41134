import * as Y from 'yjs'
import { checkContent } from '#app/text/check.ts'
import { limits as textLimits } from '#app/text/grammar.ts'
import { contentOf, type LiveText } from '#app/text/live-text.ts'
import { changedContent } from './changed-content.ts'
import { limits, type RefusalReason } from './protocol.ts'
import { judgeUpdate, type DecodedUpdate } from './update-judgement.ts'
import { scanUpdate } from './update-scan.ts'

/**
 * Stands between what a client sent and the log (security, "Ground rules"). In order: size, a scan
 * that allocates nothing, decoding, counts, whose client id, clocks, dependencies, places; only then
 * is the update applied, to a text that nobody reads before the commit, and what came of it is read
 * by a reader that never deletes. What goes on from here is Yjs's own writing of what changed, never
 * the client's bytes. The gate touches no socket and no database.
 */

export interface Author {
  personId: string
  /** The client id that this person was given for this connection. */
  clientId: number
}

export type Verdict =
  /** `update`: what it added, as Yjs writes it; null when the text had all of it. */
  | { ok: true; update: Uint8Array | null }
  /** `isTainted`: the text took something that was refused afterwards and must be thrown away. */
  | { ok: false; reason: RefusalReason; isTainted: boolean }

interface Size {
  nodes: number
  characters: number
}

export class Gate {
  /** Not less than the text holds; counted again when it says that the text is full. */
  private size: Size | null = null
  /** Where the clients stood whose updates were let in since the last commit. */
  private readonly uncommitted = new Map<number, { personId: string; from: number }>()

  constructor(private readonly live: LiveText) {}

  /** All that was let in is committed: from now anybody may know of it. */
  settle(): void {
    this.uncommitted.clear()
  }

  judge(update: Uint8Array, author: Author): Verdict {
    if (update.byteLength > limits.update) return refused('too-large')
    const malformed = scanUpdate(update)
    if (malformed) return refused(malformed)
    const decoded = decode(update)
    if (!decoded) return refused('not-an-update')
    const refusal = judgeUpdate(this.live, decoded, {
      clientId: author.clientId,
      canKnow: (client, clock) => this.isKnowable(author, client, clock),
    })
    if (refusal) return refused(refusal)
    if (!this.hasRoomFor(decoded)) return refused('document-full')
    return this.letIn(update, author)
  }

  /** Words of others that are not committed yet have been sent to nobody. */
  private isKnowable(author: Author, client: number, clock: number): boolean {
    const started = this.uncommitted.get(client)
    return !started || started.personId === author.personId || clock < started.from
  }

  private hasRoomFor(decoded: DecodedUpdate): boolean {
    const more = sizeOfUpdate(decoded)
    this.size ??= sizeOfText(this.live)
    if (!fits(this.size, more)) this.size = sizeOfText(this.live)
    if (!fits(this.size, more)) return false
    this.size = {
      nodes: this.size.nodes + more.nodes,
      characters: this.size.characters + more.characters,
    }
    return true
  }

  private letIn(update: Uint8Array, author: Author): Verdict {
    const { doc } = this.live
    const from = Y.getState(doc.store, author.clientId)
    const written: Uint8Array[] = []
    const transactions: Y.Transaction[] = []
    const onUpdate = (bytes: Uint8Array, _: unknown, __: Y.Doc, transaction: Y.Transaction) => {
      written.push(bytes)
      transactions.push(transaction)
    }
    doc.on('update', onUpdate)
    try {
      Y.applyUpdate(doc, update)
    } catch {
      return tainted('not-an-update')
    } finally {
      doc.off('update', onUpdate)
    }
    const reason = this.faultAfter(transactions, author.clientId, from)
    if (reason) return tainted(reason)
    if (!this.uncommitted.has(author.clientId)) {
      this.uncommitted.set(author.clientId, { personId: author.personId, from })
    }
    return { ok: true, update: written.length > 1 ? Y.mergeUpdates(written) : (written[0] ?? null) }
  }

  private faultAfter(
    transactions: readonly Y.Transaction[],
    clientId: number,
    from: number,
  ): RefusalReason | null {
    const { doc } = this.live
    if (doc.store.pendingStructs || doc.store.pendingDs) return 'missing-dependency'
    if (doc.share.size !== 1) return 'unknown-root'
    if (doc.subdocs.size > 0) return 'unknown-content'
    for (const transaction of transactions) {
      for (const content of changedContent(this.live, transaction)) {
        if (!checkContent(content).ok) return 'not-in-schema'
      }
    }
    return standBetweenTheirNeighbours(doc, clientId, from) ? null : 'misplaced-content'
  }
}

function refused(reason: RefusalReason): Verdict {
  return { ok: false, reason, isTainted: false }
}

function tainted(reason: RefusalReason): Verdict {
  return { ok: false, reason, isTainted: true }
}

function decode(update: Uint8Array): DecodedUpdate | null {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return null
  }
}

/**
 * Whether each new item lies between the two that it was put between. Copies agree on the order of
 * items only if that is so; an update that names its neighbours crosswise would part them. Yjs's own
 * undo does so now and then (3 in 1000 of a wild random run), and then its text is not ours already.
 */
function standBetweenTheirNeighbours(doc: Y.Doc, clientId: number, from: number): boolean {
  const structs = doc.store.clients.get(clientId) ?? []
  if (Y.getState(doc.store, clientId) === from) return true
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const struct = structs[index]
    if (!(struct instanceof Y.Item) || struct.id.clock < from) continue
    const { origin, rightOrigin } = struct
    if (origin && !reaches(struct.left, origin, 'left')) return false
    if (rightOrigin && !reaches(struct.right, rightOrigin, 'right')) return false
  }
  return true
}

function reaches(start: Y.Item | null, id: Y.ID, side: 'left' | 'right'): boolean {
  for (let item = start; item; item = item[side]) {
    const { client, clock } = item.id
    if (client === id.client && clock <= id.clock && id.clock < clock + item.length) return true
  }
  return false
}

function fits(size: Size, more: Size): boolean {
  return (
    size.nodes + more.nodes <= textLimits.nodes &&
    size.characters + more.characters <= textLimits.text
  )
}

/** How much an update can add at most: a mark splits a run of words, so it counts as a node. */
function sizeOfUpdate({ structs }: DecodedUpdate): Size {
  const size = { nodes: 0, characters: 0 }
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    if (struct.content instanceof Y.ContentString) size.characters += struct.length
    size.nodes += 1
  }
  return size
}

function sizeOfText({ text }: LiveText): Size {
  const size = { nodes: 0, characters: 0 }
  const pending: unknown[] = [contentOf(text)]
  while (pending.length > 0) {
    const node = pending.pop()
    if (typeof node !== 'object' || node === null) continue
    size.nodes += 1
    if ('text' in node && typeof node.text === 'string') size.characters += node.text.length
    if ('content' in node && Array.isArray(node.content)) pending.push(...node.content)
  }
  return size
}
