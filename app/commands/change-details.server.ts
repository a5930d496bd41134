import type { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import type { detailsInput } from '#app/measures/inputs.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { record } from '#db/record.server.ts'
import { lockToChange } from './change-file.server.ts'
import { findChanged } from './changed-measure.server.ts'
import type { Deps } from './deps.ts'

/**
 * Title, grounds, marking and contact of a file before adoption; its kind and original language too
 * as long as no version of it was released, for what others hold is of that kind, in that language.
 */
export function changeDetails(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { revision, kind, originalLanguage, changes, ...details }: z.infer<typeof detailsInput>,
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const locked = await lockToChange(tx, actor, reference, 'change-details')
    if (!locked.ok) return locked
    if (locked.measure.revision !== revision) return refuse('stale-form')
    if (kind === undefined || originalLanguage === undefined) {
      await record(tx, actor, locked.measure, [{ type: 'details-changed', ...details }])
      return { ok: true }
    }
    if (locked.measure.versions.length > 0) return refuse('already-shared', 'kind')
    const changed = await findChanged(tx, actor, kind, changes)
    if (!changed.ok) return changed
    const about = { kind, originalLanguage, changes: changed.changes }
    await record(tx, actor, locked.measure, [{ type: 'details-changed', ...details, about }])
    return { ok: true }
  })
}
