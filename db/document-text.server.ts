import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { and, desc, eq, lt, lte } from 'drizzle-orm'
import * as Y from 'yjs'
import { contentOf, newLiveText, type LiveText } from '#app/text/live-text.ts'
import type { Database, Tx } from './client.server.ts'
import { findDocument, readUpdates, type LoggedUpdate } from './document-log.server.ts'
import { documents, documentSnapshots } from './schema/documents.ts'

/**
 * The text that a log makes. Snapshots only make reading it fast: each is known by its hash, made from
 * the log, and thrown away or made anew when it says anything else.
 */

/** What the log gives of a text, not read yet: the newest sound snapshot and what follows it. */
export interface StoredText {
  /** 0 without a snapshot. */
  snapshotSeq: number
  /** Null without a snapshot. */
  snapshot: Uint8Array | null
  updates: LoggedUpdate[]
  /** Numbers of snapshots that did not hold what they should; they were deleted. */
  corrupt: number[]
}

/** The bytes of the text as it was after update `seq`. A snapshot is known by its hash, and not read. */
export async function readText(db: Database | Tx, id: string, seq: number): Promise<StoredText> {
  const corrupt: number[] = []
  for (;;) {
    const snapshot = await findSnapshot(db, id, seq)
    if (snapshot && hashOf(snapshot.state) !== snapshot.sha256) {
      corrupt.push(snapshot.seq)
      await deleteSnapshot(db, id, snapshot.seq)
      continue
    }
    const snapshotSeq = snapshot?.seq ?? 0
    const updates = await readUpdates(db, id, snapshotSeq, seq)
    const first = Math.max(snapshotSeq, await findBeginning(db, id))
    if (updates.length !== Math.max(0, seq - first)) throw new Error(`the log of ${id} has a hole`)
    return { snapshotSeq, snapshot: snapshot?.state ?? null, updates, corrupt }
  }
}

/** The text in memory; null when the snapshot is not one, although its hash is right. */
export function liveTextOf({ snapshot, updates }: Omit<StoredText, 'corrupt'>): LiveText | null {
  const live = newLiveText()
  if (snapshot && !takes(live, snapshot)) return null
  live.doc.transact(() => {
    for (const { update } of updates) Y.applyUpdate(live.doc, update)
  })
  return live
}

export interface Replay {
  live: LiveText
  /** The number of the snapshot that the replay began with; 0 without one. */
  snapshotSeq: number
  corrupt: number[]
}

/** The text as it was after update `seq`, from the newest sound snapshot and what follows it. */
export async function replay(db: Database | Tx, id: string, seq: number): Promise<Replay> {
  const corrupt: number[] = []
  for (;;) {
    const stored = await readText(db, id, seq)
    corrupt.push(...stored.corrupt)
    const live = liveTextOf(stored)
    if (live) return { live, snapshotSeq: stored.snapshotSeq, corrupt }
    corrupt.push(stored.snapshotSeq)
    await deleteSnapshot(db, id, stored.snapshotSeq)
  }
}

/** After which number the log of a text begins: not 0 where it took the place of another. */
async function findBeginning(db: Database | Tx, id: string): Promise<number> {
  const [row] = await db
    .select({ after: documents.after })
    .from(documents)
    .where(eq(documents.id, id))
  return row?.after ?? 0
}

interface Snapshot {
  seq: number
  state: Uint8Array
  sha256: string
}

async function findSnapshot(db: Database | Tx, id: string, upTo: number): Promise<Snapshot | null> {
  const [row] = await db
    .select({
      seq: documentSnapshots.seq,
      state: documentSnapshots.state,
      sha256: documentSnapshots.sha256,
    })
    .from(documentSnapshots)
    .where(and(eq(documentSnapshots.documentId, id), lte(documentSnapshots.seq, upTo)))
    .orderBy(desc(documentSnapshots.seq))
    .limit(1)
  return row ?? null
}

function takes({ doc }: LiveText, state: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, state)
  } catch {
    return false
  }
  return doc.store.pendingStructs === null && doc.store.pendingDs === null
}

async function deleteSnapshot(db: Database | Tx, id: string, seq: number) {
  await db
    .delete(documentSnapshots)
    .where(and(eq(documentSnapshots.documentId, id), eq(documentSnapshots.seq, seq)))
}

/**
 * Puts a snapshot at `seq`, made from the log and not from anybody's memory, in place of older
 * ones. Runs beside the work: it locks nothing.
 */
export async function renewSnapshot(db: Database, id: string, seq: number): Promise<void> {
  const { live } = await replay(db, id, seq)
  const state = Y.encodeStateAsUpdate(live.doc)
  await unlessWithheld(db, id, async (tx) => {
    await tx
      .insert(documentSnapshots)
      .values({ documentId: id, seq, state, sha256: hashOf(state) })
      .onConflictDoNothing()
    await tx
      .delete(documentSnapshots)
      .where(and(eq(documentSnapshots.documentId, id), lt(documentSnapshots.seq, seq)))
  })
}

/** Keeps something made from a log only while it is not withheld: what was made before must not stay. */
export function unlessWithheld(
  db: Database,
  id: string,
  keep: (tx: Tx) => Promise<unknown>,
): Promise<void> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ isWithheld: documents.isWithheld })
      .from(documents)
      .where(eq(documents.id, id))
      .for('share')
    if (row && !row.isWithheld) await keep(tx)
  })
}

/** So many updates are applied at once; others are served in between. */
const updatesAtOnce = 200

/**
 * Compares the newest snapshot with what the log alone gives, and makes it anew when it says anything
 * else: each is made from the one before it, so a fault would go on for good. Runs beside the work.
 * Returns the number of a snapshot that was wrong.
 */
export async function checkSnapshot(db: Database, id: string): Promise<number | null> {
  const document = await findDocument(db, id)
  const snapshot = document && (await findSnapshot(db, id, document.head))
  if (!snapshot) return null
  const live = newLiveText()
  for (let seq = document.after; seq < snapshot.seq; seq += updatesAtOnce) {
    const upTo = Math.min(seq + updatesAtOnce, snapshot.seq)
    for (const { update } of await readUpdates(db, id, seq, upTo)) Y.applyUpdate(live.doc, update)
    await turn()
  }
  const kept = newLiveText()
  if (hashOf(snapshot.state) === snapshot.sha256 && takes(kept, snapshot.state)) {
    if (isSameText(live, kept)) return null
  }
  const state = Y.encodeStateAsUpdate(live.doc)
  await unlessWithheld(db, id, (tx) =>
    tx
      .update(documentSnapshots)
      .set({ state, sha256: hashOf(state) })
      .where(and(eq(documentSnapshots.documentId, id), eq(documentSnapshots.seq, snapshot.seq))),
  )
  return snapshot.seq
}

/** Both what is there and what is gone, and the contents too: forged ids can agree where texts differ. */
function isSameText(a: LiveText, b: LiveText): boolean {
  return (
    Y.equalSnapshots(Y.snapshot(a.doc), Y.snapshot(b.doc)) &&
    JSON.stringify(contentOf(a.text)) === JSON.stringify(contentOf(b.text))
  )
}

function hashOf(state: Uint8Array): string {
  return createHash('sha256').update(state).digest('hex')
}
