import type { Deps } from '#app/commands/deps.ts'
import { findInvitationByToken, type Invitation } from '#db/invitations.server.ts'

export interface ShownInvitation {
  id: string
  name: string
  delegation: Invitation['delegation']
  roles: Invitation['roles']
  until: string
  /** A withdrawn invitation looks like one that has expired. */
  state: 'open' | 'used' | 'expired'
}

/** What the link of an invitation shows to whoever holds it. */
export async function findShownInvitation(
  { db }: Deps,
  token: string,
): Promise<ShownInvitation | null> {
  const invitation = await findInvitationByToken(db, token)
  if (!invitation) return null
  const { id, name, delegation, roles, expiresAt, state } = invitation
  return {
    id,
    name,
    delegation,
    roles,
    until: expiresAt.toISOString(),
    state: state === 'withdrawn' ? 'expired' : state,
  }
}
