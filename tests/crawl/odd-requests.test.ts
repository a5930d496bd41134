import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPersonId } from '#app/demonstration/load-people.server.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'
import { openSession } from '#db/sessions.server.ts'
import type { FreshDatabase } from '#tests/setup/database.ts'
import { demonstrationDatabase } from '#tests/setup/demonstration.ts'
import { type Portal, startPortal } from '#tests/setup/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'

const watchdog = startWatchdog()
let database: FreshDatabase
let portal: Portal
let cookie: string

beforeAll(async () => {
  database = await demonstrationDatabase()
  portal = await startPortal(watchdog, { DATABASE_URL: database.url })
  const { token } = await database.db.transaction((tx) =>
    openSession(tx, demoPersonId('nl-representative'), null),
  )
  cookie = sessionCookie(portal.origin).keep(token).split(';')[0] ?? ''
}, 120_000)
afterAll(async () => {
  await portal.stop()
  await database.close()
  await watchdog.finish()
})

const year = new Date().getFullYear()

/** Forms of every kind of page: of pages, of the record, for uploads, and of people. */
const forms = [
  '/files/new',
  '/notices/new',
  `/files/${year}-NL-0001?index`,
  `/files/${year}-NL-0001/record?index`,
  `/files/${year}-NL-0001/attachments?index`,
  '/people/invite',
  '/post',
  '/account',
  '/sign-in',
  '/sign-in/demonstration',
]

async function ask(path: string, init: RequestInit = {}) {
  const answer = await fetch(portal.origin + path, {
    redirect: 'manual',
    ...init,
    headers: { cookie, origin: portal.origin, ...init.headers },
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

const multipart = { 'content-type': 'multipart/form-data; boundary=parted' }
const broken = [
  ['is no parts at all', 'title=x'],
  ['never ends', '--parted\r\nContent-Disposition: form-data; name="act"\r\n\r\nadopt'],
  ['has a part without a name', '--parted\r\nX: y\r\n\r\nadopt\r\n--parted--\r\n'],
] as const

describe('a body in parts', () => {
  it.each(broken)('that %s is answered 400 in plain words', async (_, body) => {
    for (const path of forms) {
      const { status, text } = await ask(path, { method: 'POST', body, headers: multipart })
      expect(`${path} ${status}`).toBe(`${path} 400`)
      expect(text).not.toMatch(/\n\s+at .*:\d+:\d+|Something went wrong/)
    }
  })

  it('is answered as data where data was asked for', async () => {
    const { status, headers, text } = await ask('/files/new?_data=routes%2Ffiles.new', {
      method: 'POST',
      body: 'title=x',
      headers: multipart,
    })
    expect(status).toBe(400)
    expect(headers.get('content-type')).toContain('application/json')
    expect(JSON.parse(text)).toEqual({ reason: 'unreadable-form' })
  })
})

describe('an odd request', () => {
  it('to a page that takes no form is answered 405 with what it takes', async () => {
    for (const path of ['/register', '/help', '/register.json']) {
      const { status, headers } = await ask(path, { method: 'POST', body: new URLSearchParams() })
      expect([path, status, headers.get('allow')]).toEqual([path, 405, 'GET, HEAD'])
    }
  })

  it('for data of a route that there is not, or elsewhere, is no failure of ours', async () => {
    for (const path of ['/register?_data=none', '/register?_data=routes%2Ffiles.new', '/?_data=%'])
      for (const method of ['GET', 'POST']) {
        const body = method === 'POST' ? new URLSearchParams() : null
        const { status } = await ask(path, { method, body })
        expect(`${path} ${[403, 404, 405].includes(status)} ${status}`).toMatch(/true/)
      }
  })

  it('with HEAD is answered as with GET, without the page', async () => {
    for (const path of ['/', '/register', '/register.json', '/files', '/none', '/files/new']) {
      const [head, get] = [await ask(path, { method: 'HEAD' }), await ask(path)]
      expect([path, head.status, head.text]).toEqual([path, get.status, ''])
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
    }
  })

  it('with a very long address is answered, and the portal goes on', async () => {
    expect((await ask(`/register?words=${'x'.repeat(8_000)}`)).status).toBe(200)
    expect((await ask(`/files/${'x'.repeat(8_000)}`)).status).toBe(404)
    expect((await ask(`/register?words=${'x'.repeat(40_000)}`)).status).toBe(431)
    expect((await ask('/register')).status).toBe(200)
  })
})

describe('an address that cannot be read', () => {
  const unreadable = [
    '/register/%',
    '/register/%E0%A4%A',
    '/files/%00',
    '/files/%0A?index',
    '/register?words=%00',
    '/assets/%',
    '/%',
  ]

  it('is answered 400 by a page of ours that says so, with the shell of who asks', async () => {
    for (const path of unreadable) {
      const { status, headers, text } = await ask(path)
      expect([path, status, headers.get('content-type')]).toEqual([
        path,
        400,
        'text/html; charset=utf-8',
      ])
      expect(text).toMatch(/<html lang="en">[^]*<h1[^>]*>This could not be understood/)
      expect(text).toContain('This address cannot be read')
      expect(text).toContain('href="/account"')
      expect(text).not.toMatch(/\n\s+at .*:\d+:\d+|URIError|<script(?! type="application\/json")/)
      expect((await ask(path, { method: 'HEAD' })).status).toBe(400)
      const form = new URLSearchParams({ act: 'adopt' })
      expect((await ask(path, { method: 'POST', body: form })).status).toBe(400)
    }
  })

  it('is read in its query where the percent sign can only be one', async () => {
    const { status, text } = await ask('/register?q=100%&x=%E0%A4%A')
    expect([status, text.includes('value="100%"')]).toEqual([200, true])
  })
})

describe('an entry asked for as data', () => {
  it('is told as it stood on a day, or what could not be read, and never a bare no', async () => {
    const entry = '/register/NL/3B801/entry.json'
    const before = JSON.parse((await ask(`${entry}?on=2020-01-01`)).text)
    expect(before).toMatchObject({ on: '2020-01-01', nationalControl: { state: 'not-adopted' } })
    const { status, headers, text } = await ask(entry)
    expect(status).toBe(200)
    expect(JSON.parse(text).nationalControl.state).toMatch(/^(in-force|to-come|unrecorded|ended)$/)
    const again = await ask(entry, { headers: { 'if-none-match': headers.get('etag') ?? '' } })
    expect(again).toMatchObject({ status: 304, text: '' })

    expect(await ask(`${entry}?on=2023-02-31`)).toMatchObject({ status: 400 })
    const missing = await ask('/register/NL/9Z999/entry.json')
    expect(missing.status).toBe(404)
    expect(missing.text).toContain('Absence does not mean that an item is not controlled.')
  })
})
