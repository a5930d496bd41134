import { openNote, signNote, type Signer, type Verifier } from './signed-note.ts'
import type { Hash } from './merkle-tree.ts'

/**
 * What the record was at one moment, signed: how many events it had, and the root of the tree over them
 * (https://c2sp.org/tlog-checkpoint). Kept elsewhere, it shows later whether anything before it was changed.
 */
export interface Checkpoint {
  /** Which record: the name of the key that signs. */
  readonly origin: string
  /** Events in the record; the last one has this number. */
  readonly size: number
  readonly root: Hash
}

export function signCheckpoint({ size, root }: Omit<Checkpoint, 'origin'>, signer: Signer): string {
  const text = `${signer.name}\n${size}\n${Buffer.from(root).toString('base64')}\n`
  return signNote(text, signer)
}

export type OpenedCheckpoint =
  | { ok: true; checkpoint: Checkpoint }
  /** unsigned: this key did not sign it, or not as it stands here. */
  | { ok: false; reason: 'not-a-checkpoint' | 'another-record' | 'unsigned' }

export function openCheckpoint(note: string, verifier: Verifier): OpenedCheckpoint {
  const text = openNote(note, verifier)
  if (text === null) {
    return { ok: false, reason: readCheckpoint(note) ? 'unsigned' : 'not-a-checkpoint' }
  }
  const checkpoint = readCheckpoint(text)
  if (!checkpoint) return { ok: false, reason: 'not-a-checkpoint' }
  if (checkpoint.origin !== verifier.name) return { ok: false, reason: 'another-record' }
  return { ok: true, checkpoint }
}

/** What it says, whether signed or not. Nothing may follow from that alone. */
function readCheckpoint(note: string): Checkpoint | null {
  const [, origin, size, encoded = ''] =
    /^(\S+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n/.exec(note) ?? []
  const root = Buffer.from(encoded, 'base64')
  if (!origin || root.length !== 32 || root.toString('base64') !== encoded) return null
  return { origin, size: Number(size), root }
}
