import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import type { EventOf } from '#app/measures/events.ts'
import { refuse, type Refusal } from '#app/measures/refusals.ts'
import type { Role } from '#app/measures/roles.ts'
import type { Tx } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { lockDelegation } from '#db/delegations.server.ts'
import { findGrants } from '#db/grants.server.ts'
import { type Invitation, findInvitation, lockInvitation } from '#db/invitations.server.ts'
import {
  addPerson,
  bindPerson,
  type Identity,
  lockPersonByIdentity,
  type Person,
} from '#db/people.server.ts'
import { record } from '#db/record.server.ts'
import { raiseAccess } from '#db/rights.server.ts'
import type { Deps } from './deps.ts'
import { type Browser, openNewSession, type SignedIn } from './sign-in.server.ts'

/**
 * Binds the person whom the identity provider named to the delegation that invited them, and signs
 * them in. Who left a delegation can come back, or come to another; who still acts for another one
 * cannot be in both. Nobody accepts an invitation of their own: that would grant a role to oneself.
 */
export function acceptInvitation(
  { db }: Deps,
  invitationId: string,
  identity: Identity,
  browser: Browser,
): Promise<SignedIn> {
  return db.transaction(async (tx) => {
    const found = await findInvitation(tx, invitationId)
    if (!found) return refuse('not-found')
    await lockDelegation(tx, found.delegation)
    const invitation = await lockInvitation(tx, invitationId)
    if (!invitation) return refuse('not-found')
    const closed = whyClosed(invitation)
    if (closed) return closed
    const known = await lockPersonByIdentity(tx, identity)
    if (known && known.id === invitation.invitedBy) return refuse('own-grants')
    if (known?.isActive && known.delegation !== invitation.delegation)
      return refuse('known-elsewhere')

    const person = await bind(tx, known, identity, invitation)
    await raiseAccess(tx, invitation.delegation)
    await record(tx, newcomer(person), null, [
      {
        type: 'invitation-accepted',
        invitationId,
        personId: person.id,
        delegation: invitation.delegation,
        name: invitation.name,
      },
      ...(await changesOfRoles(tx, known, person.id, invitation.roles)),
    ])
    return { ok: true, token: await openNewSession(tx, person.id, browser) }
  })
}

/** Why an invitation opens nothing. A withdrawn one answers as an expired one does. */
export function whyClosed({ state }: Pick<Invitation, 'state'>): Refusal | null {
  if (state === 'open') return null
  return refuse(state === 'used' ? 'invitation-used' : 'invitation-expired')
}

async function bind(
  tx: Tx,
  known: Person | null,
  identity: Identity,
  { delegation, officeId, name }: Invitation,
): Promise<Person> {
  const person = {
    id: known?.id ?? randomUUID(),
    ...identity,
    name,
    delegation,
    officeId,
    isActive: true,
  }
  await (known ? bindPerson(tx, person) : addPerson(tx, person))
  return person
}

/** Who comes back begins anew: what they could do before does not count. */
async function changesOfRoles(
  tx: Tx,
  known: Person | null,
  personId: string,
  roles: readonly Role[],
): Promise<EventOf<'role-granted' | 'role-ended'>[]> {
  const { instant } = await databaseTime(tx)
  const held = known ? await findGrants(tx, personId) : []
  const ended = known?.isActive ? [] : held
  const kept = held.filter((grant) => !ended.includes(grant) && grant.validUntil === null)
  return [
    ...ended.map(({ id }) => ({ type: 'role-ended' as const, grantId: id, personId })),
    ...roles
      .filter((role) => !kept.some((grant) => grant.role === role))
      .map((role) => ({
        type: 'role-granted' as const,
        grantId: randomUUID(),
        personId,
        role,
        body: null,
        validFrom: instant.toISOString(),
        validUntil: null,
      })),
  ]
}

/** They act for the first time by accepting; their roles begin with it. */
function newcomer({ id, name, delegation, officeId }: Person): Actor {
  return {
    personId: id,
    name,
    delegation,
    officeId,
    roles: [],
    chairOf: [],
    draftersMayRelease: false,
  }
}
