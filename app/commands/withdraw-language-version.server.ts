import type { Actor } from '#app/access/actor.ts'
import type { WithdrawLanguageVersion } from '#app/measures/language-inputs.ts'
import type { OfficialLanguage } from '#app/measures/official-languages.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { findLanguageVersionsById } from '#db/languages.server.ts'
import type { Deps } from './deps.ts'
import { lockLanguageEntries, recordInFiles } from './lock-language-entries.server.ts'

/** Takes a language version away, such as one that was sent for another language. Its trace stays. */
export function withdrawLanguageVersion(
  { db }: Deps,
  actor: Actor,
  language: OfficialLanguage,
  { version: languageVersionId, reason }: WithdrawLanguageVersion,
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const [asked] = await findLanguageVersionsById(tx, [languageVersionId])
    if (!asked || asked.language !== language) return refuse('not-found')
    const { entryId } = asked
    const locked = await lockLanguageEntries(tx, actor, [entryId], language)
    if (!locked.ok) return locked
    const [standing] = await findLanguageVersionsById(tx, [languageVersionId])
    if (!standing) return refuse('already-recorded')
    await recordInFiles(tx, actor, locked.files, () => ({
      type: 'language-version-withdrawn',
      language,
      languageVersionId,
      entryId,
      reason,
    }))
    return { ok: true }
  })
}
