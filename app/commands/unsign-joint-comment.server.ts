import type { Actor } from '#app/access/actor.ts'
import type { Decision } from '#app/measures/decision.ts'
import { decideUnsigning } from '#app/measures/joint-comment.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { type JointPlace, lockJointComment } from './lock-joint-comment.server.ts'

/** Withdraws a signature; the state stays and goes on writing. */
export function unsignJointComment(
  { db }: Deps,
  actor: Actor,
  place: JointPlace,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockJointComment(tx, actor, 'sign-joint', place)
    if (!locked.ok) return locked
    const { measure, joint, by } = locked
    const decision = decideUnsigning(joint, by)
    if (decision.ok && decision.events.length > 0) await record(tx, actor, measure, decision.events)
    return decision
  })
}
