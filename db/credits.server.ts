import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Database, Tx } from './client.server.ts'
import { commentOf } from './comments.server.ts'
import { comments, credits, replies } from './schema/comments.ts'

/** Whose words came into the draft of a file, in the order in which they did, with what proposed them. */
export async function findCredits(db: Database | Tx, measureId: string) {
  const rows = await db
    .select({ credit: credits, comment: comments })
    .from(credits)
    .innerJoin(comments, eq(comments.id, credits.commentId))
    .where(eq(credits.measureId, measureId))
    .orderBy(asc(credits.documentSeq))
  return rows.map(({ credit, comment }) => ({ ...credit, comment: commentOf(comment) }))
}

export type CreditedComment = Awaited<ReturnType<typeof findCredits>>[number]

/**
 * Proposals of which the owner answers that they are taken up, and that no act put into the draft: whose
 * words stand there for them is known to nobody.
 */
export async function findTakenUpInWords(db: Database | Tx, measureId: string) {
  const rows = await db
    .select({ comment: comments })
    .from(comments)
    .innerJoin(replies, and(eq(replies.commentId, comments.id), isNull(replies.supersededBy)))
    .leftJoin(credits, eq(credits.commentId, comments.id))
    .where(
      and(
        eq(comments.measureId, measureId),
        eq(comments.lane, 'released'),
        isNull(comments.recalledAt),
        isNull(comments.supersededBy),
        isNotNull(comments.proposedWording),
        eq(replies.outcome, 'taken-up'),
        isNull(credits.id),
      ),
    )
    .orderBy(asc(replies.repliedAt), asc(comments.id))
  return rows.map(({ comment }) => commentOf(comment))
}
