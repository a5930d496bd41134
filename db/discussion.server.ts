import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { type Anchor, anchorSchema } from '#app/measures/anchor.ts'
import type { ReplyOutcome } from '#app/measures/comment.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Comment, ReplyAnswered } from '#app/measures/discussion.ts'
import type { Condition } from '#app/measures/placement.ts'
import type { Database, Tx } from './client.server.ts'
import { commentOf, type Thread } from './comments.server.ts'
import {
  comments,
  credits,
  insideReplies,
  placements,
  replies,
  threads,
} from './schema/comments.ts'
import { offices, people } from './schema/people.ts'
import { events } from './schema/record.ts'

export interface SaidComment extends Comment {
  /** The name of the person; for their own delegation only. */
  writer: string | null
  /** Of the writer when it was written; for their own delegation only. */
  office: string | null
  /** Of what came out of a Word document, as that states it; for their own delegation only. */
  stated: { author: string; at: Date | null; source: string | null } | null
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
  /** What whoever raised the comment said of it. */
  answered: (ReplyAnswered & { at: Date }) | null
}

/** What colleagues said to each other about a comment. */
export interface SaidInside {
  id: string
  commentId: string
  body: string
  writer: string | null
  office: string | null
  writtenAt: Date
}

export interface Credit {
  commentId: string
  delegation: DelegationCode
  /** The update of the draft's log that put the words in. */
  documentSeq: number
  elementId: string
  before: string
  after: string
  /** What was proposed, where something else was entered; null where it was entered as proposed. */
  proposed: string | null
  at: Date
}

/** Where a thread of an earlier version stands in a later one. */
export interface PlacedThread {
  threadId: string
  versionId: string
  condition: Condition
  elementId: string | null
  from: number | null
  to: number | null
  /** How it was found; `chosen`: people said it. */
  method: string
}

/** That a person said where a thread belongs in a version. */
export interface PlaceChoice {
  threadId: string
  versionId: string
  by: DelegationCode
  at: Date
  /** Said while nothing in the thread had been released. */
  isInner: boolean
}

/** What was said about a file, in the order in which it was said; what was discarded is left out. */
export interface Discussion {
  threads: Thread[]
  comments: SaidComment[]
  replies: GivenReply[]
  /** Inside the delegation whose comment it is. */
  inside: SaidInside[]
  credits: Credit[]
  /** In the version that was asked for. */
  placements: PlacedThread[]
  /** In every version. */
  placedIn: (PlacedThread & { versionId: string })[]
  /** In any version, in the order in which it was said; empty where none is shown. */
  choices: PlaceChoice[]
  /** Comments of the file that were merged into others, also those in threads that were not asked for. */
  merged: { id: string; mergedInto: string | null }[]
}

