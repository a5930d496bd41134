import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { siteOf } from '#app/http/host.server.ts'
import { startEdge } from './edge-server.ts'

const edge = await startEdge()
const published = await startEdge({ publicOrigin: 'https://concert.example.eu' })
afterAll(async () => {
  await edge.close()
  await published.close()
})
beforeEach(() => void edge.reached.splice(0))

describe('without a public origin', () => {
  test('this machine is reached by its three names', async () => {
    for (const [address, host] of [
      ['127.0.0.1', `localhost:${edge.port}`],
      ['127.0.0.1', `127.0.0.1:${edge.port}`],
      ['::1', `[::1]:${edge.port}`],
      ['::1', `LOCALHOST:${edge.port}`],
    ] as const)
      expect((await edge.ask({ address, headers: { host } })).status).toBe(200)
  })

  test('any other name is answered 421 (row 30)', async () => {
    const names = [
      'hostile.example',
      'localhost',
      `localhost:${edge.port + 1}`,
      `localhost.hostile.example:${edge.port}`,
      `localhost:${edge.port}@hostile.example`,
      ' ',
    ]
    for (const host of names)
      for (const path of ['/', '/healthz', '/assets/app.js'])
        expect((await edge.ask({ path, headers: { host } })).status).toBe(421)
    expect(edge.reached).toEqual([])
  })

  test('on port 80 the names carry no port', () => {
    expect(siteOf(null, 80).origins).toEqual([
      'http://localhost',
      'http://127.0.0.1',
      'http://[::1]',
    ])
  })
})

test('with a public origin only its name is answered', async () => {
  const ask = (host: string) => published.ask({ headers: { host } })
  expect((await ask('concert.example.eu')).status).toBe(200)
  expect((await ask(`localhost:${published.port}`)).status).toBe(421)
  expect(published.reached[0]?.url).toBe('https://concert.example.eu/')
})

test('two names, or an address that begins anew, are refused', async () => {
  const us = `localhost:${edge.port}`
  const refused = async (head: string) => {
    const socket = connect(edge.port, '127.0.0.1')
    socket.end(`${head}\r\nConnection: close\r\n\r\n`)
    return (await text(socket)).split(' ')[1]
  }
  expect(await refused(`GET / HTTP/1.1\r\nHost: ${us}\r\nHost: hostile.example`)).toMatch(/^4/)
  expect(await refused(`GET / HTTP/1.1\r\nHost: ${us}\r\nHost: ${us}`)).toMatch(/^4/)
  expect(await refused(`GET http://hostile.example/ HTTP/1.1\r\nHost: ${us}`)).toBe('400')
  expect(await refused(`GET //hostile.example/ HTTP/1.1\r\nHost: ${us}`)).toBe('400')
  expect(await refused(`GET /\\hostile.example/ HTTP/1.1\r\nHost: ${us}`)).toBe('400')
  expect(edge.reached).toEqual([])
})

test('headers that steer proxies and frameworks do not get in (row 30)', async () => {
  const headers = {
    forwarded: 'host=hostile.example',
    'x-forwarded-host': 'hostile.example',
    'x-forwarded-for': '203.0.113.7',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '1',
    'x-original-url': '/people',
    'x-rewrite-url': '/people',
    'x-http-method-override': 'DELETE',
    'x-remix-response': 'yes',
    'x-remix-replace': 'yes',
    'x-middleware-subrequest': 'middleware',
    'x-react-router-spa-mode': 'yes',
  }
  const plain = await edge.ask()
  const steered = await edge.ask({ headers })
  expect(steered.body).toBe(plain.body)
  const [first, second] = edge.reached
  expect(second).toEqual(first)
  expect(second?.url).toBe(`${edge.origin}/`)
  expect(steered.headers['cache-control']).toBe('no-store')
  expect(steered.headers.vary).toBe(plain.headers.vary)
})
