import type { Actor } from '#app/access/actor.ts'
import type { Decision } from '#app/measures/decision.ts'
import { audienceOn } from '#app/measures/discussion.ts'
import { decideSigning } from '#app/measures/joint-comment.ts'
import type { SignJoint } from '#app/measures/joint-inputs.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { holdText, type JointPlace, lockJointComment } from './lock-joint-comment.server.ts'

/**
 * Signs the text that was read, and no other, for whom it is to reach: its number in the log, its hash
 * and the audience are recorded.
 */
export function signJointComment(
  { db }: Deps,
  actor: Actor,
  place: JointPlace,
  { read, audience: reach }: SignJoint,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockJointComment(tx, actor, 'sign-joint', place)
    if (!locked.ok) return locked
    const { measure, version, joint, by } = locked
    const current = await holdText(tx, joint)
    const audience = audienceOn(measure, version, reach, by)
    const decision = decideSigning(measure, version, joint, by, { read, current, audience })
    if (decision.ok && decision.events.length > 0) await record(tx, actor, measure, decision.events)
    return decision
  })
}
