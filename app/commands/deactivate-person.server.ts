import type { Actor } from '#app/access/actor.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { isLastAdministrator } from '#db/grants.server.ts'
import { record } from '#db/record.server.ts'
import { raiseAccess } from '#db/rights.server.ts'
import { endSessions } from '#db/sessions.server.ts'
import type { Deps } from './deps.ts'
import { lockPersonToManage } from './manage-people.server.ts'

/** Somebody has left: they are signed out everywhere and can come back by an invitation only. */
export function deactivatePerson(
  { db }: Deps,
  who: Actor,
  personId: string,
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const managing = await lockPersonToManage(tx, who, personId)
    if (!managing.ok) return managing
    const { actor, person } = managing
    if (!person.isActive) return { ok: true }
    if (await isLastAdministrator(tx, person)) return refuse('last-administrator')
    await endSessions(tx, { personId })
    await raiseAccess(tx, person.delegation)
    await record(tx, actor, null, [{ type: 'person-deactivated', personId }])
    return { ok: true }
  })
}
