import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoPersonId, loadDemoPeople } from '#app/demonstration/load-people.server.ts'
import { loadDelegationsOffices } from '#db/delegations.server.ts'
import { record } from '#db/record.server.ts'
import { roleGrants, sessions } from '#db/schema/people.ts'
import {
  endSessions,
  findActor,
  findActorOfSession,
  findOpenSessions,
  openSession,
  sessionsChannel,
} from '#db/sessions.server.ts'
import { hashOfToken } from '#db/tokens.server.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let database: FreshDatabase
const drafter = demoPersonId('nl-drafter')

beforeAll(async () => {
  database = await freshDatabase()
  await database.db.transaction(async (tx) => {
    await loadDelegationsOffices(tx)
    await loadDemoPeople(tx)
  })
})
afterAll(() => database.close())

const signIn = (personId: string) =>
  database.db.transaction((tx) => openSession(tx, personId, 'a browser'))

const age = (sessionId: string, column: 'expires_at' | 'last_seen_at', interval: string) =>
  database.db.execute(
    sql`UPDATE sessions SET ${sql.identifier(column)} = ${sql.identifier(column)} - ${interval}::interval WHERE id = ${sessionId}`,
  )

const lastSeen = async (sessionId: string) => {
  const [row] = await database.db.select().from(sessions).where(eq(sessions.id, sessionId))
  return row?.lastSeenAt.getTime() ?? 0
}

describe('a session', () => {
  it('says who acts, for whom and in which roles', async () => {
    const { token } = await signIn(demoPersonId('ie-duwp-chair'))
    expect(await findActor(database.db, token)).toMatchObject({
      actor: {
        personId: demoPersonId('ie-duwp-chair'),
        name: 'Chair, Working Party on Dual-Use Goods, Ireland',
        delegation: 'IE',
        roles: ['chair'],
        chairOf: ['DUWP'],
        draftersMayRelease: false,
      },
    })
  })

  it('is kept as a hash, so that the table alone signs nobody in', async () => {
    const { token, sessionId } = await signIn(drafter)
    expect(sessionId).toBe(hashOfToken(token))
    const text = JSON.stringify(await database.db.select().from(sessions))
    expect(text).not.toContain(token)
    expect(await findActor(database.db, sessionId)).toBeNull()
  })

  it.each([null, '', 'x', 'A'.repeat(43), `${'A'.repeat(43)}' OR true --`, '\u0000'.repeat(43)])(
    'is nobody for a token that was not given: %j',
    async (token) => {
      expect(await findActor(database.db, token)).toBeNull()
    },
  )

  it('ends after twelve hours, however active', async () => {
    const { token, sessionId } = await signIn(drafter)
    await age(sessionId, 'expires_at', '11 hours 59 minutes')
    expect(await findActor(database.db, token)).not.toBeNull()
    await age(sessionId, 'expires_at', '1 minute')
    expect(await findActor(database.db, token)).toBeNull()
  })

  it('ends after two idle hours, and activity keeps it', async () => {
    const { token, sessionId } = await signIn(drafter)
    await age(sessionId, 'last_seen_at', '1 hour 59 minutes')
    expect(await findActor(database.db, token)).not.toBeNull()
    await age(sessionId, 'last_seen_at', '1 hour 59 minutes')
    expect(await findActor(database.db, token)).not.toBeNull()
    await age(sessionId, 'last_seen_at', '2 hours')
    expect(await findActor(database.db, token)).toBeNull()
    expect(await findActorOfSession(database.db, sessionId, { isActive: true })).toBeNull()
  })

  it('notes when it was seen at most once a minute, and a waiting socket not at all', async () => {
    const { token, sessionId } = await signIn(drafter)
    const atFirst = await lastSeen(sessionId)
    await findActor(database.db, token)
    expect(await lastSeen(sessionId)).toBe(atFirst)
    await age(sessionId, 'last_seen_at', '2 minutes')
    await findActorOfSession(database.db, sessionId, { isActive: false })
    expect(await lastSeen(sessionId)).toBe(atFirst - 120_000)
    await findActor(database.db, token)
    expect(await lastSeen(sessionId)).toBeGreaterThanOrEqual(atFirst)
  })

  it('knows roles for their period only, and when the next change is due', async () => {
    const personId = demoPersonId('dk-drafter')
    const { token } = await signIn(personId)
    const soon = new Date(Date.now() + 60_000)
    const later = new Date(Date.now() + 3_600_000)
    const grant = (from: Date, until: Date) => ({
      type: 'role-granted' as const,
      grantId: randomUUID(),
      personId,
      role: 'deputy' as const,
      body: null,
      validFrom: from.toISOString(),
      validUntil: until.toISOString(),
    })
    await database.db.transaction((tx) => record(tx, null, null, [grant(soon, later)]))
    const before = await findActor(database.db, token)
    expect(before).toMatchObject({ actor: { roles: ['drafter'] } })
    expect(before?.changesInMs).toBeLessThanOrEqual(60_000)
    await database.db.execute(
      sql`UPDATE role_grants SET valid_from = now() - interval '1 second' WHERE person_id = ${personId} AND role = 'deputy'`,
    )
    const now = await findActor(database.db, token)
    expect(now).toMatchObject({ actor: { roles: ['deputy', 'drafter'] } })
    expect(now?.changesInMs).toBeGreaterThan(60_000)
    expect(now?.changesInMs).toBeLessThanOrEqual(3_600_000)
    await database.db
      .update(roleGrants)
      .set({ validUntil: sql`now()` })
      .where(eq(roleGrants.role, 'deputy'))
    expect(await findActor(database.db, token)).toMatchObject({ actor: { roles: ['drafter'] } })
  })

  it('is nobody once the person is deactivated', async () => {
    const personId = demoPersonId('se-drafter')
    const { token } = await signIn(personId)
    await database.db.transaction((tx) =>
      record(tx, null, null, [{ type: 'person-deactivated', personId }]),
    )
    expect(await findActor(database.db, token)).toBeNull()
  })
})

