import { asc, desc, gt, sql } from 'drizzle-orm'
import { openCheckpoint, signCheckpoint } from '#app/proof/checkpoint.ts'
import { GrowingTree, leafHash, type Hash } from '#app/proof/merkle-tree.ts'
import type { Signer } from '#app/proof/signed-note.ts'
import { databaseTime } from './clock.server.ts'
import type { Database, Tx } from './client.server.ts'
import { findRecordKeys, keyAt, signsNow, verifiersAt } from './record-keys.server.ts'
import { checkpoints, events } from './schema/record.ts'

/** Held while a checkpoint is made: two nodes do not make the same one. */
const checkpointLock = 0x0c_0e_28
/** How many events are read at once. */
const batch = 10_000

/** The newest one as it is given out, or null where none was issued. */
export async function findLastCheckpoint(
  db: Database,
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
  const tree = GrowingTree.from(
    peaks.map((peak) => Buffer.from(peak, 'hex')),
    size,
  )
  const opened = openCheckpoint(note, verifiersAt(await findRecordKeys(tx), size))
  const isSigned =
    opened.ok &&
    opened.checkpoint.size === size &&
    Buffer.from(tree.root).equals(opened.checkpoint.root)
  if (!isSigned) throw new Error(`what is kept with checkpoint ${size} is not what was signed`)
  return tree
}

/** An event in the tree: the leaf over the hash that chains it. */
export function leafOf(hash: string): Hash {
  return leafHash(Buffer.from(hash, 'hex'))
}

function hexOf(hash: Hash): string {
  return Buffer.from(hash).toString('hex')
}
