import type { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import type { detailsInput } from '#app/measures/inputs.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { record } from '#db/record.server.ts'
import { lockToChange } from './change-file.server.ts'
import type { Deps } from './deps.ts'

/** Title, grounds, marking and contact of a file before adoption. */
export function changeDetails(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { revision, ...details }: z.infer<typeof detailsInput>,
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const locked = await lockToChange(tx, actor, reference, 'change-details')
    if (!locked.ok) return locked
    if (locked.measure.revision !== revision) return refuse('stale-form')
    await record(tx, actor, locked.measure, [{ type: 'details-changed', ...details }])
    return { ok: true }
  })
}
