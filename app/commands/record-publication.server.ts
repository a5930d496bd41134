import type { Actor } from '#app/access/actor.ts'
import { numberOf } from '#app/measures/oj-reference.ts'
import type { RecordPublication } from '#app/measures/record-inputs.ts'
import type { Decision } from '#app/measures/decision.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'

/**
 * The measure stands in the C series (Article 9(4), first sentence). Set by the Official Journal's
 * reference and date: nothing here publishes.
 */
export function recordPublication(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { revision, ...publication }: RecordPublication,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockToAct(tx, actor, reference, 'record-publication', revision)
    if (!locked.ok) return locked
    return decideAndRecord(tx, actor, locked.measure, {
      type: 'record-publication',
      ...publication,
      ojReference: numberOf(publication.ojReference, publication.publishedOn),
    })
  })
}
