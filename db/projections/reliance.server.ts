import { eq } from 'drizzle-orm'
import { refusals, requirements } from '../schema/register.ts'
import type { Projections } from './context.ts'

type RelianceEvent = 'requirement-recorded' | 'requirement-ended' | 'refusal-recorded'

/** What rests on a published entry (Article 10). */
export const relianceProjections: Projections<RelianceEvent> = {
  'requirement-recorded': (tx, event, { at, actor }) =>
    tx.insert(requirements).values({
      id: event.requirementId,
      entryId: event.entryId,
      compilationId: event.compilationId,
      relying: event.relying,
      exporterInformedOn: event.exporterInformedOn,
      customsInformedOn: event.customsInformedOn,
      information: event.information,
      informationReason: event.informationReason,
      audience: event.audience,
      warnings: event.warnings,
      recordedAt: at,
      recordedBy: actor?.personId ?? null,
    }),

  'requirement-ended': (tx, { requirementId, endedOn, reason }) =>
    tx
      .update(requirements)
      .set({ endedOn, endReason: reason })
      .where(eq(requirements.id, requirementId)),

  'refusal-recorded': (tx, event, { at, actor }) =>
    tx.insert(refusals).values({
      id: event.refusalId,
      entryId: event.entryId,
      delegation: event.delegation,
      duesReference: event.duesReference,
      refusedOn: event.refusedOn,
      recordedAt: at,
      recordedBy: actor?.personId ?? null,
    }),
}
