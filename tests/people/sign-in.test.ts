import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { openIdProvider } from '#app/http/openid.server.ts'
import { loadDelegationsOffices } from '#db/delegations.server.ts'
import { addPerson } from '#db/people.server.ts'
import { record } from '#db/record.server.ts'
import { signInAttempts } from '#db/schema/people.ts'
import { freshDatabase } from '#tests/setup/database.ts'
import { startPortal } from '#tests/setup/portal.ts'
import { freePort } from '#tests/setup/ports.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'
import { encode, startProvider, strangersKey, type Forgery } from './provider.ts'
import { type Answer, visitor } from './visitor.ts'

const watchdog = startWatchdog()
const database = await freshDatabase()
const port = await freePort()
const origin = `http://localhost:${port}`
const callback = `${origin}/auth/callback`
const provider = await startProvider(await freePort(), callback)
await database.db.transaction(loadDelegationsOffices)

const portal = await startPortal(watchdog, {
  PORT: String(port),
  DATABASE_URL: database.url,
  PUBLIC_ORIGIN: origin,
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: provider.client.id,
  OIDC_CLIENT_SECRET: provider.client.secret,
  LOG_LEVEL: 'error',
})

afterEach(() => {
  provider.forge = null
})
afterAll(async () => {
  await portal.stop()
  await provider.stop()
  await database.close()
  await watchdog.finish()
})

/** Somebody of the Netherlands whom the provider calls by this name. */
async function aDrafter(subject: string, issuer = provider.issuer): Promise<string> {
  const id = randomUUID()
  await database.db.transaction(async (tx) => {
    await addPerson(tx, {
      id,
      issuer,
      subject,
      name: `Drafter ${subject}`,
      delegation: 'NL',
      officeId: null,
    })
    await record(tx, null, null, [
      {
        type: 'role-granted',
        grantId: randomUUID(),
        personId: id,
        role: 'drafter',
        body: null,
        validFrom: new Date().toISOString(),
        validUntil: null,
      },
    ])
  })
  return id
}

const isCallback = (url: URL) => url.href.startsWith(callback)

/** As far as the provider's answer, which has not been given to us yet. */
async function comeBack(
  browser = visitor(),
  change: (authorization: URL) => void = () => {},
  returnTo = '/files',
) {
  const begun = await browser.post(`${origin}/sign-in`, { return: returnTo })
  if (!begun.location) throw new Error(`no way to the provider: ${begun.status}`)
  const authorization = new URL(begun.location)
  change(authorization)
  const end = await browser.follow(await browser.get(authorization.href), isCallback)
  if (!end.location) throw new Error(`the provider did not send back: ${end.text}`)
  return { browser, answer: new URL(end.location) }
}

const sessionOf = (browser: ReturnType<typeof visitor>) => browser.cookies(origin).get('concert')

function expectRefused(answer: Answer, status: number, browser: ReturnType<typeof visitor>) {
  expect(answer.status).toBe(status)
  expect(answer.location).toBeNull()
  expect(sessionOf(browser)).toBeUndefined()
}

describe('sign-in by OpenID Connect', () => {
  it('brings somebody known in, to the page that they asked for', async () => {
    provider.subject = 'alice'
    await aDrafter('alice')
    const { browser, answer } = await comeBack()
    const back = await browser.get(answer.href)
    expect(back.status).toBe(302)
    expect(back.location).toBe(`${origin}/files`)
    const home = await browser.get(`${origin}/help`)
    expect(home.text).toContain('Drafter alice')
  })

  it('asks the provider with PKCE, state and nonce, and for nothing but who it is', async () => {
    const begun = await visitor().post(`${origin}/sign-in`, {})
    const { searchParams } = new URL(begun.location ?? '')
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      redirect_uri: callback,
      code_challenge_method: 'S256',
    })
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(searchParams.get(name)?.length).toBeGreaterThanOrEqual(43)
    const [kept] = begun.headers.getSetCookie()
    expect(kept).toMatch(
      /^concert-sign-in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/,
    )
    expect(kept).not.toContain(searchParams.get('state'))
  })

  it('stays on our origin, whatever the return address was', async () => {
    provider.subject = 'returning'
    await aDrafter('returning')
    for (const crafted of [
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/%2F/evil.example',
    ]) {
      const { browser, answer } = await comeBack(visitor(), undefined, crafted)
      expect((await browser.get(answer.href)).location).toBe(`${origin}/home`)
    }
  })

  it('begins a new session each time and ends the one before', async () => {
    provider.subject = 'twice'
    await aDrafter('twice')
    const { browser, answer } = await comeBack()
    await browser.get(answer.href)
    const first = sessionOf(browser)
    const again = await comeBack(browser)
    await browser.get(again.answer.href)
    expect(sessionOf(browser)).not.toBe(first)
    const old = await fetch(`${origin}/help`, { headers: { Cookie: `concert=${first}` } })
    expect(await old.text()).not.toContain('Drafter twice')
  })

  it('says to somebody unknown and to somebody of another issuer how to get in', async () => {
    await aDrafter('namesake', 'https://elsewhere.example')
    const texts: string[] = []
    for (const subject of ['nobody', 'namesake']) {
      provider.subject = subject
      const { browser, answer } = await comeBack()
      const refused = await browser.get(answer.href)
      expectRefused(refused, 403, browser)
      texts.push(/<main[^]*<\/main>/.exec(refused.text)?.[0] ?? '')
    }
    expect(texts[0]).toContain('Ask the administrator of your delegation for an invitation')
    expect(texts[1]).toBe(texts[0])
  })
})

