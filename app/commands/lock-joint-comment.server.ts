import type { Actor } from '#app/access/actor.ts'
import { jointSubject } from '#app/access/joint-subject.ts'
import { can } from '#app/access/policy.ts'
import type { Action } from '#app/access/subjects.ts'
import { isMemberState, type MemberStateCode } from '#app/measures/delegation-codes.ts'
import { signedReach, type WrittenText } from '#app/measures/joint-comment.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import { type Refusal, refuse } from '#app/measures/refusals.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import { type Content, plainText } from '#app/text/content.ts'
import { digest } from '#app/proof/event-hash.ts'
import type { Tx } from '#db/client.server.ts'
import { freezeDraft } from '#db/documents.server.ts'
import { findJointComment, type StoredJointComment } from '#db/joint-comments.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'

/** A joint comment, named by its file. */
export interface JointPlace {
  reference: string
  id: string
}

export interface LockedJoint {
  measure: Measure
  version: Version
  joint: StoredJointComment
  /** The actor's own state. */
  by: MemberStateCode
}

type ActOnJoint = Extract<
  Action,
  'invite-to-joint' | 'join-joint' | 'leave-joint' | 'sign-joint' | 'release-joint'
>

/** A joint comment of the held file, if the actor may do this to it. */
export async function lockJointComment(
  tx: Tx,
  actor: Actor,
  action: ActOnJoint,
  { reference, id }: JointPlace,
): Promise<({ ok: true } & LockedJoint) | Refusal> {
  const measure = await lockMeasureByReference(tx, reference)
  const joint = measure && (await findJointComment(tx, measure.id, id))
  const version = measure?.versions.find(({ id }) => id === joint?.versionId)
  if (!joint || !version) return refuse('not-found')
  const subject = jointSubject(measure, joint)
  const permission = can(actor, action, subject)
  const by = actor.delegation
  if (permission.ok && isMemberState(by)) return { ok: true, measure, version, joint, by }
  if (joint.commentId && can(actor, 'see-joint', subject).ok) return refuse('already-released')
  return permission.ok ? refuse('not-allowed') : permission
}

/** The text as it is in the log, held until commit: what is signed or released is what is there. */
export async function holdText(tx: Tx, { documentId }: StoredJointComment): Promise<WrittenText> {
  const { content, seq } = await freezeDraft(tx, documentId)
  return { documentSeq: seq, ...readAs(content) }
}

/** Of the text and of whom it reaches, as all have signed it: what is read before the release. */
export function releaseHash(joint: StoredJointComment, { sha256 }: { sha256: string }): string {
  return digest(canonicalJson({ sha256, audience: signedReach(joint, { sha256 }) }))
}

/** What is shown to be signed is what is signed, and what is released: the words, and nothing beside them. */
export function readAs(content: Content): Pick<WrittenText, 'sha256' | 'body'> {
  const body = plainText(content).trim()
  return { sha256: digest(body), body }
}
