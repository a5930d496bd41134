import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { isMemberState } from '#app/measures/delegation-codes.ts'
import type { OpenFile } from '#app/measures/inputs.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { emptyDraft } from '#app/text/schema.ts'
import { databaseTime } from '#db/clock.server.ts'
import { createDocument } from '#db/documents.server.ts'
import { currentListContent } from '#db/entries.server.ts'
import { holdFormKey } from '#db/form-key.server.ts'
import { drawReference, findMeasure, findMeasureByReference } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'

/**
 * Opens a file with an empty draft; an amendment starts from the list that it changes. The form's
 * key becomes the file's id, so the same form sent twice opens one file.
 */
export function openFile(
  { db }: Deps,
  actor: Actor,
  input: OpenFile,
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

    const isChange = input.kind === 'amendment' || input.kind === 'repeal'
    const changed = isChange ? await findMeasureByReference(tx, input.changes) : null
    if (isChange && (!changed || changed.owner !== actor.delegation)) return refuse('not-found')
    if (changed && changed.stage !== 'adopted') return refuse('not-in-this-stage')

    const { today } = await databaseTime(tx)
    const reference = await drawReference(tx, actor.delegation, Number(today.slice(0, 4)))
    const documentId = randomUUID()
    const { key: measureId, kind, title, grounds, originalLanguage, marking, contact } = input
    await record(tx, actor, null, [
      {
        type: 'file-opened',
        measureId,
        reference,
        owner: actor.delegation,
        kind,
        title,
        grounds,
        originalLanguage,
        marking,
        contact,
        documentId,
        changes: changed?.id ?? null,
      },
    ])
    const start = changed && kind === 'amendment' ? await currentListContent(tx, changed.id) : null
    await createDocument(tx, actor, {
      id: documentId,
      measureId,
      purpose: 'draft',
      content: start?.content ?? emptyDraft(),
    })
    return { ok: true, reference }
  })
}
