import { z } from 'zod'
import { anchorSchema } from '../anchor.ts'
import { bringModes, noteOutcomes } from '../brought-in.ts'
import { id } from './fields.ts'

/** What comes from Word documents into a draft, and what becomes of what was said in them. */
export const wordEvents = [
  z.object({
    type: z.literal('word-brought-in'),
    importId: id,
    /** Of the file as it was sent. */
    name: z.string(),
    sha256: z.string(),
    mode: z.enum(bringModes),
    /** The sections that something came into; whose words went, where it took their place. */
    sections: z.array(z.string()),
    documentSeq: z.int().nonnegative(),
    notes: z.array(
      z.object({
        noteId: id,
        kind: z.enum(['comment', 'proposal']),
        anchor: anchorSchema,
        /** As the document states them: nobody has checked who it was. */
        author: z.string(),
        statedAt: z.string().nullable(),
        text: z.string(),
        before: z.string(),
        after: z.string(),
        wording: z.string().nullable(),
        answers: id.nullable(),
        isResolved: z.boolean(),
      }),
    ),
  }),
  z.object({
    type: z.literal('word-note-settled'),
    noteId: id,
    outcome: z.enum(noteOutcomes),
    /** Of the update that put the wording in. */
    documentSeq: z.int().nonnegative().nullable(),
  }),
] as const
