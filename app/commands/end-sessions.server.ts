import type { Actor } from '#app/access/actor.ts'
import type { Result } from '#app/measures/refusals.ts'
import { record } from '#db/record.server.ts'
import { endSessions } from '#db/sessions.server.ts'
import type { Deps } from './deps.ts'
import { lockPersonToManage } from './manage-people.server.ts'

/** Signs oneself out everywhere, also here. Cookies and open sockets are worth nothing any more. */
export function endOwnSessions({ db }: Deps, actor: Actor): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    await endSessions(tx, { personId: actor.personId })
    await record(tx, actor, null, [{ type: 'sessions-ended', personId: actor.personId }])
    return { ok: true }
  })
}

/** Ends one session of one's own, such as that of a machine left behind. */
export function endOwnSession(
  { db }: Deps,
  actor: Actor,
  sessionId: string,
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    await endSessions(tx, { sessionId, personId: actor.personId })
    return { ok: true }
  })
}

/** Signs a person of one's own delegation out everywhere. */
export function endSessionsOf({ db }: Deps, who: Actor, personId: string): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const managing = await lockPersonToManage(tx, who, personId)
    if (!managing.ok) return managing
    await endSessions(tx, { personId })
    await record(tx, managing.actor, null, [{ type: 'sessions-ended', personId }])
    return { ok: true }
  })
}
