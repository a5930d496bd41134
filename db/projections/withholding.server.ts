import { eq } from 'drizzle-orm'
import type { Tx } from '../client.server.ts'
import { jointComments } from '../schema/joint-comments.ts'
import { measures } from '../schema/measures.ts'
import { withholdings } from '../schema/withholdings.ts'
import { type Context, delegationOf, measureOf, type Projections } from './context.ts'

/**
 * That something was withheld. What it said is taken out of the record beside it, and out of the tables by
 * making them from the record again (`db/withholding.server.ts`).
 */
export const withholdingProjections: Projections<
  'content-withheld' | 'withheld-restored' | 'withheld-purged'
> = {
  'content-withheld': async (tx, { withholdingId: id, audience, targets, documents }, context) => {
    await tx.insert(withholdings).values({
      id,
      measureId: measureOf(context),
      delegation: delegationOf(context),
      audience,
      targets,
      withheldAt: context.at,
      withheldBy: context.actor?.personId ?? null,
    })
    for (const { of, from, to: documentId } of documents) {
      if (of === 'draft')
        await tx.update(measures).set({ documentId }).where(eq(measures.documentId, from))
      else
        await tx.update(jointComments).set({ documentId }).where(eq(jointComments.documentId, from))
    }
  },

  'withheld-restored': (tx, { withholdingId, reason }, context) =>
    end(tx, withholdingId, context, { endedAs: 'restored', reason }),

  'withheld-purged': (tx, { withholdingId, reason, orderedBy }, context) =>
    end(tx, withholdingId, context, { endedAs: 'purged', reason, orderedBy }),
}

function end(
  tx: Tx,
  id: string,
  { at, actor }: Context,
  how: Partial<typeof withholdings.$inferInsert>,
) {
  return tx
    .update(withholdings)
    .set({ ...how, endedAt: at, endedBy: actor?.personId ?? null })
    .where(eq(withholdings.id, id))
}
