import { randomUUID } from 'node:crypto'
import { desc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { changePerson } from '#app/commands/change-person.server.ts'
import { changeSettings } from '#app/commands/change-settings.server.ts'
import { deactivatePerson } from '#app/commands/deactivate-person.server.ts'
import { endRole } from '#app/commands/end-role.server.ts'
import { endOwnSession, endOwnSessions, endSessionsOf } from '#app/commands/end-sessions.server.ts'
import { grantRole } from '#app/commands/grant-role.server.ts'
import { signIn, signInToDemonstration } from '#app/commands/sign-in.server.ts'
import { demoPersonId, loadDemoPeople } from '#app/demonstration/load-people.server.ts'
import type { Role } from '#app/measures/roles.ts'
import { findActorById } from '#db/actors.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { getSettings, loadDelegationsOffices, officeId } from '#db/delegations.server.ts'
import { findGrants } from '#db/grants.server.ts'
import { findPerson } from '#db/people.server.ts'
import { rightsChannel } from '#db/rights.server.ts'
import { documents } from '#db/schema/documents.ts'
import { measures } from '#db/schema/measures.ts'
import { events } from '#db/schema/record.ts'
import { findActor, openSession } from '#db/sessions.server.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let database: FreshDatabase
const deps = () => ({ db: database.db })

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

const signedIn = async (key: string) => {
  const { token } = await database.db.transaction((tx) =>
    openSession(tx, demoPersonId(key), 'a browser'),
  )
  return token
}

const lastEvent = async () => {
  const [event] = await database.db.select().from(events).orderBy(desc(events.id)).limit(1)
  return event
}

const countEvents = () => database.db.$count(events)

const rolesOf = async (key: string) => (await actor(key)).roles

async function dayFromNow(days: number): Promise<string> {
  const { today } = await databaseTime(database.db)
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)
}

const grant = (role: Role, from: string | null = null, until: string | null = null) => ({
  key: randomUUID(),
  role,
  from,
  until,
})

const grantIdOf = async (key: string, role: Role) => {
  const found = (await findGrants(database.db, demoPersonId(key))).find((it) => it.role === role)
  if (!found) throw new Error(`${key} is no ${role}`)
  return found.id
}

describe('signing in', () => {
  it('opens a new session and ends the one that the browser had', async () => {
    const before = await signedIn('pl-drafter')
    const session = await findActor(database.db, before)
    const result = await signInToDemonstration(deps(), 'pl-representative', {
      sessionId: session?.sessionId ?? null,
      userAgent: 'a browser',
    })
    expect(result.ok).toBe(true)
    expect(await findActor(database.db, before)).toBeNull()
    expect(await findActor(database.db, result.ok ? result.token : null)).toMatchObject({
      actor: { name: 'Authorised representative, Poland' },
    })
  })

  it('answers the same about somebody unknown and somebody deactivated', async () => {
    await deactivatePerson(deps(), await actor('dk-administrator'), demoPersonId('dk-licensing'))
    const browser = { sessionId: null, userAgent: null }
    const unknown = await signInToDemonstration(deps(), 'dk-nobody', browser)
    const gone = await signInToDemonstration(deps(), 'dk-licensing', browser)
    expect(unknown).toEqual({ ok: false, reason: 'not-known-here' })
    expect(gone).toEqual(unknown)
  })

  it('knows people by issuer and subject together', async () => {
    const identity = { issuer: 'https://elsewhere.example', subject: 'pl-drafter' }
    expect(
      await signIn(
        deps(),
        { identity, secondFactorAt: null },
        { sessionId: null, userAgent: null },
      ),
    ).toEqual({
      ok: false,
      reason: 'not-known-here',
    })
  })
})

