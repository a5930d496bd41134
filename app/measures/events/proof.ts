import { z } from 'zod'

/** With what checkpoints of the record are signed from here on. */
export const proofEvents = [
  z.object({
    type: z.literal('record-key-introduced'),
    /** Name, id and public key on one line (`app/proof/signed-note.ts`). */
    verifier: z.string(),
    /** The key that it takes the place of; null for the first. */
    replaces: z.string().nullable(),
    /** The former key's word for it: a signed note of this verifier. Null where that key was lost. */
    endorsement: z.string().nullable(),
    /** Why, where nobody vouches for it; empty for the first. */
    reason: z.string(),
  }),
] as const
