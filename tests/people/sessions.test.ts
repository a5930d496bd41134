import { io } from 'socket.io-client'
import { afterAll, describe, expect, it } from 'vitest'
import { hashOfToken } from '#db/tokens.server.ts'
import { protocolVersion, socketPath } from '#realtime/protocol.ts'
import { demonstrationDatabase } from '#tests/setup/demonstration.ts'
import { startPortal } from '#tests/setup/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'
import { type Visitor, visitor } from './visitor.ts'

const watchdog = startWatchdog()
const database = await demonstrationDatabase()
const { origin, stop } = await startPortal(watchdog, { DATABASE_URL: database.url })
afterAll(async () => {
  await stop()
  await database.close()
  await watchdog.finish()
})

async function signedIn(person: string, browser = visitor()): Promise<Visitor> {
  const answer = await browser.post(`${origin}/sign-in/demonstration`, { person })
  expect(answer.status).toBe(302)
  return browser
}

const cookieOf = (browser: Visitor) => `concert=${browser.cookies(origin).get('concert')}`

/** Whether this cookie still opens anything: a page, its loader called alone, an act. */
async function opensSomething(cookie: string): Promise<boolean> {
  const headers = { Cookie: cookie, Origin: origin }
  const options = { headers, redirect: 'manual' } as const
  const [page, data, act] = await Promise.all([
    fetch(`${origin}/account`, options),
    fetch(`${origin}/account?_data=routes%2Faccount`, options),
    fetch(`${origin}/account`, { ...options, method: 'POST', body: new URLSearchParams() }),
  ])
  const isSentToSignIn = [page, data].map(({ headers }) =>
    /\/sign-in\?return=/.test(headers.get('Location') ?? headers.get('X-Remix-Redirect') ?? ''),
  )
  expect(new Set([...isSentToSignIn, act.status === 401]).size).toBe(1)
  return !isSentToSignIn[0]
}

describe('a session', () => {
  it('is ended by signing out, for whoever has the cookie', async () => {
    const browser = await signedIn('nl-drafter')
    const stolen = cookieOf(browser)
    const answer = await browser.post(`${origin}/sign-out`, {})
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^concert=;.*Max-Age=0/)])
    expect(await opensSomething(stolen)).toBe(false)
  })

  it('is not ended by a link', async () => {
    const browser = await signedIn('nl-drafter')
    await browser.get(`${origin}/sign-out`)
    expect((await browser.get(`${origin}/account`)).status).toBe(200)
  })

  it('is a new one at each sign-in, whatever cookie was planted before (fixation)', async () => {
    const browser = visitor()
    const planted = 'P'.repeat(43)
    browser.cookies(origin).set('concert', planted)
    await signedIn('nl-drafter', browser)
    expect(cookieOf(browser)).not.toContain(planted)
    const first = cookieOf(browser)
    await signedIn('nl-representative', browser)
    expect(cookieOf(browser)).not.toBe(first)
    expect(await opensSomething(first)).toBe(false)
  })

  it('says in the account who one is and where one is signed in', async () => {
    const browser = await signedIn('nl-deputy')
    await signedIn('nl-deputy')
    const { text } = await browser.get(`${origin}/account`)
    expect(text).toContain('Deputy of the representative, Netherlands')
    expect(text).toContain('Ministry in charge of export controls')
    expect(text.match(/name="session"/g)).toHaveLength(2)
    expect(text.match(/this one/g)).toHaveLength(1)
  })

  it('can be ended from another browser, and by nobody else', async () => {
    const [here, there] = [await signedIn('de-drafter'), await signedIn('de-drafter')]
    const stranger = await signedIn('fr-drafter')
    const session = hashOfToken(there.cookies(origin).get('concert') ?? '')
    expect((await here.get(`${origin}/account`)).text).toContain(session)
    await stranger.post(`${origin}/account`, { session })
    expect((await there.get(`${origin}/account`)).status).toBe(200)
    await here.post(`${origin}/account`, { session })
    expect(await opensSomething(cookieOf(there))).toBe(false)
    expect((await here.get(`${origin}/account`)).status).toBe(200)
  })
})

describe('signing out everywhere', () => {
  it('makes every cookie of the person useless, also a stolen one (row 43)', async () => {
    const [here, there] = [await signedIn('it-drafter'), await signedIn('it-drafter')]
    const other = await signedIn('it-representative')
    const cookies = [cookieOf(here), cookieOf(there)]
    await here.post(`${origin}/account`, {})
    for (const cookie of cookies) expect(await opensSomething(cookie)).toBe(false)
    expect((await other.get(`${origin}/account`)).status).toBe(200)
  })
})

describe('a socket', () => {
  const connect = (browser: Visitor) =>
    io(origin, {
      path: socketPath,
      transports: ['websocket'],
      auth: { protocol: protocolVersion },
      extraHeaders: { Cookie: cookieOf(browser), Origin: origin },
      reconnection: false,
      forceNew: true,
    })
  const once = (socket: ReturnType<typeof connect>, event: 'connect' | 'disconnect') =>
    new Promise<void>((resolve, reject) => {
      socket.once(event, () => resolve())
      socket.once('connect_error', reject)
    })

  it.each([
    ['signing out', (browser: Visitor) => browser.post(`${origin}/sign-out`, {})],
    ['signing out everywhere', (browser: Visitor) => browser.post(`${origin}/account`, {})],
    [
      'signing in as somebody else',
      (browser: Visitor) =>
        browser.post(`${origin}/sign-in/demonstration`, { person: 'es-representative' }),
    ],
  ])('is closed by %s (row 18)', async (_title, end) => {
    const browser = await signedIn('es-drafter')
    const socket = connect(browser)
    await once(socket, 'connect')
    const closed = once(socket, 'disconnect')
    await end(browser)
    await closed
    expect(socket.connected).toBe(false)
  })

  it('is not opened with the cookie of an ended session', async () => {
    const browser = await signedIn('es-drafter')
    const old = visitor()
    for (const [name, value] of browser.cookies(origin)) old.cookies(origin).set(name, value)
    await browser.post(`${origin}/sign-out`, {})
    const socket = connect(old)
    await expect(once(socket, 'connect')).rejects.toMatchObject({ message: 'signed-out' })
    socket.close()
  })

  it('is closed when the administrator takes all access away', async () => {
    const browser = await signedIn('nl-customs')
    const administrator = await signedIn('nl-administrator')
    const socket = connect(browser)
    await once(socket, 'connect')
    const closed = once(socket, 'disconnect')
    const { text } = await administrator.get(`${origin}/people`)
    const id = /href="\/people\/([0-9a-f-]{36})">Expert, customs, Netherlands/.exec(text)?.[1]
    await administrator.post(`${origin}/people/${id}`, { act: 'deactivate' })
    await closed
    socket.close()
    expect(await opensSomething(cookieOf(browser))).toBe(false)
    const again = await visitor().post(`${origin}/sign-in/demonstration`, { person: 'nl-customs' })
    expect(again.status).toBe(403)
  })
})
