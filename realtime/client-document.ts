import * as Y from 'yjs'
import { plainText } from '#app/text/content.ts'
import { newLiveText, shownContent, type LiveText } from '#app/text/live-text.ts'
import { fromBase64, toBase64 } from './client-bytes.ts'
import { Carets } from './client-carets.ts'
import { Outbox } from './client-outbox.ts'
import { isSameState, saveStateOf } from './client-save-state.ts'
import type { Line, LineDocument } from './client-line.ts'
import type { LiveConnection, LiveDocument, Presence, SaveState } from './client-types.ts'
import { consequenceOf, type Joined, type RefusalReason, type ServerMessages } from './protocol.ts'

/** Waits grow from this to that, each with chance in it so that not all come at once. */
const firstWaitMs = 400
const longestWaitMs = 8_000
/** Without an answer for so long, on a line that seems to work, the document is joined again. */
const patienceMs = 15_000

/**
 * Opens a text over the tab's connection. `schemaVersion` is the editor's; with another one than the
 * server's nothing is joined.
 */
export function openDocument(
  connection: LiveConnection,
  documentId: string,
  schemaVersion: string,
): LiveDocument {
  return connection.attach((line) => new ProvidedDocument(documentId, schemaVersion, line))
}

type Phase = 'away' | 'joining' | 'joined' | 'waiting' | 'stopped'

/**
 * A text in this tab. It joins, brings itself up to date by its state vector, then sends what was
 * written here, one message after the other, and calls saved only what was acknowledged. A refusal
 * for good ends this copy: another is read from the server and the refused words are kept for
 * copying.
 */
class ProvidedDocument implements LiveDocument, LineDocument {
  canWrite = false
  saveState: SaveState = { kind: 'opening' }
  private live: LiveText = newLiveText()
  private readonly outbox = new Outbox()
  private readonly listeners = new Set<() => void>()
  private phase: Phase = 'away'
  /** Answers to what was sent before the last change of phase mean nothing any more. */
  private attempt = 0
  private joined: Pick<Joined, 'clientId' | 'epoch' | 'because'> | null = null
  private seq = 0
  private stopReason: RefusalReason | null = null
  private trouble: RefusalReason | null = null
  private refusal: { reason: RefusalReason; words: string } | null = null
  /** The whole text as it was here when the log was replaced, until the new one is here. */
  private former: string | null = null
  private waits = 0
  private timer: ReturnType<typeof setTimeout> | null = null
  private readonly carets = new Carets((own) => {
    if (this.phase === 'joined') this.line.tell('position', { documentId: this.documentId, ...own })
  })

  constructor(
    readonly documentId: string,
    private readonly schemaVersion: string,
    private readonly line: Line,
  ) {
    this.listen()
    if (line.isConnected) this.join()
  }

  get doc(): Y.Doc {
    return this.live.doc
  }

  get text(): Y.XmlFragment {
    return this.live.text
  }

  get presence(): readonly Presence[] {
    return this.carets.present
  }

