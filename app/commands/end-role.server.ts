import type { Actor } from '#app/access/actor.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { findGrants, isLastAdministrator } from '#db/grants.server.ts'
import { record } from '#db/record.server.ts'
import { raiseAccess } from '#db/rights.server.ts'
import type { Deps } from './deps.ts'
import { lockPersonToManage } from './manage-people.server.ts'

/** Ends a role at once. The delegation keeps an administrator. */
export function endRole(
  { db }: Deps,
  who: Actor,
  personId: string,
  grantId: string,
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const managing = await lockPersonToManage(tx, who, personId)
    if (!managing.ok) return managing
    const { actor, person } = managing
    const grant = (await findGrants(tx, personId)).find(({ id }) => id === grantId)
    if (!grant) return { ok: true }
    if (grant.role === 'administrator' && (await isLastAdministrator(tx, person)))
      return refuse('last-administrator')
    await raiseAccess(tx, person.delegation)
    await record(tx, actor, null, [{ type: 'role-ended', grantId, personId }])
    return { ok: true }
  })
}
