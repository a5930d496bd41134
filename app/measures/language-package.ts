import { z } from 'zod'
import { memberStates } from './delegation-codes.ts'
import { id, sha256 } from './events/fields.ts'
import {
  countLanguages,
  isComplete,
  isReady,
  type LanguageCount,
  languageStates,
} from './language-versions.ts'
import { type OfficialLanguage, officialLanguages } from './official-languages.ts'

const text = z.object({
  state: z.enum(languageStates),
  /** Of the text that the package has; null where there is none. */
  sha256: sha256.nullable(),
})

/**
 * What a package of language versions holds, text by text: the entries of the next compilation as they
 * stood on the day, in every official language.
 */
export const packageManifest = z.object({
  format: z.literal('concert-language-versions/1'),
  entries: z.array(
    z.object({
      entryId: id,
      issuer: z.enum(memberStates),
      code: z.string(),
      heading: z.string(),
      original: z.string(),
      languages: z.record(z.enum(officialLanguages), text),
    }),
  ),
})
export type PackageManifest = z.infer<typeof packageManifest>

/** How far a package is, language by language. A gap never counts as complete. */
export function completenessOf({ entries }: PackageManifest): {
  counts: LanguageCount[]
  complete: OfficialLanguage[]
  gaps: LanguageCount[]
} {
  const counts = countLanguages(entries, ({ languages }, language) => languages[language].state)
  return {
    counts,
    complete: counts.filter(isComplete).map(({ language }) => language),
    gaps: counts.filter((count) => !isComplete(count)),
  }
}

/** The entries that a language lacks, or has unchecked. */
export function gapsIn({ entries }: PackageManifest, language: OfficialLanguage) {
  return entries.flatMap(({ entryId, issuer, code, heading, languages }) => {
    const { state } = languages[language]
    return isReady(state) ? [] : [{ entryId, issuer, code, heading, state }]
  })
}
