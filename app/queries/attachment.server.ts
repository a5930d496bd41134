import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { AttachmentKind } from '#app/measures/attachment.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { attachmentVisibility } from '#app/measures/visibility.ts'
import { findAttachment, readAttachment } from '#db/attachments.server.ts'
import { findFile } from './file-page.server.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The bytes of an attachment, for those who may read it. */
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
  const permission = can(actor, 'read-attachment', { file, attachment })
  if (!permission.ok) return permission
  const bytes = await readAttachment(deps.db, id)
  if (!bytes || !attachment.mediaType) return refuse('not-found')
  return { ok: true, name: attachment.name, mediaType: attachment.mediaType, bytes }
}

/**
 * For the page that adds one: whom an attachment of each kind reaches at once if it is shown. The
 * revision holds the form to what the page said.
 */
export async function findAttaching(deps: Deps, actor: Actor, reference: string) {
  const found = await findFile(deps, actor, reference)
  if (!found.ok) return found
  const { measure, file } = found
  const permission = can(actor, 'attach', file)
  if (!permission.ok) return permission
  const reachOf = (kind: AttachmentKind) => attachmentVisibility({ kind, isShared: true }, file)
  return {
    ok: true as const,
    reference: measure.reference,
    revision: measure.revision,
    reaches: {
      attachment: reachOf('attachment'),
      'courtesy-translation': reachOf('courtesy-translation'),
      'national-act': reachOf('national-act'),
    },
  }
}