describe('roles', () => {
  it('are given by the administrator of the delegation, at once, and in the record', async () => {
    const administrator = await actor('nl-administrator')
    const person = demoPersonId('nl-customs')
    const input = grant('drafter')
    expect(await grantRole(deps(), administrator, person, input)).toEqual({ ok: true })
    expect(await rolesOf('nl-customs')).toEqual(['drafter', 'expert'])
    expect(await lastEvent()).toMatchObject({
      type: 'role-granted',
      delegation: 'NL',
      personId: administrator.personId,
      lane: 'inner',
    })
    const before = await countEvents()
    expect(await grantRole(deps(), administrator, person, input)).toEqual({ ok: true })
    expect(await countEvents()).toBe(before)
    expect(await grantRole(deps(), administrator, person, grant('drafter'))).toEqual({
      ok: false,
      reason: 'already-recorded',
      field: 'role',
    })
  })

  it.each(['nl-representative', 'nl-drafter', 'com-administrator', 'de-administrator'])(
    'of the Netherlands are not given by %s',
    async (key) => {
      const result = await grantRole(
        deps(),
        await actor(key),
        demoPersonId('nl-reader'),
        grant('representative'),
      )
      expect(result).toEqual({ ok: false, reason: 'not-found' })
      expect(await rolesOf('nl-reader')).toEqual(['reader'])
    },
  )

  it('are given to nobody by themselves: an administrator gets one from another', async () => {
    const first = await actor('nl-administrator')
    const before = await countEvents()
    for (const role of ['reader', 'representative'] as const)
      expect(await grantRole(deps(), first, first.personId, grant(role))).toEqual({
        ok: false,
        reason: 'own-grants',
      })
    expect(await countEvents()).toBe(before)
    expect(await rolesOf('nl-administrator')).toEqual(['administrator'])

    await grantRole(deps(), first, demoPersonId('nl-licensing'), grant('administrator'))
    const second = await actor('nl-licensing')
    expect(await grantRole(deps(), second, first.personId, grant('reader'))).toEqual({ ok: true })
    expect(await rolesOf('nl-administrator')).toEqual(['administrator', 'reader'])
    // Giving up is one's own to do.
    const given = await grantIdOf('nl-administrator', 'reader')
    expect(await endRole(deps(), first, first.personId, given)).toEqual({ ok: true })
    expect(await rolesOf('nl-administrator')).toEqual(['administrator'])
    const own = await grantIdOf('nl-licensing', 'administrator')
    expect(await endRole(deps(), second, second.personId, own)).toEqual({ ok: true })
  })

  it('must be such as the delegation has', async () => {
    const inNl = await grantRole(
      deps(),
      await actor('nl-administrator'),
      demoPersonId('nl-reader'),
      grant('officer'),
    )
    const inCom = await grantRole(
      deps(),
      await actor('com-administrator'),
      demoPersonId('com-reader'),
      grant('representative'),
    )
    expect([inNl, inCom]).toEqual([
      { ok: false, reason: 'role-not-here', field: 'role' },
      { ok: false, reason: 'role-not-here', field: 'role' },
    ])
  })

  it('of a deputy and a chair need a last day, which is not past', async () => {
    const administrator = await actor('nl-administrator')
    const person = demoPersonId('nl-second-drafter')
    for (const role of ['deputy', 'chair'] as const)
      expect(await grantRole(deps(), administrator, person, grant(role))).toEqual({
        ok: false,
        reason: 'period-needed',
        field: 'until',
      })
    const yesterday = await dayFromNow(-1)
    const tomorrow = await dayFromNow(1)
    for (const period of [
      [null, yesterday],
      [yesterday, tomorrow],
      [await dayFromNow(3), tomorrow],
    ] as const)
      expect(await grantRole(deps(), administrator, person, grant('deputy', ...period))).toEqual({
        ok: false,
        reason: 'date-in-the-past',
        field: period[0] === yesterday ? 'from' : 'until',
      })
  })

  it('count from the first to the last day in Brussels, both included', async () => {
    const administrator = await actor('nl-administrator')
    const person = demoPersonId('nl-second-drafter')
    const [from, until] = [await dayFromNow(2), await dayFromNow(3)]
    await grantRole(deps(), administrator, person, grant('deputy', from, until))
    expect(await rolesOf('nl-second-drafter')).toEqual(['drafter'])
    const [row] = await database.db.execute(sql`
      SELECT to_char(valid_from AT TIME ZONE 'Europe/Brussels', 'YYYY-MM-DD HH24:MI') AS first,
        to_char(valid_until AT TIME ZONE 'Europe/Brussels' - interval '1 second', 'YYYY-MM-DD HH24:MI') AS last
      FROM role_grants WHERE id = ${await grantIdOf('nl-second-drafter', 'deputy')}`)
    expect(row).toEqual({ first: `${from} 00:00`, last: `${until} 23:59` })
    const today = await dayFromNow(0)
    await grantRole(deps(), administrator, person, grant('deputy', today, today))
    expect(await rolesOf('nl-second-drafter')).toEqual(['deputy', 'drafter'])
  })

  it('of a chair are of the body that the delegation chairs', async () => {
    await grantRole(
      deps(),
      await actor('fr-administrator'),
      demoPersonId('fr-customs'),
      grant('chair', null, await dayFromNow(1)),
    )
    expect(await actor('fr-customs')).toMatchObject({ chairOf: ['DUWP'] })
  })

  it('end at once, and ending them again changes nothing', async () => {
    const administrator = await actor('de-administrator')
    const grantId = await grantIdOf('de-customs', 'expert')
    await endRole(deps(), administrator, demoPersonId('de-customs'), grantId)
    expect(await rolesOf('de-customs')).toEqual([])
    const before = await countEvents()
    expect(await endRole(deps(), administrator, demoPersonId('de-customs'), grantId)).toEqual({
      ok: true,
    })
    expect(await countEvents()).toBe(before)
  })
})

