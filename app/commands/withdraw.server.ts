import type { Actor } from '#app/access/actor.ts'
import type { Decision } from '#app/measures/decision.ts'
import { closeDocument } from '#db/documents.server.ts'
import { raiseAccessToJointTexts } from '#db/joint-comments.server.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'

/** Ends a measure before adoption. The reason is optional; nothing is deleted. */
export function withdraw(
  { db }: Deps,
  actor: Actor,
  reference: string,
  input: { reason: string; revision: number },
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockToAct(tx, actor, reference, 'withdraw', input.revision)
    if (!locked.ok) return locked
    const { measure } = locked
    await raiseAccessToJointTexts(tx, measure.id)
    const decision = await decideAndRecord(tx, actor, measure, {
      type: 'withdraw',
      reason: input.reason,
    })
    if (decision.ok && measure.documentId) await closeDocument(tx, measure.documentId)
    return decision
  })
}
