import type { Actor } from '#app/access/actor.ts'
import type { HoldLanguage } from '#app/measures/language-inputs.ts'
import type { OfficialLanguage } from '#app/measures/official-languages.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { findPossibleHolders } from '#app/queries/language-holders.server.ts'
import { findLanguageHolders } from '#db/languages.server.ts'
import type { Deps } from './deps.ts'
import { lockLanguageEntries, recordInFiles } from './lock-language-entries.server.ts'

/** Says who has the versions of entries in a language in hand, or that nobody has any more. */
export function holdLanguage(
  { db }: Deps,
  actor: Actor,
  language: OfficialLanguage,
  { holder: chosen, entryIds }: HoldLanguage,
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const locked = await lockLanguageEntries(tx, actor, entryIds, language)
    if (!locked.ok) return locked
    const possible = await Promise.all(
      locked.files.map(({ measure }) => findPossibleHolders(tx, measure.owner)),
    )
    const named = possible.map((own) => own.find(({ kind, id }) => `${kind}:${id}` === chosen))
    const [first] = named
    if (chosen !== 'nobody' && !named.every(Boolean)) return refuse('invalid-input', 'holder')
    const holder = first ? { kind: first.kind, id: first.id } : null
    const standing = await findLanguageHolders(tx, entryIds, language)
    const isSo = new Map(standing.map((one) => [one.entryId, `${one.kind}:${one.id}`]))
    const changed = locked.files.flatMap(({ measure, entries }) => {
      const others = entries.filter((entry) => (isSo.get(entry.id) ?? 'nobody') !== chosen)
      return others.length > 0 ? [{ measure, entries: others }] : []
    })
    if (changed.length === 0) return refuse('already-recorded')
    await recordInFiles(tx, actor, changed, (entries) => ({
      type: 'language-held',
      language,
      entryIds: entries.map((entry) => entry.id),
      holder,
    }))
    return { ok: true }
  })
}
