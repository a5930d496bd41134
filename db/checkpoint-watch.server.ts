import { asc } from 'drizzle-orm'
import { openCheckpoint, type Checkpoint } from '#app/proof/checkpoint.ts'
import { GrowingTree } from '#app/proof/merkle-tree.ts'
import type { Verifier } from '#app/proof/signed-note.ts'
import { leafOf } from './checkpoints.server.ts'
import type { Database, Tx } from './client.server.ts'
import { findRecordKeys } from './record-keys.server.ts'
import { checkpoints } from './schema/record.ts'

/** A checkpoint to hold the record against, and what to call it when something is wrong. */
export interface NamedNote {
  name: string
  note: string
}

export interface CheckpointFault {
  /** Of the checkpoint. */
  name: string
  /**
   * other-events: what is there is not what was signed. cut-off: the record ends before it.
   * unsigned: none of the keys signed it, or not as it stands here.
   */
  fault: 'other-events' | 'cut-off' | 'unsigned'
  /** The last event that an earlier checkpoint, or the end of the record, vouches for. */
  after: number
  upTo: number
}

/**
 * Holds a walk through the whole record (`verifyChain`) against the signed checkpoints: those in the
 * database, and `kept` ones that come from elsewhere. `trusted`: a key that was noted elsewhere too; the
 * kept ones are then opened with it, whatever the record says of its keys.
 */
export async function watchCheckpoints(
  db: Database | Tx,
  kept: readonly NamedNote[] = [],
  trusted: Verifier | null = null,
): Promise<CheckpointWatch> {
  const keys = (await findRecordKeys(db)).map(({ verifier }) => verifier)
  const stored = await db
    .select({ size: checkpoints.size, note: checkpoints.note })
    .from(checkpoints)
    .orderBy(asc(checkpoints.size))
  const watch = new CheckpointWatch()
  for (const { size, note } of stored) watch.expect({ name: `checkpoint ${size}`, note }, keys)
  for (const named of kept) watch.expect(named, trusted ? [trusted] : keys)
  return watch
}

export class CheckpointWatch {
  private readonly tree = GrowingTree.empty()
  private readonly waiting = new Map<number, (Checkpoint & { name: string })[]>()
  private readonly found: CheckpointFault[] = []
  private proven = 0
  /** How many checkpoints were read. */
  count = 0

  expect({ name, note }: NamedNote, verifiers: readonly Verifier[]): void {
    this.count += 1
    const checkpoint = verifiers
      .map((verifier) => openCheckpoint(note, verifier))
      .find((opened) => opened.ok)?.checkpoint
    if (!checkpoint) this.found.push({ name, fault: 'unsigned', after: 0, upTo: 0 })
    else {
      const others = this.waiting.get(checkpoint.size) ?? []
      this.waiting.set(checkpoint.size, [...others, { ...checkpoint, name }])
    }
  }

  /** To be told the hash of each event in order. */
  see(hash: string): void {
    this.tree.add(leafOf(hash))
    const { size } = this.tree
    const here = this.waiting.get(size)
    if (!here) return
    this.waiting.delete(size)
    const root = Buffer.from(this.tree.root)
    const wrong = here.filter((checkpoint) => !root.equals(checkpoint.root))
    for (const { name } of wrong) {
      this.found.push({ name, fault: 'other-events', after: this.proven, upTo: size })
    }
    if (wrong.length === 0) this.proven = size
  }

  /** What was wrong, once all events were seen. */
  get faults(): CheckpointFault[] {
    const beyond = [...this.waiting].flatMap(([upTo, checkpoints]) =>
      checkpoints.map(({ name }): CheckpointFault => {
        return { name, fault: 'cut-off', after: this.tree.size, upTo }
      }),
    )
    return [...this.found, ...beyond]
  }
}
