import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openIdProvider } from '#app/http/openid.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { addPerson } from '#db/people.server.ts'
import { record } from '#db/record.server.ts'
import { openRecordScene } from '#tests/commands/record-scene.ts'
import { startPortal } from '#tests/setup/portal.ts'
import { freePort } from '#tests/setup/ports.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'
import { startProvider } from './provider.ts'
import { type Visitor, visitor } from './visitor.ts'

/** Adoption asks whoever is signed in for a second factor, at the identity provider (row 43). */

const watchdog = startWatchdog()
const scene = await openRecordScene()
const { db } = scene
const port = await freePort()
const origin = `http://localhost:${port}`
const callback = `${origin}/auth/callback`
const provider = await startProvider(await freePort(), callback)
const settings = {
  DATABASE_URL: scene.database.url,
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: provider.client.id,
  OIDC_CLIENT_SECRET: provider.client.secret,
  LOG_LEVEL: 'error',
}
const portal = await startPortal(watchdog, {
  ...settings,
  PORT: String(port),
  PUBLIC_ORIGIN: origin,
})

for (const subject of ['anna', 'bert']) {
  const id = randomUUID()
  await db.transaction(async (tx) => {
    const person = { id, issuer: provider.issuer, subject, name: subject, officeId: null }
    await addPerson(tx, { ...person, delegation: 'NL' })
    const validFrom = new Date(0).toISOString()
    const granted = { grantId: randomUUID(), personId: id, validFrom, validUntil: null, body: null }
    await record(tx, null, null, [{ type: 'role-granted', role: 'representative', ...granted }])
  })
}

beforeEach(() => {
  provider.subject = 'anna'
  provider.methods = ['pwd']
  provider.acr = undefined
})
afterAll(async () => {
  await portal.stop()
  await provider.stop()
  await scene.close()
  await watchdog.finish()
})

const isCallback = (url: URL) => url.href.startsWith(callback)

/** Goes to the provider from a page of ours, and answers what came of it. */
async function throughProvider(browser: Visitor, from: '/sign-in' | '/confirm', returnTo: string) {
  const begun = await browser.post(origin + from, { return: returnTo })
  const end = await browser.follow(await browser.get(begun.location ?? ''), isCallback)
  return {
    asked: new URL(begun.location ?? '').searchParams,
    back: await browser.get(end.location ?? ''),
  }
}

async function signedIn(): Promise<Visitor> {
  const browser = visitor()
  await throughProvider(browser, '/sign-in', '/files')
  return browser
}

/** A copy of the browser's cookie, as a thief has it. */
function stolenFrom(browser: Visitor): Visitor {
  const thief = visitor()
  for (const [name, value] of browser.cookies(origin)) thief.cookies(origin).set(name, value)
  return thief
}

const pathOf = (reference: string) => `/files/${reference.replaceAll('/', '-')}/record`

async function adopt(browser: Visitor, reference: string) {
  const { revision } = await scene.measure(reference)
  return browser.post(`${origin}${pathOf(reference)}?index`, {
    act: 'adopt',
    key: randomUUID(),
    revision: String(revision),
    actTitle: 'Regeling',
    actNumber: 'Stcrt. 2026, 1',
    adoptedOn: '2026-11-20',
    gazette: '',
    reference: '',
    url: '',
    gazettedOn: '',
    inForceOn: '',
  })
}

const stageOf = async (reference: string) => (await findMeasureByReference(db, reference))?.stage

