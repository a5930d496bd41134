import { afterAll, expect, test } from 'vitest'
import { pathPattern } from '#app/http/incidents.server.ts'
import { startEdge } from './edge-server.ts'

const edge = await startEdge()
const secret = 'a planted word of a draft'
const failing = await startEdge({
  pages: () => {
    throw new Error(`Failed query: insert into drafts values ('${secret}')`)
  },
})
let ready = true
const waiting = await startEdge({ isReady: async () => ready })
afterAll(async () => {
  for (const each of [edge, failing, waiting]) await each.close()
})

test('every answer forbids what is not ours, with a mark of its own', async () => {
  const first = await edge.ask()
  const second = await edge.ask()
  const policy = String(first.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/style-src-elem 'self' 'nonce-[\w+/=]{24}'/)
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}'(;|$)/)
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(second.headers['content-security-policy']).not.toBe(policy)
  expect(first.headers).toMatchObject({
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  })
  expect(first.headers['x-powered-by']).toBeUndefined()
})

test('a failure shows an incident and nothing else, on the page and in the log', async () => {
  const { status, body } = await failing.ask({ path: `/files/new?q=${encodeURIComponent(secret)}` })
  const log = failing.log.join('')
  const [, incident] = /noted as ([\w-]+)\./.exec(body) ?? []
  expect(status).toBe(500)
  expect(incident).toBeDefined()
  expect(log).toContain(`"incident":"${incident}"`)
  expect(log).toContain('answers.test.ts')
  for (const text of [body, log]) expect(text).not.toMatch(/planted|Failed query/)
  expect(body).not.toContain(' at ')
})

test('the log holds no query, no body, no address of a person and no secret of a path', async () => {
  edge.log.splice(0)
  await edge.ask({
    method: 'POST',
    path: '/invitations/hVd0mvyNq-XqJ2?email=someone%40example.eu',
    headers: { origin: edge.origin, cookie: 'session=12345', 'user-agent': 'Browser of someone' },
    body: 'name=Someone',
  })
  const line: unknown = JSON.parse(edge.log.join(''))
  expect(line).toMatchObject({ method: 'POST', path: '/invitations/:id', status: 200 })
  expect(edge.log.join('')).not.toMatch(/someone|12345|hVd0|127\.0\.0\.1/i)
})

test('a path is logged as its pattern', () => {
  expect(pathPattern('/files/2026-NL-0001/versions/2/table')).toBe('/files/:id/versions/:id/table')
  expect(pathPattern('/register/NL/3B801')).toBe('/register/NL/:id')
  expect(pathPattern('/article-10')).toBe('/article-10')
  expect(pathPattern('/invitations/abcdefghijklmnopqrstuvwxyzabcdefgh')).toBe('/invitations/:id')
})

test('it lives as long as it answers, and is ready as long as the database is', async () => {
  expect(await waiting.ask({ path: '/readyz' })).toMatchObject({ status: 200, body: 'ready\n' })
  ready = false
  expect((await waiting.ask({ path: '/readyz' })).status).toBe(503)
  expect((await waiting.ask({ path: '/healthz' })).status).toBe(200)
})
