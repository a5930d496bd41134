import type { Actor } from '#app/access/actor.ts'
import type { Decision } from '#app/measures/decision.ts'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import { decideInviting } from '#app/measures/joint-comment.ts'
import { raiseAccessEpoch } from '#db/documents.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { type JointPlace, lockJointComment } from './lock-joint-comment.server.ts'

/** Asks further states, also those who have left: from then they read the text. */
export function inviteToJointComment(
  { db }: Deps,
  actor: Actor,
  place: JointPlace,
  { invited }: { invited: readonly MemberStateCode[] },
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockJointComment(tx, actor, 'invite-to-joint', place)
    if (!locked.ok) return locked
    const { measure, version, joint, by } = locked
    const decision = decideInviting(measure, version, joint, by, invited)
    if (!decision.ok || decision.events.length === 0) return decision
    await raiseAccessEpoch(tx, [joint.documentId])
    await record(tx, actor, measure, decision.events)
    return decision
  })
}
