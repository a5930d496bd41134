import { z } from 'zod'
import { audience, id, sha256 } from './fields.ts'

/** What somebody withholds, as they choose it; what hangs on it goes along (`../withholding.ts`). */
export const withheldTarget = z.discriminatedUnion('kind', [
  /** The living text: lines by the ids of their elements; null: all of it. A new one begins with the rest. */
  z.object({ kind: z.literal('draft'), elements: z.array(z.string()).nullable() }),
  z.object({ kind: z.literal('version'), versionId: id, number: z.int().positive() }),
  z.object({ kind: z.literal('translation'), translationId: id }),
  /** An entry in another official language, which no compilation has published. */
  z.object({ kind: z.literal('language-version'), languageVersionId: id }),
  /** With the text in which several states write it. */
  z.object({ kind: z.literal('joint-comment'), jointId: id }),
  z.object({ kind: z.literal('comment'), commentId: id }),
  z.object({ kind: z.literal('attachment'), attachmentId: id }),
  /** Any other act of the file, by its number in the record. */
  z.object({ kind: z.literal('act'), eventId: z.int().positive() }),
])
export type WithheldTarget = z.infer<typeof withheldTarget>

/** Whom any of it had reached; null where it had not left the delegation. */
const reached = audience.nullable()

const stub = { /** SHA-256 of what stands in its place. */ stub: sha256 }

/**
 * Words that must not be here, as classified ones must not: at once nobody reads them any more, and then
 * they are purged, or restored where it was a mistake.
 */
export const withholdingEvents = [
  z.object({
    type: z.literal('content-withheld'),
    withholdingId: id,
    audience: reached,
    targets: z.array(withheldTarget).min(1),
    /** Of each act the words are gone, and the hash of its content stays. */
    acts: z.array(z.object({ eventId: z.int().positive(), ...stub })),
    texts: z.array(z.object({ sha256, ...stub })),
    packs: z.array(z.object({ sha256, ...stub })),
    /** What packages of language versions say of entries: their codes and headings. */
    manifests: z.array(z.object({ sha256, ...stub })).default([]),
    /** Of sealed records; their commitments stay. */
    parts: z.array(z.object({ sealId: id, commitment: sha256 })),
    attachments: z.array(id),
    /** Living texts, and those that take their places; `after`: the last update that was withheld. */
    documents: z.array(
      z.object({
        of: z.enum(['draft', 'joint-comment']),
        from: id,
        to: id,
        after: z.int().nonnegative(),
      }),
    ),
  }),
  z.object({
    type: z.literal('withheld-restored'),
    withholdingId: id,
    audience: reached,
    reason: z.string(),
  }),
  z.object({
    type: z.literal('withheld-purged'),
    withholdingId: id,
    audience: reached,
    reason: z.string(),
    orderedBy: z.string(),
  }),
] as const