describe('adoption', () => {
  it('is not for whoever has a cookie only: nothing is recorded, and what was entered is kept (row 43)', async () => {
    const reference = await scene.draft()
    const thief = stolenFrom(await signedIn())
    expect((await thief.get(origin + pathOf(reference))).text).toContain(
      'Adoption asks for a second factor',
    )
    const refused = await adopt(thief, reference)
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('to have shown a second factor in the last ten minutes')
    expect(refused.text).toContain('value="Stcrt. 2026, 1"')
    expect(await stageOf(reference)).toBe('drafting')
  })

  it('goes on once its person has shown one, and leads back to where they were', async () => {
    const reference = await scene.draft()
    const browser = await signedIn()
    provider.methods = ['pwd', 'otp', 'mfa']
    const { asked, back } = await throughProvider(browser, '/confirm', `${pathOf(reference)}#adopt`)
    expect(Object.fromEntries(asked)).toMatchObject({ prompt: 'login', max_age: '0' })
    expect(back.location).toBe(`${origin}${pathOf(reference)}#adopt`)
    expect((await browser.get(origin + pathOf(reference))).text).toContain(
      'You have shown a second factor: until',
    )
    expect(await adopt(browser, reference)).toMatchObject({ status: 302 })
    expect(await stageOf(reference)).toBe('adopted')
  })

  it('counts it for ten minutes, by the clock of the database', async () => {
    const [first, second] = [await scene.draft(), await scene.draft()]
    provider.methods = ['pwd', 'mfa']
    const browser = await signedIn()
    await throughProvider(browser, '/confirm', '/files')
    expect((await adopt(browser, first)).status).toBe(302)
    await scene.database.sql`
      UPDATE sessions SET second_factor_at = second_factor_at - interval '10 minutes'`
    expect((await adopt(browser, second)).status).toBe(403)
    expect(await stageOf(second)).toBe('drafting')
  })

  it('is not reached by a password alone, nor by somebody else, and the session goes on as before', async () => {
    const reference = await scene.draft()
    const browser = await signedIn()
    const before = [...browser.cookies(origin)]
    const weak = await throughProvider(browser, '/confirm', pathOf(reference))
    expect(weak.back.status).toBe(403)
    expect(weak.back.text).toContain('did not say that you showed a second factor')
    expect(weak.back.text).toContain(`href="${pathOf(reference)}"`)

    provider.subject = 'bert'
    browser.cookies(provider.issuer).clear()
    provider.methods = ['mfa']
    const other = await throughProvider(browser, '/confirm', pathOf(reference))
    expect(other.back.status).toBe(403)
    expect(other.back.text).toContain('Somebody else signed in there')
    expect([...browser.cookies(origin)].filter(([name]) => name === 'concert')).toEqual(
      before.filter(([name]) => name === 'concert'),
    )
    expect((await browser.get(`${origin}/help`)).text).toContain('anna')
    expect((await adopt(browser, reference)).status).toBe(403)
  })

  it('is not reached by an old answer of a provider that did not ask anew', async () => {
    const reference = await scene.draft()
    const browser = await signedIn()
    provider.methods = ['pwd', 'mfa']
    provider.forge = ({ header, claims }) =>
      provider.sign(header, { ...claims, auth_time: Number(claims.auth_time) - 3_600 })
    const { back } = await throughProvider(browser, '/confirm', pathOf(reference))
    provider.forge = null
    expect(back.status).toBe(403)
    expect((await adopt(browser, reference)).status).toBe(403)
  })
})

describe('an answer of the provider', () => {
  const acr = 'urn:example:two-factors'

  /** What an answer says of a second factor, by what was agreed with the provider. */
  async function seen(secondFactorAcr: string | null): Promise<Date | null> {
    const own = openIdProvider({
      issuer: provider.issuer,
      clientId: provider.client.id,
      clientSecret: provider.client.secret,
      secondFactorAcr,
      origin,
    })
    const begun = await own.begin({ isAnew: true })
    if (!begun.ok) throw new Error(begun.reason)
    const browser = visitor()
    const end = await browser.follow(await browser.get(begun.url), isCallback)
    const answer = await own.finish(new URL(end.location ?? ''), {
      ...begun.challenge,
      isAnew: true,
    })
    if (!answer.ok) throw new Error(answer.reason)
    return answer.secondFactorAt
  }

  it('tells a second factor by the class that was agreed, and then not by methods', async () => {
    provider.methods = ['pwd', 'mfa']
    expect(await seen(acr)).toBeNull()
    expect(await seen(null)).toBeInstanceOf(Date)
    provider.methods = ['pwd']
    provider.acr = acr
    expect(await seen(acr)).toBeInstanceOf(Date)
    expect(await seen(null)).toBeNull()
  })
})
