import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import * as Y from 'yjs'
import { schemaVersion } from '#app/text/schema.ts'
import type { PreparingDatabase } from '#db/client.server.ts'
import { issueClientIdTo, resumeClientId } from '#db/document-clients.server.ts'
import { findAccess } from './access.server.ts'
import {
  refused,
  type LiveServer,
  type LiveSocket,
  type Messages,
  type Report,
} from './live-socket.server.ts'
import { payloads, type Payload } from './payloads.ts'
import { consequenceOf, limits, type Joined, type RefusalReason, type Refused } from './protocol.ts'
import type { State } from './live-copy.server.ts'
import type { Room } from './room.server.ts'
import { Rooms, type Members } from './rooms.server.ts'
import type { Answer, Member } from './round.ts'
import type { Vigil } from './vigil.server.ts'
import { within } from './within.server.ts'

/** How often the rights under which somebody comes may change while they come. */
const attempts = 4
/** Who comes is told so late that the database does not answer; a large text is read meanwhile. */
const joinMs = 10_000

/** The sockets' side of living texts: join, leave, send updates, move the caret. */
export class Texts {
  readonly rooms: Rooms
  /** The texts that a socket is joining; each is settled in the end. */
  private readonly joining = new WeakMap<LiveSocket, Map<string, Promise<void>>>()
  /** Of a person, on all their sockets. */
  private readonly joins = new RateLimiterMemory({ points: 60, duration: 10 })
  private readonly refusals = new RateLimiterMemory({ points: 20, duration: 60 })

  constructor(
    private readonly io: LiveServer,
    private readonly db: PreparingDatabase,
    commits: PreparingDatabase,
    private readonly report: Report,
    private readonly vigil: Vigil,
    private readonly told: {
      onActivity(socket: LiveSocket): void
      roomClosed(documentId: string): void
    },
  ) {
    this.rooms = new Rooms({
      db,
      commits,
      report,
      outletOf: (documentId) => this.outletOf(documentId),
      closed: told.roomClosed,
    })
  }

  serve(messages: Messages): void {
    messages.answer('join', payloads.join, (socket, join) => this.join(socket, join))
    messages.answer('update', payloads.update, (socket, update) => this.update(socket, update))
    messages.answer('leave', payloads.leave, (socket, { documentId }) => {
      this.leave(socket, documentId)
      return { ok: true }
    })
    messages.hear('position', payloads.position, move)
    messages.whenLeft((socket) => this.leaveAll(socket))
  }

  leaveAll(socket: LiveSocket): void {
    for (const documentId of socket.data.joined.keys()) this.leave(socket, documentId)
  }

  /** Ends what a socket has joined and lets it ask again, with the rights it has now. */
  judgeAgain(socket: LiveSocket): void {
    for (const documentId of socket.data.joined.keys()) {
      this.leave(socket, documentId)
      socket.emit('rejoin', { documentId, reason: 'not-joined' })
    }
  }

  private leave(socket: LiveSocket, documentId: string) {
    const joined = socket.data.joined.get(documentId)
    if (!joined) return
    socket.data.joined.delete(documentId)
    void socket.leave(roomName(documentId))
    joined.room.leave(socket.id)
    this.rooms.left(documentId)
  }

  /** One at a time of a socket and a text; it may have been given up for slow and asked again. */
  private async join(socket: LiveSocket, wish: Payload<'join'>): Promise<Joined | Refused> {
    const { documentId } = wish
    if (wish.schemaVersion !== schemaVersion) return refused('schema-changed')
    if (!(await this.mayJoin(socket.data.actor.personId))) return refused('too-fast')
    const joining = this.joining.get(socket) ?? new Map<string, Promise<void>>()
    this.joining.set(socket, joining)
    const before = joining.get(documentId)
    const entering = Promise.resolve(before).then(() => this.enter(socket, wish))
    const settled = entering.then(
      () => {},
      () => {},
    )
    joining.set(documentId, settled)
    void settled.then(() => {
      if (joining.get(documentId) === settled) joining.delete(documentId)
      if (joining.size === 0) this.joining.delete(socket)
    })
    return within(joinMs, entering)
  }

  private async enter(socket: LiveSocket, wish: Payload<'join'>): Promise<Joined | Refused> {
    const { documentId } = wish
    const { sessionId, actor: comer } = socket.data
    const who = { personId: comer.personId, sessionId }
    this.leave(socket, documentId)
    if (socket.data.joined.size >= limits.documents) return refused('too-many-documents')
    const stateVector = Buffer.from(wish.stateVector, 'base64')
    if (!isStateVector(stateVector)) return refused('invalid-message')
    let { clientId } = wish
    for (let attempt = 0; attempt < attempts; attempt++) {
      const access = await findAccess(this.db, sessionId, documentId)
      if (!access.ok) return access
      const { actor, document, mode, because } = access
      if (wish.epoch !== null && wish.epoch !== document.epoch) return refused('epoch-changed')
      const reason = await this.findReasonAgainst(documentId, clientId, who)
      if (reason) return refused(reason)
      // Side by side: the first who comes to a large text waits for both.
      const finding = this.rooms.find(documentId)
      clientId ??= await issueClientIdTo(this.db, documentId, who)
      const room = await finding
      if (clientId === null) return refused('signed-out')
      if (typeof room === 'string') return refused(room)
      const { personId, name, delegation } = actor
      const member = { socketId: socket.id, personId, name, delegation, clientId, mode }
      const state = await room.enter(member, document, stateVector)
      if (state === 'ahead') return refused('epoch-changed')
      const sure = this.vigil.sure()
      // What was judged before a pause is judged again after it.
      if (sure) await sure
      else if (state) {
        return this.welcome(socket, room, member, { epoch: document.epoch, because }, state)
      }
    }
    return refused('busy')
  }

