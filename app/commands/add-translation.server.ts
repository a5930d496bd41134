import type { Actor } from '#app/access/actor.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import type { AddTranslation } from '#app/measures/translation-inputs.ts'
import { alignTranslation } from '#app/text/translation.ts'
import { record } from '#db/record.server.ts'
import { getVersionText, keepText } from '#db/version-texts.server.ts'
import { findUpload, forgetUpload } from '#db/word.server.ts'
import type { Deps } from './deps.ts'
import { lockTranslated, type TranslatedVersion } from './lock-translated.server.ts'
import { once } from './once.server.ts'

/**
 * Puts a courtesy translation beside a version, for all who have it: what was read of the Word document
 * that this person sent and looked at. It is frozen like the version and never becomes its text.
 */
export function addTranslation(
  { db }: Deps,
  actor: Actor,
  place: TranslatedVersion,
  uploadId: string,
  { key }: AddTranslation,
): Promise<Result<object>> {
  return once(
    db,
    actor,
    { key, act: 'add-translation', content: { ...place, uploadId } },
    () => ({ ok: true }),
    async (tx) => {
      const locked = await lockTranslated(tx, actor, place)
      if (!locked.ok) return locked
      const { measure, version } = locked
      const { personId } = actor
      const upload = await findUpload(tx, { id: uploadId, measureId: measure.id, personId })
      if (upload?.versionId !== version.id || !upload.language) return refuse('not-found')

      const original = await getVersionText(tx, version)
      const { content } = alignTranslation(original.content, upload.document.content)
      await record(tx, actor, measure, [
        {
          type: 'translation-added',
          translationId: key,
          versionId: version.id,
          number: version.number,
          language: upload.language,
          sha256: await keepText(tx, content),
        },
      ])
      await forgetUpload(tx, upload.id)
      return { ok: true }
    },
  )
}
