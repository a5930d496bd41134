import type { Actor } from '#app/access/actor.ts'
import type { OpenNotice } from '#app/measures/inputs.ts'
import type { Result } from '#app/measures/refusals.ts'
import { lockMeasure } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import { beginFile, holdForFile } from './begin-file.server.ts'
import { findChanged } from './changed-measure.server.ts'
import type { Deps } from './deps.ts'

/** Begins an early notice: it stays inside the house until it is given. It has no entry text. */
export function openNotice(
  { db }: Deps,
  actor: Actor,
  { key: measureId, changes, risk, technology, envisaged, timetable, ...details }: OpenNotice,
): Promise<Result<{ reference: string }>> {
  return db.transaction(async (tx) => {
    const held = await holdForFile(tx, actor, measureId)
    if (!held.ok) return held
    if (held.opened) return { ok: true, reference: held.opened }

    const changed = await findChanged(tx, actor, details.kind, changes)
    if (!changed.ok) return changed
    const opening = { ...details, measureId, documentId: null, changes: changed.changes }
    const begun = await beginFile(tx, actor, opening)
    if (!begun.ok) return begun
    const notice = { risk, technology, envisaged, timetable, contact: details.contact }
    await record(tx, actor, await lockMeasure(tx, measureId), [{ type: 'notice-written', notice }])
    return begun
  })
}
