import type { Actor } from '#app/access/actor.ts'
import type { ChangePerson } from '#app/measures/people-inputs.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { findOffices } from '#db/delegations.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { lockPersonToManage } from './manage-people.server.ts'

/** Puts the name or the office of a person right. What they did before keeps the old name. */
export function changePerson(
  { db }: Deps,
  who: Actor,
  personId: string,
  { name, officeId }: ChangePerson,
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const managing = await lockPersonToManage(tx, who, personId)
    if (!managing.ok) return managing
    const { actor, person } = managing
    if (person.name === name && person.officeId === officeId) return { ok: true }
    const offices = await findOffices(tx, person.delegation)
    if (officeId && !offices.some(({ id }) => id === officeId)) return refuse('invalid-input')
    await record(tx, actor, null, [{ type: 'person-changed', personId, name, officeId }])
    return { ok: true }
  })
}
