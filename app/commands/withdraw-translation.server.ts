import type { Actor } from '#app/access/actor.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import type { WithdrawTranslation } from '#app/measures/translation-inputs.ts'
import { record } from '#db/record.server.ts'
import { findTranslations } from '#db/translations.server.ts'
import type { Deps } from './deps.ts'
import { lockTranslated, type TranslatedVersion } from './lock-translated.server.ts'

/** Takes a courtesy translation away from the version. That it was there, and why not any more, stays. */
export function withdrawTranslation(
  { db }: Deps,
  actor: Actor,
  place: TranslatedVersion,
  { translation: translationId, reason }: WithdrawTranslation,
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const locked = await lockTranslated(tx, actor, place)
    if (!locked.ok) return locked
    const { measure, version } = locked
    const standing = await findTranslations(tx, version.id)
    const translation = standing.find(({ id }) => id === translationId)
    if (!translation) return refuse('already-recorded')
    const { language } = translation
    const { id: versionId, number } = version
    await record(tx, actor, measure, [
      { type: 'translation-withdrawn', translationId, versionId, number, language, reason },
    ])
    return { ok: true }
  })
}
