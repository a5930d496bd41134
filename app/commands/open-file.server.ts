import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import type { OpenFile } from '#app/measures/inputs.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { emptyDraft } from '#app/text/schema.ts'
import { createDocument } from '#db/documents.server.ts'
import { currentListContent } from '#db/entries.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { beginFile, holdForFile } from './begin-file.server.ts'
import type { Deps } from './deps.ts'

/**
 * Opens a file with an empty draft; an amendment starts from the list that it changes. The form's
 * key becomes the file's id, so the same form sent twice opens one file.
 */
export function openFile(
  { db }: Deps,
  actor: Actor,
  { key: measureId, changes, ...details }: OpenFile,
): Promise<Result<{ reference: string }>> {
  return db.transaction(async (tx) => {
    const held = await holdForFile(tx, actor, measureId)
    if (!held.ok) return held
    if (held.opened) return { ok: true, reference: held.opened }

    const isChange = details.kind === 'amendment' || details.kind === 'repeal'
    const changed = isChange ? await findMeasureByReference(tx, changes) : null
    if (isChange && changed?.owner !== actor.delegation) return refuse('not-found', 'changes')
    if (changed && changed.stage !== 'adopted') return refuse('not-in-this-stage', 'changes')

    const id = randomUUID()
    const opening = { ...details, measureId, documentId: id, changes: changed?.id ?? null }
    const begun = await beginFile(tx, actor, opening)
    if (!begun.ok) return begun
    const isAmendment = changed && details.kind === 'amendment'
    const start = isAmendment ? await currentListContent(tx, changed.id) : null
    const content = start?.content ?? emptyDraft()
    await createDocument(tx, actor, { id, measureId, purpose: 'draft', content })
    return begun
  })
}
