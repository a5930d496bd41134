import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startEdge } from './edge-server.ts'

const edge = await startEdge()
afterAll(() => edge.close())
beforeEach(() => void edge.reached.splice(0))

const ask = (method: string, path: string, type: string, body = '') =>
  edge.ask({
    method,
    path,
    body,
    headers: { origin: edge.origin, 'content-type': type },
  })

const form = 'application/x-www-form-urlencoded'

describe('what is sent', () => {
  test.each([
    ['application/json', '{"title":"x"}'],
    ['text/plain', 'title=x'],
    ['application/xml', '<title/>'],
    ['application/x-www-form-urlencoded-not', 'title=x'],
    ['multipart/mixed; boundary=x', '--x--'],
    [', ;', 'title=x'],
  ])('as %s is answered 415 before any page', async (type, body) => {
    const { status, headers, body: words } = await ask('POST', '/files/new', type, body)
    expect(status).toBe(415)
    expect(headers['accept-post']).toBe('application/x-www-form-urlencoded, multipart/form-data')
    expect(words).toBe('Only forms are read here.\n')
    expect(edge.reached).toEqual([])
  })

  test('without a type is answered 415 too', async () => {
    expect((await ask('POST', '/files/new', '', 'a=b')).status).toBe(415)
    expect(edge.reached).toEqual([])
  })

  test('in parts without saying what parts them is answered 400', async () => {
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary='])
      expect((await ask('POST', '/files/new', type, '--x--')).status).toBe(400)
    expect(edge.reached).toEqual([])
  })

  test('as a form reaches the page', async () => {
    for (const type of [form, `${form}; charset=UTF-8`, 'Multipart/Form-Data; boundary="x y"'])
      expect((await ask('POST', '/files/new', type)).status).toBe(200)
    expect(edge.reached).toHaveLength(3)
  })
})

describe('a method that no page has', () => {
  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    '%s is answered 405 with those that there are',
    async (method) => {
      for (const path of ['/', '/files/new', '/register', '/files/new?_data=root']) {
        const { status, headers } = await ask(method, path, form)
        expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST'])
      }
      expect(edge.reached).toEqual([])
    },
  )
})

describe('an address', () => {
  const unreadable = ['/files/%', '/files/%E0%A4', '/register/NL/%c0%af', '/%']
  const controlling = ['/files/%00', '/register?words=%00', '/files/a%0Ab', '/invitations/%00']

  test.each([...unreadable, ...controlling])(
    'that cannot be read, or with control characters, %s, goes no further: another is asked for',
    async (path) => {
      for (const method of ['GET', 'POST']) {
        const headers = { origin: edge.origin }
        expect((await edge.ask({ path, method, headers, body: '' })).status).toBe(400)
        const [reached, ...more] = edge.reached.splice(0)
        expect([reached?.method, reached?.url, more]).toEqual([
          'GET',
          `${edge.origin}/ill-formed`,
          [],
        ])
      }
    },
  )

  test.each([
    ['/files/%zz?_data=root', 'application/json', { reason: 'malformed-address' }],
    ['/compilations/%/sealed.json', 'application/json', { reason: 'malformed-address' }],
    ['/register/%E0%A4%A/3B801/entry.json', 'application/problem+json', { status: 400 }],
    ['/register.json?words=%00', 'application/problem+json', { status: 400 }],
    ['/register/feed.atom?before=%00', 'application/problem+json', { status: 400 }],
  ])('of data that cannot be read, %s, is answered as data', async (path, mediaType, said) => {
    const { status, headers, body } = await edge.ask({ path })
    expect([status, headers['content-type']?.split(';')[0]]).toEqual([400, mediaType])
    expect(JSON.parse(body)).toMatchObject(said)
    expect(headers['content-security-policy']).toBeTruthy()
    expect(edge.reached).toEqual([])
  })

  test('with odd but harmless percent signs in its query is read', async () => {
    expect((await edge.ask({ path: '/register?words=100%&x=%zz' })).status).toBe(200)
  })
})
