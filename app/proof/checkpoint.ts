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
  /**
   * another-record: none of the keys is of the record that it names. unsigned: none of its keys signed it as
   * it stands here.
   */
  | { ok: false; reason: 'not-a-checkpoint' | 'another-record' | 'unsigned' }

/** `verifiers`: the keys of which one has to have signed it. `isAlone`: nobody else may have. */
export function openCheckpoint(
  note: string,
  verifiers: readonly Verifier[],
  how: { isAlone?: boolean } = {},
): OpenedCheckpoint {
  const checkpoint = readCheckpoint(note)
  if (!checkpoint) return { ok: false, reason: 'not-a-checkpoint' }
  const named = verifiers.filter(({ name }) => name === checkpoint.origin)
  if (named.length === 0) return { ok: false, reason: 'another-record' }
  const texts = named.map((verifier) => openNote(note, verifier, how))
  // What was signed begins where the note begins: the same three lines.
  return texts.some((text) => text !== null)
    ? { ok: true, checkpoint }
    : { ok: false, reason: 'unsigned' }
}

/** What it says, whether signed or not. Nothing may follow from that alone. */
export function readCheckpoint(note: string): Checkpoint | null {
  const [, origin, size, encoded = ''] =
    /^(\S+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n/.exec(note) ?? []
  const root = Buffer.from(encoded, 'base64')
  if (!origin || root.length !== 32 || root.toString('base64') !== encoded) return null
  return { origin, size: Number(size), root }
}
