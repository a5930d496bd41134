import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { Server } from 'socket.io'
import type { EventType } from '#app/measures/events.ts'
import type { PreparingDatabase, Sql } from '#db/client.server.ts'
import { prepareAppending } from '#db/document-log.server.ts'
import { documentsChannel } from '#db/documents.server.ts'
import { eventsChannel } from '#db/event-headers.server.ts'
import { rightsChannel } from '#db/rights.server.ts'
import { sessionsChannel, type Session } from '#db/sessions.server.ts'
import { Discussions } from './discussions.server.ts'
import {
  Messages,
  newSocketData,
  type LiveServer,
  type LiveSocket,
  type Report,
} from './live-socket.server.ts'
import { PersonLines } from './person-lines.server.ts'
import { limits, protocolVersion, socketPath, type RefusalReason } from './protocol.ts'
import { rehearse } from './rehearsal.server.ts'
import { Relay } from './relay.server.ts'
import { SessionSockets } from './session-sockets.server.ts'
import { Texts } from './texts.server.ts'
import { Versions } from './versions.server.ts'
import { Vigil } from './vigil.server.ts'

export interface RealtimeOptions {
  httpServer: HttpServer
  db: PreparingDatabase
  /**
   * Connections of their own on which rounds are committed, as many as are under way at once: no page takes
   * one, and each is used so often that it answers sooner. Those of `db` where none are given.
   */
  commits?: PreparingDatabase
  /** For LISTEN: `pgbouncer` in transaction mode would lose what is told. */
  sql: Sql
  /** Whether a request names us as its host and comes from a page of ours; nothing else is let in. */
  isOurs(request: IncomingMessage): boolean
  /** Who the request's cookie says it is. */
  findSession(cookie: string | undefined): Promise<Session | null>
  /** Nobody on this node writes in or reads this text any more. */
  roomClosed?(documentId: string): void
  /** Acts of these types were recorded, on this node or another one. */
  recorded?(types: readonly EventType[]): void
  /** Something was withheld, on this node or another one: nothing may be kept that was made of it. */
  withheld?(): void
  report: Report
}

export interface Realtime {
  /** The last event of the record that this node has told of. */
  readonly recordHead: number
  /** Lets what was accepted be committed, tells everybody to come back, and closes the sockets. */
  close(): Promise<void>
}

/** How often a node looks by itself for what a lost notification would have told. */
const sweepMs = 1_000
/** How long a stopping node lets its sockets say goodbye. */
const goodbyeMs = 250

/**
 * Serves live texts, live changes and presence on the server's port, by WebSocket only. CORS does
 * not cover WebSocket, so the origin is checked here; recovery of a connection's state would pass by
 * the sign-in and stays off.
 */
