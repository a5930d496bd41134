import { invited, joined, type JointComment } from '#app/measures/joint-comment.ts'
import type { Measure } from '#app/measures/measure.ts'
import { fileSubject, type JointSubject } from './subjects.ts'

/** What the policy asks about a joint comment of a file. */
export function jointSubject(
  measure: Measure,
  joint: Pick<JointComment, 'id' | 'versionId' | 'members' | 'commentId'>,
): JointSubject {
  const version = measure.versions.find(({ id }) => id === joint.versionId)
  if (!version) throw new Error(`joint comment ${joint.id} is about no version of its file`)
  return {
    file: fileSubject(measure),
    version,
    invited: invited(joint),
    joined: joined(joint),
    isReleased: joint.commentId !== null,
  }
}
