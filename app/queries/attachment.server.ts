import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { findAttachment, readAttachment } from '#db/attachments.server.ts'
import { findFile } from './file-page.server.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The bytes of an attachment, for the owner's people and, where it is shared, for readers of a version. */
export async function findAttachmentToRead(
  deps: Deps,
  actor: Actor,
  reference: string,
  id: string,
): Promise<Result<{ name: string; mediaType: string; bytes: Uint8Array }>> {
  const found = await findFile(deps, actor, reference)
  if (!found.ok) return found
  const { measure, file } = found
  const attachment = uuid.test(id) ? await findAttachment(deps.db, id) : null
  if (!attachment || attachment.measureId !== measure.id || attachment.removedAt) {
    return refuse('not-found')
  }
  const isInside = can(actor, 'see-draft', file).ok
  const readsSome = measure.versions.some(
    (version) => can(actor, 'see-version', { file, version }).ok,
  )
  if (!isInside && !(attachment.isShared && readsSome)) return refuse('not-found')
  const bytes = await readAttachment(deps.db, id)
  if (!bytes || !attachment.mediaType) return refuse('not-found')
  return { ok: true, name: attachment.name, mediaType: attachment.mediaType, bytes }
}