describe('an answer of the provider is refused (row 44)', () => {
  it('with another state', async () => {
    const { browser, answer } = await comeBack()
    answer.searchParams.set('state', 'a'.repeat(43))
    expectRefused(await browser.get(answer.href), 403, browser)
  })

  it('without a state', async () => {
    const { browser, answer } = await comeBack()
    answer.searchParams.delete('state')
    expectRefused(await browser.get(answer.href), 403, browser)
  })

  it('with the nonce of another sign-in', async () => {
    provider.subject = 'alice'
    const { browser, answer } = await comeBack(visitor(), ({ searchParams }) =>
      searchParams.set('nonce', 'of-another-sign-in'),
    )
    expectRefused(await browser.get(answer.href), 403, browser)
  })

  it('from another issuer', async () => {
    const { browser, answer } = await comeBack()
    answer.searchParams.set('iss', 'https://elsewhere.example')
    expectRefused(await browser.get(answer.href), 403, browser)
  })

  it('in another browser than the one that asked', async () => {
    provider.subject = 'alice'
    const { answer } = await comeBack()
    const other = visitor()
    expectRefused(await other.get(answer.href), 400, other)
    // Nor where that browser has a sign-in of its own under way: login by force.
    const busy = (await comeBack()).browser
    expectRefused(await busy.get(answer.href), 403, busy)
  })

  it('with a code that was stolen from another sign-in', async () => {
    provider.subject = 'alice'
    const stolen = (await comeBack()).answer.searchParams.get('code') ?? ''
    provider.subject = 'mallory'
    const { browser, answer } = await comeBack()
    answer.searchParams.set('code', stolen)
    expectRefused(await browser.get(answer.href), 403, browser)
  })

  it('a second time', async () => {
    provider.subject = 'alice'
    const { browser, answer } = await comeBack()
    const kept = new Map(browser.cookies(origin))
    expect((await browser.get(answer.href)).status).toBe(302)
    const thief = visitor()
    for (const [name, value] of kept) thief.cookies(origin).set(name, value)
    expectRefused(await thief.get(answer.href), 400, thief)
    // A spent code with a sign-in of one's own.
    const { browser: third, answer: fresh } = await comeBack()
    fresh.searchParams.set('code', answer.searchParams.get('code') ?? '')
    expectRefused(await third.get(fresh.href), 403, third)
  })

  it('after it was refused once: the attempt is spent', async () => {
    provider.subject = 'alice'
    const { browser, answer } = await comeBack()
    const kept = new Map(browser.cookies(origin))
    const wrong = new URL(answer)
    wrong.searchParams.set('state', 'b'.repeat(43))
    expectRefused(await browser.get(wrong.href), 403, browser)
    for (const [name, value] of kept) browser.cookies(origin).set(name, value)
    expectRefused(await browser.get(answer.href), 400, browser)
  })

  it('when the person said no there', async () => {
    const { browser, answer } = await comeBack()
    answer.searchParams.delete('code')
    answer.searchParams.set('error', 'access_denied')
    expectRefused(await browser.get(answer.href), 403, browser)
  })

  it('by a call of the loader alone', async () => {
    const { browser, answer } = await comeBack()
    answer.searchParams.set('_data', 'routes/auth.callback')
    answer.searchParams.set('state', 'c'.repeat(43))
    const refused = await browser.get(answer.href)
    expect(refused.status).toBe(403)
    expect(sessionOf(browser)).toBeUndefined()
  })

  const forgeries: Record<string, Forgery> = {
    'for another audience': ({ header, claims }) =>
      provider.sign(header, { ...claims, aud: 'somebody-else' }),
    'by another issuer': ({ header, claims }) =>
      provider.sign(header, { ...claims, iss: 'https://elsewhere.example' }),
    'with another nonce': ({ header, claims }) =>
      provider.sign(header, { ...claims, nonce: 'another' }),
    'without a nonce': ({ header, claims }) =>
      provider.sign(header, { ...claims, nonce: undefined }),
    'that has expired': ({ header, claims }) =>
      provider.sign(header, { ...claims, exp: Math.floor(Date.now() / 1000) - 3600 }),
    'about nobody': ({ header, claims }) => provider.sign(header, { ...claims, sub: '' }),
    'without a signature': ({ claims }) => `${encode({ alg: 'none' })}.${encode(claims)}.`,
    'whose signature was cut off': ({ header, claims }) =>
      provider.sign(header, claims).replace(/[^.]*$/, ''),
    'signed by a stranger': ({ header, claims }) => provider.sign(header, claims, strangersKey),
    'signed with the shared secret': ({ claims }) =>
      provider.signWithSecret({ alg: 'HS256', typ: 'JWT' }, claims),
    'about somebody else under the old signature': ({ header, claims }) => {
      const signature = provider.sign(header, claims).split('.')[2]
      return `${encode(header)}.${encode({ ...claims, sub: 'twice' })}.${signature}`
    },
    'that is none': () => 'not a token',
  }
  it.each(Object.entries(forgeries))('with an ID token %s', async (_title, forgery) => {
    provider.subject = 'alice'
    provider.forge = forgery
    const { browser, answer } = await comeBack()
    expectRefused(await browser.get(answer.href), 403, browser)
  })

  it('but the forgery itself is possible: the same token signed again is accepted', async () => {
    provider.subject = 'alice'
    provider.forge = ({ header, claims }) => provider.sign(header, claims)
    const { browser, answer } = await comeBack()
    expect((await browser.get(answer.href)).location).toBe(`${origin}/files`)
  })
})

