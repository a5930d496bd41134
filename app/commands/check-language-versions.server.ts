import type { Actor } from '#app/access/actor.ts'
import type { CheckLanguageVersions } from '#app/measures/language-inputs.ts'
import type { OfficialLanguage } from '#app/measures/official-languages.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { concordanceOf, gapsIn } from '#app/text/concordance.ts'
import type { ConcordancePlace } from '#app/text/concordance-parts.ts'
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
 * differences it takes a reason: an act may have a fault that its translation has not. What is missing in a
 * text no reason makes up for. It is of the texts that were looked at; one that came since is another.
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
      const missing: ConcordancePlace[] = []
      let isReasonNeeded = false
      const checked = new Map<string, { id: string; differences: number; unread: number }>()
      for (const entry of locked.files.flatMap(({ entries }) => entries)) {
        const version = versions.find(({ entryId }) => entryId === entry.id)
        if (!version) return refuse('text-changed', 'versions')
        const found = concordanceOf(
          { entry: entry.content, language: originals.get(entry.id) ?? '' },
          { entry: await getTranslatedEntry(tx, version.sha256), language },
        )
        const { differences, unread } = found
        missing.push(...gapsIn(found).map(({ place }) => place))
        if (differences.length > 0) isReasonNeeded = true
        const counts = { differences: differences.length, unread: unread.length }
        checked.set(entry.id, { id: version.id, ...counts })
      }
      if (missing.length > 0) return { ...refuse('places-missing'), places: missing }
      if (isReasonNeeded && reason === '') return refuse('differences-left', 'reason')
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
