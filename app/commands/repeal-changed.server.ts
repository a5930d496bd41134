import type { Actor } from '#app/access/actor.ts'
import type { Day, Measure } from '#app/measures/measure.ts'
import { decide } from '#app/measures/workflow.ts'
import type { Tx } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { findAdoption } from '#db/adoptions.server.ts'
import { lockMeasure } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'

/**
 * The measure that a repeal ends, held until commit; null for measures of other kinds. To be called
 * before anything is recorded: files are always held before the record is.
 */
export async function lockRepealed(tx: Tx, repeal: Measure): Promise<Measure | null> {
  if (repeal.kind !== 'repeal' || !repeal.changes) return null
  const changed = await lockMeasure(tx, repeal.changes)
  return changed?.owner === repeal.owner ? changed : null
}

/**
 * A repeal is a measure with a file of its own: the day on which it enters into force is the day on
 * which the measure that it changes is repealed, and both files say so. Does nothing where the
 * repeal of that measure was recorded before.
 */
export async function repealChanged(
  tx: Tx,
  actor: Actor,
  { repeal, changed }: { repeal: Measure; changed: Measure | null },
  inForceOn: Day,
  correction: string | null = null,
): Promise<void> {
  const act = changed && (await findAdoption(tx, repeal.id))
  if (!act) return
  const { today } = await databaseTime(tx)
  const repealedBy = [act.actTitle, act.actNumber].filter(Boolean).join(', ')
  const decision = decide(
    changed,
    { type: 'repeal', repealedOn: inForceOn, repealedBy, correction },
    today,
  )
  if (decision.ok) await record(tx, actor, changed, decision.events)
}
