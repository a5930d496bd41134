import { asc, eq } from 'drizzle-orm'
import type { Database, Tx } from './client.server.ts'
import { commentOf } from './comments.server.ts'
import { comments, credits } from './schema/comments.ts'

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
