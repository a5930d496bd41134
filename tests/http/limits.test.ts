import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { startEdge } from './edge-server.ts'

const open: Socket[] = []
const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy()
  for (const close of closers.splice(0)) await close()
})

async function start(options: Parameters<typeof startEdge>[0] = {}) {
  const edge = await startEdge(options)
  closers.push(edge.close)
  return edge
}

async function openConnection(port: number, address = '127.0.0.1'): Promise<Socket> {
  const socket = connect(port, address)
  open.push(socket)
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

test('two thousand idle connections leave the register open (row 45)', async () => {
  const edge = await start({ limits: { idle: 100 } })
  const first = await openConnection(edge.port)
  const firstEnded = once(first, 'close')
  for (let i = 0; i < 1_000; i++) await openConnection(edge.port)
  for (let i = 0; i < 1_000; i++) await openConnection(edge.port, '::1')
  await firstEnded
  expect((await edge.ask({ path: '/register' })).status).toBe(200)
  await expect
    .poll(() => open.filter((socket) => !socket.destroyed).length, { timeout: 10_000 })
    .toBeLessThanOrEqual(100)
})

test('a connection that sends its headers too slowly is ended', async () => {
  const edge = await start({ limits: { checkMs: 100, headersMs: 300, requestMs: 600 } })
  const slow = await openConnection(edge.port)
  slow.write(`GET / HTTP/1.1\r\nHost: localhost:${edge.port}\r\nX-Slow:`)
  slow.resume()
  await once(slow, 'close')
  const silent = await openConnection(edge.port)
  silent.resume()
  await once(silent, 'close')
  expect(edge.reached).toEqual([])
})

test('a body that is announced and never comes does not hold its connection', async () => {
  let half = 0
  const edge = await start({
    limits: { checkMs: 100, headersMs: 300, requestMs: 600 },
    pages: (request) => request.on('data', (chunk: Buffer) => (half += chunk.length)),
  })
  const slow = await openConnection(edge.port)
  slow.write(
    `POST / HTTP/1.1\r\nHost: localhost:${edge.port}\r\nOrigin: ${edge.origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\nhalf`,
  )
  slow.resume()
  await once(slow, 'close')
  expect(half).toBe(4)
})

test('a body that is too large is refused before any route sees it', async () => {
  const edge = await start()
  const post = (path: string, bytes: number) =>
    edge.ask({ method: 'POST', path, headers: { origin: edge.origin }, body: 'x'.repeat(bytes) })
  expect((await post('/files/new', 5_000_000)).status).toBe(200)
  const refused = await post('/files/new', 9_000_000)
  expect(refused.status).toBe(413)
  expect(refused.body).toContain('8 MB')
  expect((await post('/files/2026-NL-0001/attachments', 9_000_000)).status).toBe(200)
  expect(edge.reached).toHaveLength(2)
})

test('a body of unstated length is refused', async () => {
  const edge = await start()
  const headers = { origin: edge.origin, 'transfer-encoding': 'chunked' }
  expect((await edge.ask({ method: 'POST', headers, body: 'x' })).status).toBe(411)
  expect(edge.reached).toEqual([])
})

test('a socket that comes before anybody takes sockets is told to come again', async () => {
  const edge = await start()
  const early = await openConnection(edge.port)
  early.write(
    `GET /live/ HTTP/1.1\r\nHost: localhost:${edge.port}\r\nConnection: Upgrade\r\n` +
      'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n\r\n',
  )
  const [answer] = await once(early, 'data')
  expect(String(answer)).toContain('503')
  if (!early.destroyed) await once(early, 'close')
})