export async function attachRealtime(options: RealtimeOptions): Promise<Realtime> {
  const { db, commits = db, sql, report } = options
  const io = createServer(options)
  const vigil = new Vigil(async () => {
    await sessions.judgeAll()
    await texts.rooms.sweep()
  })
  const texts = new Texts(io, db, commits, report, vigil, {
    onActivity: (socket) => sessions.noteActivity(socket),
    roomClosed: (documentId) => options.roomClosed?.(documentId),
  })
  const versions = new Versions(io, db, vigil)
  const discussions = new Discussions(db, vigil)
  const relay = new Relay(
    io,
    db,
    report,
    vigil,
    (measure) => versions.judgeAgain(measure),
    (types) => options.recorded?.(types),
    () => options.withheld?.(),
  )
  const sessions = new SessionSockets(db, report, (socket) => {
    texts.judgeAgain(socket)
    socket.emit('rights', {})
    versions
      .judgeSocketAgain(socket)
      .catch((error: unknown) => report('a watcher was not judged', {}, error))
  })
  await relay.start()
  await Promise.all([prepareAppending(commits), rehearse()])

  const messages = new Messages(report, vigil)
  for (const part of [texts, relay, discussions, versions]) part.serve(messages)
  messages.whenLeft((socket) => sessions.remove(socket))
  const takeMessages = messages.readied()

  admitSignedIn(io, options, sessions)
  io.on('connection', takeMessages)

  const sweepRooms = () =>
    texts.rooms.sweep().catch((error: unknown) => {
      report('rooms were not swept', {}, error)
      texts.rooms.closeAll()
    })

  const listening = await Promise.all([
    sql.listen(documentsChannel, (payload) => texts.rooms.heard(payload)),
    sql.listen(eventsChannel, () => void relay.look()),
    sql.listen(rightsChannel, (delegation) => {
      sessions.lookAtPeopleOf(delegation)
      void sweepRooms()
    }),
    // Called at the first connection and after every one that was lost.
    sql.listen(
      sessionsChannel,
      (payload) => void sessions.look(payload),
      () => sessions.lookAtAll(),
    ),
  ])
  const sweep = setInterval(() => {
    void relay.look()
    void sweepRooms()
    sessions.sweep().catch((error: unknown) => report('sessions were not swept', {}, error))
  }, sweepMs)

  // Last of all: until it is ready for it, the node opens no socket.
  const lines = takeOurs(options)
  io.attach(options.httpServer)

  return {
    get recordHead() {
      return relay.head
    },
    async close() {
      clearInterval(sweep)
      vigil.stop()
      await texts.rooms.stop()
      io.emit('goodbye', { reason: 'server-stops' })
      io.disconnectSockets(true)
      io.engine.close()
      // Whoever does not say goodbye too is not waited for.
      if (lines.size > 0) await wait(goodbyeMs)
      for (const line of lines) line.destroy()
      await Promise.allSettled(listening.map(({ unlisten }) => unlisten()))
    },
  }
}

function createServer({ isOurs }: RealtimeOptions): LiveServer {
  return new Server({
    path: socketPath,
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: limits.frame,
    perMessageDeflate: false,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    connectTimeout: 10_000,
    allowRequest: (request, answer) => {
      const isLet = isOurs(request)
      answer(isLet ? null : 'not from us', isLet)
    },
  })
}

/**
 * The lines that pages of ours have opened. Another site's page gets its 403 before the socket
 * server looks at what it asks.
 */
function takeOurs({ httpServer, isOurs }: RealtimeOptions): ReadonlySet<Duplex> {
  const lines = new Set<Duplex>()
  const forget = function (this: Duplex) {
    lines.delete(this)
  }
  httpServer.prependListener('upgrade', (request, line) => {
    if (!request.url?.startsWith(`${socketPath}/`)) return
    if (isOurs(request)) {
      lines.add(line)
      line.on('close', forget)
      return
    }
    line.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    // Nobody after us is to take it for theirs.
    request.url = '/'
  })
  return lines
}

/** A socket is somebody's who is signed in, or it is not opened. */
function admitSignedIn(io: LiveServer, options: RealtimeOptions, sessions: SessionSockets) {
  const changes = new WeakMap<object, number>()
  const lines = new PersonLines()
  io.use((socket, next) => {
    const refuse = (reason: RefusalReason) => next(new Error(reason))
    if (socket.handshake.auth.protocol !== protocolVersion) return refuse('protocol-changed')
    options.findSession(socket.handshake.headers.cookie).then(
      (session) => {
        if (!session) return refuse('signed-out')
        const { personId } = socket.handshake.auth
        if (personId !== undefined && personId !== session.actor.personId)
          return refuse('other-person')
        if (!lines.take(session.actor.personId, socket.conn)) return refuse('too-fast')
        socket.data = newSocketData(session.sessionId, session.actor)
        changes.set(socket, session.changesInMs)
        forgetRequest(socket)
        next()
      },
      (error: unknown) => {
        options.report('a session was not found', {}, error)
        refuse('not-stored')
      },
    )
  })
  io.on('connection', (socket) => {
    const changesInMs = changes.get(socket)
    if (changesInMs !== undefined) sessions.add(socket, changesInMs)
  })
}

/**
 * The request that a line began with, and its headers with the cookie of the session, would be kept as long as
 * the line is open (Socket.IO's documentation, "Memory usage"). Whoever asks for another socket on the same
 * line is nobody then.
 */
function forgetRequest({ conn, handshake }: LiveSocket) {
  Object.assign(conn, { request: null })
  handshake.headers = {}
}
