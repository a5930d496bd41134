import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { isMemberState } from '#app/measures/delegation-codes.ts'
import type { OpenNotice } from '#app/measures/inputs.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { databaseTime } from '#db/clock.server.ts'
import { holdFormKey } from '#db/form-key.server.ts'
import { drawReference, findMeasure, lockMeasure } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'

/** Begins an early notice: it stays inside the house until it is given. It has no entry text. */
export function openNotice(
  { db }: Deps,
  actor: Actor,
  input: OpenNotice,
): Promise<Result<{ reference: string }>> {
  return db.transaction(async (tx) => {
    const permission = can(actor, 'open-file', null)
    if (!permission.ok) return permission
    if (!isMemberState(actor.delegation)) return refuse('not-allowed')

    await holdFormKey(tx, input.key)
    const same = await findMeasure(tx, input.key)
    if (same)
      return same.owner === actor.delegation
        ? { ok: true, reference: same.reference }
        : refuse('not-found')

    const { today } = await databaseTime(tx)
    const reference = await drawReference(tx, actor.delegation, Number(today.slice(0, 4)))
    const { key: measureId, title, grounds, originalLanguage, marking, contact } = input
    await record(tx, actor, null, [
      {
        type: 'file-opened',
        measureId,
        reference,
        owner: actor.delegation,
        kind: 'national-control-list',
        title,
        grounds,
        originalLanguage,
        marking,
        contact,
        documentId: null,
        changes: null,
      },
    ])
    const { risk, technology, envisaged, timetable } = input
    const notice = { risk, technology, envisaged, timetable, contact }
    await record(tx, actor, await lockMeasure(tx, measureId), [{ type: 'notice-written', notice }])
    return { ok: true, reference }
  })
}
