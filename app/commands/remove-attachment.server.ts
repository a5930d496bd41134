import type { Actor } from '#app/access/actor.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { wasGiven } from '#app/measures/visibility.ts'
import { findAttachment } from '#db/attachments.server.ts'
import { record } from '#db/record.server.ts'
import { lockToChange } from './change-file.server.ts'
import type { Deps } from './deps.ts'

/** Removes an attachment that nobody outside was given. Its trace stays in the history. */
export function removeAttachment(
  { db }: Deps,
  actor: Actor,
  reference: string,
  attachmentId: string,
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const locked = await lockToChange(tx, actor, reference, 'attach')
    if (!locked.ok) return locked
    const attachment = await findAttachment(tx, attachmentId)
    if (!attachment || attachment.measureId !== locked.measure.id) return refuse('not-found')
    if (attachment.removedAt) return { ok: true }
    if (wasGiven(attachment, locked.measure)) return refuse('already-released')
    await record(tx, actor, locked.measure, [
      { type: 'attachment-removed', attachmentId, name: attachment.name },
    ])
    return { ok: true }
  })
}