describe('the last administrator', () => {
  it('cannot leave and cannot give the role up', async () => {
    const administrator = await actor('es-administrator')
    const person = administrator.personId
    const grantId = await grantIdOf('es-administrator', 'administrator')
    expect(await endRole(deps(), administrator, person, grantId)).toEqual({
      ok: false,
      reason: 'last-administrator',
    })
    expect(await deactivatePerson(deps(), administrator, person)).toEqual({
      ok: false,
      reason: 'last-administrator',
    })
  })

  it('is kept when two take the role from each other at the same moment', async () => {
    const first = await actor('it-administrator')
    await grantRole(deps(), first, demoPersonId('it-licensing'), grant('administrator'))
    const second = await actor('it-licensing')
    const firstGrant = await grantIdOf('it-administrator', 'administrator')
    const secondGrant = await grantIdOf('it-licensing', 'administrator')
    const results = await Promise.all([
      endRole(deps(), first, second.personId, secondGrant),
      endRole(deps(), second, first.personId, firstGrant),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    // Whoever came second had just been deprived of the right.
    expect(results.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: 'not-found' }])
    const left = [...(await rolesOf('it-administrator')), ...(await rolesOf('it-licensing'))]
    expect(left.filter((role) => role === 'administrator')).toHaveLength(1)
  })
})

describe('a person', () => {
  it('gets a new name or office from the administrator, and from no other delegation', async () => {
    const input = {
      name: 'Expert, Dutch customs',
      officeId: officeId('NL:services'),
    }
    const id = demoPersonId('nl-services')
    expect(await changePerson(deps(), await actor('be-administrator'), id, input)).toEqual({
      ok: false,
      reason: 'not-found',
    })
    expect(await changePerson(deps(), await actor('nl-administrator'), id, input)).toEqual({
      ok: true,
    })
    expect(await findPerson(database.db, id)).toMatchObject(input)
    expect(
      await changePerson(deps(), await actor('nl-administrator'), id, {
        ...input,
        officeId: officeId('DE:customs'),
      }),
    ).toEqual({ ok: false, reason: 'invalid-input' })
  })

  it('who is deactivated is signed out everywhere and acts no more', async () => {
    const token = await signedIn('be-wallonia')
    await deactivatePerson(deps(), await actor('be-administrator'), demoPersonId('be-wallonia'))
    expect(await findActor(database.db, token)).toBeNull()
    expect(await findActorById(database.db, demoPersonId('be-wallonia'))).toBeNull()
    const before = await countEvents()
    await deactivatePerson(deps(), await actor('be-administrator'), demoPersonId('be-wallonia'))
    expect(await countEvents()).toBe(before)
  })

  it('can be signed out by the administrator, and by nobody of another delegation', async () => {
    const token = await signedIn('fr-representative')
    const id = demoPersonId('fr-representative')
    expect(await endSessionsOf(deps(), await actor('de-administrator'), id)).toEqual({
      ok: false,
      reason: 'not-found',
    })
    expect(await findActor(database.db, token)).not.toBeNull()
    await endSessionsOf(deps(), await actor('fr-administrator'), id)
    expect(await findActor(database.db, token)).toBeNull()
  })

  it('ends one session of their own, or all, and none of anybody else', async () => {
    const [here, there] = [await signedIn('nl-reader'), await signedIn('nl-reader')]
    const other = await signedIn('nl-drafter')
    const reader = await actor('nl-reader')
    const ids = await Promise.all([there, other].map((token) => findActor(database.db, token)))
    for (const session of ids) await endOwnSession(deps(), reader, session?.sessionId ?? '')
    expect(await findActor(database.db, there)).toBeNull()
    expect(await findActor(database.db, here)).not.toBeNull()
    expect(await findActor(database.db, other)).not.toBeNull()
    await endOwnSessions(deps(), reader)
    expect(await findActor(database.db, here)).toBeNull()
    expect(await lastEvent()).toMatchObject({ type: 'sessions-ended', delegation: 'NL' })
  })
})