describe('the provider', () => {
  it('may be away: that is said, nobody is signed in, and later it works', async () => {
    provider.subject = 'alice'
    const { browser, answer } = await comeBack()
    await provider.stop()
    const refused = await browser.get(answer.href)
    expectRefused(refused, 503, browser)
    expect(refused.text).toContain('does not answer at the moment')
    await provider.start()
    const again = await comeBack(browser)
    expect((await browser.get(again.answer.href)).status).toBe(302)
  })
})

describe('the way to a provider', () => {
  const toProvider = (issuer: string) =>
    openIdProvider({
      issuer,
      clientId: 'concert',
      clientSecret: 'x',
      secondFactorAcr: null,
      origin,
    })
  const away = { ok: false, reason: 'provider-unreachable' }

  it('is refused while it is away, and found once it is there', async () => {
    const own = toProvider(provider.issuer)
    await provider.stop()
    expect(await own.begin({ isAnew: false })).toMatchObject(away)
    await provider.start()
    expect(await own.begin({ isAnew: false })).toMatchObject({ ok: true })
  })

  it('is refused when it calls itself otherwise than we do', async () => {
    const otherName = provider.issuer.replace('127.0.0.1', 'localhost')
    expect(await toProvider(otherName).begin({ isAnew: false })).toMatchObject(away)
  })

  it('is never plain http beyond this machine', async () => {
    expect(await toProvider('http://id.example.eu').begin({ isAnew: false })).toMatchObject({
      ...away,
      cause: { message: expect.stringContaining('only requests to HTTPS are allowed') },
    })
  })
})

describe('in production', () => {
  it('nobody of the demonstration can be chosen', async () => {
    const browser = visitor()
    expect((await browser.get(`${origin}/sign-in/demonstration`)).status).toBe(404)
    const posted = await browser.post(`${origin}/sign-in/demonstration`, { person: 'nl-drafter' })
    expect(posted.status).toBe(404)
    const called = await browser.post(
      `${origin}/sign-in/demonstration?_data=routes%2Fsign-in_.demonstration`,
      { person: 'nl-drafter' },
    )
    expect(called.status).toBe(404)
    expect(sessionOf(browser)).toBeUndefined()
  })

  it('sign-ins under way are not kept once they are done', async () => {
    provider.subject = 'alice'
    const { browser, answer } = await comeBack()
    const before = await database.db.$count(signInAttempts)
    await browser.get(answer.href)
    expect(await database.db.$count(signInAttempts)).toBe(before - 1)
  })
})
