import * as Y from 'yjs'
import { checkContent } from '#app/text/check.ts'
import { limits as textLimits } from '#app/text/grammar.ts'
import { contentOf, type LiveText } from '#app/text/live-text.ts'
import { changedContent } from './changed-content.ts'
import { limits, type RefusalReason } from './protocol.ts'
import { RoundLedger, type Author, type Share } from './round-ledger.ts'
import { judgeUpdate, type DecodedUpdate } from './update-judgement.ts'
import { scanUpdate } from './update-scan.ts'

/**
 * Stands between what clients sent and the log (security, "Ground rules"). In order: size, a scan
 * that allocates nothing, decoding, counts, whose client id, clocks, dependencies, places; only then
 * is an update applied, to a text that nobody reads before the commit. All updates of a round are
 * applied in one transaction, which looks at the whole text's clients once, and what came of them is
 * read by a reader that never deletes. What goes on from here is written anew, from the text and from
 * what was decoded, never the client's bytes. The gate touches no socket and no database.
 */

/** What one author sent, in order. */
export interface Part<By extends Author> {
  author: By
  updates: readonly Uint8Array[]
}

/** `refusal`: why, if at all, an update of the part was refused, and all that came behind it. */
export interface Outcome {
  /** Whether anything was let in that the text did not have. */
  isNew: boolean
  refusal: RefusalReason | null
}

export type Verdict<By extends Author> =
  /** `outcomes`: one for each part. `whole`: all shares in one; null when there are none. */
  { isSpoilt: false; outcomes: Outcome[]; shares: Share<By>[]; whole: Uint8Array | null } | Spoilt

/** The text took something that was refused afterwards: it must be thrown away. */
interface Spoilt {
  isSpoilt: true
  reason: RefusalReason
  /** Ids of the people whose doing it is; empty when that cannot be told. */
  culprits: ReadonlySet<string>
}

interface Applied<By extends Author> {
  transaction: Y.Transaction
  ledger: RoundLedger<By>
  outcomes: Outcome[]
}

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

  /** Lets a round in. A person who is refused once in it is refused for the rest of it, on all sockets. */
  judge<By extends Author>(parts: readonly Part<By>[]): Verdict<By> {
    const applied = this.apply(parts)
    if ('isSpoilt' in applied) return applied
    const { transaction, ledger, outcomes } = applied
    const fault = this.faultAfter(transaction)
    if (fault) return spoilt(fault, [])
    const misplacing = parts.filter(({ author: { clientId } }) => {
      return !standBetweenTheirNeighbours(this.live.doc, clientId, ledger.from.get(clientId) ?? 0)
    })
    if (misplacing.length > 0) return spoilt('misplaced-content', misplacing)
    return { isSpoilt: false, outcomes, ...ledger.written() }
  }

  /**
   * Lets in what the server itself writes, under a client id of its own. Null when it left something
   * that is refused: then the text must be thrown away.
   */
  write(clientId: number, edit: (text: Y.XmlFragment) => void): Uint8Array | null {
    const { doc, text } = this.live
    const author = { personId: 'the server', clientId }
    this.noteUncommitted(author)
    doc.clientID = clientId
    const { transaction, ledger } = Y.transact(doc, (transaction) => {
      const ledger = new RoundLedger(doc, transaction)
      ledger.under(author, () => {
        edit(text)
        return null
      })
      return { transaction, ledger }
    })
    return this.faultAfter(transaction) ? null : ledger.written().whole
  }

  private apply<By extends Author>(parts: readonly Part<By>[]): Applied<By> | Spoilt {
    const { doc } = this.live
    let applying: Part<By>[] = []
    const letIn = (transaction: Y.Transaction): Applied<By> | Spoilt => {
      const ledger = new RoundLedger<By>(doc, transaction)
      const refused = new Map<string, RefusalReason>()
      const outcomes: Outcome[] = []
      for (const part of parts) {
        const { author, updates } = part
        applying = [part]
        this.noteUncommitted(author)
        const isNew = ledger.under(author, () => {
          const letIn: DecodedUpdate[] = []
          for (const update of updates) {
            if (refused.has(author.personId)) break
            const judged = this.judgeOne(update, author)
            if (judged.refusal !== null) {
              refused.set(author.personId, judged.refusal)
              break
            }
            Y.applyUpdate(doc, update)
            letIn.push(judged.decoded)
          }
          return letIn
        })
        const { pendingStructs, pendingDs } = doc.store
        if (pendingStructs || pendingDs) return spoilt('missing-dependency', applying)
        outcomes.push({ isNew, refusal: refused.get(author.personId) ?? null })
      }
      applying = []
      return { transaction, ledger, outcomes }
    }
    try {
      return Y.transact(doc, letIn, null, false)
    } catch {
      // Yjs stumbled over an update, or over what it left when tidying up behind all of them.
      return spoilt('not-an-update', applying)
    }
  }

  private judgeOne(
    update: Uint8Array,
    author: Author,
  ): { refusal: RefusalReason } | { refusal: null; decoded: DecodedUpdate } {
    if (update.byteLength > limits.update) return { refusal: 'too-large' }
    const malformed = scanUpdate(update)
    if (malformed) return { refusal: malformed }
    const decoded = decode(update)
    if (!decoded) return { refusal: 'not-an-update' }
    const refusal = judgeUpdate(this.live, decoded, {
      clientId: author.clientId,
      canKnow: (client, clock) => this.isKnowable(author, client, clock),
    })
    if (refusal) return { refusal }
    return this.hasRoomFor(decoded) ? { refusal: null, decoded } : { refusal: 'document-full' }
  }

  private noteUncommitted({ clientId, personId }: Author) {
    if (this.uncommitted.has(clientId)) return
    this.uncommitted.set(clientId, { personId, from: Y.getState(this.live.doc.store, clientId) })
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

  private faultAfter(transaction: Y.Transaction): RefusalReason | null {
    const { doc } = this.live
    if (doc.share.size !== 1) return 'unknown-root'
    if (doc.subdocs.size > 0) return 'unknown-content'
    for (const content of changedContent(this.live, transaction)) {
      if (!checkContent(content).ok) return 'not-in-schema'
    }
    return null
  }
}

function spoilt(reason: RefusalReason, by: readonly Part<Author>[]): Spoilt {
  const culprits = new Set(by.map(({ author }) => author.personId))
  return { isSpoilt: true, reason, culprits }
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
