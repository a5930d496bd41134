import { randomUUID } from 'node:crypto'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { lockDelegation } from '#db/delegations.server.ts'
import { findAdministrators } from '#db/grants.server.ts'
import { addInvitation } from '#db/invitations.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'

/** With two, each can grant the other what they may not grant themself. */
const mostInvited = 2

/**
 * The operator's only act on people: a delegation gets its first administrator, and a second one,
 * because nobody grants a role to themself. They invite everybody else, further administrators
 * included.
 */
export function inviteAdministrator(
  { db }: Deps,
  { delegation, name }: { delegation: DelegationCode; name: string },
): Promise<Result<{ token: string; expiresAt: Date }>> {
  return db.transaction(async (tx) => {
    await lockDelegation(tx, delegation)
    const administrators = await findAdministrators(tx, delegation)
    if (administrators.length >= mostInvited) return refuse('already-recorded')
    const invitationId = randomUUID()
    const invited = { delegation, officeId: null, name, roles: ['administrator' as const] }
    const { token, expiresAt } = await addInvitation(tx, { id: invitationId, ...invited }, null)
    await record(tx, null, null, [
      {
        type: 'person-invited',
        invitationId,
        ...invited,
        expiresAt: expiresAt.toISOString(),
      },
    ])
    return { ok: true, token, expiresAt }
  })
}
