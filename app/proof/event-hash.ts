import { createHash } from 'node:crypto'
import { canonicalJson } from '#app/text/canonical.ts'

/** How an event of the record is hashed, so that each vouches for all before it. */

/** What precedes the first event. */
export const genesisHash = '0'.repeat(64)

/** An event as it is hashed. Its content is there by its hash, so that a purged one still verifies (row 46). */
export interface Envelope {
  id: number
  measureId: string | null
  /** Counts the acts of one file from 1; null for what is about no file. */
  position: number | null
  type: string
  /** ISO 8601, UTC, with milliseconds. */
  at: string
  personId: string | null
  delegation: string | null
  lane: string
  /** Null, or an audience as `app/measures/audience.ts` has it. */
  audience: unknown
  contentHash: string
  previousHash: string
  /**
   * 128 random bits, hexadecimal: whoever holds the hash and guesses the rest learns nothing from it. Not
   * there in what was recorded before 29 November 2026.
   */
  salt?: string | undefined
}

/** SHA-256 of the envelope's canonical JSON, in hexadecimal. */
export function hashOf(envelope: Envelope): string {
  return digest(canonicalJson(envelope))
}

/** SHA-256 in hexadecimal, of the text as UTF-8. */
export function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
