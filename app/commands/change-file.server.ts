import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Measure } from '#app/measures/measure.ts'
import { refuse, type Refusal } from '#app/measures/refusals.ts'
import type { Tx } from '#db/client.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'

/** The file, held until commit, if the actor may do this to it. */
export async function lockToChange(
  tx: Tx,
  actor: Actor,
  reference: string,
  action: 'change-details' | 'attach' | 'see-draft' | 'write-draft',
): Promise<{ ok: true; measure: Measure } | Refusal> {
  const measure = await lockMeasureByReference(tx, reference)
  if (!measure) return refuse('not-found')
  const permission = can(actor, action, fileSubject(measure))
  return permission.ok ? { ok: true, measure } : permission
}
