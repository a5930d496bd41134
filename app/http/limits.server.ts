import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { RequestHandler } from 'express'

const mebibyte = 1024 * 1024

/** A pasted text of 5 MB still reaches its form, which can then say what is wrong with it. */
const largestForm = 8 * mebibyte
const largestUpload = 32 * mebibyte
/** What is refused is still read to here: a browser shows our answer only when it could send all. */
const largestRefused = 64 * mebibyte

const isUpload = (path: string) => /\/attachments\/?$/.test(path)

/** Node holds a sender to the length announced, so the announcement can be judged at once. */
export function limitBody(): RequestHandler {
  return (request, response, next) => {
    if (request.headers['transfer-encoding'] !== undefined) {
      response.set('Connection', 'close').status(411).type('text').send('State the length.\n')
      return
    }
    const length = Number(request.headers['content-length'] ?? 0)
    const limit = isUpload(request.path) ? largestUpload : largestForm
    if (length <= limit) return next()
    if (length <= largestRefused) request.resume()
    response
      .set('Connection', 'close')
      .status(413)
      .type('text')
      .send(`This is too large: ${limit / mebibyte} MB at most can be sent here.\n`)
  }
}

interface ConnectionLimits {
  headersMs: number
  requestMs: number
  keepAliveMs: number
  /** Connections that wait without a request; past it the one that waited longest is ended. */
  idle: number
  all: number
}

export const usualLimits: ConnectionLimits = {
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
export function limitConnections(server: Server, limits: ConnectionLimits = usualLimits) {
  server.headersTimeout = limits.headersMs
  server.requestTimeout = limits.requestMs
  server.keepAliveTimeout = limits.keepAliveMs
  server.maxConnections = limits.all
  server.maxHeadersCount = 100

  const idle = new Set<Socket>()
  const wait = (socket: Socket) => {
    if (socket.destroyed) return
    idle.delete(socket)
    idle.add(socket)
    if (idle.size <= limits.idle) return
    const [oldest] = idle
    oldest?.destroy()
  }
  server.on('connection', (socket: Socket) => {
    socket.once('close', () => idle.delete(socket))
    wait(socket)
  })
  server.on('request', (request, response) => {
    idle.delete(request.socket)
    response.once('close', () => wait(request.socket))
  })
  server.on('upgrade', (request) => idle.delete(request.socket))
}
