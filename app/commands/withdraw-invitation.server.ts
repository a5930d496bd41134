import type { Actor } from '#app/access/actor.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { lockInvitation } from '#db/invitations.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { lockToManage } from './manage-people.server.ts'

/** The link opens nothing from now on. */
export function withdrawInvitation(
  { db }: Deps,
  who: Actor,
  invitationId: string,
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const managing = await lockToManage(tx, who)
    if (!managing.ok) return managing
    const invitation = await lockInvitation(tx, invitationId)
    if (invitation?.delegation !== managing.actor.delegation) return refuse('not-found')
    if (invitation.state === 'used') return refuse('invitation-used')
    if (invitation.state === 'withdrawn') return { ok: true }
    await record(tx, managing.actor, null, [{ type: 'invitation-withdrawn', invitationId }])
    return { ok: true }
  })
}
