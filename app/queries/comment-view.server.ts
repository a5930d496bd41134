import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { type CommentSubject, commentSubject, type FileSubject } from '#app/access/subjects.ts'
import type { Audience } from '#app/measures/audience.ts'
import type { CommentType, ReplyAnswer, ReplyOutcome } from '#app/measures/comment.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import type { Proposal } from '#app/measures/proposal.ts'
import type { GivenReply, SaidComment, SaidInside } from '#db/discussion.server.ts'
import type { CommentMatter } from './discussion-matter.ts'

export interface ReplyView {
  id: string
  outcome: ReplyOutcome
  reason: string
  at: string
  /** What whoever raised the comment said of it. */
  answered: { answer: ReplyAnswer; reason: string; at: string } | null
}

export interface InsideReplyView {
  id: string
  body: string
  writer: string | null
  office: string | null
  at: string
}

export interface CommentView {
  id: string
  delegation: DelegationCode
  /** Of a joint comment: all whose it is, in protocol order; else none. */
  signatories: readonly DelegationCode[]
  /** For those who signed it: where they wrote it. */
  jointId: string | null
  /** The person who wrote it, for their own delegation only. */
  writer: string | null
  /** The office that the person wrote for, likewise. */
  office: string | null
  /** Of what came out of a Word document, as that states it, likewise. */
  stated: { author: string; at: string | null } | null
  /** Written by the reader. */
  isMine: boolean
  isInner: boolean
  audience: Audience | null
  /** The number of the version that it was said about. */
  version: number
  /** It was said about the version that is shown. */
  isNew: boolean
  type: CommentType
  isQuestion: boolean
  /** Null where it was recalled and the reader is of another delegation. */
  body: string | null
  proposedWording: string | null
  /** Null also where the reader may not read the words that it would take the place of. */
  proposal: Proposal | null
  /** Its wording is for no words of one line, so that the owner can only answer it. */
  isInWords: boolean
  revision: number
  /** Inside: the comment that took it up with others, and those that it was made of. */
  mergedInto: string | null
  madeOf: string[]
  /** Inside: what colleagues say to each other about it. */
  inside: InsideReplyView[]
  /** For its own delegation: the act that released it, and maybe others with it. */
  release: string | null
  /** When it was released; while it is inner, when it was written. */
  at: string
  supersedes: string | null
  isSuperseded: boolean
  recalled: { at: string; reason: string } | null
  reply: ReplyView | null
  earlierReplies: ReplyView[]
  /** Makes the owner's next reply one act, however often it is sent; empty where none may be given. */
  replyKey: string
  /** The same for what the reader next says inside about it. */
  insideKey: string
  /** Its wording has come into the draft. */
  takenUp: { at: string } | null
  may: {
    merge: boolean
    replyInside: boolean
    revise: boolean
    release: boolean
    recall: boolean
    supersede: boolean
    reply: boolean
    answerReply: boolean
    takeUp: boolean
  }
}

/** Who reads what was said about which version of a file. */
export interface Reader {
  actor: Actor
  measure: Measure
  file: FileSubject
  /** The version that is shown. */
  version: Version
}

