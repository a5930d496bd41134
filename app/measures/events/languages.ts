import { z } from 'zod'
import { officialLanguages } from '../official-languages.ts'
import { day, id, sha256 } from './fields.ts'

const language = z.enum(officialLanguages)

/** Who has a language version in hand: a person or an office. */
const holder = z.object({ kind: z.enum(['person', 'office']), id })

/** The language versions of entries for the next compilation (Article 9(4), second sentence). */
export const languageEvents = [
  /** Each takes the place of one of the same entry in that language. */
  z.object({
    type: z.literal('language-versions-added'),
    language,
    versions: z.array(z.object({ languageVersionId: id, entryId: id, sha256 })).min(1),
  }),
  z.object({
    type: z.literal('language-versions-checked'),
    language,
    versions: z
      .array(
        z.object({
          languageVersionId: id,
          entryId: id,
          /** What the concordance said then. */
          differences: z.int().nonnegative(),
          unread: z.int().nonnegative(),
        }),
      )
      .min(1),
    /** Why it is right all the same, where there are differences. */
    reason: z.string(),
  }),
  z.object({
    type: z.literal('language-version-withdrawn'),
    language,
    languageVersionId: id,
    entryId: id,
    reason: z.string().min(1),
  }),
  /** Null: nobody any more. */
  z.object({
    type: z.literal('language-held'),
    language,
    entryIds: z.array(id).min(1),
    holder: holder.nullable(),
  }),
  /** What a recorded compilation makes published: the texts that were checked by then. */
  z.object({
    type: z.literal('language-versions-published'),
    compilationId: id,
    ojReference: z.string(),
    languageVersionIds: z.array(id).min(1),
  }),
  /** To the Publications Office, of what the next compilation was on that day. */
  z.object({
    type: z.literal('language-package-handed-over'),
    packageId: id,
    recipient: z.string(),
    handedOn: day,
    reference: z.string(),
    /** Of what it holds, text by text (`app/measures/language-package.ts`). */
    manifestSha256: sha256,
    entries: z.int().positive(),
    /** In which languages all of them were checked, and what was missing in the others. */
    complete: z.array(language),
    gaps: z.array(
      z.object({ language, missing: z.int().nonnegative(), unchecked: z.int().nonnegative() }),
    ),
    /** Obligatory where there are gaps. */
    reason: z.string(),
  }),
] as const
