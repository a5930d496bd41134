import { and, eq } from 'drizzle-orm'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { Json } from '#app/text/canonical.ts'
import type { Tx } from '../client.server.ts'
import { comments, threads } from '../schema/comments.ts'
import { jointComments, jointMembers } from '../schema/joint-comments.ts'
import { type Context, delegationOf, measureOf, type Projections } from './context.ts'

type JointCommentEvent =
  | 'joint-comment-opened'
  | 'joint-comment-invited'
  | 'joint-comment-joined'
  | 'joint-comment-signed'
  | 'joint-comment-unsigned'
  | 'joint-comment-declined'
  | 'joint-comment-left'
  | 'joint-comment-released'

const unsigned = { signedSeq: null, signedSha256: null, signedAudience: null }

export const jointCommentProjections: Projections<JointCommentEvent> = {
  'joint-comment-opened': async (tx, event, context) => {
    const { jointId, anchor, invited } = event
    await tx.insert(jointComments).values({
      id: jointId,
      measureId: measureOf(context),
      versionId: event.versionId,
      documentId: event.documentId,
      anchor: anchor as Json,
      provision: event.provision,
      provisionOrder: event.provisionOrder,
      type: event.commentType,
      isQuestion: event.isQuestion,
      openedAt: context.at,
    })
    await invite(tx, jointId, invited)
    const delegation = delegationOf(context) as MemberStateCode
    await tx.insert(jointMembers).values({ jointId, delegation, state: 'joined' })
  },

  'joint-comment-invited': (tx, { jointId, invited }) => invite(tx, jointId, invited),

  'joint-comment-joined': (tx, { jointId }, context) =>
    changeMember(tx, jointId, context, { state: 'joined' }),

  'joint-comment-signed': (tx, { jointId, documentSeq, sha256, reach }, context) =>
    changeMember(tx, jointId, context, {
      signedSeq: documentSeq,
      signedSha256: sha256,
      signedAudience: reach ?? null,
    }),

  'joint-comment-unsigned': (tx, { jointId }, context) =>
    changeMember(tx, jointId, context, unsigned),

  'joint-comment-declined': (tx, { jointId }, context) =>
    changeMember(tx, jointId, context, { state: 'declined', ...unsigned }),

  'joint-comment-left': (tx, { jointId }, context) =>
    changeMember(tx, jointId, context, { state: 'left', ...unsigned }),

  'joint-comment-released': async (tx, event, { at, actor }) => {
    const { jointId, commentId, threadId, signatories, audience, body } = event
    const [joint] = await tx.select().from(jointComments).where(eq(jointComments.id, jointId))
    const [first] = signatories
    if (!joint || !first) throw new Error(`there is no joint comment ${jointId}`)
    const { measureId, versionId, anchor, provision, provisionOrder, type, isQuestion } = joint
    const place = { measureId, versionId }
    await tx
      .insert(threads)
      .values({ id: threadId, ...place, anchor, openedBy: first, createdAt: at })
    await tx.insert(comments).values({
      id: commentId,
      threadId,
      ...place,
      delegation: first,
      signatories,
      jointId,
      lane: 'released',
      audience,
      type,
      isQuestion,
      body,
      provision,
      provisionOrder,
      writtenAt: at,
      releasedAt: at,
      releasedBy: actor?.personId ?? null,
      releaseId: commentId,
    })
    await tx.update(jointComments).set({ commentId }).where(eq(jointComments.id, jointId))
  },
}

/** Who has left may be asked again. */
async function invite(tx: Tx, jointId: string, invited: readonly MemberStateCode[]) {
  await tx
    .insert(jointMembers)
    .values(invited.map((delegation) => ({ jointId, delegation, state: 'invited' as const })))
    .onConflictDoUpdate({
      target: [jointMembers.jointId, jointMembers.delegation],
      set: { state: 'invited', ...unsigned },
    })
}

function changeMember(
  tx: Tx,
  jointId: string,
  context: Context,
  changed: Partial<typeof jointMembers.$inferInsert>,
) {
  const delegation = delegationOf(context) as MemberStateCode
  return tx
    .update(jointMembers)
    .set(changed)
    .where(and(eq(jointMembers.jointId, jointId), eq(jointMembers.delegation, delegation)))
}
