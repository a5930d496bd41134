import { asc } from 'drizzle-orm'
import { openCheckpoint, readCheckpoint } from '#app/proof/checkpoint.ts'
import { GrowingTree, type Hash } from '#app/proof/merkle-tree.ts'
import type { Verifier } from '#app/proof/signed-note.ts'
import { leafOf } from './checkpoints.server.ts'
import type { Database, Tx } from './client.server.ts'
import { verifiersAt, type RecordKey } from './record-keys.server.ts'
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
   * unsigned: not signed by the key that it should be signed by, or not as it stands here.
   */
  fault: 'other-events' | 'cut-off' | 'unsigned' | 'another-record' | 'not-a-checkpoint'
  /** The last event that an earlier checkpoint, or the end of the record, vouches for. */
  after: number
  /** The events that it is of; 0 for what is no checkpoint. */
  upTo: number
}

/** Whose signatures count. */
export interface Keys {
  /** Those that the record names. A checkpoint is signed by the one that was in use at its size. */
  recorded: readonly RecordKey[]
  /** Noted elsewhere. Where there are such, the kept checkpoints are opened with them alone. */
  trusted: readonly Verifier[]
}

/** One in the database, with what is kept beside it. */
interface StoredNote extends NamedNote {
  size: number
  peaks: readonly string[]
}

/** To hold a walk through the whole record (`verifyChain`) against the checkpoints in it and `kept` ones. */
export async function watchCheckpoints(
  db: Database | Tx,
  kept: readonly NamedNote[] = [],
): Promise<CheckpointWatch> {
  const stored = await db
    .select({ size: checkpoints.size, note: checkpoints.note, peaks: checkpoints.peaks })
    .from(checkpoints)
    .orderBy(asc(checkpoints.size))
  return new CheckpointWatch(
    stored.map(({ size, ...kept }) => ({ name: `checkpoint ${size}`, size, ...kept })),
    kept,
  )
}

export class CheckpointWatch {
  private readonly tree = GrowingTree.empty()
  /** The root of the record at each size that one of the checkpoints is of; null until it is reached. */
  private readonly roots = new Map<number, Hash | null>()
  /** What the tree grew on from there, hexadecimal. */
  private readonly peaks = new Map<number, string>()

  constructor(
    private readonly stored: readonly StoredNote[],
    private readonly kept: readonly NamedNote[],
  ) {
    for (const { note } of [...stored, ...kept]) {
      const checkpoint = readCheckpoint(note)
      if (checkpoint) this.roots.set(checkpoint.size, null)
    }
    this.remember()
  }

  get count(): number {
    return this.stored.length + this.kept.length
  }

  /** To be told the hash of each event in order. */
  see(hash: string): void {
    this.tree.add(leafOf(hash))
    this.remember()
  }

  private remember() {
    const { size } = this.tree
    if (!this.roots.has(size)) return
    this.roots.set(size, this.tree.root)
    this.peaks.set(size, this.tree.complete.map(hexOf).join())
  }

  /** What is wrong, the least checkpoint first. To be asked once all events were seen and their chain holds. */
  faults({ recorded, trusted }: Keys): CheckpointFault[] {
    const inUse = (size: number) => verifiersAt(recorded, size)
    const judged = [
      ...this.stored.map((named) => ({ ...judge(named, inUse), beside: named })),
      ...this.kept.map((named) => judge(named, trusted.length > 0 ? () => trusted : inUse)),
    ].toSorted((a, b) => a.size - b.size)
    let proven = 0
    return judged.flatMap(({ name, size, opened, beside }): CheckpointFault[] => {
      const at = { name, after: proven, upTo: size }
      if (!opened.ok) return [{ ...at, fault: opened.reason }]
      const root = this.roots.get(size)
      if (!root) return [{ ...at, fault: 'cut-off', after: this.tree.size }]
      if (!Buffer.from(root).equals(opened.checkpoint.root))
        return [{ ...at, fault: 'other-events' }]
      // What stands beside the note in the database is what the note says.
      const isSame = !beside || this.peaks.get(beside.size) === beside.peaks.join()
      if (!isSame) return [{ ...at, fault: 'unsigned' }]
      proven = size
      return []
    })
  }
}

function hexOf(hash: Hash): string {
  return Buffer.from(hash).toString('hex')
}

interface Judged {
  name: string
  /** Of the checkpoint, as its note says. */
  size: number
  opened: ReturnType<typeof openCheckpoint>
  /** What is kept with it, for one in the database. */
  beside?: StoredNote
}

function judge(
  { name, note }: NamedNote,
  verifiersAt: (size: number) => readonly Verifier[],
): Judged {
  const size = readCheckpoint(note)?.size ?? 0
  return { name, size, opened: openCheckpoint(note, verifiersAt(size)) }
}
