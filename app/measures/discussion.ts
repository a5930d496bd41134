import { type Audience, isSameAudience, within, withoutParties } from './audience.ts'
import type { CommentType, ReplyAnswer, ReplyOutcome } from './comment.ts'
import { type DelegationCode, delegationCodes, inProtocolOrder } from './delegation-codes.ts'
import { type Decision, happened } from './decision.ts'
import type { EventOf } from './events.ts'
import {
  isPublished,
  type Measure,
  notificationAddressees,
  notifiedDelegations,
  type Version,
} from './measure.ts'
import { isSameProposal, type Proposal } from './proposal.ts'
import { type Refusal, refuse } from './refusals.ts'

/** The words of a comment, and what they are meant as. */
export interface Said {
  commentType: CommentType
  isQuestion: boolean
  body: string
  proposedWording: string | null
  /** Absent where nothing is proposed, or only words that have no record of their own. */
  proposal?: Proposal
}

/** A comment, as far as what may happen to it depends on it. */
export interface Comment extends Said {
  id: string
  threadId: string
  versionId: string
  delegation: DelegationCode
  /** The place by name and by order, in the version that it was said about. */
  provision: string
  provisionOrder: number
  /** The person; null for what the demonstration brought. */
  writtenBy: string | null
  lane: 'inner' | 'released'
  audience: Audience | null
  revision: number
  supersedes: string | null
  supersededBy: string | null
  isRecalled: boolean
  isDiscarded: boolean
  /** The comment inside that took it up, with others. */
  mergedInto: string | null
  /** Of a joint comment: all whose it is, in protocol order; else none. */
  signatories: readonly DelegationCode[]
  /** Where they wrote it. */
  jointId: string | null
  /** The act that released it, and maybe others with it. */
  releaseId: string | null
}

export interface Reply {
  id: string
  outcome: ReplyOutcome
  reason: string
}

/** What whoever raised the comment said of a reply. */
export interface ReplyAnswered {
  answer: ReplyAnswer
  reason: string
}

/**
 * Whom anything said about a version may reach at most: those who have the version. The final text
 * follows the record: it is with those to whom a notification went, and with everybody once the
 * measure is published.
 */
export function reachOf(measure: Measure, version: Version): Audience {
  if (version.kind !== 'final') return version.audience
  if (measure.stage !== 'adopted') return { kind: 'owner' }
  if (isPublished(measure.facts)) return { kind: 'all' }
  const notified = notifiedDelegations(measure.facts)
  if (notified.length === 0) return { kind: 'owner' }
  const addressees = notificationAddressees(measure.owner, delegationCodes)
  return addressees.every((code) => notified.includes(code))
    ? { kind: 'all' }
    : { kind: 'named', delegations: inProtocolOrder(notified) }
}

/** What a release by `author` reaches, once it is said of which version it is. */
export function audienceOn(
  measure: Measure,
  version: Version,
  reach: Audience | { kind: 'version' },
  author: DelegationCode,
): Audience {
  const audience = reach.kind === 'version' ? reachOf(measure, version) : reach
  return withoutParties(audience, { owner: measure.owner, author })
}

export function decideWriting(
  measure: Measure,
  version: Version,
  written: Omit<EventOf<'comment-written'>, 'type' | 'versionId' | 'supersedes'>,
  superseded: Comment | null,
): Decision {
  return (
    refuseTalk(measure, version) ??
    (superseded && refuseSuperseding(superseded)) ??
    happened({
      type: 'comment-written',
      ...written,
      versionId: version.id,
      supersedes: superseded?.id ?? null,
    })
  )
}

/** `revision`: the one that the writer had before them. */
export function decideRevision(comment: Comment, said: Said, revision: number): Decision {
  if (comment.isDiscarded) return refuse('not-found')
  if (comment.lane === 'released') return refuse('already-released')
  if (comment.mergedInto) return refuse('merged')
  if (saysTheSame(comment, said)) return quiet
  if (comment.revision !== revision) return refuse('stale-form')
  return happened({ type: 'comment-revised', commentId: comment.id, ...said })
}

/** `sourceIds`: what was merged into it, which then stands for itself again. */
export function decideDiscard(comment: Comment, sourceIds: readonly string[]): Decision {
  if (comment.lane === 'released') return refuse('already-released')
  if (comment.isDiscarded) return quiet
  if (comment.mergedInto) return refuse('merged')
  const { id: commentId } = comment
  const discarded = { type: 'comment-discarded' as const, commentId }
  if (sourceIds.length === 0) return happened(discarded)
  return happened(discarded, { type: 'merge-undone', commentId, sourceIds: [...sourceIds] })
}

/**
 * Several comments inside become one. The sources stay where they are, say into which one they went,
 * and do not leave the house themselves. `revisions`: of the sources as they were read.
 */
export function decideMerging(
  measure: Measure,
  version: Version,
  written: Omit<EventOf<'comment-written'>, 'type' | 'versionId' | 'supersedes'>,
  sources: readonly { comment: Comment; revision: number }[],
): Decision {
  const refusal =
    refuseTalk(measure, version) ??
    sources.map(({ comment, revision }) => refuseMerging(comment, revision)).find(Boolean)
  if (refusal) return refusal
  const [supersedes = null, ...more] = new Set(
    sources.flatMap(({ comment }) => comment.supersedes ?? []),
  )
  // One comment takes the place of one.
  if (more.length > 0) return refuse('supersede-apart')
  const { commentId } = written
  return happened(
    { type: 'comment-written', ...written, versionId: version.id, supersedes },
    { type: 'comments-merged', commentId, sourceIds: sources.map(({ comment }) => comment.id) },
  )
}

