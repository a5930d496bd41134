import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { type Anchor, anchorSchema } from '#app/measures/anchor.ts'
import { type DelegationCode, inProtocolOrder } from '#app/measures/delegation-codes.ts'
import { eventSchema, jointTypes } from '#app/measures/events.ts'
import type { JointComment } from '#app/measures/joint-comment.ts'
import type { Database, Tx } from './client.server.ts'
import { raiseAccessEpoch } from './documents.server.ts'
import type { RecordedAct } from './events.server.ts'
import { documents } from './schema/documents.ts'
import { jointComments, jointMembers } from './schema/joint-comments.ts'
import { events } from './schema/record.ts'

export interface StoredJointComment extends JointComment {
  measureId: string
  anchor: Anchor
  openedAt: Date
}

export async function findJointComment(
  db: Database | Tx,
  measureId: string,
  id: string,
): Promise<StoredJointComment | null> {
  const [found] = await findWhere(db, [
    eq(jointComments.id, id),
    eq(jointComments.measureId, measureId),
  ])
  return found ?? null
}

export async function findJointCommentOfText(
  db: Database | Tx,
  documentId: string,
): Promise<StoredJointComment | null> {
  const [found] = await findWhere(db, [eq(jointComments.documentId, documentId)])
  return found ?? null
}

/** Those on a version that are being written, in which a delegation takes part or is invited to. */
export function findOpenJointComments(
  db: Database | Tx,
  versionId: string,
  delegation: DelegationCode,
): Promise<StoredJointComment[]> {
  return findWhere(db, [
    eq(jointComments.versionId, versionId),
    sql`${jointComments.commentId} IS NULL`,
    sql`${jointComments.id} IN (SELECT joint_id FROM ${jointMembers}
      WHERE delegation = ${delegation} AND state IN ('invited', 'joined'))`,
  ])
}

/** Those that are being written, of all files, to which a delegation is invited and has not answered. */
export function findJointInvitations(
  db: Database,
  delegation: DelegationCode,
): Promise<StoredJointComment[]> {
  return findWhere(db, [
    sql`${jointComments.commentId} IS NULL`,
    sql`${jointComments.id} IN (SELECT joint_id FROM ${jointMembers}
      WHERE delegation = ${delegation} AND state = 'invited')`,
  ])
}

async function findWhere(
  db: Database | Tx,
  conditions: Parameters<typeof and>,
): Promise<StoredJointComment[]> {
  const rows = await db
    .select()
    .from(jointComments)
    .where(and(...conditions))
    .orderBy(asc(jointComments.openedAt), asc(jointComments.id))
  if (rows.length === 0) return []
  const members = await db
    .select()
    .from(jointMembers)
    .where(
      inArray(
        jointMembers.jointId,
        rows.map(({ id }) => id),
      ),
    )
  return rows.map((row) => {
    const own = members.filter(({ jointId }) => jointId === row.id)
    return {
      id: row.id,
      measureId: row.measureId,
      versionId: row.versionId,
      documentId: row.documentId,
      anchor: anchorSchema.parse(row.anchor),
      commentType: row.type,
      isQuestion: row.isQuestion,
      provision: row.provision,
      openedAt: row.openedAt,
      commentId: row.commentId,
      members: inProtocolOrder(own.map(({ delegation }) => delegation)).flatMap((code) =>
        own
          .filter(({ delegation }) => delegation === code)
          .map(({ delegation, state, signedSeq, signedSha256, signedAudience }) => ({
            delegation,
            state,
            signature:
              signedSeq !== null && signedSha256 !== null
                ? { documentSeq: signedSeq, sha256: signedSha256, audience: signedAudience }
                : null,
          })),
      ),
    }
  })
}

/** Every act on one joint comment, oldest first. The caller asks the policy about each. */
export async function findJointActs(
  db: Database | Tx,
  { id, measureId }: Pick<StoredJointComment, 'id' | 'measureId'>,
): Promise<Omit<RecordedAct, 'person'>[]> {
  const rows = await db
    .select({
      id: events.id,
      at: events.at,
      lane: events.lane,
      audience: events.audience,
      delegation: events.delegation,
      content: events.content,
    })
    .from(events)
    .where(and(eq(events.measureId, measureId), inArray(events.type, [...jointTypes])))
    .orderBy(asc(events.id))
  return rows
    .map(({ content, ...act }) => ({ ...act, event: eventSchema.parse(JSON.parse(content)) }))
    .filter(({ event }) => 'jointId' in event && event.jointId === id)
}

/** Who may write them has changed with the file or the version; everybody in them is judged anew. */
export async function raiseAccessToJointTexts(tx: Tx, measureId: string): Promise<void> {
  const rows = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.measureId, measureId), eq(documents.purpose, 'joint-comment')))
  if (rows.length === 0) return
  await raiseAccessEpoch(
    tx,
    rows.map(({ id }) => id),
  )
}
