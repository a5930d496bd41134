import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { acceptInvitation } from '#app/commands/accept-invitation.server.ts'
import { deactivatePerson } from '#app/commands/deactivate-person.server.ts'
import { inviteAdministrator } from '#app/commands/invite-administrator.server.ts'
import { invitePerson } from '#app/commands/invite-person.server.ts'
import { withdrawInvitation } from '#app/commands/withdraw-invitation.server.ts'
import { demoPersonId, loadDemoPeople } from '#app/demonstration/load-people.server.ts'
import type { Role } from '#app/measures/roles.ts'
import { findActorById } from '#db/actors.server.ts'
import { loadDelegationsOffices, officeId } from '#db/delegations.server.ts'
import { findInvitationByToken, findPendingInvitations } from '#db/invitations.server.ts'
import { invitations } from '#db/schema/people.ts'
import { events } from '#db/schema/record.ts'
import { findActor } from '#db/sessions.server.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let database: FreshDatabase
const deps = () => ({ db: database.db })
const browser = { sessionId: null, userAgent: 'a browser' }

beforeAll(async () => {
  database = await freshDatabase()
  await database.db.transaction(async (tx) => {
    await loadDelegationsOffices(tx)
    await loadDemoPeople(tx)
  })
})
afterAll(() => database.close())

async function actor(key: string): Promise<Actor> {
  const found = await findActorById(database.db, demoPersonId(key))
  if (!found) throw new Error(`${key} does not act`)
  return found
}

const somebody = () => ({ issuer: 'https://login.example', subject: randomUUID() })

const invited = (roles: Role[], office: string | null = null) => ({
  key: randomUUID(),
  name: 'Expert, ministry',
  officeId: office,
  roles,
})

async function invite(by: string, roles: Role[]) {
  const input = invited(roles)
  const result = await invitePerson(deps(), await actor(by), input)
  if (!result.ok) throw new Error(result.reason)
  return { id: input.key, token: result.token }
}

const actorOf = async (result: Awaited<ReturnType<typeof acceptInvitation>>) =>
  (await findActor(database.db, result.ok ? result.token : null))?.actor