function refuseMerging(comment: Comment, revision: number): Refusal | null {
  if (comment.isDiscarded) return refuse('not-found')
  if (comment.lane === 'released') return refuse('already-released')
  if (comment.mergedInto) return refuse('merged')
  return comment.revision === revision ? null : refuse('stale-form')
}

/**
 * `revision`: the one that was read before release, so that nothing unread leaves the house.
 * `superseded`: the comment that this one takes the place of.
 */
export function decideRelease(
  measure: Measure,
  version: Version,
  comment: Comment,
  { audience, revision, releaseId }: { audience: Audience; revision: number; releaseId: string },
  superseded: Comment | null,
): Decision {
  if (comment.isDiscarded) return refuse('not-found')
  if (comment.lane === 'released') {
    const isSame = comment.audience !== null && isSameAudience(comment.audience, audience)
    return isSame ? quiet : refuse('already-released')
  }
  if (comment.mergedInto) return refuse('merged')
  const refusal = refuseTalk(measure, version) ?? (superseded && refuseSuperseding(superseded))
  if (refusal) return refusal
  if (comment.revision !== revision) return refuse('stale-form')
  if (!within(audience, reachOf(measure, version))) return refuse('audience-too-wide', 'audience')
  const { id: commentId, supersedes } = comment
  return happened({
    type: 'comment-released',
    commentId,
    versionId: version.id,
    audience,
    supersedes,
    releaseId,
  })
}

export function decideRecall(comment: Comment, reason: string): Decision {
  if (comment.lane !== 'released') return refuse('not-released')
  if (comment.isRecalled) return quiet
  return happened({ type: 'comment-recalled', commentId: comment.id, reason })
}

/** `earlier`: the owner's reply that stands now; a later one supersedes it. */
export function decideReply(
  comment: Comment,
  earlier: Reply | null,
  { replyId, outcome, reason }: { replyId: string; outcome: ReplyOutcome; reason: string },
): Decision {
  const refusal = refuseAnswering(comment)
  if (refusal) return refusal
  if (outcome !== 'taken-up' && reason === '') return refuse('reasons-needed', 'reason')
  if (earlier?.outcome === outcome && earlier.reason === reason) return quiet
  return happened({
    type: 'reply-given',
    replyId,
    commentId: comment.id,
    outcome,
    reason,
    supersedes: earlier?.id ?? null,
  })
}

/**
 * Whoever raised the comment is content with the reply, or maintains it. `reply`: the one that stands, with
 * what was said of it before; a later answer takes the place of an earlier one.
 */
export function decideAnswer(
  comment: Comment,
  reply: (Reply & { answered: ReplyAnswered | null }) | null,
  { replyId, answer, reason }: ReplyAnswered & { replyId: string },
): Decision {
  const refusal = refuseAnswering(comment)
  if (refusal) return refusal
  // Another reply was given since, or was never seen: nobody is content with what they have not read.
  if (reply?.id !== replyId) return refuse('other-reply')
  if (reply.answered?.answer === answer && reply.answered.reason === reason) return quiet
  return happened({ type: 'reply-answered', replyId, commentId: comment.id, answer, reason })
}

/** Where and with what the proposed wording went into the draft. */
export type TakenUp = Pick<
  EventOf<'wording-taken-up'>,
  'creditId' | 'documentSeq' | 'elementId' | 'before' | 'after' | 'proposed'
>

/** Text, reply and credit are one act. The text has been changed when this is asked. */
export function decideTakingUp(
  comment: Comment,
  earlier: Reply | null,
  reply: { replyId: string; reason: string },
  taken: TakenUp,
): Decision {
  const refusal = refuseTakingUp(comment, earlier)
  if (refusal) return refusal
  const { id: commentId, delegation } = comment
  const decision = decideReply(comment, earlier, { ...reply, outcome: 'taken-up' })
  if (!decision.ok) return decision
  return happened({ type: 'wording-taken-up', commentId, delegation, ...taken }, ...decision.events)
}

/** `standing`: the owner's reply. What it says was taken up does not come into the text a second time. */
export function refuseTakingUp(comment: Comment, standing: Reply | null): Refusal | null {
  if (comment.proposedWording === null) return refuse('no-proposed-wording')
  const refusal = refuseAnswering(comment)
  if (refusal) return refusal
  return standing?.outcome === 'taken-up' ? refuse('already-taken-up') : null
}

function refuseAnswering(comment: Comment): Refusal | null {
  if (comment.lane !== 'released') return refuse('not-released')
  if (comment.isRecalled) return refuse('comment-recalled')
  if (comment.supersededBy) return refuse('superseded')
  return null
}

/** What was recalled may still be superseded: a mistake is put right by a new one that names it. */
function refuseSuperseding(superseded: Comment): Refusal | null {
  if (superseded.lane !== 'released') return refuse('not-released')
  // One of several does not take back what they said together.
  if (superseded.signatories.length > 0) return refuse('not-allowed')
  return superseded.supersededBy ? refuse('superseded') : null
}

/** Whether something new may still be said about a version. */
export function refuseTalk(measure: Measure, version: Version): Refusal | null {
  if (measure.stage === 'withdrawn') return refuse('not-in-this-stage')
  return version.isRecalled ? refuse('version-recalled') : null
}

export function saysTheSame(one: Said, other: Said): boolean {
  return (
    one.commentType === other.commentType &&
    one.isQuestion === other.isQuestion &&
    one.body === other.body &&
    one.proposedWording === other.proposedWording &&
    isSameProposal(one.proposal ?? null, other.proposal ?? null)
  )
}

const quiet: Decision = { ok: true, events: [] }
