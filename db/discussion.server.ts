import { and, asc, eq, isNull } from 'drizzle-orm'
import { type Anchor, anchorSchema } from '#app/measures/anchor.ts'
import type { ReplyOutcome } from '#app/measures/comment.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Comment } from '#app/measures/discussion.ts'
import type { Condition } from '#app/measures/placement.ts'
import type { Database, Tx } from './client.server.ts'
import { commentOf, type Thread } from './comments.server.ts'
import { comments, credits, placements, replies, threads } from './schema/comments.ts'
import { people } from './schema/people.ts'

export interface SaidComment extends Comment {
  /** The name of the person; for their own delegation only. */
  writer: string | null
  writtenAt: Date
  releasedAt: Date | null
  recalledAt: Date | null
  recallReason: string | null
}

export interface GivenReply {
  id: string
  commentId: string
  outcome: ReplyOutcome
  reason: string
  repliedAt: Date
  isSuperseded: boolean
}

export interface Credit {
  commentId: string
  delegation: DelegationCode
  elementId: string
  before: string
  after: string
  at: Date
}

/** Where a thread of an earlier version stands in a later one. */
export interface PlacedThread {
  threadId: string
  condition: Condition
  elementId: string | null
  from: number | null
  to: number | null
}

/** Everything said about a file, in the order in which it was said; what was discarded is left out. */
export interface Discussion {
  threads: (Thread & { createdAt: Date })[]
  comments: SaidComment[]
  replies: GivenReply[]
  credits: Credit[]
  /** In the version that was asked for. */
  placements: PlacedThread[]
}

export async function findDiscussion(
  db: Database | Tx,
  measureId: string,
  versionId: string,
): Promise<Discussion> {
  const [threadRows, commentRows, replyRows, creditRows, placementRows] = await Promise.all([
    db
      .select()
      .from(threads)
      .where(eq(threads.measureId, measureId))
      .orderBy(asc(threads.createdAt)),
    db
      .select({ comment: comments, writer: people.name })
      .from(comments)
      .leftJoin(people, eq(people.id, comments.writtenBy))
      .where(and(eq(comments.measureId, measureId), isNull(comments.discardedAt)))
      .orderBy(asc(comments.writtenAt)),
    db
      .select({ reply: replies })
      .from(replies)
      .innerJoin(comments, eq(comments.id, replies.commentId))
      .where(eq(comments.measureId, measureId))
      .orderBy(asc(replies.repliedAt)),
    db.select().from(credits).where(eq(credits.measureId, measureId)).orderBy(asc(credits.at)),
    db.select().from(placements).where(eq(placements.versionId, versionId)),
  ])
  return {
    threads: threadRows.map((row) => ({ ...row, anchor: readAnchor(row.anchor) })),
    comments: commentRows.map(({ comment, writer }) => ({
      ...commentOf(comment),
      writer,
      writtenAt: comment.writtenAt,
      releasedAt: comment.releasedAt,
      recalledAt: comment.recalledAt,
      recallReason: comment.recallReason,
    })),
    replies: replyRows.map(({ reply }) => ({
      id: reply.id,
      commentId: reply.commentId,
      outcome: reply.outcome,
      reason: reply.reason,
      repliedAt: reply.repliedAt,
      isSuperseded: reply.supersededBy !== null,
    })),
    credits: creditRows,
    placements: placementRows,
  }
}

function readAnchor(stored: unknown): Anchor {
  return anchorSchema.parse(stored)
}
