import type { Actor } from '#app/access/actor.ts'
import type { Decision } from '#app/measures/decision.ts'
import { raiseAccessToJointTexts } from '#db/joint-comments.server.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'

/** Takes a shared version or notice back. Its trace stays with those who had it; its text does not. */
export function recall(
  { db }: Deps,
  actor: Actor,
  reference: string,
  input: { number: number; reason: string; revision: number },
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockToAct(tx, actor, reference, 'recall', input.revision)
    if (!locked.ok) return locked
    const { number, reason } = input
    await raiseAccessToJointTexts(tx, locked.measure.id)
    return decideAndRecord(tx, actor, locked.measure, { type: 'recall', number, reason })
  })
}