  private async findReasonAgainst(
    documentId: string,
    clientId: number | null,
    who: { personId: string; sessionId: string },
  ): Promise<RefusalReason | null> {
    if (clientId === null) return null
    const outcome = await resumeClientId(this.db, documentId, clientId, who)
    if (outcome === 'resumed') return null
    return outcome === 'not-theirs' ? 'not-your-client-id' : outcome
  }

  private welcome(
    socket: LiveSocket,
    room: Room,
    member: Member,
    terms: Pick<Joined, 'epoch' | 'because'>,
    { seq, update, more }: State,
  ): Joined | Refused {
    const { id: documentId } = room.document
    const joined = { room, member }
    socket.data.joined.set(documentId, joined)
    // It may have gone while it was let in; nobody would take it out again.
    if (!socket.connected) this.leave(socket, documentId)
    const sendMore = ({ seq: to, update }: NonNullable<State['more']>) => {
      if (socket.data.joined.get(documentId) !== joined) return
      socket.emit('update', { documentId, after: seq, seq: to, update: toBase64(update) })
    }
    // Behind the answer, which is on its way once what is settled now has been passed on, and before
    // whatever the database has yet to answer.
    if (more) setImmediate(() => this.vigil.whenSure(() => sendMore(more)))
    const { mode, clientId, personId } = member
    return {
      ok: true,
      mode,
      clientId,
      personId,
      ...terms,
      seq,
      update: toBase64(update),
      present: room.presence.all.filter((person) => person.clientId !== clientId),
    }
  }

  private async update(
    socket: LiveSocket,
    { documentId, updates }: Payload<'update'>,
  ): Promise<Answer> {
    if (await this.isPaused(socket.data.actor.personId)) return refused('too-fast')
    const joined = socket.data.joined.get(documentId)
    if (!joined) return this.refuse(socket, documentId, 'not-joined')
    this.told.onActivity(socket)
    const received = updates.map((update) => Buffer.from(update, 'base64'))
    const size = received.reduce((sum, { byteLength }) => sum + byteLength, 0)
    if (!socket.data.bytes.spend(size)) return refused('too-fast')
    return new Promise((resolve) => {
      joined.room.submit(joined.member, received, (result) => {
        if (!result.ok) this.noteRefusal(joined.member.personId, result.reason)
        resolve(
          result.ok || result.reason !== 'read-only'
            ? result
            : this.refuse(socket, documentId, 'read-only'),
        )
      })
    })
  }

  /** Our client does not ask for this; somebody else may be trying. */
  private refuse(socket: LiveSocket, documentId: string, reason: RefusalReason): Refused {
    const { personId } = socket.data.actor
    this.report(`an update was refused: ${reason}`, { documentId, personId })
    return refused(reason)
  }

  private async mayJoin(personId: string): Promise<boolean> {
    if (await this.isPaused(personId)) return false
    return this.joins.consume(personId).then(() => true, isLimited)
  }

  private async isPaused(personId: string): Promise<boolean> {
    const refusals = await this.refusals.get(personId)
    return refusals !== null && refusals.remainingPoints <= 0
  }

  /** Who goes on sending what is refused must wait before they join or write again, on any socket. */
  private noteRefusal(personId: string, reason: RefusalReason) {
    if (consequenceOf(reason) !== 'reset') return
    void this.refusals.consume(personId).catch(isLimited)
  }

  private outletOf(documentId: string): Members {
    const name = roomName(documentId)
    const { io, vigil } = this
    return {
      sendUpdate: (message, exceptSocketId) =>
        vigil.whenSure(() =>
          (exceptSocketId ? io.to(name).except(exceptSocketId) : io.to(name)).emit(
            'update',
            message,
          ),
        ),
      sendPresence: (message) => vigil.whenSure(() => io.to(name).emit('presence', message)),
      sendAway: (reason) => void io.to(name).emit('rejoin', { documentId, reason }),
      admit: (socketId) => io.in(socketId).socketsJoin(name),
      release: (socketId) => io.in(socketId ?? name).socketsLeave(name),
    }
  }
}

function move(socket: LiveSocket, { documentId, anchor, head }: Payload<'position'>) {
  const joined = socket.data.joined.get(documentId)
  if (joined && isPosition(anchor) && isPosition(head)) {
    joined.room.presence.move(joined.member.clientId, anchor, head)
    joined.room.expectWriting(joined.member)
  }
}

/** A view of the same bytes, so that a large text is not copied on its way out. */
function toBase64({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}

function isPosition(position: string | null): boolean {
  if (position === null) return true
  try {
    Y.decodeRelativePosition(Buffer.from(position, 'base64'))
    return true
  } catch {
    return false
  }
}

function isStateVector(bytes: Uint8Array): boolean {
  try {
    Y.decodeStateVector(bytes)
    return true
  } catch {
    return false
  }
}

/** The limiter rejects with its count when a limit is reached, and with an error when it fails. */
function isLimited(reason: unknown): false {
  if (reason instanceof RateLimiterRes) return false
  throw reason
}

function roomName(documentId: string): string {
  return `document:${documentId}`
}