describe('the end of a session', () => {
  const heard: string[] = []
  beforeAll(async () => {
    await database.sql.listen(sessionsChannel, (payload) => heard.push(payload))
  })
  beforeEach(() => {
    heard.length = 0
  })

  it('makes the cookie useless and tells every node at commit', async () => {
    const first = await signIn(demoPersonId('de-drafter'))
    const second = await signIn(demoPersonId('de-drafter'))
    const other = await signIn(demoPersonId('de-representative'))
    await database.db.transaction((tx) =>
      record(tx, null, null, [{ type: 'sessions-ended', personId: demoPersonId('de-drafter') }]),
    )
    expect(await findActor(database.db, first.token)).toBeNull()
    expect(await findActor(database.db, second.token)).toBeNull()
    expect(await findActor(database.db, other.token)).not.toBeNull()
    await expect
      .poll(() => heard.toSorted())
      .toEqual([first.sessionId, second.sessionId].toSorted())
  })

  it('can be of one session, or of all but one', async () => {
    const personId = demoPersonId('fr-drafter')
    const [first, second, third] = [
      await signIn(personId),
      await signIn(personId),
      await signIn(personId),
    ]
    await database.db.transaction((tx) => endSessions(tx, { sessionId: first.sessionId, personId }))
    expect(await findOpenSessions(database.db, personId)).toHaveLength(2)
    await database.db.transaction((tx) => endSessions(tx, { personId, except: third.sessionId }))
    expect(await findOpenSessions(database.db, personId)).toMatchObject([{ id: third.sessionId }])
    expect(await findActor(database.db, second.token)).toBeNull()
  })

  it('cannot be of a session of somebody else', async () => {
    const mine = await signIn(demoPersonId('it-drafter'))
    const ended = await database.db.transaction((tx) =>
      endSessions(tx, { sessionId: mine.sessionId, personId: demoPersonId('it-representative') }),
    )
    expect(ended).toEqual([])
    expect(await findActor(database.db, mine.token)).not.toBeNull()
  })

  it('is not told when the transaction fails', async () => {
    const { sessionId, token } = await signIn(demoPersonId('es-drafter'))
    await expect(
      database.db.transaction(async (tx) => {
        await endSessions(tx, { sessionId })
        throw new Error('the power failed')
      }),
    ).rejects.toThrow('the power failed')
    const marker = await signIn(demoPersonId('es-drafter'))
    await database.db.transaction((tx) => endSessions(tx, { sessionId: marker.sessionId }))
    await expect.poll(() => heard).toContain(marker.sessionId)
    expect(heard).not.toContain(sessionId)
    expect(await findActor(database.db, token)).not.toBeNull()
  })
})
