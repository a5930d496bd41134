import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { BasisFacts } from '#app/measures/article-10.ts'
import type { Measure } from '#app/measures/measure.ts'
import { refuse, type Refusal } from '#app/measures/refusals.ts'
import { withVisibleEnds } from '#app/queries/visible-ends.server.ts'
import type { Tx } from '#db/client.server.ts'
import { findBasisFacts, findEntry, type RegisteredEntry } from '#db/entries.server.ts'
import { lockMeasure } from '#db/measures.server.ts'

/** The entry that an act of Article 10 refers to, with its file held until commit. */
export async function lockToRely(
  tx: Tx,
  actor: Actor,
  entryId: string,
  command: 'record-requirement' | 'record-refusal',
): Promise<{ ok: true; measure: Measure; entry: RegisteredEntry; basis: BasisFacts } | Refusal> {
  const found = await findEntry(tx, entryId)
  const measure = found && (await lockMeasure(tx, found.measureId))
  if (!measure) return refuse('not-found')
  const permission = can(actor, 'act', { file: fileSubject(measure), command })
  if (!permission.ok) return permission
  const [entry = found] = await withVisibleEnds(tx, actor, [found])
  const basis = (await findBasisFacts(tx, [entry])).get(entry.id)
  return basis ? { ok: true, measure, entry, basis } : refuse('not-found')
}
