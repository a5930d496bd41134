import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import type { Comment, Reply, ReplyAnswered } from '#app/measures/discussion.ts'
import { type Anchor, anchorSchema } from '#app/measures/anchor.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Database, Tx } from './client.server.ts'
import { comments, credits, placements, replies, threads } from './schema/comments.ts'
import { versions } from './schema/measures.ts'

export interface Thread {
  id: string
  measureId: string
  /** The version in which it was opened. */
  versionId: string
  anchor: Anchor
  openedBy: DelegationCode
}

/** A comment of this file; one of another file is not found. */
export async function findComment(
  db: Database | Tx,
  measureId: string,
  id: string,
): Promise<Comment | null> {
  const [row] = await db
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.measureId, measureId)))
  return row ? commentOf(row) : null
}

/** Every comment of a file, also what was put away, in the order in which it was written. */
export async function findComments(db: Database | Tx, measureId: string): Promise<Comment[]> {
  const rows = await db
    .select()
    .from(comments)
    .where(eq(comments.measureId, measureId))
    .orderBy(asc(comments.writtenAt), asc(comments.id))
  return rows.map(commentOf)
}

/** What one act released, in the order in which it was written. */
export async function findReleased(
  db: Database | Tx,
  measureId: string,
  releaseId: string,
): Promise<Comment[]> {
  const rows = await db
    .select()
    .from(comments)
    .where(and(eq(comments.releaseId, releaseId), eq(comments.measureId, measureId)))
    .orderBy(asc(comments.writtenAt), asc(comments.id))
  return rows.map(commentOf)
}

/** The comments of a file that were taken back. */
export async function findRecalledComments(
  db: Database | Tx,
  measureId: string,
): Promise<Set<string>> {
  const rows = await db
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.measureId, measureId), isNotNull(comments.recalledAt)))
  return new Set(rows.map(({ id }) => id))
}

/** The comments that were merged into this one. */
export async function findSources(db: Database | Tx, commentId: string): Promise<string[]> {
  const rows = await db
    .select({ id: comments.id })
    .from(comments)
    .where(eq(comments.mergedInto, commentId))
    .orderBy(asc(comments.writtenAt), asc(comments.id))
  return rows.map(({ id }) => id)
}

/** Whether the key of a form has been used, for this file or another. */
export async function isCommentKnown(db: Database | Tx, id: string): Promise<boolean> {
  const rows = await db.select({ id: comments.id }).from(comments).where(eq(comments.id, id))
  return rows.length > 0
}

export async function findCommentsInThread(db: Database | Tx, threadId: string) {
  const rows = await db
    .select()
    .from(comments)
    .where(and(eq(comments.threadId, threadId), isNull(comments.discardedAt)))
  return rows.map(commentOf)
}

export async function findThread(
  db: Database | Tx,
  measureId: string,
  id: string,
): Promise<Thread | null> {
  const [row] = await db
    .select()
    .from(threads)
    .where(and(eq(threads.id, id), eq(threads.measureId, measureId)))
  return row ? { ...row, anchor: anchorSchema.parse(row.anchor) } : null
}

/** Where a thread of an earlier version stands in a later one; null where it has no place there. */
export async function findPlacement(db: Database | Tx, threadId: string, versionId: string) {
  const { elementId, from, to, condition, method } = placements
  const [row] = await db
    .select({ elementId, from, to, condition, method })
    .from(placements)
    .where(and(eq(placements.threadId, threadId), eq(placements.versionId, versionId)))
  return row ?? null
}

/** Every place of a file at which something was said, in the order in which it was. */
export async function findThreads(db: Database | Tx, measureId: string): Promise<Thread[]> {
  const rows = await db
    .select()
    .from(threads)
    .where(eq(threads.measureId, measureId))
    .orderBy(asc(threads.createdAt))
  return rows.map((row) => ({ ...row, anchor: anchorSchema.parse(row.anchor) }))
}

/** Where people said that threads of a file belong, by version; null where they said that it is gone. */
export function findChosenPlaces(
  db: Database | Tx,
  measureId: string,
): Promise<{ threadId: string; versionId: string; elementId: string | null }[]> {
  const { threadId, versionId, elementId } = placements
  return db
    .select({ threadId, versionId, elementId })
    .from(placements)
    .innerJoin(threads, eq(threads.id, placements.threadId))
    .innerJoin(versions, eq(versions.id, placements.versionId))
    .where(and(eq(threads.measureId, measureId), eq(placements.method, 'chosen')))
    .orderBy(asc(versions.number))
}

/** What was taken up into the draft of a file after an update of its log, in the order in which it was. */
export async function findTakenUp(db: Database | Tx, measureId: string, afterSeq: number) {
  const { elementId, before, after } = credits
  return db
    .select({ threadId: comments.threadId, elementId, before, after })
    .from(credits)
    .innerJoin(comments, eq(comments.id, credits.commentId))
    .where(and(eq(credits.measureId, measureId), gt(credits.documentSeq, afterSeq)))
    .orderBy(asc(credits.documentSeq))
}

/** The owner's reply that stands; earlier ones are superseded. */
export async function findReply(
  db: Database | Tx,
  commentId: string,
): Promise<(Reply & { answered: ReplyAnswered | null }) | null> {
  const [row] = await db
    .select()
    .from(replies)
    .where(and(eq(replies.commentId, commentId), isNull(replies.supersededBy)))
  if (!row) return null
  const { id, outcome, reason, answer, answerReason } = row
  return { id, outcome, reason, answered: answer && { answer, reason: answerReason ?? '' } }
}

/** The reply with this key, and the comment that it answers; null while the key is unused. */
export async function findReplyByKey(
  db: Database | Tx,
  key: string,
): Promise<(Reply & { commentId: string }) | null> {
  const { id, commentId, outcome, reason } = replies
  const [row] = await db.select({ id, commentId, outcome, reason }).from(replies).where(eq(id, key))
  return row ?? null
}

export function commentOf(row: typeof comments.$inferSelect): Comment {
  return {
    id: row.id,
    threadId: row.threadId,
    versionId: row.versionId,
    delegation: row.delegation,
    provision: row.provision,
    provisionOrder: row.provisionOrder,
    writtenBy: row.writtenBy,
    lane: row.lane,
    audience: row.audience,
    commentType: row.type,
    isQuestion: row.isQuestion,
    body: row.body,
    proposedWording: row.proposedWording,
    proposal: row.proposal ?? undefined,
    revision: row.revision,
    supersedes: row.supersedes,
    supersededBy: row.supersededBy,
    isRecalled: row.recalledAt !== null,
    isDiscarded: row.discardedAt !== null,
    mergedInto: row.mergedInto,
    signatories: row.signatories ?? [],
    jointId: row.jointId,
    releaseId: row.releaseId,
  }
}