  get isUnsaved(): boolean {
    return !this.outbox.isEmpty || this.refusal !== null || this.former !== null
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  setPosition(anchor: Y.RelativePosition | null, head: Y.RelativePosition | null): void {
    this.carets.put(anchor, head)
  }

  dismissWords(): void {
    this.refusal = null
    this.changed()
  }

  retry(): void {
    this.waits = 0
    this.stopReason = null
    if (this.line.isConnected) this.join()
    else this.line.reconnect()
  }

  destroy(): void {
    this.line.forget(this)
    this.pause('stopped')
    this.carets.stop()
    this.listeners.clear()
    this.live.doc.destroy()
    if (this.line.isConnected) this.line.send('leave', { documentId: this.documentId }, () => {})
  }

  onConnected(): void {
    this.stopReason = null
    this.join()
  }

  onDisconnected(reason: RefusalReason | null): void {
    this.stopReason = reason
    this.pause('away')
    this.carets.meet([])
    this.changed()
  }

  onRejoin({ reason }: Pick<ServerMessages['rejoin'], 'reason'>): void {
    if (consequenceOf(reason) === 'wait') this.trouble = reason
    this.pause('waiting')
    this.timer = setTimeout(() => this.join(), Math.random() * firstWaitMs)
    this.changed()
  }

  onUpdate({ after, seq, update }: ServerMessages['update']): void {
    if (this.phase !== 'joined') return
    if (after > this.seq) return this.join()
    Y.applyUpdate(this.doc, fromBase64(update), this)
    this.seq = Math.max(this.seq, seq)
  }

  onPresence(changes: Pick<ServerMessages['presence'], 'present' | 'gone'>): void {
    this.carets.change(changes, this.joined?.clientId ?? null)
    this.changed()
  }

  private listen() {
    this.live.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.outbox.add(update)
      this.flush()
      this.changed()
    })
  }

  private join(): void {
    const attempt = this.pause('joining')
    this.expectAnswer()
    const wish = {
      documentId: this.documentId,
      schemaVersion: this.schemaVersion,
      epoch: this.joined?.epoch ?? null,
      clientId: this.joined?.clientId ?? null,
      stateVector: toBase64(this.committedState()),
    }
    this.line.send('join', wish, (answer) => {
      if (attempt !== this.attempt) return
      if (answer.ok) this.enter(answer)
      else this.accept(answer.reason)
    })
    this.changed()
  }

  /** What this copy holds of what was committed, as a state vector. */
  private committedState(): Uint8Array {
    const { clientID } = this.doc
    const clocks = Y.decodeStateVector(Y.encodeStateVector(this.doc))
    const unsent = this.outbox.firstClock(clientID)
    if (unsent === 0) clocks.delete(clientID)
    else if (unsent !== null) clocks.set(clientID, unsent)
    return Y.encodeStateVector(clocks)
  }

  private enter(answer: Joined) {
    const { clientId, epoch, because, seq, update, present } = answer
    this.pause('joined')
    this.joined = { clientId, epoch, because }
    this.waits = 0
    this.doc.clientID = clientId
    this.seq = seq
    Y.applyUpdate(this.doc, fromBase64(update), this)
    this.carets.meet(present)
    this.compareWithFormer()
    if (because !== null && !this.outbox.isEmpty) return this.reset(because)
    this.flush()
    if (this.outbox.isEmpty) this.trouble = null
    this.carets.tellAgain()
    this.changed()
  }

  private flush() {
    if (this.phase !== 'joined' || this.joined?.because !== null) return
    const update = this.outbox.take()
    if (update === null) return
    if (update === 'too-large') return this.reset('too-large')
    const { attempt } = this
    this.expectAnswer()
    const message = { documentId: this.documentId, updates: [toBase64(update)] }
    this.line.send('update', message, (answer) => {
      if (attempt !== this.attempt) return
      this.stopTimer()
      if (!answer.ok) return this.accept(answer.reason)
      this.outbox.acknowledge()
      this.seq = Math.max(this.seq, answer.seq)
      this.trouble = null
      this.flush()
      this.changed()
    })
  }

  /** Does about a refusal what the protocol asks for. */
  private accept(reason: RefusalReason) {
    switch (consequenceOf(reason)) {
      case 'wait':
        this.trouble = reason
        this.comeBackLater()
        break
      case 'rejoin':
      case 'read':
        this.comeBackLater()
        break
      case 'reset':
        this.reset(reason)
        break
      case 'stop':
        this.stopReason = reason
        this.pause('stopped')
        break
      case 'drop':
        this.drop(reason)
    }
    this.changed()
  }

  private comeBackLater() {
    this.pause('waiting')
    const wait = Math.min(firstWaitMs * 2 ** this.waits, longestWaitMs)
    this.waits += 1
    this.timer = setTimeout(() => this.join(), wait * (0.5 + Math.random()))
  }

  /** Gives this copy up for one from the server, under a new client id. */
  private reset(reason: RefusalReason) {
    // What was saved may be gone with the log that it was in.
    if (reason === 'epoch-changed') this.former = plainText(shownContent(this.text))
    else this.keep(reason, this.outbox.words)
    const before = this.renew()
    this.comeBackLater()
    this.changed()
    before.destroy()
  }

  /** What this copy held must not be anywhere any more: nothing of it is kept, not what was typed either. */
  private drop(reason: RefusalReason) {
    const before = this.renew()
    this.refusal = null
    this.former = null
    this.stopReason = reason
    this.pause('stopped')
    this.changed()
    before.destroy()
  }

  /** An empty copy in place of the one that there is, which is returned: editors are still bound to it. */
  private renew(): Y.Doc {
    this.outbox.clear()
    this.joined = null
    this.seq = 0
    this.carets.lose()
    const before = this.live.doc
    this.live = newLiveText()
    this.listen()
    return before
  }

  private keep(reason: RefusalReason, words: string) {
    const kept = this.refusal ? `${this.refusal.words}\n${words}`.trim() : words
    if (kept !== '') this.refusal = { reason, words: kept }
  }

  /** Keeps the former text for comparing when there is something that the new one lacks or changes. */
  private compareWithFormer() {
    const { former } = this
    this.former = null
    if (former === null || former === plainText(shownContent(this.text))) return
    this.keep('epoch-changed', former)
  }

  private expectAnswer() {
    this.stopTimer()
    this.timer = setTimeout(() => {
      this.trouble = 'not-stored'
      this.join()
    }, patienceMs)
  }

  private stopTimer() {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private pause(phase: Phase): number {
    this.stopTimer()
    this.phase = phase
    this.outbox.putBack()
    return ++this.attempt
  }

  private changed() {
    this.canWrite = this.joined?.because === null && this.stopReason === null
    const state = this.currentState
    if (!isSameState(state, this.saveState)) this.saveState = state
    for (const listener of this.listeners) listener()
  }

  private get currentState(): SaveState {
    const { joined, refusal, stopReason, trouble } = this
    return saveStateOf({
      isAway: this.phase === 'away',
      isUnsaved: !this.outbox.isEmpty,
      joined,
      refusal,
      stopReason,
      trouble,
    })
  }
}
