import { z } from 'zod'
import { key, requiredProse } from './inputs.ts'
import { officialLanguages } from './official-languages.ts'

/** Into which language a Word document translates a version. */
export const uploadTranslationInput = z.object({
  language: z.enum(officialLanguages, 'form.choose-one'),
})

export const addTranslationInput = z.object({ key })
export type AddTranslation = z.infer<typeof addTranslationInput>

export const withdrawTranslationInput = z.object({
  translation: z.uuid('form.stale'),
  reason: requiredProse(2_000),
})
export type WithdrawTranslation = z.infer<typeof withdrawTranslationInput>
