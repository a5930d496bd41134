import { eq } from 'drizzle-orm'
import { delegations, invitations, people, roleGrants } from '../schema/people.ts'
import { endSessions } from '../sessions.server.ts'
import type { Projections } from './context.ts'

type PeopleEvent =
  | 'person-invited'
  | 'invitation-accepted'
  | 'invitation-withdrawn'
  | 'role-granted'
  | 'role-ended'
  | 'person-changed'
  | 'person-deactivated'
  | 'sessions-ended'
  | 'delegation-settings-changed'

export const peopleProjections: Projections<PeopleEvent> = {
  // The invitation's row holds the hash of its token, which the record never sees.
  'person-invited': async () => {},

  'invitation-accepted': (tx, { invitationId, personId }, { at }) =>
    tx
      .update(invitations)
      .set({ usedAt: at, usedBy: personId })
      .where(eq(invitations.id, invitationId)),

  'invitation-withdrawn': (tx, { invitationId }, { at }) =>
    tx.update(invitations).set({ withdrawnAt: at }).where(eq(invitations.id, invitationId)),

  'role-granted': (tx, event, { actor }) =>
    tx.insert(roleGrants).values({
      id: event.grantId,
      personId: event.personId,
      role: event.role,
      body: event.body,
      validFrom: new Date(event.validFrom),
      validUntil: event.validUntil ? new Date(event.validUntil) : null,
      grantedBy: actor?.personId ?? null,
    }),

  'role-ended': (tx, { grantId }, { at }) =>
    tx.update(roleGrants).set({ endedAt: at }).where(eq(roleGrants.id, grantId)),

  'person-changed': (tx, { personId, name, officeId }) =>
    tx.update(people).set({ name, officeId }).where(eq(people.id, personId)),

  'person-deactivated': async (tx, { personId }) => {
    await tx.update(people).set({ isActive: false }).where(eq(people.id, personId))
    await endSessions(tx, { personId })
  },

  'sessions-ended': (tx, { personId }) => endSessions(tx, { personId }),

  'delegation-settings-changed': (tx, event) =>
    tx
      .update(delegations)
      .set({
        draftersMayRelease: event.draftersMayRelease,
        functionalMailbox: event.functionalMailbox,
      })
      .where(eq(delegations.code, event.delegation)),
}
