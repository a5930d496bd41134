import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Measure } from '#app/measures/measure.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import type { Tx } from '#db/client.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import { findWithholdings, type Withholding } from '#db/withholdings.server.ts'

/** What is withheld of a file, held until commit, if it is this person's to purge or restore. */
export async function lockWithholding(
  tx: Tx,
  actor: Actor,
  reference: string,
  id: string,
): Promise<Result<{ measure: Measure; withholding: Withholding; isLatest: boolean }>> {
  const measure = await lockMeasureByReference(tx, reference)
  if (!measure) return refuse('not-found')
  const all = await findWithholdings(tx, measure.id)
  const withholding = all.find((one) => one.id === id)
  if (!withholding) return refuse('not-found')
  const { delegation: of, audience } = withholding
  const permission = can(actor, 'purge', { file: fileSubject(measure), of, audience })
  if (!permission.ok) return permission
  if (withholding.ended) return refuse('already-recorded')
  const isLatest = all.filter(({ ended }) => ended?.as !== 'restored')[0] === withholding
  return { ok: true, measure, withholding, isLatest }
}
