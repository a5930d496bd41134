import type * as Y from 'yjs'
import type { DiscussionChanges } from '#app/queries/discussion-changes.ts'
import type { Line, LineDocument } from './client-line.ts'
import type { Change, RefusalReason, Watcher } from './protocol.ts'

/**
 * What the screen may say about the words on it. opening: nothing has come from the server yet.
 * saved: everything typed is committed. saving: sent or about to be sent, not yet committed.
 * offline: no connection; typed words are kept in this tab only. not-saved: the words in `words`
 * (or, without `words`, what is on the screen) are not with the server, and `reason` says why; with
 * `epoch-changed` they are the whole text as it was here, for comparing with the one that replaced it.
 * read-only: nothing can be typed here.
 */
export type SaveState =
  | { kind: 'opening' | 'saved' | 'saving' | 'offline' }
  | { kind: 'not-saved'; reason: RefusalReason; words?: string }
  | { kind: 'read-only'; reason?: RefusalReason }

export interface Presence {
  clientId: number
  name: string
  delegation: string
  /** `#rrggbb` */
  colour: string
  anchor: Y.RelativePosition | null
  head: Y.RelativePosition | null
}

/**
 * A text that several people write at once, as this tab holds it. `doc` and `text` are replaced
 * together when the server refused an update: an editor binds again whenever `doc` is another one,
 * and its undo history ends. Local edits are whatever changes `doc` outside of this provider.
 */
export interface LiveDocument {
  readonly doc: Y.Doc
  /** The root of the text in `doc`. */
  readonly text: Y.XmlFragment
  readonly canWrite: boolean
  /** Whether leaving the page would lose words. */
  readonly isUnsaved: boolean
  readonly saveState: SaveState
  /** The others; not oneself. */
  readonly presence: readonly Presence[]
  setPosition(anchor: Y.RelativePosition | null, head: Y.RelativePosition | null): void
  /** Forgets refused words, once the person has copied them or does not want them. */
  dismissWords(): void
  /** Tries again now, e.g. after the person signed in again in another tab. */
  retry(): void
  /** Called after any of the above changed. The properties are stable between two calls. */
  subscribe(listener: () => void): () => void
  destroy(): void
}

/** Which version's discussion a page shows, and up to which event. */
export interface FollowDiscussion {
  reference: string
  version: number
  /** The event up to which the page knows what was said, now. */
  after(): number
  /** Null: this person may not see the version any more. */
  onChanges(changes: DiscussionChanges | null): void
}

/**
 * Whose session the browser has, as far as the server has said. here: that of the person whose page
 * this is. ended: none. other: somebody else's, for whom nothing of this page is meant.
 */
export type SessionState = 'here' | 'ended' | 'other'

/** The tab's one connection to the portal. It opens with the first use and is shared by all rooms. */
export interface LiveConnection {
  readonly isConnected: boolean
  /** Takes in a document that is made for its line; `openDocument` does so. */
  attach<Document extends LineDocument>(make: (line: Line) => Document): Document
  /**
   * Calls back for each recorded act that this person may learn of, also for those missed while
   * the connection was gone; null: too many were missed, so ask for everything again.
   */
  onChange(listener: (change: Change | null) => void): () => void
  /** Whether an act was told of after a moment of `performance.now()`. */
  heardSince(moment: number): boolean
  /** Calls back with what changed in a version's discussion, as often as something did, until it is left. */
  followDiscussion(follow: FollowDiscussion): () => void
  /** Shows this person as looking at a version, and tells who else is, until it is left. */
  watchVersion(
    reference: string,
    version: number,
    listener: (watchers: readonly Watcher[]) => void,
  ): () => void
  /** Calls back whenever the session is another than it was; until told it is here. */
  onSession(listener: (session: SessionState) => void): () => void
  close(): void
}