/** A comment as this person may see it; null where they may not. */
export function viewComment(
  { actor, measure, file, version: shown }: Reader,
  { comment, replies, inside, madeOf, credit }: CommentMatter,
): CommentView | null {
  const version = measure.versions.find(({ id }) => id === comment.versionId)
  if (!version) return null
  const { delegation, lane, audience, isRecalled, signatories } = comment
  const subject = commentSubject({ file, version }, comment)
  if (!can(actor, 'see-comment', subject).ok) return null
  const isReadable = can(actor, 'read-comment', { ...subject, isRecalled }).ok
  const isQuotable =
    can(actor, 'see-version', { file, version }).ok || can(actor, 'read-quote', subject).ok
  const isOwn = can(actor, 'read-inside', subject).ok
  const last = replies.find(({ isSuperseded }) => !isSuperseded)
  const may = actsOn(actor, measure, comment, subject, last)
  return {
    id: comment.id,
    delegation,
    signatories,
    jointId: signatories.includes(actor.delegation) ? comment.jointId : null,
    writer: isOwn ? comment.writer : null,
    office: isOwn ? comment.office : null,
    stated: isOwn && comment.stated ? viewStated(comment.stated) : null,
    isMine: comment.writtenBy === actor.personId,
    isInner: lane === 'inner',
    audience,
    version: version.number,
    isNew: version.id === shown.id,
    type: comment.commentType,
    isQuestion: comment.isQuestion,
    body: isReadable ? comment.body : null,
    proposedWording: isReadable ? comment.proposedWording : null,
    proposal: isReadable && isQuotable ? (comment.proposal ?? null) : null,
    isInWords: false,
    revision: isOwn ? comment.revision : 0,
    mergedInto: isOwn ? comment.mergedInto : null,
    madeOf: isOwn ? madeOf : [],
    inside: isOwn ? inside.map(viewInside) : [],
    release: isOwn ? comment.releaseId : null,
    at: (comment.releasedAt ?? comment.writtenAt).toISOString(),
    supersedes: comment.supersedes,
    isSuperseded: comment.supersededBy !== null,
    recalled: comment.recalledAt && {
      at: comment.recalledAt.toISOString(),
      reason: comment.recallReason ?? '',
    },
    reply: last ? viewReply(last) : null,
    earlierReplies: replies.filter(({ isSuperseded }) => isSuperseded).map(viewReply),
    replyKey: may.reply ? randomUUID() : '',
    insideKey: may.replyInside ? randomUUID() : '',
    takenUp: credit ? { at: credit.at.toISOString() } : null,
    may,
  }
}

/** What this person may do about a comment as it stands, so that nothing is offered that would be refused. */
function actsOn(
  actor: Actor,
  measure: Measure,
  comment: SaidComment,
  subject: CommentSubject,
  reply: GivenReply | undefined,
): CommentView['may'] {
  const { file, version, delegation, lane } = subject
  const isMeasureOpen = measure.stage !== 'withdrawn'
  const isOpen = isMeasureOpen && !version.isRecalled
  const isApart = comment.mergedInto === null
  const isNewest = comment.supersededBy === null
  const isAnswerable = !comment.isRecalled && isNewest && delegation !== measure.owner
  const isOwnReleased = can(actor, 'read-inside', subject).ok && lane === 'released'
  return {
    merge: isOpen && isApart && can(actor, 'merge-comment', subject).ok,
    replyInside: isMeasureOpen && can(actor, 'reply-inside', subject).ok,
    revise: isApart && can(actor, 'revise-comment', subject).ok,
    release: isOpen && isApart && can(actor, 'release-comment', subject).ok,
    recall: !comment.isRecalled && can(actor, 'recall-comment', subject).ok,
    supersede:
      isOpen &&
      isOwnReleased &&
      isNewest &&
      comment.signatories.length === 0 &&
      can(actor, 'comment', { file, version }).ok,
    reply: isAnswerable && can(actor, 'reply', subject).ok,
    answerReply:
      isOpen && isAnswerable && reply !== undefined && can(actor, 'answer-reply', subject).ok,
    takeUp:
      isAnswerable &&
      comment.proposedWording !== null &&
      reply?.outcome !== 'taken-up' &&
      can(actor, 'take-up', subject).ok,
  }
}

function viewStated({ author, at }: NonNullable<SaidComment['stated']>): CommentView['stated'] {
  return { author, at: at?.toISOString() ?? null }
}

function viewInside({ id, body, writer, office, writtenAt }: SaidInside): InsideReplyView {
  return { id, body, writer, office, at: writtenAt.toISOString() }
}

function viewReply({ id, outcome, reason, repliedAt, answered }: GivenReply): ReplyView {
  return {
    id,
    outcome,
    reason,
    at: repliedAt.toISOString(),
    answered: answered && { ...answered, at: answered.at.toISOString() },
  }
}
