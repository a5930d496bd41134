import type { Actor } from '#app/access/actor.ts'
import { invitableRoles } from '#app/measures/grants.ts'
import type { Invite } from '#app/measures/people-inputs.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { findOffices } from '#db/delegations.server.ts'
import { addInvitation, findInvitation } from '#db/invitations.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { lockToManage } from './manage-people.server.ts'

/**
 * Invites somebody to the administrator's own delegation. The token is given once: the same form
 * sent again is refused, because nobody can read the first link any more.
 */
export function invitePerson(
  { db }: Deps,
  who: Actor,
  input: Invite,
): Promise<Result<{ token: string; expiresAt: Date }>> {
  return db.transaction(async (tx) => {
    const managing = await lockToManage(tx, who)
    if (!managing.ok) return managing
    const { actor } = managing
    const { delegation } = actor
    if (await findInvitation(tx, input.key)) return refuse('already-recorded')
    if (input.roles.some((role) => !invitableRoles(delegation).includes(role)))
      return refuse('role-not-here')
    const offices = await findOffices(tx, delegation)
    if (input.officeId && !offices.some(({ id }) => id === input.officeId))
      return refuse('invalid-input')

    const { key: invitationId, name, officeId } = input
    const invited = { delegation, officeId, name, roles: [...new Set(input.roles)] }
    const { token, expiresAt } = await addInvitation(
      tx,
      { id: invitationId, ...invited },
      actor.personId,
    )
    await record(tx, actor, null, [
      { type: 'person-invited', invitationId, ...invited, expiresAt: expiresAt.toISOString() },
    ])
    return { ok: true, token, expiresAt }
  })
}
