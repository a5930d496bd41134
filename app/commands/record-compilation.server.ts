import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { predecessor } from '#app/measures/compilation-succession.ts'
import type { CompilationWarning } from '#app/measures/events/publication.ts'
import { type Day, type Measure, notifiedDelegations } from '#app/measures/measure.ts'
import { isSame, numberOf } from '#app/measures/oj-reference.ts'
import type { RecordCompilation } from '#app/measures/record-inputs.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { refuseDayBeforeCorrected } from '#app/measures/refused-days.ts'
import { decide } from '#app/measures/workflow.ts'
import type { RecordedEvent } from '#app/measures/events.ts'
import { withVisibleEnds } from '#app/queries/visible-ends.server.ts'
import type { Tx } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import {
  findCompilations,
  findCompiledEntryIds,
  lockCompilations,
} from '#db/compilations.server.ts'
import { findEntriesById, type RegisteredEntry } from '#db/entries.server.ts'
import { findCheckedWithGaps } from '#app/queries/languages-desk.server.ts'
import { findOriginalLanguages, findVersionsToPublish } from '#db/languages.server.ts'
import { findInformationNotes, lockInformationNotes } from '#db/information-notes.server.ts'
import { lockMeasure } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { once } from './once.server.ts'
import { sealCompilation } from './seal.server.ts'

/**
 * Records what the Official Journal published as the compilation, or as an update of it (Article
 * 9(4), second and third sentences): all entries that stand in it from that day on. Only the Journal
 * is authentic, so what was not notified or is not in force is recorded too, with a warning. Each
 * file that it names, or no longer names, has it in its history.
 */
export function recordCompilation(
  { db }: Deps,
  actor: Actor,
  { key, entryIds, ...input }: RecordCompilation,
): Promise<Result<{ compilationId: string }>> {
  const ojReference = numberOf(input.ojReference, input.publishedOn)
  const publication = { ...input, ojReference }
  return once(
    db,
    actor,
    { key, act: 'record-compilation', content: { entryIds, ...publication } },
    () => ({ ok: true, compilationId: key }),
    async (tx) => {
      const permission = can(actor, 'use-commission-desk', null)
      if (!permission.ok) return permission
      await lockCompilations(tx)
      await lockInformationNotes(tx)
      const { today } = await databaseTime(tx)
      if (publication.publishedOn > today) return refuse('date-in-the-future', 'publishedOn')
      const all = await findCompilations(tx)
      // One document is a compilation or a note, and never both.
      const recorded = [...all, ...(await findInformationNotes(tx))]
      if (recorded.some((other) => isSame(other, ojReference))) {
        return refuse('already-recorded', 'ojReference')
      }
      if (publication.corrects) {
        const corrected = all.find(({ id }) => id === publication.corrects)
        if (!corrected) return refuse('invalid-input', 'corrects')
        const tooEarly = refuseDayBeforeCorrected(corrected.publishedOn, publication.publishedOn)
        if (tooEarly) return tooEarly
      }
      const chosen = await withVisibleEnds(tx, actor, await findEntriesById(tx, entryIds))
      if (chosen.length !== new Set(entryIds).size) return refuse('invalid-input', 'entryIds')

      const decided: { measure: Measure; events: RecordedEvent[] }[] = []
      for (const [measureId, own] of await byMeasure(tx, chosen, publication)) {
        const measure = await lockMeasure(tx, measureId)
        if (!measure) return refuse('invalid-input', 'entryIds')
        const allowed = can(actor, 'act', { file: fileSubject(measure), command: 'compile' })
        if (!allowed.ok) return refuse('invalid-input', 'entryIds')
        const decision = decide(
          measure,
          {
            type: 'compile',
            compilationId: key,
            ojReference: publication.ojReference,
            publishedOn: publication.publishedOn,
            entryIds: own.map(({ id }) => id),
            warnings: warningsOf(measure, own, publication.publishedOn),
          },
          today,
        )
        if (!decision.ok) return { ...decision, field: decision.field ?? 'entryIds' }
        decided.push({ measure, events: decision.events })
      }
      const ids = chosen.map(({ id }) => id)
      await record(tx, actor, null, [
        {
          type: 'compilation-recorded',
          compilationId: key,
          ...publication,
          url: publication.url || null,
          entryIds: ids,
        },
      ])
      for (const { measure, events } of decided) await record(tx, actor, measure, events)
      await publishLanguages(tx, actor, { compilationId: key, ...publication }, chosen)
      await sealCompilation(
        tx,
        actor,
        { id: key, ...publication, corrects: publication.corrects ?? '' },
        chosen,
      )
      return { ok: true, compilationId: key }
    },
  )
}

/** The language versions that were checked by that day. What was checked since was not published on it, nor what is not whole. */
async function publishLanguages(
  tx: Tx,
  actor: Actor,
  compilation: { compilationId: string; ojReference: string; publishedOn: Day },
  chosen: readonly RegisteredEntry[],
): Promise<void> {
  const { compilationId, ojReference, publishedOn } = compilation
  const entryIds = chosen.map(({ id }) => id)
  const versions = await findVersionsToPublish(tx, entryIds, publishedOn)
  const originals = await findOriginalLanguages(tx, entryIds)
  const withGaps = await findCheckedWithGaps(
    tx,
    chosen.map((entry) => ({ ...entry, originalLanguage: originals.get(entry.id) ?? '' })),
    versions,
  )
  const languageVersionIds = versions.flatMap(({ id }) => (withGaps.has(id) ? [] : [id]))
  if (languageVersionIds.length === 0) return
  await record(tx, actor, null, [
    { type: 'language-versions-published', compilationId, ojReference, languageVersionIds },
  ])
}

/**
 * The chosen entries by the file that brought them, in the order in which files are locked; files
 * that the one named whose place it takes and this one does not have none.
 */
async function byMeasure(
  tx: Tx,
  chosen: readonly RegisteredEntry[],
  publication: { corrects: string | null; publishedOn: Day },
): Promise<[string, RegisteredEntry[]][]> {
  const last = predecessor((await findCompilations(tx)).toReversed(), publication)
  const before = last ? await findEntriesById(tx, await findCompiledEntryIds(tx, last.id)) : []
  const files = new Map<string, RegisteredEntry[]>(before.map(({ measureId }) => [measureId, []]))
  for (const entry of chosen) {
    files.set(entry.measureId, [...(files.get(entry.measureId) ?? []), entry])
  }
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** As far as whoever records it knows how the entries ended. */
function warningsOf(
  measure: Measure,
  own: readonly RegisteredEntry[],
  on: Day,
): CompilationWarning[] {
  const isNotified =
    measure.stage === 'adopted' && notifiedDelegations(measure.facts).includes('COM')
  const warnings: CompilationWarning[] = []
  if (own.length > 0 && !isNotified) warnings.push('not-notified')
  if (own.some(({ inForceFrom }) => !inForceFrom || inForceFrom > on)) warnings.push('not-in-force')
  if (own.some(({ endedOn }) => endedOn !== null && endedOn <= on)) warnings.push('ended')
  return warnings
}
