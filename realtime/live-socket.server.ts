import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import type { Actor } from '#app/access/actor.ts'
import { Allowance } from './allowance.ts'
import type { ClientEvent } from './payloads.ts'
import type { Answers, RefusalReason, ServerMessages } from './protocol.ts'
import type { Room } from './room.server.ts'
import type { Member } from './round.ts'

type Incoming = Record<ClientEvent, (payload: unknown, acknowledge: unknown) => void>
type Outgoing = { [Event in keyof ServerMessages]: (message: ServerMessages[Event]) => void }

/** What the server knows of a socket. */
export interface SocketData {
  sessionId: string
  actor: Actor
  /** The texts that it has joined. */
  joined: Map<string, { room: Room; member: Member }>
  /** The texts that it is joining; each is settled in the end. */
  joining: Map<string, Promise<void>>
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
    joining: new Map(),
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
 * Answers one kind of message. What does not fit its schema ends the socket: our client never sends
 * it. A handler that fails answers no and is reported; it never ends the process.
 */
export function answer<Event extends WithAnswer, Payload>(
  socket: LiveSocket,
  event: Event,
  schema: Schema<Payload>,
  report: Report,
  work: (payload: Payload) => Answers[Event] | Promise<Answers[Event]>,
): void {
  listen(socket, event, (payload, reply) => {
    const parsed = schema.safeParse(payload)
    if (!parsed.success) {
      reply(refused('invalid-message'))
      socket.disconnect(true)
      return
    }
    if (!mayGoOn(socket)) return reply(refused('too-fast'))
    // The work begins at once, so messages are taken in their order.
    attempt(() => work(parsed.data)).then(reply, (error: unknown) => {
      report(`${event} failed`, { personId: socket.data.actor.personId }, error)
      reply(refused('not-stored'))
    })
  })
}

/** The same for messages that have no answer; above the allowance they are dropped. */
export function hear<Payload>(
  socket: LiveSocket,
  event: Exclude<ClientEvent, WithAnswer>,
  schema: Schema<Payload>,
  report: Report,
  work: (payload: Payload) => void,
): void {
  listen(socket, event, (payload) => {
    const parsed = schema.safeParse(payload)
    if (!parsed.success) return void socket.disconnect(true)
    if (!mayGoOn(socket)) return
    attempt(() => work(parsed.data)).catch((error: unknown) =>
      report(`${event} failed`, { personId: socket.data.actor.personId }, error),
    )
  })
}

function listen(
  socket: LiveSocket,
  event: ClientEvent,
  take: (payload: unknown, reply: (answer: unknown) => void) => void,
) {
  socket.on(event, (payload, acknowledge) => {
    const reply = (answer: unknown) => {
      if (typeof acknowledge === 'function') acknowledge(answer)
    }
    take(payload, reply)
  })
}

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
