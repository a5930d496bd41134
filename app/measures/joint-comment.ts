import { type Audience, including, isSameAudience, reaches, within } from './audience.ts'
import type { CommentType } from './comment.ts'
import { type Decision, happened } from './decision.ts'
import { type DelegationCode, inProtocolOrder, type MemberStateCode } from './delegation-codes.ts'
import { reachOf, refuseTalk } from './discussion.ts'
import type { EventOf } from './events.ts'
import { longestProse } from './inputs.ts'
import type { Measure, Version } from './measure.ts'
import { type Refusal, refuse } from './refusals.ts'

/** The text that a signature was given on: where its log was, and the hash of its words. */
export interface SignedText {
  documentSeq: number
  sha256: string
}

/** The text as it is, as a comment would say it. */
export interface WrittenText extends SignedText {
  body: string
}

/** What a state signs: a text, and whom it is to reach. */
export interface JointSignature extends SignedText {
  /** As it chose it; null where that was not yet signed. */
  audience: Audience | null
}

export interface JointMember {
  delegation: MemberStateCode
  state: 'invited' | 'joined' | 'declined' | 'left'
  signature: JointSignature | null
}

/** One comment that several states write together, as far as what may happen depends on it. */
export interface JointComment {
  id: string
  versionId: string
  documentId: string
  commentType: CommentType
  isQuestion: boolean
  provision: string
  members: readonly JointMember[]
  /** The comment that it became; null while it is being written. */
  commentId: string | null
}

export function joined({ members }: Pick<JointComment, 'members'>): MemberStateCode[] {
  return inState(members, 'joined')
}

export function invited({ members }: Pick<JointComment, 'members'>): MemberStateCode[] {
  return inState(members, 'invited')
}

/** Whether a state is in it no more; it may be invited again. */
export function isOut({ state }: Pick<JointMember, 'state'>): boolean {
  return state === 'left' || state === 'declined'
}

function inState(members: readonly JointMember[], state: JointMember['state']) {
  return inProtocolOrder(
    members.filter((member) => member.state === state).map(({ delegation }) => delegation),
  )
}

/** Whether a signature was given on this very text, and not on an earlier one. */
export function isSignedAs({ signature }: JointMember, { sha256 }: { sha256: string }): boolean {
  return signature?.sha256 === sha256
}

/** Whom a joint comment reaches that is released to an audience: those who sign it are always in it. */
export function jointReach(joint: Pick<JointComment, 'members'>, audience: Audience): Audience {
  return joined(joint).reduce<Audience>(including, audience)
}

/** Whom the text reaches as all who take part have signed it; null while one has not, or for others. */
export function signedReach(
  joint: Pick<JointComment, 'members'>,
  current: { sha256: string },
): Audience | null {
  const [first, ...more] = joint.members
    .filter(({ state }) => state === 'joined')
    .map((member) => {
      const audience = isSignedAs(member, current) ? member.signature?.audience : null
      return audience ? jointReach(joint, audience) : null
    })
  if (!first) return null
  return more.every((other) => other && isSameAudience(first, other)) ? first : null
}

type Opening = Omit<EventOf<'joint-comment-opened'>, 'type' | 'audience' | 'versionId'>

/** One state opens it and names those with whom it wants to write. */
export function decideOpening(
  measure: Measure,
  version: Version,
  by: MemberStateCode,
  opening: Opening,
): Decision {
  const refusal = refuseTalk(measure, version) ?? refuseInviting(measure, version, by, opening)
  if (refusal) return refusal
  const audience = among([by, ...opening.invited])
  return happened({ type: 'joint-comment-opened', ...opening, versionId: version.id, audience })
}

export function decideInviting(
  measure: Measure,
  version: Version,
  joint: JointComment,
  by: MemberStateCode,
  wanted: readonly MemberStateCode[],
): Decision {
  const here = [...joined(joint), ...invited(joint)]
  const asked = wanted.filter((code) => !here.includes(code))
  if (asked.length === 0) return { ok: true, events: [] }
  const refusal =
    refuseChange(measure, version, joint) ??
    refuseInviting(measure, version, by, { invited: asked })
  if (refusal) return refusal
  const audience = among([...here, ...asked])
  return happened({
    type: 'joint-comment-invited',
    jointId: joint.id,
    invited: inProtocolOrder(asked),
    audience,
  })
}

