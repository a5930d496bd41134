import { z } from 'zod'
import { key, optional, prose, required, requiredDay, requiredProse } from './inputs.ts'

/** The forms of the desk of languages, as schemas. */

export const addLanguageVersionsInput = z.object({ key })
export type AddLanguageVersions = z.infer<typeof addLanguageVersionsInput>

export const checkLanguageVersionsInput = z.object({
  key,
  versions: z.array(z.uuid('form.stale')).min(1, 'form.choose-at-least-one').max(5_000),
  /** Obligatory where the concordance has found something. */
  reason: prose(2_000).default(''),
})
export type CheckLanguageVersions = z.infer<typeof checkLanguageVersionsInput>

export const withdrawLanguageVersionInput = z.object({
  version: z.uuid('form.stale'),
  reason: requiredProse(2_000),
})
export type WithdrawLanguageVersion = z.infer<typeof withdrawLanguageVersionInput>

/** A person or an office by its id, or nobody. */
export const holdLanguageInput = z.object({
  holder: z
    .string('form.choose-one')
    .regex(
      /^(?:nobody|(?:person|office):[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/,
      'form.choose-one',
    ),
  entryIds: z.array(z.uuid('form.stale')).min(1, 'form.choose-at-least-one').max(5_000),
})
export type HoldLanguage = z.infer<typeof holdLanguageInput>

export const handOverInput = z.object({
  key,
  recipient: required(200),
  handedOn: requiredDay,
  reference: optional(200),
  reason: prose(5_000).default(''),
  /** The hash of what the page showed. */
  manifest: z.string('form.stale').regex(/^[\da-f]{64}$/, 'form.stale'),
})
export type HandOver = z.infer<typeof handOverInput>
