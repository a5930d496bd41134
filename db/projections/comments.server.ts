import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Json } from '#app/text/canonical.ts'
import {
  comments,
  credits,
  insideReplies,
  placements,
  positions,
  replies,
  threads,
} from '../schema/comments.ts'
import { delegationOf, measureOf, type Projections } from './context.ts'

type CommentEvent =
  | 'comment-written'
  | 'comment-revised'
  | 'comment-discarded'
  | 'comment-released'
  | 'comment-recalled'
  | 'comments-merged'
  | 'merge-undone'
  | 'inside-reply-written'
  | 'reply-given'
  | 'reply-answered'
  | 'wording-taken-up'
  | 'threads-carried'
  | 'thread-placed'
  | 'position-stated'

export const commentProjections: Projections<CommentEvent> = {
  'comment-written': async (tx, event, context) => {
    const measureId = measureOf(context)
    const delegation = delegationOf(context)
    if (event.anchor) {
      await tx.insert(threads).values({
        id: event.threadId,
        measureId,
        versionId: event.versionId,
        anchor: event.anchor as Json,
        openedBy: delegation,
        createdAt: context.at,
      })
    }
    await tx.insert(comments).values({
      id: event.commentId,
      threadId: event.threadId,
      measureId,
      versionId: event.versionId,
      delegation,
      writtenBy: context.actor?.personId ?? null,
      officeId: context.actor?.officeId ?? null,
      lane: 'inner',
      type: event.commentType,
      isQuestion: event.isQuestion,
      body: event.body,
      proposedWording: event.proposedWording,
      proposal: event.proposal ?? null,
      provision: event.provision,
      provisionOrder: event.provisionOrder,
      supersedes: event.supersedes,
      writtenAt: context.at,
      statedAuthor: event.stated?.author ?? null,
      statedAt: event.stated?.at ? new Date(event.stated.at) : null,
      statedSource: event.stated?.source ?? null,
    })
  },

  'comment-revised': (tx, event) =>
    tx
      .update(comments)
      .set({
        type: event.commentType,
        isQuestion: event.isQuestion,
        body: event.body,
        proposedWording: event.proposedWording,
        proposal: event.proposal ?? null,
        revision: sql`${comments.revision} + 1`,
      })
      .where(eq(comments.id, event.commentId)),

  'comment-discarded': (tx, { commentId }, { at }) =>
    tx.update(comments).set({ discardedAt: at }).where(eq(comments.id, commentId)),

  'comment-released': async (tx, { commentId, audience, supersedes, releaseId }, { at, actor }) => {
    await tx
      .update(comments)
      .set({
        lane: 'released',
        audience,
        releasedAt: at,
        releasedBy: actor?.personId ?? null,
        releaseId: releaseId ?? commentId,
      })
      .where(eq(comments.id, commentId))
    if (supersedes) {
      await tx.update(comments).set({ supersededBy: commentId }).where(eq(comments.id, supersedes))
    }
  },

  'comments-merged': (tx, { commentId, sourceIds }) =>
    tx.update(comments).set({ mergedInto: commentId }).where(inArray(comments.id, sourceIds)),

  'merge-undone': (tx, { sourceIds }) =>
    tx.update(comments).set({ mergedInto: null }).where(inArray(comments.id, sourceIds)),

  'inside-reply-written': (tx, { replyId: id, commentId, body }, { at, actor }) =>
    tx.insert(insideReplies).values({
      id,
      commentId,
      body,
      writtenBy: actor?.personId ?? null,
      officeId: actor?.officeId ?? null,
      writtenAt: at,
    }),

  'comment-recalled': (tx, { commentId, reason }, { at }) =>
    tx
      .update(comments)
      .set({ recalledAt: at, recallReason: reason })
      .where(eq(comments.id, commentId)),

  'reply-given': async (tx, event, { at, actor }) => {
    await tx.insert(replies).values({
      id: event.replyId,
      commentId: event.commentId,
      outcome: event.outcome,
      reason: event.reason,
      repliedAt: at,
      repliedBy: actor?.personId ?? null,
    })
    if (event.supersedes) {
      await tx
        .update(replies)
        .set({ supersededBy: event.replyId })
        .where(eq(replies.id, event.supersedes))
    }
  },

  'reply-answered': (tx, { replyId, answer, reason }, { at, actor }) =>
    tx
      .update(replies)
      .set({
        answer,
        answerReason: reason,
        answeredAt: at,
        answeredBy: actor?.personId ?? null,
      })
      .where(eq(replies.id, replyId)),

  'wording-taken-up': (tx, event, context) =>
    tx.insert(credits).values({
      id: event.creditId,
      measureId: measureOf(context),
      commentId: event.commentId,
      delegation: event.delegation,
      documentSeq: event.documentSeq,
      elementId: event.elementId,
      before: event.before,
      after: event.after,
      proposed: event.proposed ?? null,
      at: context.at,
    }),

  'threads-carried': async (tx, { versionId, placements: placed }) => {
    if (placed.length === 0) return
    await tx.insert(placements).values(placed.map((placement) => ({ ...placement, versionId })))
  },

  'thread-placed': (tx, { threadId, versionId, elementId, quote, condition }) =>
    tx
      .update(placements)
      .set({
        condition: elementId === null ? 'text-removed' : (condition ?? 'moved'),
        elementId,
        from: null,
        to: null,
        quote,
        method: 'chosen',
        score: 1,
      })
      .where(and(eq(placements.threadId, threadId), eq(placements.versionId, versionId))),

  'position-stated': async (tx, event, context) => {
    await tx.insert(positions).values({
      id: event.positionId,
      measureId: measureOf(context),
      versionId: event.versionId,
      entryCode: event.entryCode,
      delegation: delegationOf(context),
      stance: event.stance,
      intentions: event.intentions,
      reasons: event.reasons,
      audience: event.audience,
      statedAt: context.at,
      statedBy: context.actor?.personId ?? null,
    })
    if (event.supersedes) {
      await tx
        .update(positions)
        .set({ supersededBy: event.positionId })
        .where(eq(positions.id, event.supersedes))
    }
  },
}
