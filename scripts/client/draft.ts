import { io, type Socket } from 'socket.io-client'
import * as Y from 'yjs'

/** Said to whoever started the client, without a stack. */
export class Refused extends Error {}

/** What this client was written for: the portal takes no other. */
const protocol = 3
const schemaVersion = 'b38dcff6fc10cd71'

interface Address {
  portal: string
  cookie: string
  documentId: string
}

interface Joined {
  ok: true
  mode: 'write' | 'read'
  because: string | null
  clientId: number
  epoch: number
  seq: number
  update: string
}
type Answer<Good> = Good | { ok: false; reason: string }

/** Reasons after which the same is sent again; every other ends this client. */
const forNow = new Set(['too-fast', 'busy', 'not-stored', 'not-joined'])
const patienceMs = 15_000

/** A text as the portal holds it: joined, kept up to date, and written to one message at a time. */
export class Draft {
  readonly doc = new Y.Doc()
  private readonly socket: Socket
  /** What was written here and is not acknowledged, as it was made. */
  private unsaved: Uint8Array[] = []
  private joined: Joined | null = null
  private isSending = false
  private seq = 0
  /** Answers to what was sent before the last join mean nothing any more. */
  private attempt = 0
  private timer: NodeJS.Timeout | null = null
  private failure: Refused | null = null
  private readonly listeners = new Set<() => void>()

  private constructor(private readonly address: Address) {
    const { portal, cookie } = address
    this.socket = io(portal, {
      path: '/live',
      transports: ['websocket'],
      auth: { protocol },
      extraHeaders: { cookie, origin: portal },
    })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) {
        this.unsaved.push(update)
        this.send()
      }
      this.changed()
    })
    this.socket.on('connect', () => this.join())
    this.socket.on('disconnect', () => this.pause())
    this.socket.on('connect_error', ({ message }) => {
      if (!this.socket.active) this.fail(message)
    })
    this.socket.on('goodbye', ({ reason }: { reason: string }) => {
      if (reason !== 'server-stops') this.fail(reason)
      else setTimeout(() => this.socket.connect(), 500 + Math.random() * 500)
    })
    this.socket.on('rejoin', () => this.joinLater(400))
    this.socket.on('update', (message: { after: number; seq: number; update: string }) => {
      if (!this.joined) return
      if (message.after > this.seq) return this.join()
      Y.applyUpdate(this.doc, Buffer.from(message.update, 'base64'), this)
      this.seq = Math.max(this.seq, message.seq)
      this.changed()
    })
  }

  static async open(address: Address): Promise<Draft> {
    const draft = new Draft(address)
    await draft.until(() => draft.joined !== null)
    return draft
  }

  get text(): Y.XmlFragment {
    return this.doc.getXmlFragment('text')
  }

  /** Refuses what this person may not write. */
  write(edit: (text: Y.XmlFragment) => void): void {
    if (this.joined?.because)
      throw new Refused(`this text can only be read: ${this.joined.because}`)
    this.doc.transact(() => edit(this.text))
  }

  /** Resolves once everything written here is committed. */
  saved(): Promise<void> {
    return this.until(() => this.unsaved.length === 0)
  }

  /** Resolves once something is so, and fails with what this client cannot go on after. */
  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!this.failure && !isSo()) return
        this.listeners.delete(look)
        if (this.failure) reject(this.failure)
        else resolve()
      }
      this.listeners.add(look)
      look()
    })
  }

  close(): void {
    this.pause()
    this.socket.disconnect()
  }

  private join() {
    const attempt = this.pause()
    const { documentId } = this.address
    const wish = {
      documentId,
      schemaVersion,
      epoch: this.joined?.epoch ?? null,
      clientId: this.joined?.clientId ?? null,
      stateVector: Buffer.from(this.committed()).toString('base64'),
    }
    this.expectAnswer()
    this.socket.emit('join', wish, (answer: Answer<Joined>) => {
      if (attempt !== this.attempt) return
      this.stopTimer()
      if (!answer.ok) return this.take(answer.reason)
      this.joined = answer
      this.doc.clientID = answer.clientId
      this.seq = answer.seq
      Y.applyUpdate(this.doc, Buffer.from(answer.update, 'base64'), this)
      this.send()
      this.changed()
    })
  }

  /** What is held of what was committed: not one's own words that wait for an answer. */
  private committed(): Uint8Array {
    const clocks = Y.decodeStateVector(Y.encodeStateVector(this.doc))
    const own = this.doc.clientID
    const waiting = this.unsaved.map((update) => Y.parseUpdateMeta(update).from.get(own))
    const first = waiting.find((clock) => clock !== undefined)
    if (first === 0) clocks.delete(own)
    else if (first !== undefined) clocks.set(own, first)
    return Y.encodeStateVector(clocks)
  }

  private send() {
    if (!this.joined || this.isSending || this.unsaved.length === 0) return
    const { attempt } = this
    const sent = this.unsaved.length
    const update = Buffer.from(Y.mergeUpdates(this.unsaved)).toString('base64')
    this.isSending = true
    this.expectAnswer()
    const message = { documentId: this.address.documentId, updates: [update] }
    this.socket.emit('update', message, (answer: Answer<{ ok: true; seq: number }>) => {
      if (attempt !== this.attempt) return
      this.stopTimer()
      this.isSending = false
      if (!answer.ok) return this.take(answer.reason)
      this.unsaved.splice(0, sent)
      this.seq = Math.max(this.seq, answer.seq)
      this.send()
      this.changed()
    })
  }

  private take(reason: string) {
    if (forNow.has(reason)) this.joinLater(800)
    else this.fail(reason)
  }

  private joinLater(ms: number) {
    this.pause()
    this.timer = setTimeout(() => this.join(), ms * Math.random())
  }

  private expectAnswer() {
    this.stopTimer()
    this.timer = setTimeout(() => this.join(), patienceMs)
  }

  private pause(): number {
    this.stopTimer()
    this.isSending = false
    return ++this.attempt
  }

  private stopTimer() {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private fail(reason: string) {
    this.failure = new Refused(`the portal refused: ${reason}`)
    this.changed()
  }

  private changed() {
    for (const look of this.listeners) look()
  }
}
