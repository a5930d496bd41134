import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import type { AddLanguageVersions } from '#app/measures/language-inputs.ts'
import type { Result } from '#app/measures/refusals.ts'
import type { LanguageList } from '#app/queries/language-list.server.ts'
import { findLanguageUpload } from '#app/queries/language-upload.server.ts'
import { entryDocument } from '#app/text/entry-document.ts'
import { keepText } from '#db/version-texts.server.ts'
import { forgetUpload } from '#db/word.server.ts'
import type { Deps } from './deps.ts'
import { lockLanguageEntries, recordInFiles } from './lock-language-entries.server.ts'
import { once } from './once.server.ts'

/**
 * Makes what this person sent and looked at the language versions of its entries: all of them or none.
 * Each is a draft, and takes the place of the one that stood there, checked or not.
 */
export function addLanguageVersions(
  { db }: Deps,
  actor: Actor,
  place: LanguageList,
  uploadId: string,
  { key }: AddLanguageVersions,
): Promise<Result<object>> {
  return once(
    db,
    actor,
    { key, act: 'add-language-versions', content: { ...place, uploadId } },
    () => ({ ok: true }),
    async (tx) => {
      const found = await findLanguageUpload({ db: tx }, tx, actor, place, uploadId)
      if (!found.ok) return found
      const { texts } = found
      const { language } = place
      const locked = await lockLanguageEntries(tx, actor, [...texts.keys()], language)
      if (!locked.ok) return locked
      const hashes = new Map<string, string>()
      for (const [id, text] of texts) hashes.set(id, await keepText(tx, entryDocument(text)))
      await recordInFiles(tx, actor, locked.files, (entries) => ({
        type: 'language-versions-added',
        language,
        versions: entries.map(({ id: entryId }) => ({
          languageVersionId: randomUUID(),
          entryId,
          sha256: hashes.get(entryId) ?? '',
        })),
      }))
      await forgetUpload(tx, uploadId)
      return { ok: true }
    },
  )
}
