import { z } from 'zod'
import { canonicalJson, type Json } from '#app/text/canonical.ts'
import { type Checkpoint, openCheckpoint } from './checkpoint.ts'
import { digest, hashOf } from './event-hash.ts'
import { leafHash, rootAlong } from './merkle-tree.ts'
import { readVerifier, type Verifier, writeVerifier } from './signed-note.ts'

/**
 * What was the case when an act was recorded, in parts. The record holds one hash over all of them, and
 * each reader gets the parts that are theirs to see: with their salts, they make the same hash. Of the others
 * they get the commitment, which says nothing. docs/sealed-records.md describes the file for those who
 * verify it with a program of their own.
 */
export interface Part {
  /** What it is: `act`, `text`, `comment`, `position` … */
  name: string
  content: Json
}

export interface SealedPart extends Part {
  /** 128 random bits, hexadecimal: without it a short content could be guessed from its commitment. */
  salt: string
}

/** SHA-256 over the canonical JSON of salt, name and content, hexadecimal. */
export function commitmentOf({ salt, name, content }: SealedPart): string {
  return digest(canonicalJson([salt, name, content]))
}

/** The hash that the record holds: over all commitments, in the order of their characters. */
export function sealOf(commitments: readonly string[]): string {
  return digest(canonicalJson(commitments.toSorted()))
}

export const sealedFormat = 'concert-sealed-record/1'

const hexadecimal = (characters: number) =>
  z.string().regex(new RegExp(`^[0-9a-f]{${characters}}$`))
const json: z.ZodType<Json> = z.json()

/** What the file holds. Every member is bound by a hash or the signature, and there are no others. */
const fileSchema = z.strictObject({
  format: z.literal(sealedFormat),
  /** The event `record-sealed`, all of it: its content names the seal. */
  event: z.strictObject({
    id: z.int().positive(),
    measureId: z.string().nullable(),
    position: z.int().positive().nullable(),
    type: z.literal('record-sealed'),
    at: z.string(),
    personId: z.string().nullable(),
    delegation: z.string().nullable(),
    lane: z.string(),
    audience: json,
    contentHash: hexadecimal(64),
    previousHash: hexadecimal(64),
    salt: hexadecimal(32),
  }),
  content: z.strictObject({
    type: z.literal('record-sealed'),
    sealId: z.string(),
    of: z.string(),
    subjectId: z.string(),
    seal: hexadecimal(64),
  }),
  /** In the order of their commitments, which follow from them. */
  parts: z.array(z.strictObject({ name: z.string(), salt: hexadecimal(32), content: json })),
  /** The commitments of all other parts, and of some that stand for nothing; in their order. */
  withheld: z.array(hexadecimal(64)),
  /** From the event up to the root that the checkpoint signs: SHA-256, hexadecimal, the lowest first. */
  path: z.array(hexadecimal(64)),
  /** As it is given out: a signed note. */
  checkpoint: z.string(),
  /** The key that signed it, as the record names it. Only where it is compared does it prove anything. */
  key: z.string(),
})

export type SealedFile = z.infer<typeof fileSchema>

/** The bytes of the file: canonical JSON and a line break, so that there is one way alone to write it. */
export function writeSealedFile(file: SealedFile): string {
  return `${canonicalJson(file)}\n`
}

export type SealFault =
  /** Not JSON, or without something that belongs into it, or with more. */
  | 'not-a-sealed-record'
  /** The same could be read out of it, and it is not written as it was given out. */
  | 'written-otherwise'
  | 'parts-changed'
  | 'content-changed'
  | 'not-in-the-record'
  | 'not-a-checkpoint'
  | 'another-record'
  | 'unsigned'

export type SealVerdict =
  | { ok: true; file: SealedFile; checkpoint: Checkpoint; key: Verifier }
  /** `at`: what does not hold, in the words of the file; empty where all of it is meant. */
  | { ok: false; fault: SealFault; at: string }

/**
 * Whether this is what the record says, without the record. `trusted`: keys that were noted elsewhere; without
 * any, the one that the file names is taken, and the verdict holds only if that is the portal's.
 */
export function verifySealedFile(text: string, trusted: readonly Verifier[] = []): SealVerdict {
  const file = readFile(text)
  if (!file) return fault('not-a-sealed-record')
  if (writeSealedFile(file) !== text) return fault('written-otherwise')

  const commitments = file.parts.map(commitmentOf)
  if (!isAscending(commitments) || !isAscending(file.withheld)) return fault('written-otherwise')
  const { content, event } = file
  if (sealOf([...commitments, ...file.withheld]) !== content.seal) return fault('parts-changed')
  if (digest(canonicalJson(content)) !== event.contentHash) return fault('content-changed')

  const key = readVerifier(file.key)
  if (!key || !isAmong(trusted, file.key)) return fault('unsigned', 'key')
  const opened = openCheckpoint(file.checkpoint, [key], { isAlone: true })
  if (!opened.ok) return fault(opened.reason, 'checkpoint')
  const { checkpoint } = opened
  const leaf = leafHash(Buffer.from(hashOf(event), 'hex'))
  const path = file.path.map((hash) => Buffer.from(hash, 'hex'))
  const root = rootAlong(leaf, event.id - 1, checkpoint.size, path)
  if (!root || !Buffer.from(root).equals(checkpoint.root))
    return fault('not-in-the-record', 'event')
  return { ok: true, file, checkpoint, key }
}

function readFile(text: string): SealedFile | null {
  try {
    const read = fileSchema.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Where no key was noted, any may have signed. */
function isAmong(trusted: readonly Verifier[], key: string): boolean {
  return trusted.length === 0 || trusted.some((verifier) => writeVerifier(verifier) === key)
}

function isAscending(hashes: readonly string[]): boolean {
  return hashes.every((hash, index) => index === 0 || (hashes[index - 1] ?? '') < hash)
}

function fault(fault: SealFault, at = ''): SealVerdict {
  return { ok: false, fault, at }
}