describe('an invitation', () => {
  it("binds who signs in with it to the inviter's delegation, once", async () => {
    const { id, token } = await invite('nl-administrator', ['drafter', 'expert'])
    expect(await findInvitationByToken(database.db, token)).toMatchObject({ id, state: 'open' })
    const identity = somebody()
    const accepted = await acceptInvitation(deps(), id, identity, browser)
    expect(await actorOf(accepted)).toMatchObject({
      name: 'Expert, ministry',
      delegation: 'NL',
      roles: ['drafter', 'expert'],
    })
    expect(await acceptInvitation(deps(), id, somebody(), browser)).toEqual({
      ok: false,
      reason: 'invitation-used',
    })
    expect(await findInvitationByToken(database.db, token)).toMatchObject({ state: 'used' })
  })

  it('lets one in when two open it at the same moment', async () => {
    const { id } = await invite('nl-administrator', ['reader'])
    const results = await Promise.all(
      Array.from({ length: 5 }, () => acceptInvitation(deps(), id, somebody(), browser)),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(
      results.filter((result) => !result.ok && result.reason === 'invitation-used'),
    ).toHaveLength(4)
  })

  it('is kept as a hash, and the record has nothing of the token either', async () => {
    const { token } = await invite('nl-administrator', ['reader'])
    const kept = JSON.stringify([
      await database.db.select().from(invitations),
      await database.db.select().from(events),
    ])
    expect(kept).not.toContain(token)
  })

  it('opens nothing once it has expired or was withdrawn', async () => {
    const late = await invite('nl-administrator', ['reader'])
    await database.db
      .update(invitations)
      .set({ expiresAt: sql`now()` })
      .where(eq(invitations.id, late.id))
    const withdrawn = await invite('nl-administrator', ['reader'])
    await withdrawInvitation(deps(), await actor('nl-administrator'), withdrawn.id)
    for (const { id } of [late, withdrawn])
      expect(await acceptInvitation(deps(), id, somebody(), browser)).toEqual({
        ok: false,
        reason: 'invitation-expired',
      })
  })

  it('is refused for roles that the delegation lacks or that are for a period', async () => {
    for (const [by, role] of [
      ['nl-administrator', 'officer'],
      ['nl-administrator', 'deputy'],
      ['com-administrator', 'representative'],
      ['com-administrator', 'chair'],
    ] as const)
      expect(await invitePerson(deps(), await actor(by), invited([role]))).toEqual({
        ok: false,
        reason: 'role-not-here',
      })
  })

  it('is refused for an office of another delegation', async () => {
    const result = await invitePerson(
      deps(),
      await actor('nl-administrator'),
      invited(['expert'], officeId('DE:customs')),
    )
    expect(result).toEqual({ ok: false, reason: 'invalid-input' })
  })

  it.each(['nl-representative', 'nl-drafter', 'com-officer'])('is not made by %s', async (key) => {
    const result = await invitePerson(deps(), await actor(key), invited(['reader']))
    expect(result).toEqual({ ok: false, reason: 'not-found' })
  })

  it('is seen and withdrawn by the own delegation only', async () => {
    const { id } = await invite('nl-administrator', ['reader'])
    expect(await withdrawInvitation(deps(), await actor('de-administrator'), id)).toEqual({
      ok: false,
      reason: 'not-found',
    })
    const ids = async (code: 'NL' | 'DE') =>
      (await findPendingInvitations(database.db, code)).map((invitation) => invitation.id)
    expect(await ids('NL')).toContain(id)
    expect(await ids('DE')).not.toContain(id)
    await withdrawInvitation(deps(), await actor('nl-administrator'), id)
    expect(await ids('NL')).not.toContain(id)
  })

  it('cannot be made twice from one form, because its link is shown once', async () => {
    const administrator = await actor('nl-administrator')
    const input = invited(['reader'])
    expect(await invitePerson(deps(), administrator, input)).toMatchObject({ ok: true })
    expect(await invitePerson(deps(), administrator, input)).toEqual({
      ok: false,
      reason: 'already-recorded',
    })
  })
})

describe('somebody who is known already', () => {
  it('cannot act for two delegations', async () => {
    const identity = somebody()
    const first = await invite('nl-administrator', ['expert'])
    await acceptInvitation(deps(), first.id, identity, browser)
    const second = await invite('de-administrator', ['expert'])
    expect(await acceptInvitation(deps(), second.id, identity, browser)).toEqual({
      ok: false,
      reason: 'known-elsewhere',
    })
  })

  it('keeps what they have and gets what the new invitation adds', async () => {
    const identity = somebody()
    const first = await invite('nl-administrator', ['expert'])
    await acceptInvitation(deps(), first.id, identity, browser)
    const second = await invite('nl-administrator', ['expert', 'drafter'])
    const accepted = await acceptInvitation(deps(), second.id, identity, browser)
    expect(await actorOf(accepted)).toMatchObject({ roles: ['drafter', 'expert'] })
  })

  it('who left begins anew, also for another delegation', async () => {
    const identity = somebody()
    const first = await invite('nl-administrator', ['representative'])
    const nl = await actorOf(await acceptInvitation(deps(), first.id, identity, browser))
    await deactivatePerson(deps(), await actor('nl-administrator'), nl?.personId ?? '')
    const second = await invite('com-administrator', ['officer'])
    const com = await actorOf(await acceptInvitation(deps(), second.id, identity, browser))
    expect(com).toMatchObject({ personId: nl?.personId, delegation: 'COM', roles: ['officer'] })
  })

  it('of their own is accepted by nobody: it would grant them what they chose themselves', async () => {
    const identity = somebody()
    const first = await invite('nl-administrator', ['administrator'])
    const administrator = await actorOf(await acceptInvitation(deps(), first.id, identity, browser))
    if (!administrator) throw new Error('nobody was let in')
    const input = invited(['representative'])
    await invitePerson(deps(), administrator, input)
    expect(await acceptInvitation(deps(), input.key, identity, browser)).toEqual({
      ok: false,
      reason: 'own-grants',
    })
    expect(
      await actorOf(await acceptInvitation(deps(), input.key, somebody(), browser)),
    ).toMatchObject({ roles: ['representative'] })
  })
})

describe('the first two administrators', () => {
  it('are invited by the operator, and no third one is', async () => {
    for (const name of ['First', 'Second']) {
      const result = await inviteAdministrator(deps(), { delegation: 'PT', name })
      if (!result.ok) throw new Error(result.reason)
      const invitation = await findInvitationByToken(database.db, result.token)
      const accepted = await acceptInvitation(deps(), invitation?.id ?? '', somebody(), browser)
      expect(await actorOf(accepted)).toMatchObject({ delegation: 'PT', roles: ['administrator'] })
    }
    expect(await inviteAdministrator(deps(), { delegation: 'PT', name: 'Another one' })).toEqual({
      ok: false,
      reason: 'already-recorded',
    })
  })
})
