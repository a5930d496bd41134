import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { OpenFile } from '#app/measures/inputs.ts'
import type { Result } from '#app/measures/refusals.ts'
import { createDocument } from '#db/documents.server.ts'
import { beginFile, findOpened } from './begin-file.server.ts'
import { findChanged, firstDraft } from './changed-measure.server.ts'
import type { Deps } from './deps.ts'
import { nothing, withCodesFollowed } from './follow-codes.server.ts'
import { once } from './once.server.ts'

/**
 * Opens a file with an empty draft; an amendment starts from the list that it changes. The form's
 * key becomes the file's id, so the same form sent twice opens one file.
 */
export function openFile(
  { db }: Deps,
  actor: Actor,
  { key: measureId, changes, ...details }: OpenFile,
): Promise<Result<{ reference: string }>> {
  return once(
    db,
    actor,
    { key: measureId, act: 'open-file', content: { changes, ...details } },
    (tx) => findOpened(tx, measureId),
    async (tx) => {
      const permission = can(actor, 'open-file', null)
      if (!permission.ok) return permission

      const changed = await findChanged(tx, actor, details.kind, changes)
      if (!changed.ok) return changed

      const id = randomUUID()
      const opening = { ...details, measureId, documentId: id, changes: changed.changes }
      const begun = await beginFile(tx, actor, opening)
      if (!begun.ok) return begun
      const after = await firstDraft(tx, opening)
      const owner = actor.delegation
      const content = await withCodesFollowed(tx, actor, owner, { before: nothing, after })
      await createDocument(tx, actor, { id, measureId, purpose: 'draft', content })
      return begun
    },
  )
}
