import { setImmediate } from 'node:timers/promises'
import type { Actor } from '#app/access/actor.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { OfficialLanguage } from '#app/measures/official-languages.ts'
import { refuse } from '#app/measures/refusals.ts'
import { concordanceOf } from '#app/text/concordance.ts'
import { type Content, type ContentNode, textAttribute } from '#app/text/content.ts'
import { matchEntries } from '#app/text/entry-translation.ts'
import { placeNameOf } from '#app/text/place-name.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { findLanguageVersions, getTranslatedEntry } from '#db/languages.server.ts'
import { findUpload } from '#db/word.server.ts'
import { languagesOfSigns } from './entry-concordance.server.ts'
import { findListInLanguage, listHeadOf, type LanguageList } from './language-list.server.ts'
import type { LanguageEntry } from './next-entries.server.ts'

/** What this person sent, if it is of this list and language. */
export async function findLanguageUpload(
  deps: Deps,
  db: Database | Tx,
  actor: Actor,
  place: LanguageList,
  uploadId: string,
) {
  const list = await findListInLanguage(deps, actor, place)
  if (!list.ok) return list
  if (!list.mayWork.ok) return list.mayWork
  const { measure, entries } = list
  const { personId } = actor
  const upload = await findUpload(db, { id: uploadId, measureId: measure.id, personId })
  if (!upload || upload.versionId !== null || upload.language !== place.language)
    return refuse('not-found')
  const { content } = upload.document
  return {
    ok: true as const,
    measure,
    entries,
    upload,
    ...(await matchText(db, entries, place.language, content)),
  }
}

/**
 * The entries of a list that a text holds, and what of it is none. Destinations stand in no line of a
 * Word document: those that are there stay.
 */
async function matchText(
  db: Database | Tx,
  entries: readonly LanguageEntry[],
  language: OfficialLanguage,
  content: Content,
) {
  const { matched, without } = matchEntries(entries, content)
  const standing = await findLanguageVersions(db, [...matched.keys()], language)
  const texts = new Map<string, ContentNode>()
  for (const [id, entry] of matched) {
    const before = standing.find(({ entryId }) => entryId === id)
    const destinations =
      textAttribute(entry, 'destinations') ??
      (before ? textAttribute(await getTranslatedEntry(db, before.sha256), 'destinations') : null)
    texts.set(id, { ...entry, attrs: { ...entry.attrs, destinations } })
  }
  return { texts, without, standing }
}

/** How what this person sent would stand beside the list. */
export async function findLanguagePreview(
  deps: Deps,
  actor: Actor,
  place: LanguageList,
  uploadId: string,
) {
  const found = await findLanguageUpload(deps, deps.db, actor, place, uploadId)
  if (!found.ok) return found
  const { measure, entries, upload, texts, without, standing } = found
  const { language } = place
  const shown = []
  for (const entry of entries) {
    const text = texts.get(entry.id)
    if (!text) continue
    const { id, code, key, heading, originalLanguage } = entry
    const original = { entry: entry.content, language: originalLanguage }
    const isSuperseding = standing.some(({ entryId }) => entryId === id)
    const concordance = concordanceOf(original, { entry: text, language })
    shown.push({ id, code, key, heading, originalLanguage, isSuperseding, text, concordance })
    // Others have their turn between two entries.
    await setImmediate()
  }
  return {
    ok: true as const,
    ...listHeadOf(actor, measure),
    language,
    name: upload.name,
    entries: shown,
    untouched: entries
      .filter(({ id }) => !texts.has(id))
      .map(({ id, code, key, heading }) => ({ id, code, key, heading })),
    without: without.map((one) => ({ ...placeNameOf(one, 200), id: one.id })),
    notTaken: upload.document.notTaken,
    signsOnly: languagesOfSigns([
      ...entries.map(({ originalLanguage }) => originalLanguage),
      language,
    ]),
    remarks: upload.document.comments.length + upload.document.proposals.length,
  }
}

export type LanguagePreview = Extract<Awaited<ReturnType<typeof findLanguagePreview>>, { ok: true }>
