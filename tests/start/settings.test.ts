import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { readSettings } from '#app/env.server.ts'
import { freshDatabase } from '#tests/setup/database.ts'
import { freePort } from '#tests/setup/ports.ts'
import { spawnPortal } from '#tests/setup/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'

const watchdog = startWatchdog()
afterAll(() => watchdog.finish())

const local = 'http://localhost:3000'
const provider = {
  OIDC_ISSUER: 'https://id.example.eu',
  OIDC_CLIENT_ID: 'concert',
  OIDC_CLIENT_SECRET: 'x',
}

describe('the mode', () => {
  const modeOf = (env: Record<string, string>) => {
    const read = readSettings(env)
    return read.ok ? read.settings.mode : read.problem
  }
  test('is demo where nothing is said', () => expect(modeOf({})).toBe('demo'))
  test('does not follow NODE_ENV', () => expect(modeOf({ NODE_ENV: 'production' })).toBe('demo'))
  test('is production where there is an identity provider and an address', () =>
    expect(modeOf({ PUBLIC_ORIGIN: local, ...provider })).toBe('production'))
  test('is as it was said', () =>
    expect(modeOf({ PUBLIC_ORIGIN: local, CONCERT_MODE: 'demo' })).toBe('demo'))
  test('counts an empty variable as unset', () =>
    expect(modeOf({ PUBLIC_ORIGIN: '', CONCERT_MODE: '' })).toBe('demo'))
})

test.each([
  [{ PORT: 'three' }, /^PORT must be a number$/],
  [{ PORT: '70000' }, /^PORT must be from 1 to 65535$/],
  [{ CONCERT_MODE: 'test' }, /^CONCERT_MODE must be demo or production$/],
  [{ DATABASE_URL: 'mysql://db' }, /^DATABASE_URL must be an address like postgres:/],
  [{ DATABASE_URL: 'here' }, /^DATABASE_URL must be an address like postgres:/],
  [
    { PUBLIC_ORIGIN: 'https://concert.example.eu/' },
    /^PUBLIC_ORIGIN must be an address without a path/,
  ],
  [{ PUBLIC_ORIGIN: 'http://concert.example.eu' }, /^PUBLIC_ORIGIN must begin with https/],
  [{ PUBLIC_ORIGIN: local }, /^OIDC_ISSUER must be set too/],
  [
    { ...provider, OIDC_ISSUER: 'http://id.example.eu', PUBLIC_ORIGIN: local },
    /^OIDC_ISSUER must begin with https/,
  ],
  [{ CONCERT_MODE: 'production' }, /^PUBLIC_ORIGIN, OIDC_ISSUER must be set too/],
  [
    { ...provider, PUBLIC_ORIGIN: local, OIDC_CLIENT_SECRET: '' },
    /^OIDC_CLIENT_SECRET must be set too/,
  ],
  [{ SMTP_URL: 'smtp://localhost' }, /^MAIL_FROM must be set too/],
  [{ SMTP_URL: 'localhost', MAIL_FROM: 'concert' }, /^SMTP_URL must .*; MAIL_FROM must/],
  [{ REGISTER_LICENCE: 'CC BY' }, /^REGISTER_LICENCE must be the address of a licence$/],
  [{ REGISTER_CONTACT: 'unit' }, /^REGISTER_CONTACT must be a mail address or an https address$/],
  [{ DIGEST_TIME: '24:00' }, /^DIGEST_TIME must be a time like 07:30$/],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be/],
])('%o is told on one line', (env, problem) => {
  const read = readSettings(env)
  expect(read.ok ? 'accepted' : read.problem).toMatch(problem)
  expect(read.ok ? '' : read.problem).not.toContain('\n')
})

describe(
  'a start that cannot succeed ends with one line and exit code 1',
  { timeout: 60_000 },
  () => {
    test('a wrong setting', () => expectLine({ PORT: 'three' }, 'PORT must be a number'))

    test('a port that is taken', async () => {
      const server = createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      const { port } = server.address() as AddressInfo
      await expectLine(
        { PORT: String(port) },
        `port ${port} is taken: stop what uses it, or set PORT`,
      )
      server.close()
    })

    test('a data folder that is a file', async () => {
      const file = path.join(watchdog.makeFolder('settings'), 'file')
      writeFileSync(file, '')
      await expectLine({ DATA_DIR: file }, `DATA_DIR ${file} cannot be written (EEXIST)`)
    })

    test('a data folder where none can be made', async () => {
      const folder = '/proc/concert/var'
      await expectLine({ DATA_DIR: folder }, `DATA_DIR ${folder} cannot be written (ENOENT)`)
    })

    test('a database that is not there, without its password', async () => {
      const port = await freePort()
      await expectLine(
        { DATABASE_URL: `postgres://concert:secret@127.0.0.1:${port}/concert` },
        `the database 127.0.0.1:${port}/concert does not answer (ECONNREFUSED)`,
      )
    })

    test('a database of another name', async () => {
      const url = new URL(inject('clusterUrl'))
      url.pathname = '/elsewhere'
      await expectLine(
        { DATABASE_URL: url.href },
        'the database localhost:5432/elsewhere does not answer (3D000)',
      )
    })

    test('a database that calls written what is not', async () => {
      const { sql, url, close } = await freshDatabase()
      await sql.unsafe(
        `ALTER ROLE concert IN DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`,
      )
      await expectLine(
        { DATABASE_URL: url },
        'the database runs with synchronous_commit off; Concert needs it on',
      )
      await close()
    })
  },
)

async function expectLine(env: Record<string, string>, problem: string) {
  const { errors, ended } = spawnPortal(watchdog, {
    PORT: String(await freePort()),
    DATA_DIR: watchdog.makeFolder('settings'),
    ...env,
  })
  expect(await ended).toBe(1)
  expect(errors()).toBe(`Concert cannot start: ${problem}\n`)
}
