import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'
import type { RequestHandler } from 'express'

const mebibyte = 1024 * 1024

/** A pasted text of 5 MB still reaches its form, which can then say what is wrong with it. */
const largestForm = 8 * mebibyte
const largestUpload = 32 * mebibyte
/** What is refused is still read to here: a browser shows our answer only when it could send all. */
const largestRefused = 64 * mebibyte

const isUpload = (path: string) => /\/(attachments|word)\/?$/.test(path)

/** Node holds a sender to the length announced, so the announcement can be judged at once. */
export function limitBody(): RequestHandler {
  return (request, response, next) => {
    const length = Number(request.headers['content-length'] ?? 0)
    const limit = isUpload(request.path) ? largestUpload : largestForm
    const isUnstated = request.headers['transfer-encoding'] !== undefined
    if (!isUnstated && length <= limit) return next()
    discard(request)
    // So that a page of ours takes this for the answer that it is, with its status.
    response.set('X-Remix-Catch', 'yes')
    if (isUnstated) response.status(411).type('text').send('State the length.\n')
    else
      response
        .status(413)
        .type('text')
        .send(`This is too large: ${limit / mebibyte} MB at most can be sent here.\n`)
  }
}

function discard(request: IncomingMessage) {
  let bytes = 0
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > largestRefused) request.destroy()
  })
}

interface ConnectionLimits {
  /** How often the times below are looked at. */
  checkMs: number
  headersMs: number
  requestMs: number
  keepAliveMs: number
  /** Connections that wait without a request; past it the one that waited longest is ended. */
  idle: number
  all: number
}

export const usualLimits: ConnectionLimits = {
  checkMs: 2_000,
  headersMs: 10_000,
  requestMs: 120_000,
  keepAliveMs: 10_000,
  idle: 500,
  all: 5_000,
}

/**
 * Who only holds connections must not keep others out: idle ones end after a while, and when there
 * are too many the oldest gives way to the newest.
 */
export function createLimitedServer(
  listener: RequestListener,
  limits: ConnectionLimits = usualLimits,
): Server {
  const server = createServer(
    {
      connectionsCheckingInterval: limits.checkMs,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.keepAliveMs,
    },
    listener,
  )
  server.maxConnections = limits.all

  const idle = new Set<Socket>()
  const wait = (socket: Socket) => {
    if (socket.destroyed) return
    idle.delete(socket)
    idle.add(socket)
    if (idle.size <= limits.idle) return
    const [oldest] = idle
    oldest?.destroy()
  }
  const forget = function (this: Socket) {
    idle.delete(this)
  }
  server.on('connection', (socket: Socket) => {
    socket.on('close', forget)
    wait(socket)
  })
  server.on('request', (request, response) => {
    idle.delete(request.socket)
    response.once('close', () => wait(request.socket))
  })
  server.on('upgrade', ({ socket }: IncomingMessage) => {
    idle.delete(socket)
    // That we listen here keeps Node from answering it: with nobody else to take it, it would wait for good.
    if (server.listenerCount('upgrade') > 1) return
    socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
  return server
}
