import { io, type Socket } from 'socket.io-client'
import { Changes } from './client-changes.ts'
import type { Line, LineDocument } from './client-line.ts'
import type { LiveConnection, SessionState } from './client-types.ts'
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
  /** For whom the page was made: nobody else is let in on its line. */
  personId?: string
  /** The last event of the record that the page holds; later ones are told. */
  recordHead?: number
  /** Sent with the handshake where there is no browser to do so. */
  headers?: Record<string, string>
}

/** After an end by the server itself the connection is tried again in so many milliseconds. */
const comeBackMs = {
  'server-stops': 500,
  'signed-out': 10_000,
  'other-person': 10_000,
  other: 2_000,
} as const
/** Whose browser it is now is asked soon after a session has ended: somebody may have signed in. */
const afterGoodbyeMs = 500

/** Opens the connection of a tab; see `LiveConnection`. */
export function connectLive({
  url,
  headers,
  personId,
  recordHead,
}: ConnectionOptions = {}): LiveConnection {
  const socket: Socket<Incoming, Outgoing> = io(url ?? window.location.origin, {
    path: socketPath,
    transports: ['websocket'],
    auth: { protocol: protocolVersion, personId },
    forceNew: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 5_000,
    randomizationFactor: 0.5,
    ...(headers && { extraHeaders: headers }),
  })
  return new Connection(socket, recordHead ?? null)
}

class Connection implements LiveConnection {
  private readonly documents = new Set<LineDocument>()
  private readonly changes: Changes
  private readonly line: Line
  private readonly sessionListeners = new Set<(session: SessionState) => void>()
  private session: SessionState = 'here'
  private goodbye: ServerMessages['goodbye']['reason'] | null = null
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(
    private readonly socket: Socket<Incoming, Outgoing>,
    recordHead: number | null,
  ) {
    this.line = {
      get isConnected() {
        return socket.connected
      },
      send: (event, payload, answer) => void socket.emit(event, payload, answer),
      tell: (event, payload) => void socket.volatile.emit(event, payload),
      reconnect: () => this.reconnect(),
      forget: (document) => void this.documents.delete(document),
    }
    this.changes = new Changes(this.line, recordHead)
    this.listen()
    // Somebody who signed in again in another tab comes back to this one.
    globalThis.addEventListener?.('focus', this.onFocus)
    // The next attempt may be seconds away when the network is there again.
    globalThis.addEventListener?.('online', this.reconnect)
  }

  get isConnected(): boolean {
    return this.socket.connected
  }

  attach<Document extends LineDocument>(make: (line: Line) => Document): Document {
    const document = make(this.line)
    this.documents.add(document)
    return document
  }

  onChange: LiveConnection['onChange'] = (listener) => this.changes.onChange(listener)

  heardSince: LiveConnection['heardSince'] = (moment) => this.changes.heardSince(moment)

  followDiscussion: LiveConnection['followDiscussion'] = (follow) =>
    this.changes.followDiscussion(follow)

  watchVersion: LiveConnection['watchVersion'] = (reference, version, listener) =>
    this.changes.watch(reference, version, listener)

  onSession: LiveConnection['onSession'] = (listener) => {
    this.sessionListeners.add(listener)
    listener(this.session)
    return () => void this.sessionListeners.delete(listener)
  }

  close(): void {
    globalThis.removeEventListener?.('focus', this.onFocus)
    globalThis.removeEventListener?.('online', this.reconnect)
    if (this.timer) clearTimeout(this.timer)
    for (const document of this.documents) document.destroy()
    this.socket.disconnect()
  }

  private listen() {
    const { socket, changes } = this
    socket.on('connect', () => {
      this.goodbye = null
      this.meetSession('here')
      for (const document of this.documents) document.onConnected()
      changes.onConnected()
    })
    socket.on('disconnect', (why) => {
      this.each((document) => document.onDisconnected(stopping(this.goodbye)))
      if (why === 'io server disconnect') this.comeBack(waitAfterGoodbye(this.goodbye))
    })
    socket.on('connect_error', ({ message }) => {
      const reason = refusalReasons.find((known) => known === message) ?? null
      this.each((document) => document.onDisconnected(stopping(reason)))
      if (reason === 'signed-out') this.meetSession('ended')
      if (reason === 'other-person') this.meetSession('other')
      // Without a reason of ours the line failed, and the socket tries again by itself.
      if (reason) this.comeBack(waitAfterRefusal(reason))
    })
    socket.on('goodbye', ({ reason }) => {
      this.goodbye = reason
      if (reason === 'signed-out') this.meetSession('ended')
    })
    socket.on('update', (message) => this.of(message)?.onUpdate(message))
    socket.on('presence', (message) => this.of(message)?.onPresence(message))
    socket.on('rejoin', (message) => this.of(message)?.onRejoin(message))
    socket.on('change', (change) => changes.onEvent(change))
    socket.on('rights', () => changes.onRights())
    socket.on('watchers', (message) => changes.onWatchers(message))
  }

  private meetSession(session: SessionState) {
    if (session === this.session) return
    this.session = session
    for (const listener of this.sessionListeners) listener(session)
  }

  private each(act: (document: LineDocument) => void) {
    for (const document of this.documents) act(document)
  }

  private of({ documentId }: { documentId: string }): LineDocument | undefined {
    return [...this.documents].find((document) => document.documentId === documentId)
  }

  private comeBack(wait: number) {
    if (this.timer) clearTimeout(this.timer)
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
}

function waitAfterGoodbye(reason: ServerMessages['goodbye']['reason'] | null): number {
  if (reason === 'signed-out') return afterGoodbyeMs
  return reason === 'server-stops' ? comeBackMs[reason] : comeBackMs.other
}

function waitAfterRefusal(reason: RefusalReason): number {
  return reason === 'signed-out' || reason === 'other-person'
    ? comeBackMs[reason]
    : comeBackMs.other
}

/** Reasons after which this page cannot go on by itself. */
function stopping(reason: ServerMessages['goodbye']['reason'] | null): RefusalReason | null {
  switch (reason) {
    case 'signed-out':
    case 'other-person':
    case 'protocol-changed':
      return reason
    default:
      return null
  }
}
