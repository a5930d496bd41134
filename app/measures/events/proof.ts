import { z } from 'zod'
import { id, sha256 } from './fields.ts'

/** What the record of one act can be taken away of, sealed. */
export const sealedActs = ['adoption', 'notification', 'compilation'] as const
export type SealedAct = (typeof sealedActs)[number]

/** The portal's, in the transaction of the act before it. */
export const recordSealed = z.object({
  type: z.literal('record-sealed'),
  sealId: id,
  of: z.enum(sealedActs),
  /** The final version, the notification or the compilation. */
  subjectId: id,
  /** One hash over all parts (`app/proof/sealed-record.ts`). */
  seal: sha256,
})

/** With what checkpoints of the record are signed from here on, and what was sealed. */
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
  recordSealed,
] as const
