import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import { attachmentName, attachmentTypes, maxAttachmentBytes } from '#app/measures/attachment.ts'
import type { attachmentInput } from '#app/measures/inputs.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { addAttachmentRow } from '#db/attachments.server.ts'
import { record } from '#db/record.server.ts'
import { lockToChange } from './change-file.server.ts'
import type { Deps } from './deps.ts'
import { once } from './once.server.ts'

/**
 * Attaches a file, or says by which other channel a document went that may not be here. The type is
 * read from the bytes, never from the name. One that is shown is released to those who have a
 * version already, so its form must not be stale.
 */
export async function addAttachment(
  { db }: Deps,
  actor: Actor,
  reference: string,
  input: z.infer<typeof attachmentInput>,
  upload: { name: string; bytes: Uint8Array } | null,
): Promise<Result<object>> {
  const { key, revision, ...described } = input
  const { kind, language, isShared } = described
  if (!upload && !input.otherChannel) return refuse('invalid-input', 'file')
  if (upload && upload.bytes.byteLength > maxAttachmentBytes)
    return refuse('file-too-large', 'file')
  const type = upload ? (await fileTypeFromBuffer(upload.bytes))?.mime : null
  if (upload && !(type && type in attachmentTypes)) return refuse('file-type-refused', 'file')

  const sha256 = upload && createHash('sha256').update(upload.bytes).digest('hex')
  const content = { file: reference, ...described, upload: upload && { name: upload.name, sha256 } }
  return once(
    db,
    actor,
    { key, act: 'add-attachment', content },
    () => ({ ok: true }),
    async (tx) => {
      const locked = await lockToChange(tx, actor, reference, 'attach')
      if (!locked.ok) return locked
      // Whom it reaches at once is what the file was when its page said so.
      if (isShared && locked.measure.revision !== revision) return refuse('stale-form')
      const held =
        upload && type
          ? {
              name: attachmentName(input.name || upload.name, type),
              mediaType: type,
              size: upload.bytes.byteLength,
              sha256,
              otherChannel: null,
            }
          : {
              name: input.name || input.otherChannel,
              mediaType: null,
              size: null,
              sha256: null,
              otherChannel: input.otherChannel,
            }
      const attachment = { attachmentId: key, kind, language, isShared, ...held }
      const { at } = await record(tx, actor, locked.measure, [
        { type: 'attachment-added', ...attachment },
      ])
      await addAttachmentRow(tx, {
        ...held,
        id: key,
        measureId: locked.measure.id,
        kind,
        language,
        isShared,
        bytes: upload?.bytes ?? null,
        addedAt: at,
        addedBy: actor.personId,
      })
      return { ok: true }
    },
  )
}
