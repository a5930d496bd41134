import type { Actor } from '#app/access/actor.ts'
import type { RecordRefusal } from '#app/measures/record-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Decision } from '#app/measures/decision.ts'
import { lockRefusalReference } from '#db/reliance.server.ts'
import { decideAndRecord } from './act.server.ts'
import type { Deps } from './deps.ts'
import { noEvents, once } from './once.server.ts'
import { lockToRely } from './rely.server.ts'

/**
 * Records that the actor's state refused an authorisation required under Article 10(1): the
 * reference in the Dual-Use e-System, the entry and the day, and nothing of the transaction. It
 * reaches the Commission and all states (Article 10(2)).
 */
export function recordRefusal(
  { db }: Deps,
  actor: Actor,
  entryId: string,
  { key, duesReference, refusedOn }: RecordRefusal,
): Promise<Decision> {
  return once(
    db,
    actor,
    { key, act: 'record-refusal', content: { entryId, duesReference, refusedOn } },
    noEvents,
    async (tx) => {
      const locked = await lockToRely(tx, actor, entryId, 'record-refusal')
      if (!locked.ok) return locked
      const known = await lockRefusalReference(tx, actor.delegation, duesReference)
      if (known) return refuse('already-recorded', 'duesReference')
      return decideAndRecord(tx, actor, locked.measure, {
        type: 'record-refusal',
        basis: locked.basis,
        refusalId: key,
        entryId,
        delegation: actor.delegation,
        duesReference,
        refusedOn,
      })
    },
  )
}