describe('the settings of a delegation', () => {
  it('are changed by its administrator, and reach its drafters at once', async () => {
    const input = { draftersMayRelease: true, functionalMailbox: 'dual-use@example.dk' }
    expect(await changeSettings(deps(), await actor('dk-drafter'), input)).toEqual({
      ok: false,
      reason: 'not-found',
    })
    expect(await changeSettings(deps(), await actor('dk-administrator'), input)).toEqual({
      ok: true,
    })
    expect(await getSettings(database.db, 'DK')).toEqual(input)
    expect(await getSettings(database.db, 'NL')).toMatchObject({ draftersMayRelease: false })
    expect(await actor('dk-drafter')).toMatchObject({ draftersMayRelease: true })
    const before = await countEvents()
    await changeSettings(deps(), await actor('dk-administrator'), input)
    expect(await countEvents()).toBe(before)
  })

  it('give an administrator who drafts no power over their own drafts', async () => {
    const settings = { draftersMayRelease: true, functionalMailbox: null }
    const drafting = async () => actor('es-administrator')
    const grantTo = async (role: Role) => {
      const by = await actor('es-licensing')
      expect(await grantRole(deps(), by, demoPersonId('es-administrator'), grant(role))).toEqual({
        ok: true,
      })
    }
    const administrator = grant('administrator')
    await grantRole(deps(), await drafting(), demoPersonId('es-licensing'), administrator)
    await grantTo('drafter')
    expect(await changeSettings(deps(), await drafting(), settings)).toEqual({
      ok: false,
      reason: 'own-release',
      field: 'draftersMayRelease',
    })
    // What else is set there is theirs to change, and so is taking the power away.
    const mailbox = { draftersMayRelease: false, functionalMailbox: 'dual-use@example.es' }
    expect(await changeSettings(deps(), await drafting(), mailbox)).toEqual({ ok: true })
    const second = await actor('es-licensing')
    expect(await changeSettings(deps(), second, settings)).toEqual({ ok: true })
    const kept = { draftersMayRelease: true, functionalMailbox: 'dual-use@example.es' }
    expect(await changeSettings(deps(), await drafting(), kept)).toEqual({ ok: true })
    expect(await changeSettings(deps(), await drafting(), mailbox)).toEqual({ ok: true })
    // A representative releases already.
    await grantTo('representative')
    expect(await changeSettings(deps(), await drafting(), settings)).toEqual({ ok: true })
  })
})

describe('a change of rights', () => {
  it("raises the access epoch of the delegation's open documents and tells every node", async () => {
    const [own, closed, foreign] = [
      await aDocument('NL', 'open'),
      await aDocument('NL', 'closed'),
      await aDocument('DE', 'open'),
    ]
    const heard: string[] = []
    await database.sql.listen(rightsChannel, (payload) => heard.push(payload))
    await grantRole(
      deps(),
      await actor('nl-administrator'),
      demoPersonId('nl-permanent-representation'),
      grant('reader'),
    )
    await expect.poll(() => heard).toEqual(['NL'])
    const epochs = await Promise.all([own, closed, foreign].map(accessEpoch))
    expect(epochs).toEqual([2, 1, 1])
  })
})

let number = 0

async function aDocument(owner: 'NL' | 'DE', status: 'open' | 'closed'): Promise<string> {
  const [measureId, id] = [randomUUID(), randomUUID()]
  await database.db.insert(measures).values({
    id: measureId,
    reference: `2026/${owner}/${++number}`,
    owner,
    kind: 'national-control-list',
    grounds: ['public-security'],
    title: 'A list',
    originalLanguage: 'en',
    marking: 'none',
    contact: '',
    stage: 'drafting',
    documentId: id,
    openedAt: new Date(),
    changedAt: new Date(),
  })
  await database.db
    .insert(documents)
    .values({ id, measureId, purpose: 'draft', status, schemaVersion: 'a' })
  return id
}

async function accessEpoch(id: string) {
  const [row] = await database.db.select().from(documents).where(eq(documents.id, id))
  return row?.accessEpoch
}
