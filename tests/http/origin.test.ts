import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startEdge } from './edge-server.ts'

const edge = await startEdge()
afterAll(() => edge.close())
beforeEach(() => void edge.reached.splice(0))

const hostile = 'https://hostile.example'
const paths = ['/', '/files/new', '/register.json', '/files/new?_data=routes%2Ffiles.new', '/none']

describe('a hostile page (row 29)', () => {
  const signs: [string, Record<string, string>][] = [
    ['that says where it comes from', { origin: hostile }],
    ['that the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['on a sister site', { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' }],
    ['without an origin', { origin: 'null' }],
    ['that shows no sign at all', {}],
    [
      'with our origin and a browser that contradicts it',
      { origin: edge.origin, 'sec-fetch-site': 'cross-site' },
    ],
    [
      'with another origin and a browser that contradicts it',
      { origin: hostile, 'sec-fetch-site': 'same-origin' },
    ],
    ['with our origin as a part of its own', { origin: `${edge.origin}.hostile.example` }],
  ]

  test.each(signs)('%s changes nothing by any method at any address', async (_title, headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of paths) {
        const { status } = await edge.ask({ method, path, headers })
        expect(`${method} ${path} ${status}`).toBe(`${method} ${path} 403`)
      }
    expect(edge.reached).toEqual([])
  })

  test('cannot load our data into itself', async () => {
    const ways = [
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'same-origin', 'sec-fetch-dest': 'empty' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    ]
    for (const headers of ways)
      for (const path of paths) expect((await edge.ask({ path, headers })).status).toBe(403)
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }
    expect((await edge.ask({ path: '/files/new?_data=root', headers: link })).status).toBe(403)
    expect(edge.reached).toEqual([])
  })

  test('may read the data of the register, which are for everybody, and nothing else', async () => {
    const cors = {
      origin: hostile,
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'cors',
      'sec-fetch-dest': 'empty',
    }
    const open = [
      '/register.json',
      '/register/NL/3B801/entry.json?on=2026-01-01',
      '/register/feed.atom',
    ]
    for (const path of open) {
      expect((await edge.ask({ path, headers: cors })).status).toBe(200)
      const asked = await edge.ask({ method: 'OPTIONS', path, headers: cors })
      expect(asked).toMatchObject({
        status: 204,
        headers: { 'access-control-allow-headers': 'If-None-Match, If-Modified-Since' },
      })
      expect(asked.headers).not.toHaveProperty('access-control-allow-credentials')
    }
    const closed = ['/', '/register', '/files/new', '/register.json?_data=root', '/registerx.json']
    for (const path of closed) {
      expect((await edge.ask({ path, headers: cors })).status).toBe(403)
      expect((await edge.ask({ method: 'OPTIONS', path, headers: cors })).status).toBe(405)
    }
  })

  test('may link to a page of ours', async () => {
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }
    expect((await edge.ask({ path: '/register', headers: link })).status).toBe(200)
  })
})

describe('a page of ours', () => {
  test.each([
    ['by its origin', { origin: edge.origin }],
    ['by the word of the browser', { 'sec-fetch-site': 'same-origin' }],
    [
      'by the word of the browser, where a policy hides the origin',
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
    ],
    ['by both', { origin: edge.origin, 'sec-fetch-site': 'same-origin' }],
  ])('may change things, known %s', async (_title, headers) => {
    expect((await edge.ask({ method: 'POST', path: '/files/new?_data=x', headers })).status).toBe(
      200,
    )
    expect(edge.reached).toHaveLength(1)
  })
})

test('methods that nothing here answers are refused', async () => {
  for (const method of ['OPTIONS', 'TRACE', 'PROPFIND']) {
    const { status, headers } = await edge.ask({ method, headers: { origin: edge.origin } })
    expect(status).toBe(405)
    expect(headers.allow).toContain('POST')
  }
  expect(edge.reached).toEqual([])
})
