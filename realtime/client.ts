import { io, type Socket } from 'socket.io-client'
import { Changes } from './client-changes.ts'
import { ProvidedDocument, type Line } from './client-document.ts'
import type { LiveConnection } from './client-types.ts'
import {
  protocolVersion,
  refusalReasons,
  socketPath,
  type RefusalReason,
  type ServerMessages,
} from './protocol.ts'

type Incoming = { [Event in keyof ServerMessages]: (message: ServerMessages[Event]) => void }
type Outgoing = Record<string, (payload: unknown, answer?: (answer: never) => void) => void>

export interface ConnectionOptions {
  /** Where the portal is; the page's own origin unless told. */
  url?: string
  /** Sent with the handshake where there is no browser to do so. */
  headers?: Record<string, string>
}

/** After an end by the server itself the connection is tried again in so many milliseconds. */
const comeBackMs = { 'server-stops': 500, 'signed-out': 10_000, other: 2_000 } as const

/** Opens the connection of a tab; see `LiveConnection`. */
export function connectLive({ url, headers }: ConnectionOptions = {}): LiveConnection {
  const socket: Socket<Incoming, Outgoing> = io(url ?? window.location.origin, {
    path: socketPath,
    transports: ['websocket'],
    auth: { protocol: protocolVersion },
    forceNew: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 5_000,
    randomizationFactor: 0.5,
    ...(headers && { extraHeaders: headers }),
  })
  return new Connection(socket)
}

class Connection implements LiveConnection {
  private readonly documents = new Set<ProvidedDocument>()
  private readonly changes: Changes
  private readonly line: Line
  private goodbye: ServerMessages['goodbye']['reason'] | null = null
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(private readonly socket: Socket<Incoming, Outgoing>) {
    this.line = {
      get isConnected() {
        return socket.connected
      },
      send: (event, payload, answer) => void socket.emit(event, payload, answer),
      tell: (event, payload) => void socket.volatile.emit(event, payload),
      reconnect: () => this.reconnect(),
      forget: (document) => void this.documents.delete(document),
    }
    this.changes = new Changes(this.line)
    this.listen()
    // Somebody who signed in again in another tab comes back to this one.
    globalThis.addEventListener?.('focus', this.onFocus)
    globalThis.addEventListener?.('beforeunload', this.ask)
  }

  get isConnected(): boolean {
    return this.socket.connected
  }

  openDocument(documentId: string, schemaVersion: string): ProvidedDocument {
    const document = new ProvidedDocument(documentId, schemaVersion, this.line)
    this.documents.add(document)
    return document
  }

  onChange: LiveConnection['onChange'] = (listener) => this.changes.onChange(listener)

  followDiscussion: LiveConnection['followDiscussion'] = (follow) =>
    this.changes.followDiscussion(follow)

  watchVersion: LiveConnection['watchVersion'] = (reference, version, listener) =>
    this.changes.watch(reference, version, listener)

  close(): void {
    globalThis.removeEventListener?.('focus', this.onFocus)
    globalThis.removeEventListener?.('beforeunload', this.ask)
    if (this.timer) clearTimeout(this.timer)
    for (const document of this.documents) document.destroy()
    this.socket.disconnect()
  }

  private listen() {
    const { socket, changes } = this
    socket.on('connect', () => {
      this.goodbye = null
      for (const document of this.documents) document.onConnected()
      changes.onConnected()
    })
    socket.on('disconnect', (why) => {
      this.each((document) => document.onDisconnected(stopping(this.goodbye)))
      if (why === 'io server disconnect') this.comeBack(this.goodbye)
    })
    socket.on('connect_error', ({ message }) => {
      const reason = refusalReasons.find((known) => known === message) ?? null
      this.each((document) => document.onDisconnected(stopping(reason)))
      // Without a reason of ours the line failed, and the socket tries again by itself.
      if (reason) this.comeBack(reason)
    })
    socket.on('goodbye', ({ reason }) => (this.goodbye = reason))
    socket.on('update', (message) => this.of(message)?.onUpdate(message))
    socket.on('presence', (message) => this.of(message)?.onPresence(message))
    socket.on('rejoin', (message) => this.of(message)?.onRejoin(message))
    socket.on('change', (change) => changes.onEvent(change))
    socket.on('watchers', (message) => changes.onWatchers(message))
  }

  private each(act: (document: ProvidedDocument) => void) {
    for (const document of this.documents) act(document)
  }

  private of({ documentId }: { documentId: string }): ProvidedDocument | undefined {
    return [...this.documents].find((document) => document.documentId === documentId)
  }

  private comeBack(reason: ServerMessages['goodbye']['reason'] | null) {
    if (this.timer) clearTimeout(this.timer)
    const wait =
      reason === 'server-stops' || reason === 'signed-out' ? comeBackMs[reason] : comeBackMs.other
    this.timer = setTimeout(this.reconnect, wait * (0.5 + Math.random()))
  }

  /** Begins at once and anew: a second hello on a line that is just being opened would confuse both ends. */
  private readonly reconnect = () => {
    if (this.socket.connected) return
    if (this.socket.active) this.socket.disconnect()
    this.socket.connect()
  }

  private readonly onFocus = () => {
    if (!this.socket.active) this.reconnect()
  }

  private readonly ask = (event: Event) => {
    if ([...this.documents].some((document) => document.isUnsaved)) event.preventDefault()
  }
}

/** Reasons after which this page cannot go on by itself. */
function stopping(reason: ServerMessages['goodbye']['reason'] | null): RefusalReason | null {
  return reason === 'signed-out' || reason === 'protocol-changed' ? reason : null
}
