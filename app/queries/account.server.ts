import type { Actor } from '#app/access/actor.ts'
import { mayRelease } from '#app/access/standing.ts'
import type { Deps } from '#app/commands/deps.ts'
import { databaseTime } from '#db/clock.server.ts'
import { findOffices } from '#db/delegations.server.ts'
import { findAdministrators, findGrants } from '#db/grants.server.ts'
import { findPeopleOf } from '#db/people.server.ts'
import { findOpenSessions } from '#db/sessions.server.ts'
import { showGrant } from './shown-grant.ts'

/** Who I am here: for whom I act, in which roles, and where I am signed in. */
export async function accountPage({ db }: Deps, actor: Actor, sessionId: string | null) {
  const { delegation, personId } = actor
  const [{ instant }, offices, grants, sessions, people, administrators] = await Promise.all([
    databaseTime(db),
    findOffices(db, delegation),
    findGrants(db, personId),
    findOpenSessions(db, personId),
    findPeopleOf(db, delegation),
    findAdministrators(db, delegation),
  ])
  return {
    name: actor.name,
    delegation,
    office: offices.find(({ id }) => id === actor.officeId)?.nameEn ?? null,
    grants: grants.map((grant) => showGrant(grant, instant)),
    mayRelease: mayRelease(actor),
    administrators: people.filter(({ id }) => administrators.includes(id)).map(({ name }) => name),
    sessions: sessions.map(({ id, createdAt, lastSeenAt, expiresAt, userAgent }) => ({
      id,
      isThis: id === sessionId,
      since: createdAt.toISOString(),
      lastSeen: lastSeenAt.toISOString(),
      until: expiresAt.toISOString(),
      userAgent,
    })),
  }
}
