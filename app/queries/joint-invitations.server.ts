import type { Actor } from '#app/access/actor.ts'
import { jointSubject } from '#app/access/joint-subject.ts'
import { can } from '#app/access/policy.ts'
import { toldOf } from '#app/access/told.ts'
import { isOut } from '#app/measures/joint-comment.ts'
import { isBeforeAdoption } from '#app/measures/measure.ts'
import type { Database } from '#db/client.server.ts'
import { findJointInvitations as findInvitations } from '#db/joint-comments.server.ts'
import { findMeasures } from '#db/measures.server.ts'

/** Joint comments to which this person's state is invited and has not answered, the oldest first. */
export async function findJointInvitations(db: Database, actor: Actor) {
  const invitations = await findInvitations(db, actor.delegation)
  const files = await findMeasures(db, [...new Set(invitations.map(({ measureId }) => measureId))])
  return invitations.flatMap((joint) => {
    const measure = files.find(({ id }) => id === joint.measureId)
    if (!measure || !isBeforeAdoption(measure)) return []
    const subject = jointSubject(measure, joint)
    if (subject.version.isRecalled || !can(actor, 'see-joint', subject).ok) return []
    return {
      id: joint.id,
      reference: measure.reference,
      owner: measure.owner,
      title: toldOf(actor, measure).details.title,
      /** What kind of text it is on: a provision of a notice is not named as one of a draft. */
      kind: subject.version.kind,
      provision: joint.provision,
      others: joint.members
        .filter((member) => !isOut(member) && member.delegation !== actor.delegation)
        .map(({ delegation }) => delegation),
    }
  })
}
