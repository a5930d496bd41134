import { type ChainFault, type Head, verifyChain } from './chain.server.ts'
import {
  type CheckpointFault,
  type Keys,
  type NamedNote,
  watchCheckpoints,
} from './checkpoint-watch.server.ts'
import type { Database, Tx } from './client.server.ts'
import { findRecordKeys, type RecordKey } from './record-keys.server.ts'
import type { ReplayFault } from './replay.server.ts'
import { findStubs } from './stubs.server.ts'

/** What was kept elsewhere, to hold the record against. */
export interface KeptElsewhere {
  noted: Head | null
  notes: readonly NamedNote[]
  /** The keys that were noted elsewhere, for those. */
  trusted: Keys['trusted']
}

export type RecordFault =
  | { of: 'event'; eventId: number; fault: ChainFault }
  | ({ of: 'checkpoint' } & CheckpointFault)
  | ({ of: 'row' } & ReplayFault)

export interface Verification {
  /** What is wrong; of a broken chain the first place alone, as nothing behind it says anything. */
  faults: RecordFault[]
  head: Head | null
  checkpoints: number
  keys: RecordKey[]
  /** Acts without their words, which were withheld or purged. */
  withoutWords: number
}

/** Whether the record, its checkpoints and everything that follows from it hold together. `play`: `replay`. */
export async function verifyRecord(
  db: Database | Tx,
  { noted, notes, trusted }: KeptElsewhere,
  play: () => Promise<ReplayFault[]>,
): Promise<Verification> {
  const watch = await watchCheckpoints(db, notes)
  const verdict = await verifyChain(db, noted, (hash) => watch.see(hash))
  const found = { head: null, checkpoints: watch.count, keys: [], withoutWords: 0 }
  if (!verdict.ok) {
    const { eventId, fault } = verdict
    return { ...found, faults: [{ of: 'event', eventId, fault }] }
  }
  const keys = await findRecordKeys(db)
  const faults = [
    ...watch
      .faults({ recorded: keys, trusted })
      .map((each) => ({ of: 'checkpoint', ...each }) as const),
    ...(await play()).map((each) => ({ of: 'row', ...each }) as const),
  ]
  const withoutWords = (await findStubs(db)).acts.size
  return { ...found, faults, head: verdict.head, keys, withoutWords }
}
