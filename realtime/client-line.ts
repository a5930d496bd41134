import type { ClientEvent, Payload } from './payloads.ts'
import type { Answers, RefusalReason, ServerMessages } from './protocol.ts'

/** How a document, or what follows the record, reaches the server. */
export interface Line {
  readonly isConnected: boolean
  send<Event extends ClientEvent & keyof Answers>(
    event: Event,
    payload: Payload<Event>,
    answer: (answer: Answers[Event]) => void,
  ): void
  tell(event: 'position', payload: Payload<'position'>): void
  /** Tries to connect at once. */
  reconnect(): void
  /** The document is not needed any more. */
  forget(document: LineDocument): void
}

/**
 * A document as its line sees it, which tells it what comes for it. The line knows nothing else of it,
 * so that a page without a live text loads no code for one.
 */
export interface LineDocument {
  readonly documentId: string
  onConnected(): void
  /** With a reason after which this page cannot go on by itself. */
  onDisconnected(reason: RefusalReason | null): void
  onUpdate(message: ServerMessages['update']): void
  onPresence(message: ServerMessages['presence']): void
  onRejoin(message: ServerMessages['rejoin']): void
  destroy(): void
}
