import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { jointSubject } from '#app/access/joint-subject.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { readAs, releaseHash } from '#app/commands/lock-joint-comment.server.ts'
import { type Audience, reached } from '#app/measures/audience.ts'
import { type DelegationCode, isMemberState } from '#app/measures/delegation-codes.ts'
import type { RecordedEvent } from '#app/measures/events.ts'
import { longestProse } from '#app/measures/inputs.ts'
import {
  isOut,
  isSignedAs,
  type JointMember,
  jointReach,
  joined,
  signedReach,
} from '#app/measures/joint-comment.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { quoteOf } from '#app/measures/anchor.ts'
import type { TextElement } from '#app/text/elements.ts'
import { findText } from '#db/documents.server.ts'
import {
  findJointActs,
  findJointComment,
  findOpenJointComments,
  type StoredJointComment,
} from '#db/joint-comments.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { findRoomHead, findTextToRead, findVersionToRead } from './version-to-read.server.ts'

/** A comment that states write together, for those who are in it. Its live text comes over the socket. */
export async function findJointRoom(deps: Deps, actor: Actor, reference: string, id: string) {
  const { db } = deps
  const measure = await findMeasureByReference(db, reference)
  const joint = measure && (await findJointComment(db, measure.id, id))
  const version = measure?.versions.find(({ id }) => id === joint?.versionId)
  if (!joint || !version) return refuse('not-found')
  const subject = jointSubject(measure, joint)
  const permission = can(actor, 'see-joint', subject)
  if (!permission.ok) return permission
  const [head, text, acts] = await Promise.all([
    findRoomHead(deps, actor, { measure, version, file: subject.file }),
    findText(db, joint.documentId),
    findJointActs(db, joint),
  ])
  if (!text) throw new Error(`joint comment ${id} has no text`)
  const current = { documentSeq: text.seq, ...readAs(text.content) }
  const isIn = joined(joint).some((code) => code === actor.delegation)
  const own = joint.members.find(({ delegation }) => delegation === actor.delegation)
  const whom = (audience: Audience) =>
    reached(jointReach(joint, audience), { owner: measure.owner, author: actor.delegation })
  const isTold = ({ event: { type }, lane, delegation, audience }: (typeof acts)[number]) =>
    can(actor, 'see-event', { type, file: subject.file, lane, delegation, audience }).ok
  return {
    ok: true as const,
    room: {
      ...head,
      version: { ...head.version, coverNote: '' },
      id,
      documentId: joint.documentId,
      commentId: joint.commentId,
      commentType: joint.commentType,
      isQuestion: joint.isQuestion,
      provision: joint.provision,
      quote: quoteOf(joint.anchor),
      /** As it is committed now: what is read here is what is signed. */
      text: { ...current, isTooLong: current.body.length > longestProse },
      members: joint.members.map((member) => viewMember(member, current, whom)),
      /** Those who take part, whom it reaches in any case. */
      signatories: joined(joint),
      release: viewRelease(joint, current, whom),
      /** Whom the text was signed for already, by others first. */
      suggested: suggestedReach(joint, current, actor, whom),
      history: acts.filter(isTold).map(({ id, at, delegation, event }) => ({
        id,
        at: at.toISOString(),
        delegation,
        type: event.type as JointActType,
        invited: namesIn(event),
      })),
      /** Who may be asked: the states that have the version and are not in it. */
      invitable: head.holders.filter(
        (code) =>
          isMemberState(code) &&
          code !== measure.owner &&
          !joint.members.some(({ delegation, state }) => delegation === code && !isOut({ state })),
      ),
      /** Makes the release one act, however often it is sent. */
      key: randomUUID(),
      may: {
        write: can(actor, 'write-joint', subject).ok,
        join: !isIn && can(actor, 'join-joint', subject).ok,
        invite: can(actor, 'invite-to-joint', subject).ok,
        sign: can(actor, 'sign-joint', subject).ok,
        unsign: can(actor, 'sign-joint', subject).ok && own?.signature != null,
        leave: can(actor, 'leave-joint', subject).ok,
        release: can(actor, 'release-joint', subject).ok,
      },
    },
  }
}

type JointActType = Extract<RecordedEvent, { jointId: string }>['type']

export type JointRoom = Extract<Awaited<ReturnType<typeof findJointRoom>>, { ok: true }>['room']

type Whom = (audience: Audience) => DelegationCode[]

/** Whom it reaches when it is released, and the hash that says that this was read; null before all agree. */
function viewRelease(joint: StoredJointComment, current: { sha256: string }, whom: Whom) {
  const audience = joined(joint).length > 1 ? signedReach(joint, current) : null
  return audience && { whom: whom(audience), read: releaseHash(joint, current) }
}

function suggestedReach(
  { members }: StoredJointComment,
  current: { sha256: string },
  { delegation: own }: Actor,
  whom: Whom,
): DelegationCode[] | null {
  const signed = members.filter(
    (member) => member.state === 'joined' && isSignedAs(member, current),
  )
  const before = signed.find(({ delegation }) => delegation !== own) ?? signed[0]
  return before?.signature?.audience ? whom(before.signature.audience) : null
}

function viewMember(member: JointMember, current: { sha256: string }, whom: Whom) {
  const { delegation, state, signature } = member
  return {
    delegation,
    state,
    signature: signature && {
      documentSeq: signature.documentSeq,
      isOnThisText: isSignedAs(member, current),
      /** Whom it was signed to reach. */
      whom: signature.audience && whom(signature.audience),
    },
  }
}

function namesIn(event: RecordedEvent): DelegationCode[] {
  return 'invited' in event ? [...event.invited] : []
}

/** What the page that opens one offers: the places of the version, and whom one may ask. */
export async function findJointOpening(
  deps: Deps,
  actor: Actor,
  reference: string,
  number: number,
) {
  const found = await findVersionToRead(deps, actor, reference, number)
  if (!found.ok) return found
  const { file, version, measure } = found
  const permission = can(actor, 'open-joint', { file, version })
  if (!permission.ok) return permission
  const [head, text] = await Promise.all([
    findRoomHead(deps, actor, found),
    findTextToRead(deps, actor, found),
  ])
  return {
    ok: true as const,
    opening: {
      ...head,
      places: text.elements.filter(isOffered),
      invitable: head.holders.filter(
        (code) => isMemberState(code) && code !== measure.owner && code !== actor.delegation,
      ),
    },
  }
}

/** The lines of an entry, a point or a note bear its name and are offered with it. */
function isOffered({ kind, provision, text }: TextElement): boolean {
  return text.trim() !== '' && (kind !== 'paragraph' || provision === null)
}

/** A joint comment on a version, as its comments room names it to those who are in it. */
export interface JointLine {
  id: string
  provision: string
  joined: DelegationCode[]
  isInvited: boolean
}

/** Those on a version that are being written and that this person knows of. */
export async function findJointLines(
  { db }: Deps,
  actor: Actor,
  measure: Measure,
  version: Version,
): Promise<JointLine[]> {
  const found = await findOpenJointComments(db, version.id, actor.delegation)
  return found
    .filter((joint) => can(actor, 'see-joint', jointSubject(measure, joint)).ok)
    .map((joint) => lineOf(joint, actor))
}

function lineOf(joint: StoredJointComment, { delegation }: Actor): JointLine {
  const { id, provision } = joint
  const codes = joined(joint)
  return { id, provision, joined: codes, isInvited: !codes.some((code) => code === delegation) }
}
