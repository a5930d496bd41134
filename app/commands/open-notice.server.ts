import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { OpenNotice } from '#app/measures/inputs.ts'
import type { Result } from '#app/measures/refusals.ts'
import { lockMeasure } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import { beginFile, findOpened } from './begin-file.server.ts'
import { findChanged } from './changed-measure.server.ts'
import type { Deps } from './deps.ts'
import { once } from './once.server.ts'

/** Begins an early notice: it stays inside the house until it is given. It has no entry text. */
export function openNotice(
  { db }: Deps,
  actor: Actor,
  { key: measureId, changes, risk, technology, envisaged, timetable, ...details }: OpenNotice,
): Promise<Result<{ reference: string }>> {
  return once(
    db,
    actor,
    {
      key: measureId,
      act: 'open-notice',
      content: { changes, risk, technology, envisaged, timetable, ...details },
    },
    (tx) => findOpened(tx, measureId),
    async (tx) => {
      const permission = can(actor, 'open-file', null)
      if (!permission.ok) return permission

      const changed = await findChanged(tx, actor, details.kind, changes)
      if (!changed.ok) return changed
      const opening = { ...details, measureId, documentId: null, changes: changed.changes }
      const begun = await beginFile(tx, actor, opening)
      if (!begun.ok) return begun
      const notice = { risk, technology, envisaged, timetable, contact: details.contact }
      await record(tx, actor, await lockMeasure(tx, measureId), [
        { type: 'notice-written', notice },
      ])
      return begun
    },
  )
}
