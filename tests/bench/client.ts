import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { now } from './clock.ts'
import { dialects, type Dialect, type DialectName } from './dialects.ts'
import { Typist } from './texts.ts'

/** What one client is to be and do. */
export interface ClientTask {
  dialect: DialectName
  origin: string
  documentId: string
  headers: Record<string, string>
  /** The text that everybody begins with, for servers that do not bring it. */
  text: Uint8Array
  /** The paragraph that it types in. */
  place: number
}

export interface Typed {
  words: string
  at: number
  clock: number
  /** When the server answered that it has it; null when it did not. */
  acknowledgedAt: number | null
}

/** All that one client typed. */
export interface Typing {
  clientId: number
  documentId: string
  typed: Typed[]
}

/** One connection in one document, which types and keeps what it is told, to be read after the run. */
export class Client {
  clientId: number = 1 + Math.floor(Math.random() * 0xff_ff_ff_fe)
  readonly typed: Typed[] = []
  /** What it was brought up to when it came in. */
  text: Uint8Array
  private readonly dialect: Dialect
  private readonly received: { at: number; frame: Uint8Array }[] = []
  private readonly socket: WebSocket
  private typist: Typist | null = null
  private readonly waiting: { update: Uint8Array; typed: Typed }[] = []
  private readonly underWay: Typed[] = []
  private isClosing = false
  private resolveEntered = () => {}
  private rejectEntered: (why: Error) => void = () => {}
  readonly entered: Promise<void>
  enteredAt = 0

  constructor(private readonly task: ClientTask) {
    this.text = task.text
    this.dialect = dialects[task.dialect]
    this.entered = new Promise((resolve, reject) => {
      this.resolveEntered = resolve
      this.rejectEntered = reject
    })
    const address = this.dialect.address(task.origin, task.documentId)
    this.socket = new WebSocket(address, { headers: task.headers, perMessageDeflate: false })
    this.socket.on('open', () => this.greet())
    this.socket.on('message', (data: Buffer) => this.hear(data, now()))
    this.socket.on('error', (error) => this.fail(error.message))
    this.socket.on('close', (code) => this.fail(`the line was closed (${code})`))
  }

  /** Makes ready for what it will type, so that the typing itself costs little. */
  prepare(): void {
    this.typist ??= new Typist(this.text, this.clientId, this.task.place)
  }

  type(words: string): void {
    if (!this.typist) throw new Error('not prepared')
    const { update, clock } = this.typist.type(words)
    const typed = { words, at: now(), clock, acknowledgedAt: null }
    this.typed.push(typed)
    this.waiting.push({ update, typed })
    this.send()
  }

  /** What has come since it was asked last, and when. */
  take(): { at: number; update: Uint8Array }[] {
    return this.received.splice(0).flatMap(({ at, frame }) => {
      const heard = this.dialect.understand(frame, this.task.documentId)
      return heard.kind === 'update' ? [{ at, update: heard.update }] : []
    })
  }

  /**
   * How long each edit of others took to be seen here, in milliseconds; `missing`: how many of them
   * never were.
   */
  latencies(others: readonly Typing[]): { latencies: number[]; missing: number } {
    const pending = new Map(
      others
        .filter(({ documentId }) => documentId === this.task.documentId)
        .filter(({ clientId }) => clientId !== this.clientId)
        .map(({ clientId, typed }) => [clientId, { typed, next: 0 }]),
    )
    const latencies: number[] = []
    for (const { at, frame } of this.received) {
      const heard = this.dialect.understand(frame, this.task.documentId)
      if (heard.kind !== 'update') continue
      for (const [clientId, clock] of Y.parseUpdateMeta(heard.update).to) {
        const one = pending.get(clientId)
        if (!one) continue
        const { typed, next } = one
        while ((typed[one.next]?.clock ?? Infinity) <= clock) one.next += 1
        for (const edit of typed.slice(next, one.next)) latencies.push(at - edit.at)
      }
    }
    const missing = [...pending.values()].map(({ typed, next }) => typed.length - next)
    return { latencies, missing: missing.reduce((sum, each) => sum + each, 0) }
  }

  get messages(): number {
    return this.received.length
  }

  get typing(): Typing {
    const { clientId, typed, task } = this
    return { clientId, documentId: task.documentId, typed }
  }

  forget(): void {
    this.received.length = 0
    this.typed.length = 0
  }

  close(): void {
    this.isClosing = true
    this.socket.terminate()
  }

  private greet() {
    const greeting = this.dialect.greeting(this.task.documentId)
    for (const frame of greeting ?? []) this.socket.send(frame)
    if (!greeting) this.resolveEntered()
  }

  private hear(frame: Uint8Array, at: number) {
    if (this.dialect.isUpdate(frame)) {
      this.received.push({ at, frame })
      return
    }
    const heard = this.dialect.understand(frame, this.task.documentId)
    switch (heard.kind) {
      case 'entered':
        this.clientId = heard.clientId ?? this.clientId
        if (heard.update.byteLength > 2) this.text = heard.update
        this.enteredAt = at
        return this.resolveEntered()
      case 'acknowledged':
        return this.acknowledge(at)
      case 'answer':
        for (const each of heard.frames) this.socket.send(each)
        return
      case 'refused':
        return this.fail(heard.reason)
      case 'update':
      case 'nothing':
    }
  }

  private send() {
    if (!this.dialect.takesTurns) {
      for (const { update, typed } of this.waiting.splice(0)) {
        this.underWay.push(typed)
        this.socket.send(this.dialect.write(this.task.documentId, update))
      }
      return
    }
    if (this.underWay.length > 0 || this.waiting.length === 0) return
    const batch = this.waiting.splice(0, mostInMessage)
    this.underWay.push(...batch.map(({ typed }) => typed))
    const updates = batch.map(({ update }) => update)
    // Merged, as our own client does.
    const message = updates.length > 1 ? Y.mergeUpdates(updates) : updates[0]
    if (message) this.socket.send(this.dialect.write(this.task.documentId, message))
  }

  private acknowledge(at: number) {
    const count = this.dialect.takesTurns ? this.underWay.length : 1
    for (const typed of this.underWay.splice(0, count)) typed.acknowledgedAt = at
    if (this.dialect.takesTurns) this.send()
  }

  private fail(why: string) {
    if (this.isClosing) return
    this.rejectEntered(new Error(why))
    this.onFailure(why)
  }

  /** What becomes of a line that ends by itself. */
  onFailure: (why: string) => void = () => {}
}

const mostInMessage = 64
