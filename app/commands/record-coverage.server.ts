import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { RecordCoverage } from '#app/measures/record-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Decision } from '#app/measures/decision.ts'
import { findEntry } from '#db/entries.server.ts'
import { lockMeasure } from '#db/measures.server.ts'
import { decideAndRecord } from './act.server.ts'
import type { Deps } from './deps.ts'

/** Annex I controls an entry, or a point of it, itself (Articles 17 and 18): what that took over. */
export function recordCoverage(
  { db }: Deps,
  actor: Actor,
  coverage: RecordCoverage,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const entry = await findEntry(tx, coverage.entryId)
    const measure = entry && (await lockMeasure(tx, entry.measureId))
    if (!measure) return refuse('not-found')
    const permission = can(actor, 'act', { file: fileSubject(measure), command: 'cover' })
    if (!permission.ok) return permission
    return decideAndRecord(tx, actor, measure, { type: 'cover', ...coverage })
  })
}
