import type { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { noticeInput } from '#app/measures/inputs.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import { findNotice } from '#db/notices.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'

/** Revises an early notice that is not given yet, or prepares the next one. Stays inside the house. */
export function writeNotice(
  { db }: Deps,
  actor: Actor,
  reference: string,
  input: z.infer<typeof noticeInput> & { revision: number },
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const measure = await lockMeasureByReference(tx, reference)
    if (!measure) return refuse('not-found')
    const permission = can(actor, 'change-details', fileSubject(measure))
    if (!permission.ok) return permission
    if (measure.stage !== 'considering') return refuse('not-in-this-stage')
    if (measure.revision !== input.revision) return refuse('stale-form')

    const { risk, technology, envisaged, timetable } = input
    const contact = (await findNotice(tx, measure.id))?.notice.contact ?? ''
    const notice = { risk, technology, envisaged, timetable, contact }
    await record(tx, actor, measure, [{ type: 'notice-written', notice }])
    return { ok: true }
  })
}
