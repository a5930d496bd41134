import type { Actor } from '#app/access/actor.ts'
import type { Audience } from '#app/measures/audience.ts'
import { isMemberState } from '#app/measures/delegation-codes.ts'
import type { Day } from '#app/measures/measure.ts'
import type { RecordRequirement } from '#app/measures/record-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Decision } from '#app/measures/decision.ts'
import type { Tx } from '#db/client.server.ts'
import { findCompilationsOf } from '#db/compilations.server.ts'
import { decideAndRecord } from './act.server.ts'
import type { Deps } from './deps.ts'
import { noEvents, once } from './once.server.ts'
import { lockToRely } from './rely.server.ts'

/**
 * Records that the actor's state requires an authorisation by reference to a published entry of
 * another state (Article 10(1)), after it informed the exporter. Impossible where nothing was
 * published; where the law is doubtful it warns and records. Never public: whom it is told is the
 * state's choice.
 */
export function recordRequirement(
  { db }: Deps,
  actor: Actor,
  entryId: string,
  { key, informed, delegations, information, ...requirement }: RecordRequirement,
): Promise<Decision> {
  return once(
    db,
    actor,
    {
      key,
      act: 'record-requirement',
      content: { entryId, informed, delegations, information, ...requirement },
    },
    noEvents,
    async (tx) => {
      const locked = await lockToRely(tx, actor, entryId, 'record-requirement')
      if (!locked.ok) return locked
      const relying = actor.delegation
      if (!isMemberState(relying)) return refuse('not-allowed')
      if (delegations.includes('GSC')) return refuse('invalid-input', 'delegations')
      return decideAndRecord(tx, actor, locked.measure, {
        type: 'record-requirement',
        basis: locked.basis,
        requirementId: key,
        entryId,
        compilationId: await compilationRelied(tx, entryId, requirement.exporterInformedOn),
        relying,
        ...requirement,
        information: informed === 'nobody' ? null : information,
        audience: audienceOf(informed, delegations),
      })
    },
  )
}

function audienceOf(
  informed: RecordRequirement['informed'],
  delegations: RecordRequirement['delegations'],
): Audience {
  switch (informed) {
    case 'nobody':
      return { kind: 'owner' }
    case 'commission':
      return { kind: 'owner-commission' }
    case 'named':
      return { kind: 'named', delegations }
    case 'all':
      return { kind: 'all' }
  }
}

/** The publication that stood when the exporter was informed; the first one if that was earlier. */
async function compilationRelied(tx: Tx, entryId: string, on: Day): Promise<string | null> {
  const all = await findCompilationsOf(tx, entryId)
  return (all.findLast(({ publishedOn }) => publishedOn <= on) ?? all[0])?.id ?? null
}
