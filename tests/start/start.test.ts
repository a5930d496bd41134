import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { io } from 'socket.io-client'
import { afterAll, describe, expect, test } from 'vitest'
import { demoPersonId } from '#app/demonstration/load-people.server.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'
import { openSession } from '#db/sessions.server.ts'
import { protocolVersion, socketPath } from '#realtime/protocol.ts'
import { freshDatabase } from '#tests/setup/database.ts'
import { startPortal } from '#tests/setup/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'

const watchdog = startWatchdog()
afterAll(() => watchdog.finish())

/** Empty for the first test only: filling it takes most of a first start. */
const dataDir = watchdog.makeFolder('start')

const postmaster = path.join(dataDir, 'postgres', 'data', 'postmaster.pid')

describe('npm start', { timeout: 120_000 }, () => {
  test('goes from an empty folder to a page, and says what it does', async () => {
    const portal = await startPortal(watchdog, { DATA_DIR: dataDir })
    const page = await fetch(portal.origin)
    const html = await page.text()
    expect(page.status).toBe(200)
    expect(html).toContain('Concert')
    const [asset = ''] = /\/assets\/[\w.-]+\.js/.exec(html) ?? []
    const script = await fetch(`${portal.origin}${asset}`)
    expect(script.status).toBe(200)
    expect(script.headers.get('cache-control')).toBe('public,max-age=31536000,immutable')
    expect(script.headers.get('content-encoding')).toMatch(/gzip|br/)
    const gone = await fetch(`${portal.origin}/assets/gone.js`)
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-store'])
    expect(await (await fetch(`${portal.origin}/healthz`)).text()).toBe('alive\n')
    expect(portal.output()).toMatch(
      /making the database[^]*loading the demonstration[^]*ready at http:\/\/localhost:\d+[^]*Sign in at .*Drafter, Netherlands/,
    )
    expect(await portal.stop()).toBe(0)

    const again = await startPortal(watchdog, { DATA_DIR: dataDir })
    expect(again.output()).not.toMatch(/making the database|loading the demonstration/)
    await again.stop()
  })

  test('a demonstration is reached from this machine only', async () => {
    const portal = await startPortal(watchdog, { DATA_DIR: dataDir })
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of others) {
      const [error] = await once(connect(portal.port, address), 'error')
      expect(error).toMatchObject({ code: 'ECONNREFUSED' })
    }
    expect((await fetch(`http://127.0.0.1:${portal.port}/readyz`)).status).toBe(200)
    await portal.stop()
  })
})

describe('SIGTERM', { timeout: 120_000 }, () => {
  test('lets a request under way be answered, then closes the database', async () => {
    const portal = await startPortal(watchdog, { DATA_DIR: dataDir })
    const socket = connect(portal.port, '127.0.0.1')
    const answer = text(socket)
    socket.write(
      `POST / HTTP/1.1\r\nHost: localhost:${portal.port}\r\nOrigin: ${portal.origin}\r\n` +
        'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n',
    )
    await once(socket, 'readable')
    portal.child.kill('SIGTERM')
    await expect.poll(() => isOpen(portal.port), { timeout: 20_000 }).toBe(false)
    expect(existsSync(postmaster)).toBe(true)
    socket.write('a=b')
    expect(await answer).toMatch(/HTTP\/1\.1 (200|4\d\d) /)
    expect(await portal.ended).toBe(0)
    expect(existsSync(postmaster)).toBe(false)
  })

  test('tells sockets to come back, and lets none in meanwhile', async () => {
    const database = await freshDatabase()
    const portal = await startPortal(watchdog, { DATABASE_URL: database.url })
    const { token } = await database.db.transaction((tx) =>
      openSession(tx, demoPersonId('nl-drafter'), null),
    )
    const open = () =>
      io(portal.origin, {
        path: socketPath,
        transports: ['websocket'],
        auth: { protocol: protocolVersion },
        extraHeaders: { cookie: sessionCookie(portal.origin).keep(token), origin: portal.origin },
        reconnection: false,
        forceNew: true,
      })
    const socket = open()
    await new Promise((resolve) => socket.once('connect', () => resolve(null)))
    const goodbye = new Promise((resolve) => socket.once('goodbye', resolve))
    portal.child.kill('SIGTERM')
    expect(await goodbye).toEqual({ reason: 'server-stops' })
    const refused = new Promise((resolve) => open().once('connect_error', resolve))
    expect(await refused).toBeInstanceOf(Error)
    expect(await portal.ended).toBe(0)
    await database.close()
  })

  test('reaches the portal through npm, which passes it to its shell only', async () => {
    const portal = await startPortal(watchdog, { DATA_DIR: dataDir }, ['npm', 'start'])
    portal.child.kill('SIGTERM')
    await expect.poll(() => existsSync(postmaster), { timeout: 20_000 }).toBe(false)
    expect(await isOpen(portal.port)).toBe(false)
  })
})

describe('SIGKILL', { timeout: 120_000 }, () => {
  test('leaves the database to the next start', async () => {
    const killed = await startPortal(watchdog, { DATA_DIR: dataDir })
    killed.child.kill('SIGKILL')
    await killed.ended
    expect(existsSync(postmaster)).toBe(true)

    const next = await startPortal(watchdog, { DATA_DIR: dataDir })
    expect(next.output()).toContain('the database was still running')
    expect(await next.stop()).toBe(0)
    expect(existsSync(postmaster)).toBe(false)
  })
})

test(
  'two portals may share a data folder: the last one closes the database',
  { timeout: 120_000 },
  async () => {
    const first = await startPortal(watchdog, { DATA_DIR: dataDir })
    const second = await startPortal(watchdog, { DATA_DIR: dataDir })
    expect(await first.stop()).toBe(0)
    expect((await fetch(`${second.origin}/readyz`)).status).toBe(200)
    expect(await second.stop()).toBe(0)
    expect(existsSync(postmaster)).toBe(false)
  },
)

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.unref().once('connect', () => socket.destroy())
  })
}
