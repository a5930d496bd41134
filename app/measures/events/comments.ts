import { z } from 'zod'
import { commentTypes, intentions, replyAnswers, replyOutcomes, stances } from '../comment.ts'
import { proposalSchema } from '../proposal.ts'
import { audience, delegation, id } from './fields.ts'

const json: z.ZodType<Record<string, unknown>> = z.record(z.string(), z.unknown())

const said = {
  commentType: z.enum(commentTypes),
  isQuestion: z.boolean(),
  body: z.string(),
  proposedWording: z.string().nullable(),
  /** Absent in what was recorded before proposals had a record of their own, and where there is none. */
  proposal: proposalSchema.optional(),
}

/** What is said about a version, and what follows from it. */
export const commentEvents = [
  z.object({
    type: z.literal('comment-written'),
    commentId: id,
    versionId: id,
    threadId: id,
    /** Present when the comment opens a thread: the place in the version. */
    anchor: json.nullable(),
    provision: z.string(),
    provisionOrder: z.int(),
    /** The released comment of the same delegation that this one is to take the place of. */
    supersedes: id.nullable(),
    /**
     * For what came out of a Word document: whose it is and of when, as the document states it. Nobody
     * has checked that; the act is that of the person who brought it in.
     */
    stated: z
      .object({
        author: z.string(),
        at: z.string().nullable(),
        /** A hash of what the document holds of it, by which it is known when it comes again. */
        source: z.string(),
      })
      .optional(),
    ...said,
  }),
  z.object({ type: z.literal('comment-revised'), commentId: id, ...said }),
  z.object({ type: z.literal('comment-discarded'), commentId: id }),
  z.object({
    type: z.literal('comment-released'),
    commentId: id,
    versionId: id,
    audience,
    supersedes: id.nullable(),
    /** Of all that one act sent; not there in what was recorded before a release had a name. */
    releaseId: id.optional(),
  }),
  /** Comments inside became one, which was written by the act before; they are not released themselves. */
  z.object({
    type: z.literal('comments-merged'),
    commentId: id,
    sourceIds: z.array(id).min(2),
  }),
  /** The one that they were merged into was discarded: each stands for itself again. */
  z.object({
    type: z.literal('merge-undone'),
    commentId: id,
    sourceIds: z.array(id).min(1),
  }),
  /** What colleagues say to each other about a comment of their own delegation. It is never released. */
  z.object({
    type: z.literal('inside-reply-written'),
    replyId: id,
    commentId: id,
    body: z.string(),
  }),
  z.object({ type: z.literal('comment-recalled'), commentId: id, reason: z.string() }),
  z.object({
    type: z.literal('reply-given'),
    replyId: id,
    commentId: id,
    outcome: z.enum(replyOutcomes),
    reason: z.string(),
    supersedes: id.nullable(),
  }),
  /** By the delegation whose comment it is: with this reply it is content, or it maintains the comment. */
  z.object({
    type: z.literal('reply-answered'),
    replyId: id,
    commentId: id,
    answer: z.enum(replyAnswers),
    reason: z.string(),
  }),
  z.object({
    type: z.literal('wording-taken-up'),
    creditId: id,
    commentId: id,
    delegation,
    documentSeq: z.int().nonnegative(),
    elementId: z.string(),
    before: z.string(),
    after: z.string(),
    /** Absent where it was entered as it was proposed. */
    proposed: z.string().optional(),
  }),
  z.object({
    type: z.literal('threads-carried'),
    versionId: id,
    number: z.int().positive(),
    placements: z.array(
      z.object({
        threadId: id,
        condition: z.enum(['exact', 'moved', 'text-changed', 'text-removed', 'unsure']),
        elementId: z.string().nullable(),
        from: z.int().nullable(),
        to: z.int().nullable(),
        quote: z.string(),
        method: z.string(),
        score: z.number(),
      }),
    ),
  }),
  /** Where no place was clear enough, a person says where it is now; nowhere, where its words are gone. */
  z.object({
    type: z.literal('thread-placed'),
    threadId: id,
    versionId: id,
    /** The first comment of the thread. */
    commentId: id,
    elementId: z.string().nullable(),
    quote: z.string(),
    /** Whether the words it is about stand there as they were; absent in what was recorded before this was asked. */
    condition: z.enum(['moved', 'text-changed']).optional(),
  }),
  z.object({
    type: z.literal('position-stated'),
    positionId: id,
    versionId: id,
    entryCode: z.string().nullable(),
    stance: z.enum(stances),
    intentions: z.array(z.enum(intentions)),
    reasons: z.string(),
    audience,
    supersedes: id.nullable(),
  }),
] as const
