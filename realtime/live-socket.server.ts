import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import type { Actor } from '#app/access/actor.ts'
import { Allowance } from './allowance.ts'
import type { ClientEvent } from './payloads.ts'
import type { Answers, RefusalReason, ServerMessages } from './protocol.ts'
import type { Room } from './room.server.ts'
import type { Member } from './round.ts'
import type { Vigil } from './vigil.server.ts'

type Incoming = Record<ClientEvent, (payload: unknown, acknowledge: unknown) => void>
type Outgoing = { [Event in keyof ServerMessages]: (message: ServerMessages[Event]) => void }

/** What the server knows of a socket. */
export interface SocketData {
  sessionId: string
  actor: Actor
  /** The texts that it has joined. */
  joined: Map<string, { room: Room; member: Member }>
  messages: Allowance
  bytes: Allowance
  /** Messages above the allowance since it was connected. */
  excess: number
}

export type LiveSocket = Socket<Incoming, Outgoing, DefaultEventsMap, SocketData>
export type LiveServer = Server<Incoming, Outgoing, DefaultEventsMap, SocketData>

/** For the operator; never words of a text. */
export type Report = (what: string, ids?: Record<string, string>, error?: unknown) => void

/** Far above what the editor sends, which is a message for each answer it has had. */
const allowances = {
  messages: { most: 400, perSecond: 100 },
  bytes: { most: 8 * 1024 * 1024, perSecond: 512 * 1024 },
  excess: 2_000,
} as const

export function newSocketData(sessionId: string, actor: Actor): SocketData {
  const { messages, bytes } = allowances
  return {
    sessionId,
    actor,
    joined: new Map(),
    messages: new Allowance(messages.most, messages.perSecond),
    bytes: new Allowance(bytes.most, bytes.perSecond),
    excess: 0,
  }
}

interface Schema<Payload> {
  safeParse(payload: unknown): { success: true; data: Payload } | { success: false }
}

type WithAnswer = keyof Answers

/**
 * What a node does with each kind of message. It is said once and not for each socket: a node has hundreds
 * of these, and each would keep its own.
 */
export class Messages {
  private readonly taken = new Map<ClientEvent, Take>()
  private readonly leavings: ((socket: LiveSocket) => void)[] = []

  constructor(
    private readonly report: Report,
    private readonly vigil: Vigil,
  ) {}

  /**
   * Answers one kind of message. What does not fit its schema ends the socket: our client never sends
   * it. A handler that fails answers no and is reported; it never ends the process.
   */
  answer<Event extends WithAnswer, Payload>(
    event: Event,
    schema: Schema<Payload>,
    work: (socket: LiveSocket, payload: Payload) => Answers[Event] | Promise<Answers[Event]>,
  ): void {
    this.taken.set(event, (socket, payload, reply) => {
      const parsed = schema.safeParse(payload)
      if (!parsed.success) {
        reply(refused('invalid-message'))
        socket.disconnect(true)
        return
      }
      if (!mayGoOn(socket)) return reply(refused('too-fast'))
      // The work begins at once, so messages are taken in their order.
      attempt(() => work(socket, parsed.data)).then(reply, (error: unknown) => {
        this.failed(event, socket, error)
        reply(refused('not-stored'))
      })
    })
  }

  /** The same for messages that have no answer; above the allowance they are dropped. */
  hear<Payload>(
    event: Exclude<ClientEvent, WithAnswer>,
    schema: Schema<Payload>,
    work: (socket: LiveSocket, payload: Payload) => void,
  ): void {
    this.taken.set(event, (socket, payload) => {
      const parsed = schema.safeParse(payload)
      if (!parsed.success) return void socket.disconnect(true)
      if (!mayGoOn(socket)) return
      attempt(() => work(socket, parsed.data)).catch((error: unknown) =>
        this.failed(event, socket, error),
      )
    })
  }

  /** Does this too when a socket has gone. */
  whenLeft(work: (socket: LiveSocket) => void): void {
    this.leavings.push(work)
  }

  /** To be called once all is said: returns what takes a socket's messages from there on. */
  readied(): (socket: LiveSocket) => void {
    const listeners = [...this.taken].map(
      ([event, take]) => [event, this.listenerOf(take)] as const,
    )
    const { leavings } = this
    const left = function (this: LiveSocket) {
      for (const leave of leavings) leave(this)
    }
    return (socket) => {
      for (const [event, listener] of listeners) socket.on(event, listener)
      socket.on('disconnect', left)
    }
  }

  /** Socket.IO calls a listener as a method of its socket. Nothing is taken on rights that may have ended. */
  private listenerOf(take: Take) {
    const { vigil } = this
    return function (this: LiveSocket, payload: unknown, acknowledge: unknown) {
      const reply = (answer: unknown) => {
        if (typeof acknowledge === 'function') acknowledge(answer)
      }
      const sure = vigil.sure()
      if (!sure) return take(this, payload, reply)
      sure.then(() => take(this, payload, reply)).catch(() => this.disconnect(true))
    }
  }

  private failed(event: ClientEvent, socket: LiveSocket, error: unknown) {
    this.report(`${event} failed`, { personId: socket.data.actor.personId }, error)
  }
}

type Take = (socket: LiveSocket, payload: unknown, reply: (answer: unknown) => void) => void

async function attempt<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  return work()
}

function mayGoOn(socket: LiveSocket): boolean {
  if (socket.data.messages.spend(1)) return true
  socket.data.excess += 1
  if (socket.data.excess > allowances.excess) socket.disconnect(true)
  return false
}

export function refused(reason: RefusalReason) {
  return { ok: false as const, reason }
}
