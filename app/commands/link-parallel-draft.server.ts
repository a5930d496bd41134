import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { findMeasureByReference, isLinked } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import { lockToChange } from './change-file.server.ts'
import type { Deps } from './deps.ts'

/** Links one's own file with another state's that is meant to control the same. Two files, two texts. */
export function linkParallelDraft(
  { db }: Deps,
  actor: Actor,
  reference: string,
  otherReference: string,
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const locked = await lockToChange(tx, actor, reference, 'change-details')
    if (!locked.ok) return locked
    const other = await findMeasureByReference(tx, otherReference.replaceAll('-', '/'))
    if (!other || other.id === locked.measure.id) return refuse('not-found', 'reference')
    const permission = can(actor, 'see-file', fileSubject(other))
    if (!permission.ok) return refuse(permission.reason, 'reference')
    // The same link again is no act.
    if (await isLinked(tx, locked.measure.id, other.id)) return { ok: true }
    await record(tx, actor, locked.measure, [
      { type: 'parallel-draft-linked', otherId: other.id, otherReference: other.reference },
    ])
    return { ok: true }
  })
}