/** Everything said about a file, or what was said in some of its threads. */
export async function findDiscussion(
  db: Database | Tx,
  measureId: string,
  versionId: string,
  threadIds: readonly string[] | null = null,
): Promise<Discussion> {
  const isIn = (column: PgColumn) => (threadIds ? inArray(column, [...threadIds]) : undefined)
  const [threadRows, commentRows, replyRows, insideRows, creditRows, placementRows, merged] =
    await Promise.all([
      db
        .select()
        .from(threads)
        .where(and(eq(threads.measureId, measureId), isIn(threads.id))),
      db
        .select({ comment: comments, writer: people.name, office: offices.nameEn })
        .from(comments)
        .leftJoin(people, eq(people.id, comments.writtenBy))
        .leftJoin(offices, eq(offices.id, comments.officeId))
        .where(
          and(
            eq(comments.measureId, measureId),
            isNull(comments.discardedAt),
            isIn(comments.threadId),
          ),
        )
        .orderBy(asc(comments.writtenAt), asc(comments.id)),
      db
        .select({ reply: replies })
        .from(replies)
        .innerJoin(comments, eq(comments.id, replies.commentId))
        .where(and(eq(comments.measureId, measureId), isIn(comments.threadId)))
        .orderBy(asc(replies.repliedAt), asc(replies.id)),
      db
        .select({ reply: insideReplies, writer: people.name, office: offices.nameEn })
        .from(insideReplies)
        .innerJoin(comments, eq(comments.id, insideReplies.commentId))
        .leftJoin(people, eq(people.id, insideReplies.writtenBy))
        .leftJoin(offices, eq(offices.id, insideReplies.officeId))
        .where(and(eq(comments.measureId, measureId), isIn(comments.threadId)))
        .orderBy(asc(insideReplies.writtenAt), asc(insideReplies.id)),
      db
        .select({ credit: credits })
        .from(credits)
        .innerJoin(comments, eq(comments.id, credits.commentId))
        .where(and(eq(comments.measureId, measureId), isIn(comments.threadId)))
        .orderBy(asc(credits.at), asc(credits.id)),
      db
        .select({ placement: placements })
        .from(placements)
        .innerJoin(threads, eq(threads.id, placements.threadId))
        .where(and(eq(threads.measureId, measureId), isIn(placements.threadId))),
      db
        .select({ id: comments.id, mergedInto: comments.mergedInto })
        .from(comments)
        .where(and(eq(comments.measureId, measureId), isNotNull(comments.mergedInto)))
        .orderBy(asc(comments.writtenAt), asc(comments.id)),
    ])
  const placedIn = placementRows.map(({ placement }) => placement)
  const placed = placedIn.filter((placement) => placement.versionId === versionId)
  // Rare, and asked of the whole record of the file: not with every question of a screen.
  const isChosen = placed.some(({ method }) => method === 'chosen')
  const choices = isChosen ? await findChoices(db, measureId) : []
  return {
    threads: threadRows.map((row) => ({ ...row, anchor: readAnchor(row.anchor) })),
    comments: commentRows.map(({ comment, writer, office }) => ({
      ...commentOf(comment),
      writer,
      office,
      stated: statedIn(comment),
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
      answered: answerOf(reply),
    })),
    inside: insideRows.map(({ reply, writer, office }) => {
      const { id, commentId, body, writtenAt } = reply
      return { id, commentId, body, writer, office, writtenAt }
    }),
    credits: creditRows.map(({ credit }) => credit),
    placements: placed,
    placedIn,
    choices,
    merged,
  }
}

/** Whatever people said of where threads of a file belong, in the order in which they said it. */
export async function findChoices(db: Database | Tx, measureId: string): Promise<PlaceChoice[]> {
  const rows = await db
    .select({
      content: events.content,
      delegation: events.delegation,
      at: events.at,
      lane: events.lane,
    })
    .from(events)
    .where(and(eq(events.measureId, measureId), eq(events.type, 'thread-placed')))
    .orderBy(asc(events.id))
  return rows.flatMap(({ content, delegation: by, at, lane }) => {
    if (by === null) return []
    const { threadId, versionId } = choiceSchema.parse(JSON.parse(content))
    return [{ threadId, versionId, by, at, isInner: lane === 'inner' }]
  })
}

const choiceSchema = z.object({ threadId: z.string(), versionId: z.string() })

function answerOf(row: typeof replies.$inferSelect): GivenReply['answered'] {
  const { answer, answerReason, answeredAt } = row
  return answer && answeredAt && { answer, reason: answerReason ?? '', at: answeredAt }
}

/** Where the threads of a file stand in each of these versions. */
export function findPlacements(
  db: Database | Tx,
  versionIds: readonly string[],
): Promise<PlacedThread[]> {
  return db
    .select()
    .from(placements)
    .where(inArray(placements.versionId, [...versionIds]))
}

/** In which thread each of these comments of a file stands. */
export async function findThreadsOfComments(
  db: Database | Tx,
  measureId: string,
  commentIds: readonly string[],
): Promise<Map<string, string>> {
  if (commentIds.length === 0) return new Map()
  const rows = await db
    .select({ id: comments.id, threadId: comments.threadId })
    .from(comments)
    .where(and(eq(comments.measureId, measureId), inArray(comments.id, [...commentIds])))
  return new Map(rows.map(({ id, threadId }) => [id, threadId]))
}

function statedIn(row: typeof comments.$inferSelect): SaidComment['stated'] {
  const { statedAuthor: author, statedAt: at, statedSource: source } = row
  return author === null ? null : { author, at, source }
}

function readAnchor(stored: unknown): Anchor {
  return anchorSchema.parse(stored)
}
