import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { RecordedEvent } from '#app/measures/events.ts'
import type { Measure } from '#app/measures/measure.ts'
import type { OfficialLanguage } from '#app/measures/official-languages.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import type { Tx } from '#db/client.server.ts'
import { findEntriesById, type RegisteredEntry } from '#db/entries.server.ts'
import { findOriginalLanguages } from '#db/languages.server.ts'
import { lockMeasure } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'

/** Entries with the file that brought them, held until commit. */
export interface LockedEntries {
  measure: Measure
  entries: RegisteredEntry[]
}

/**
 * The files of entries, in the order in which files are locked, if this person may work on their
 * versions in a language. In that of an act there is nothing to work on.
 */
export async function lockLanguageEntries(
  tx: Tx,
  actor: Actor,
  entryIds: readonly string[],
  language: OfficialLanguage,
): Promise<Result<{ files: LockedEntries[] }>> {
  const found = await findEntriesById(tx, entryIds)
  if (found.length !== new Set(entryIds).size) return refuse('not-found')
  const ids = [...new Set(found.map(({ measureId }) => measureId))].sort()
  const files: LockedEntries[] = []
  for (const id of ids) {
    const measure = await lockMeasure(tx, id)
    if (!measure) return refuse('not-found')
    const permission = can(actor, 'work-on-languages', fileSubject(measure))
    if (!permission.ok) return permission
    files.push({ measure, entries: found.filter(({ measureId }) => measureId === id) })
  }
  const originals = await findOriginalLanguages(tx, entryIds)
  if ([...originals.values()].includes(language)) return refuse('language-of-the-original')
  return { ok: true, files }
}

/** Records one event in each file, of what concerns its entries. */
export async function recordInFiles(
  tx: Tx,
  actor: Actor,
  files: readonly LockedEntries[],
  eventOf: (entries: readonly RegisteredEntry[]) => RecordedEvent,
): Promise<void> {
  for (const { measure, entries } of files) await record(tx, actor, measure, [eventOf(entries)])
}
