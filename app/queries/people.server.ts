import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { invitableRoles, isForPeriod, rolesOf } from '#app/measures/grants.ts'
import { refuse, type Refusal } from '#app/measures/refusals.ts'
import { databaseTime } from '#db/clock.server.ts'
import { findOffices, getSettings } from '#db/delegations.server.ts'
import { findGrants, findGrantsOf, isLastAdministrator } from '#db/grants.server.ts'
import { findPendingInvitations, invitationDays } from '#db/invitations.server.ts'
import { findPeopleOf, findPerson } from '#db/people.server.ts'
import { findOpenSessions } from '#db/sessions.server.ts'
import { showGrant } from './shown-grant.ts'

/** The people of the administrator's own delegation; there is no page about those of others. */
export async function peoplePage({ db }: Deps, actor: Actor) {
  const permission = can(actor, 'manage-people', { delegation: actor.delegation })
  if (!permission.ok) return permission
  const { delegation } = actor
  const [{ instant }, offices, people, grants, invitations, settings] = await Promise.all([
    databaseTime(db),
    findOffices(db, delegation),
    findPeopleOf(db, delegation),
    findGrantsOf(db, delegation),
    findPendingInvitations(db, delegation),
    getSettings(db, delegation),
  ])
  const officeName = (id: string | null) =>
    offices.find((office) => office.id === id)?.nameEn ?? null
  return {
    ok: true as const,
    delegation,
    settings,
    mayLetDraftersRelease:
      settings.draftersMayRelease || can(actor, 'let-drafters-release', { delegation }).ok,
    people: people.map(({ id, name, officeId, isActive, lastSeenAt, openSessions }) => ({
      id,
      name,
      office: officeName(officeId),
      isActive,
      isSelf: id === actor.personId,
      lastSeen: lastSeenAt?.toISOString() ?? null,
      openSessions,
      grants: isActive
        ? grants.filter(({ personId }) => personId === id).map((grant) => showGrant(grant, instant))
        : [],
    })),
    invitations: invitations.map(({ id, name, officeId, roles, createdBy, expiresAt, state }) => ({
      id,
      name,
      office: officeName(officeId),
      roles,
      invitedBy: createdBy,
      until: expiresAt.toISOString(),
      isExpired: state === 'expired',
    })),
  }
}

/** What the form of an invitation offers. */
export async function invitingPage({ db }: Deps, actor: Actor) {
  const { delegation } = actor
  const permission = can(actor, 'manage-people', { delegation })
  if (!permission.ok) return permission
  return {
    ok: true as const,
    delegation,
    days: invitationDays,
    roles: invitableRoles(delegation),
    offices: await officesToChoose({ db }, actor),
  }
}

export async function personPage({ db }: Deps, actor: Actor, personId: string) {
  const person = await findPerson(db, personId)
  const permission: { ok: true } | Refusal = person
    ? can(actor, 'manage-people', { delegation: person.delegation })
    : refuse('not-found')
  if (!permission.ok || !person) return permission.ok ? refuse('not-found') : permission
  const [{ instant }, grants, sessions, offices, isLast] = await Promise.all([
    databaseTime(db),
    findGrants(db, personId),
    findOpenSessions(db, personId),
    officesToChoose({ db }, actor),
    isLastAdministrator(db, person),
  ])
  return {
    ok: true as const,
    person: {
      id: person.id,
      name: person.name,
      delegation: person.delegation,
      officeId: person.officeId,
      isActive: person.isActive,
      isSelf: person.id === actor.personId,
      isLastAdministrator: isLast,
    },
    grants: person.isActive ? grants.map((grant) => showGrant(grant, instant)) : [],
    openSessions: sessions.length,
    lastSeen: sessions[0]?.lastSeenAt.toISOString() ?? null,
    offices,
    mayGrant: can(actor, 'grant-role', { delegation: person.delegation, personId }).ok,
    roles: rolesOf(person.delegation).map((role) => ({ role, isForPeriod: isForPeriod(role) })),
  }
}

async function officesToChoose({ db }: Deps, { delegation }: Actor) {
  const offices = await findOffices(db, delegation)
  return offices.map(({ id, nameEn }) => ({ value: id, label: nameEn }))
}
