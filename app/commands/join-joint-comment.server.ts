import type { Actor } from '#app/access/actor.ts'
import type { Decision } from '#app/measures/decision.ts'
import { decideJoining } from '#app/measures/joint-comment.ts'
import { raiseAccessEpoch } from '#db/documents.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { type JointPlace, lockJointComment } from './lock-joint-comment.server.ts'

/** Accepts an invitation: from then the state writes too. */
export function joinJointComment({ db }: Deps, actor: Actor, place: JointPlace): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockJointComment(tx, actor, 'join-joint', place)
    if (!locked.ok) return locked
    const { measure, version, joint, by } = locked
    const decision = decideJoining(measure, version, joint, by)
    if (!decision.ok || decision.events.length === 0) return decision
    await raiseAccessEpoch(tx, [joint.documentId])
    await record(tx, actor, measure, decision.events)
    return decision
  })
}
