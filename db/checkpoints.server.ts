import { and, asc, desc, gt, gte, lt, lte, sql } from 'drizzle-orm'
import { openCheckpoint, signCheckpoint } from '#app/proof/checkpoint.ts'
import { GrowingTree, inclusionPath, leafHash, rootOf, type Hash } from '#app/proof/merkle-tree.ts'
import { type Signer, writeVerifier } from '#app/proof/signed-note.ts'
import { databaseTime } from './clock.server.ts'
import type { Database, Tx } from './client.server.ts'
import { findRecordKeys, keyAt, signsNow, verifiersAt } from './record-keys.server.ts'
import { checkpoints, events } from './schema/record.ts'

/** Held while a checkpoint is made: two nodes do not make the same one. */
const checkpointLock = 0x0c_0e_28
/** How many events are read and hashed at once: some 10 ms in which the node answers nobody. */
const batch = 1_000

/** The newest one as it is given out, or null where none was issued. */
export async function findLastCheckpoint(
  db: Database | Tx,
): Promise<{ size: number; note: string } | null> {
  const [last] = await db
    .select({ size: checkpoints.size, note: checkpoints.note })
    .from(checkpoints)
    .orderBy(desc(checkpoints.size))
    .limit(1)
  return last ?? null
}

/**
 * Signs the record as it is now. Events commit in the order of their numbers, so what is read here is all
 * there is up to the last. Null when nothing has happened since the last checkpoint, or when the signer
 * is not the one that the record names.
 */
export function issueCheckpoint(db: Database | Tx, signer: Signer): Promise<string | null> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${checkpointLock})`)
    const tree = await growTree(tx, await lastTree(tx))
    if (!tree || !signsNow(keyAt(await findRecordKeys(tx), tree.size), signer)) return null
    const note = signCheckpoint({ size: tree.size, root: tree.root }, signer)
    const { instant: issuedAt } = await databaseTime(tx)
    await tx
      .insert(checkpoints)
      .values({ size: tree.size, peaks: tree.complete.map(hexOf), note, issuedAt })
    return note
  })
}

/** With what happened since; null when nothing did. */
async function growTree(tx: Tx, tree: GrowingTree): Promise<GrowingTree | null> {
  const before = tree.size
  for (;;) {
    const rows = await tx
      .select({ id: events.id, hash: events.hash })
      .from(events)
      .where(gt(events.id, tree.size))
      .orderBy(asc(events.id))
      .limit(batch)
    for (const { id, hash } of rows) {
      if (id !== tree.size + 1) throw new Error(`event ${tree.size + 1} is missing`)
      tree.add(leafOf(hash))
    }
    if (rows.length < batch) return tree.size > before ? tree : null
  }
}

/** The tree at the last checkpoint. Throws where what was kept to grow it on is not what was signed then. */
async function lastTree(tx: Tx): Promise<GrowingTree> {
  const [last] = await tx.select().from(checkpoints).orderBy(desc(checkpoints.size)).limit(1)
  if (!last) return GrowingTree.empty()
  const { size, note, peaks } = last
  const tree = GrowingTree.from(peaks.map(bytesOf), size)
  const opened = openCheckpoint(note, verifiersAt(await findRecordKeys(tx), size))
  const isSigned =
    opened.ok &&
    opened.checkpoint.size === size &&
    Buffer.from(tree.root).equals(opened.checkpoint.root)
  if (!isSigned) throw new Error(`what is kept with checkpoint ${size} is not what was signed`)
  return tree
}

export interface Proof {
  /** The first checkpoint that the event is in. */
  note: string
  /** The line of the key that signed it. */
  key: string
  /** From the event up to the root of that checkpoint: SHA-256, hexadecimal, the lowest first. */
  path: string[]
}

/**
 * That an event is in the record, by the first checkpoint after it; null until one was signed. Left of the
 * event stand the complete subtrees of the tree that ends before it, which the checkpoint before has kept;
 * so no more is read than lies between two checkpoints.
 */
export async function findProof(db: Database | Tx, eventId: number): Promise<Proof | null> {
  const [next] = await db
    .select({ size: checkpoints.size, note: checkpoints.note })
    .from(checkpoints)
    .where(gte(checkpoints.size, eventId))
    .orderBy(asc(checkpoints.size))
    .limit(1)
  const key = next && keyAt(await findRecordKeys(db), next.size)
  if (!next || !key) return null
  const [before] = await db
    .select({ size: checkpoints.size, peaks: checkpoints.peaks })
    .from(checkpoints)
    .where(lt(checkpoints.size, eventId))
    .orderBy(desc(checkpoints.size))
    .limit(1)
  const from = before?.size ?? 0
  const rows = await db
    .select({ id: events.id, hash: events.hash })
    .from(events)
    .where(and(gt(events.id, from), lte(events.id, next.size)))
    .orderBy(asc(events.id))
  const leaves = rows.map(({ hash }) => leafOf(hash))
  const index = eventId - 1
  const left = GrowingTree.from((before?.peaks ?? []).map(bytesOf), from)
  for (const leaf of leaves.slice(0, index - from)) left.add(leaf)
  const path = inclusionPath(index, next.size, (start, end) =>
    end <= index ? left.subtree(start, end) : rootOf(leaves.slice(start - from, end - from)),
  )
  return { note: next.note, key: writeVerifier(key.verifier), path: path.map(hexOf) }
}

/** An event in the tree: the leaf over the hash that chains it. */
export function leafOf(hash: string): Hash {
  return leafHash(Buffer.from(hash, 'hex'))
}

function hexOf(hash: Hash): string {
  return Buffer.from(hash).toString('hex')
}

function bytesOf(hash: string): Hash {
  return Buffer.from(hash, 'hex')
}
