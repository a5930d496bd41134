import { once } from 'node:events'
import { request } from 'node:http'
import type { Duplex } from 'node:stream'
import { io, type Socket } from 'socket.io-client'
import * as Y from 'yjs'
import { newLiveText, type LiveText } from '#app/text/live-text.ts'
import { schemaVersion } from '#app/text/schema.ts'
import { protocolVersion, socketPath, type Joined, type RefusalReason } from '#realtime/protocol.ts'
import type { SignedIn } from './portal.ts'

type Reply = { ok: true } | { ok: false; reason: RefusalReason }

/** Somebody who speaks the protocol without our client. */
export class RawSocket {
  private constructor(readonly socket: Socket) {}

  static async open(
    origin: string,
    who: SignedIn,
    headers: Record<string, string> = {},
  ): Promise<RawSocket> {
    const socket = io(origin, {
      path: socketPath,
      transports: ['websocket'],
      auth: { protocol: protocolVersion },
      forceNew: true,
      reconnection: false,
      extraHeaders: { ...who.headers(origin), ...headers },
    })
    return new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(new RawSocket(socket)))
      socket.once('connect_error', (error) => {
        socket.close()
        reject(error)
      })
    })
  }

  ask(event: string, payload: unknown): Promise<Reply> {
    return this.socket.emitWithAck(event, payload)
  }

  /** Joins with nothing in hand; throws when that is refused. */
  async join(
    documentId: string,
    version = schemaVersion,
  ): Promise<{ joined: Joined; copy: LiveText }> {
    const joined: Joined | { ok: false; reason: string } = await this.socket.emitWithAck('join', {
      ...joinWish(documentId),
      schemaVersion: version,
    })
    if (!joined.ok) throw new Error(joined.reason)
    const copy = newLiveText()
    Y.applyUpdate(copy.doc, Buffer.from(joined.update, 'base64'))
    copy.doc.clientID = joined.clientId
    this.socket.on('update', (message: { update: string }) =>
      Y.applyUpdate(copy.doc, Buffer.from(message.update, 'base64')),
    )
    return { joined, copy }
  }

  send(documentId: string, ...updates: Uint8Array[]): Promise<Reply> {
    return this.ask('update', {
      documentId,
      updates: updates.map((update) => Buffer.from(update).toString('base64')),
    })
  }

  /** Writes into the connection below Socket.IO. */
  writeFrame(frame: string): void {
    this.socket.io.engine.write(frame)
  }

  get closed(): Promise<unknown> {
    return this.socket.connected ? once(this.socket as never, 'disconnect') : Promise.resolve()
  }

  close(): void {
    this.socket.close()
  }
}

export function joinWish(documentId: string) {
  return { documentId, schemaVersion, epoch: null, clientId: null, stateVector: 'AA==' }
}

/** Asks for a WebSocket and says nothing on it. */
export function knock(
  origin: string,
  headers: Record<string, string>,
): Promise<{ status: number | undefined; line: Duplex | null }> {
  const upgrade = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'x3JJHMbDL1EzLkh9GBhXDw==',
  }
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}${socketPath}/?EIO=4&transport=websocket`, {
      headers: { ...headers, ...upgrade },
    })
    asked.once('response', ({ statusCode }) => resolve({ status: statusCode, line: null }))
    asked.once('upgrade', ({ statusCode }, line) => resolve({ status: statusCode, line }))
    asked.once('error', reject)
    asked.end()
  })
}
