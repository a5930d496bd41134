import { eq } from 'drizzle-orm'
import { refusals, requirements } from '../schema/register.ts'
import type { Projections } from './context.ts'

type RelianceEvent = 'requirement-recorded' | 'requirement-ended' | 'refusal-recorded'

/** What rests on a published entry (Article 10). */
export const relianceProjections: Projections<RelianceEvent> = {
  'requirement-recorded': (tx, { requirementId, type: _, ...event }, { at, actor }) =>
    tx.insert(requirements).values({
      ...event,
      id: requirementId,
      recordedAt: at,
      recordedBy: actor?.personId ?? null,
    }),

  'requirement-ended': (tx, { requirementId, endedOn, reason }) =>
    tx
      .update(requirements)
      .set({ endedOn, endReason: reason })
      .where(eq(requirements.id, requirementId)),

  'refusal-recorded': (tx, { refusalId, type: _, ...event }, { at, actor }) =>
    tx.insert(refusals).values({
      ...event,
      id: refusalId,
      recordedAt: at,
      recordedBy: actor?.personId ?? null,
    }),
}
