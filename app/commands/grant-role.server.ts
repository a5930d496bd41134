import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { decideGrant } from '#app/measures/grants.ts'
import type { GrantRole } from '#app/measures/people-inputs.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { databaseTime } from '#db/clock.server.ts'
import { findGrants, periodOf } from '#db/grants.server.ts'
import { record } from '#db/record.server.ts'
import { raiseAccess } from '#db/rights.server.ts'
import type { Deps } from './deps.ts'
import { lockPersonToManage } from './manage-people.server.ts'
import { once } from './once.server.ts'

/**
 * Gives a person of one's own delegation a role, for good or for a period of days in Brussels; to
 * oneself never.
 */
export function grantRole(
  { db }: Deps,
  who: Actor,
  personId: string,
  input: GrantRole,
): Promise<Result<object>> {
  const { key, ...granted } = input
  const content = { person: personId, ...granted }
  return once(
    db,
    who,
    { key, act: 'grant-role', content },
    () => ({ ok: true }),
    async (tx) => {
      const managing = await lockPersonToManage(tx, who, personId)
      if (!managing.ok) return managing
      const { actor, person } = managing
      const permission = can(actor, 'grant-role', { delegation: person.delegation, personId })
      if (!permission.ok) return permission
      if (!person.isActive) return refuse('not-found')
      const held = await findGrants(tx, personId)
      const { today } = await databaseTime(tx)
      const decision = decideGrant(person.delegation, held, input, today)
      if (!decision.ok) return decision

      const { validFrom, validUntil } = await periodOf(tx, input)
      await raiseAccess(tx, person.delegation)
      await record(tx, actor, null, [
        {
          type: 'role-granted',
          grantId: key,
          personId,
          role: input.role,
          body: decision.body,
          validFrom: validFrom.toISOString(),
          validUntil: validUntil?.toISOString() ?? null,
        },
      ])
      return { ok: true }
    },
  )
}
