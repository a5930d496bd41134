import type { Actor } from '#app/access/actor.ts'
import type { CorrectAdoption } from '#app/measures/record-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Decision } from '#app/measures/decision.ts'
import { findAdoption } from '#db/adoptions.server.ts'
import { findEntriesOfMeasure } from '#db/entries.server.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'

/**
 * Puts right what was recorded of the act: title, number and date. Nothing is edited: the correction
 * is an act of its own that names what it takes the place of, and why. Days that follow adoption are
 * checked against the new one. The same as before is no act.
 */
export function correctAdoption(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { revision, ...correction }: CorrectAdoption,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockToAct(tx, actor, reference, 'correct-adoption', revision)
    if (!locked.ok) return locked
    const { measure } = locked
    const adoption = await findAdoption(tx, measure.id)
    if (!adoption) return refuse('not-in-this-stage')
    const { actTitle, actNumber, adoptedOn } = adoption
    const isSame =
      correction.actTitle === actTitle &&
      correction.actNumber === actNumber &&
      correction.adoptedOn === adoptedOn
    if (isSame) return { ok: true, events: [] }
    const applications = (await findEntriesOfMeasure(tx, measure.id)).flatMap(
      ({ applicableFrom }) => applicableFrom ?? [],
    )
    return decideAndRecord(tx, actor, measure, {
      type: 'correct-adoption',
      ...correction,
      corrected: { actTitle, actNumber, adoptedOn },
      firstApplication: applications.sort()[0] ?? null,
    })
  })
}
