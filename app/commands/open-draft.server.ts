import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import type { Decision } from '#app/measures/decision.ts'
import { createDocument } from '#db/documents.server.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import { firstDraft } from './changed-measure.server.ts'
import type { Deps } from './deps.ts'
import { nothing, withCodesFollowed } from './follow-codes.server.ts'

/** An early notice becomes a file with a draft, under the same reference. */
export function openDraft({ db }: Deps, actor: Actor, reference: string): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockToAct(tx, actor, reference, 'open-draft')
    if (!locked.ok) return locked
    const documentId = randomUUID()
    const decision = await decideAndRecord(tx, actor, locked.measure, {
      type: 'open-draft',
      documentId,
    })
    if (!decision.ok) return decision
    const { id: measureId, owner } = locked.measure
    const after = await firstDraft(tx, locked.measure)
    const content = await withCodesFollowed(tx, actor, owner, { before: nothing, after })
    await createDocument(tx, actor, { id: documentId, measureId, purpose: 'draft', content })
    return decision
  })
}
