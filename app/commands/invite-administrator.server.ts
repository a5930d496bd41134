import { randomUUID } from 'node:crypto'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { lockDelegation } from '#db/delegations.server.ts'
import { findAdministrators } from '#db/grants.server.ts'
import { addInvitation } from '#db/invitations.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'

/**
 * The operator's only act on people: a delegation that has no administrator gets its first one.
 * They invite everybody else, the next administrators included.
 */
export function inviteAdministrator(
  { db }: Deps,
  { delegation, name }: { delegation: DelegationCode; name: string },
): Promise<Result<{ token: string; expiresAt: Date }>> {
  return db.transaction(async (tx) => {
    await lockDelegation(tx, delegation)
    if ((await findAdministrators(tx, delegation)).length > 0) return refuse('already-recorded')
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