/** Nobody is asked to comment on what they do not have; an owner replies and does not join. */
function refuseInviting(
  measure: Measure,
  version: Version,
  by: MemberStateCode,
  { invited }: { invited: readonly MemberStateCode[] },
): Refusal | null {
  const reach = reachOf(measure, version)
  const parties = { owner: measure.owner, author: measure.owner }
  const isReached = invited.every(
    (code) => code !== measure.owner && code !== by && reaches(reach, parties, code),
  )
  return isReached ? null : refuse('audience-too-wide', 'invited')
}

export function decideJoining(
  measure: Measure,
  version: Version,
  joint: JointComment,
  by: DelegationCode,
): Decision {
  const member = memberOf(joint, by)
  if (!member || isOut(member)) return refuse('not-found')
  if (member.state === 'joined') return { ok: true, events: [] }
  return (
    refuseChange(measure, version, joint) ??
    happened({ type: 'joint-comment-joined', jointId: joint.id, audience: thoseIn(joint) })
  )
}

export interface JointSigning {
  /** The hash of the text that the signatory had before them. */
  read: string
  current: WrittenText
  audience: Audience
}

export function decideSigning(
  measure: Measure,
  version: Version,
  joint: JointComment,
  by: DelegationCode,
  { read, current, audience: reach }: JointSigning,
): Decision {
  const member = memberOf(joint, by)
  if (member?.state !== 'joined') return refuse('not-allowed')
  const refusal = refuseChange(measure, version, joint) ?? refuseText(current)
  if (refusal) return refusal
  if (read !== current.sha256) return refuse('text-changed')
  if (!within(reach, reachOf(measure, version))) return refuse('audience-too-wide', 'audience')
  const signedFor = isSignedAs(member, current) ? member.signature?.audience : null
  if (signedFor && isSameAudience(signedFor, reach)) return { ok: true, events: [] }
  const { documentSeq, sha256 } = current
  return happened({
    type: 'joint-comment-signed',
    jointId: joint.id,
    audience: thoseIn(joint),
    documentSeq,
    sha256,
    reach,
  })
}

export function decideUnsigning(joint: JointComment, by: DelegationCode): Decision {
  if (joint.commentId) return refuse('already-released')
  if (!memberOf(joint, by)?.signature) return { ok: true, events: [] }
  return happened({ type: 'joint-comment-unsigned', jointId: joint.id, audience: thoseIn(joint) })
}

/** Leaves, or declines to join; a signature goes with it. */
export function decideLeaving(joint: JointComment, by: DelegationCode): Decision {
  if (joint.commentId) return refuse('already-released')
  const member = memberOf(joint, by)
  if (!member || isOut(member)) return { ok: true, events: [] }
  const type = member.state === 'invited' ? 'joint-comment-declined' : 'joint-comment-left'
  return happened({ type, jointId: joint.id, audience: thoseIn(joint) })
}

export interface JointRelease {
  commentId: string
  threadId: string
  /** Whether this is what was read before it was released. */
  isAsRead: boolean
  current: WrittenText
}

/**
 * Each who takes part has signed this text, to reach the same. Whoever was invited and did not join has
 * no part in it.
 */
export function decideJointRelease(
  measure: Measure,
  version: Version,
  joint: JointComment,
  { commentId, threadId, isAsRead, current }: JointRelease,
): Decision {
  const refusal = refuseChange(measure, version, joint) ?? refuseText(current)
  if (refusal) return refusal
  const signatories = joined(joint)
  if (signatories.length < 2) return refuse('joint-alone')
  const audience = signedReach(joint, current)
  if (!audience) return refuse('signatures-missing')
  if (!isAsRead) return refuse('text-changed')
  if (!within(audience, reachOf(measure, version))) return refuse('audience-too-wide', 'audience')
  const { id: jointId } = joint
  return happened({
    type: 'joint-comment-released',
    jointId,
    versionId: version.id,
    commentId,
    threadId,
    signatories,
    ...current,
    audience,
  })
}

function refuseChange(measure: Measure, version: Version, joint: JointComment): Refusal | null {
  return joint.commentId ? refuse('already-released') : refuseTalk(measure, version)
}

/** It is a comment like any other, which a form would not take longer. */
function refuseText({ body }: WrittenText): Refusal | null {
  if (body === '') return refuse('nothing-to-share')
  return body.length > longestProse ? refuse('text-too-long') : null
}

function memberOf({ members }: JointComment, code: DelegationCode): JointMember | undefined {
  return members.find(({ delegation }) => delegation === code)
}

/** Everybody who knows of it now. */
function thoseIn(joint: JointComment): Audience {
  return among([...joined(joint), ...invited(joint)])
}

function among(delegations: readonly DelegationCode[]): Audience {
  return { kind: 'named', delegations: inProtocolOrder(new Set(delegations)) }
}
