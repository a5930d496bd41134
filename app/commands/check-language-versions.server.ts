import type { Actor } from '#app/access/actor.ts'
import type { CheckLanguageVersions } from '#app/measures/language-inputs.ts'
import type { OfficialLanguage } from '#app/measures/official-languages.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { concordanceOf } from '#app/text/concordance.ts'
import {
  findLanguageVersionsById,
  findOriginalLanguages,
  getTranslatedEntry,
} from '#db/languages.server.ts'
import type { Deps } from './deps.ts'
import { lockLanguageEntries, recordInFiles } from './lock-language-entries.server.ts'
import { once } from './once.server.ts'

/**
 * Records that language versions were checked, with what the concordance says of them. Where it finds
 * differences it takes a reason: an act may have a fault that its translation has not. It is of the texts
 * that were looked at; one that came since is another.
 */
export function checkLanguageVersions(
  { db }: Deps,
  actor: Actor,
  language: OfficialLanguage,
  { key, versions: ids, reason }: CheckLanguageVersions,
): Promise<Result<object>> {
  return once(
    db,
    actor,
    { key, act: 'check-language-versions', content: { language, ids, reason } },
    () => ({ ok: true }),
    async (tx) => {
      const asked = await findLanguageVersionsById(tx, ids)
      const entryIds = asked.map(({ entryId }) => entryId)
      if (!asked.every((version) => version.language === language) || asked.length === 0)
        return refuse('not-found')
      const locked = await lockLanguageEntries(tx, actor, entryIds, language)
      if (!locked.ok) return locked
      // Asked again, now that nobody else changes them.
      const versions = await findLanguageVersionsById(tx, ids)
      if (versions.length !== new Set(ids).size) return refuse('text-changed', 'versions')
      if (versions.some(({ checkedAt }) => checkedAt !== null)) return refuse('already-recorded')
      const originals = await findOriginalLanguages(tx, entryIds)
      const checked = new Map<string, { id: string; differences: number; unread: number }>()
      for (const entry of locked.files.flatMap(({ entries }) => entries)) {
        const version = versions.find(({ entryId }) => entryId === entry.id)
        if (!version) return refuse('text-changed', 'versions')
        const { differences, unread } = concordanceOf(
          { entry: entry.content, language: originals.get(entry.id) ?? '' },
          { entry: await getTranslatedEntry(tx, version.sha256), language },
        )
        if (differences.length > 0 && reason === '') return refuse('differences-left', 'reason')
        const counts = { differences: differences.length, unread: unread.length }
        checked.set(entry.id, { id: version.id, ...counts })
      }
      await recordInFiles(tx, actor, locked.files, (entries) => ({
        type: 'language-versions-checked',
        language,
        versions: entries.flatMap(({ id: entryId }) => {
          const own = checked.get(entryId)
          if (!own) return []
          const { id: languageVersionId, ...counts } = own
          return [{ languageVersionId, entryId, ...counts }]
        }),
        reason,
      }))
      return { ok: true }
    },
  )
}
