import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { compareWithAnnexI } from '#app/measures/coverage.ts'
import type { RecordCoverage } from '#app/measures/record-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Decision } from '#app/measures/decision.ts'
import { pointsOf, wordsOfPoint } from '#app/text/point-words.ts'
import { findAdoption } from '#db/adoptions.server.ts'
import { findEntry } from '#db/entries.server.ts'
import { lockMeasure } from '#db/measures.server.ts'
import { decideAndRecord } from './act.server.ts'
import type { Deps } from './deps.ts'

/**
 * Annex I controls an entry, or a point of it, itself (Articles 17 and 18): what that took over, wholly, in
 * part or not. A person decides; what their decision rests on, the thresholds of both side by side, is
 * computed here from the words and kept with it.
 */
export function recordCoverage(
  { db }: Deps,
  actor: Actor,
  { annexIWords, language, ...coverage }: RecordCoverage,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const entry = await findEntry(tx, coverage.entryId)
    const measure = entry && (await lockMeasure(tx, entry.measureId))
    if (!measure) return refuse('not-found')
    const permission = can(actor, 'act', { file: fileSubject(measure), command: 'cover' })
    if (!permission.ok) return permission
    const adoption = await findAdoption(tx, measure.id)
    const { point } = coverage
    const entryWords = wordsOfPoint(entry.content, point) ?? ''
    if (point !== null && !pointsOf(entry.content).includes(point)) {
      return refuse('no-such-point', 'point')
    }
    const comparison = compareWithAnnexI(
      { text: entryWords, language: adoption?.language ?? language },
      { text: annexIWords, language },
      coverage.annexICode !== '',
    )
    return decideAndRecord(tx, actor, measure, { type: 'cover', ...coverage, comparison })
  })
}
