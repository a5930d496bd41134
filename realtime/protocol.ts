import type { DiscussionChanges } from '#app/queries/discussion-changes.ts'

/**
 * What travels between a browser and the portal over Socket.IO; PROTOCOL.md tells the same as
 * prose. Bytes travel as base64: a string is framed once for all receivers of a broadcast, a binary
 * attachment once for each.
 */
export const protocolVersion = 3

/** Where the socket is served. */
export const socketPath = '/live'

/** Bytes unless said otherwise. */
export const limits = {
  /** A WebSocket frame from a client; a larger one closes the socket. */
  frame: 256 * 1024,
  /** One Yjs update. */
  update: 180 * 1024,
  /** Updates in one message. */
  updatesInMessage: 64,
  /** Structs, and deleted ranges, in one update. */
  structs: 20_000,
  /** Clocks that one update may use up (an inserted character is one). */
  clocks: 400_000,
  /** One end of a selection, as an encoded relative position. */
  position: 96,
  /** Documents that one socket has joined. */
  documents: 16,
} as const

/** Why the server says no. Each has one meaning and one consequence (`consequenceOf`). */
export const refusalReasons = [
  // of a socket or any message
  'protocol-changed',
  'signed-out',
  'other-person',
  'invalid-message',
  // of a join
  'not-found',
  'withheld',
  'schema-changed',
  'epoch-changed',
  'not-your-client-id',
  'too-many-documents',
  // for now: the same may be sent again later
  'too-fast',
  'busy',
  'not-stored',
  'not-joined',
  // of an update, because of the sender's rights or the text's state
  'read-only',
  'document-closed',
  // of an update, for good: it must not be sent again
  'too-large',
  'not-an-update',
  'too-many-structs',
  'foreign-client-id',
  'clock-gap',
  'missing-dependency',
  'unknown-root',
  'unknown-content',
  'misplaced-content',
  'not-in-schema',
  'document-full',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/**
 * What a client does about a refusal. wait: send the same again later. rejoin: join, then send
 * again. reset: rebuild from the server under a new client id and keep the refused words for
 * copying. read: go on reading. stop: this page cannot go on without a reload or a sign-in. drop: give the
 * copy up and keep nothing of it, not even what was refused or is not saved.
 */
export type Consequence = 'wait' | 'rejoin' | 'reset' | 'read' | 'stop' | 'drop'

export function consequenceOf(reason: RefusalReason): Consequence {
  switch (reason) {
    case 'too-fast':
    case 'busy':
    case 'not-stored':
      return 'wait'
    case 'not-joined':
      return 'rejoin'
    case 'read-only':
    case 'document-closed':
      return 'read'
    case 'protocol-changed':
    case 'schema-changed':
    case 'signed-out':
    case 'other-person':
    case 'not-found':
    case 'too-many-documents':
      return 'stop'
    case 'withheld':
      return 'drop'
    case 'epoch-changed':
    case 'not-your-client-id':
    case 'invalid-message':
    case 'too-large':
    case 'not-an-update':
    case 'too-many-structs':
    case 'foreign-client-id':
    case 'clock-gap':
    case 'missing-dependency':
    case 'unknown-root':
    case 'unknown-content':
    case 'misplaced-content':
    case 'not-in-schema':
    case 'document-full':
      return 'reset'
  }
}

export interface Refused {
  ok: false
  reason: RefusalReason
}

/** Somebody in a document, as the server knows them. Positions are where they put their caret. */
export interface PresentPerson {
  clientId: number
  name: string
  delegation: string
  /** `#rrggbb`, the same for a person everywhere. */
  colour: string
  /** base64 of an encoded relative position; null without a caret. */
  anchor: string | null
  head: string | null
}

/** How many people of a delegation are looking at a version. */
export interface Watcher {
  delegation: string
  people: number
}

/** Something was recorded; what it says is asked for, and the policy answers. */
export interface Change {
  eventId: number
  /** Reference of the file; null for what belongs to no file. */
  reference: string | null
  /** Type of the event. */
  kind: string
}

export interface Joined {
  ok: true
  mode: 'write' | 'read'
  /** Why only to read; null for who may write. */
  because: 'read-only' | 'document-closed' | null
  /** Under which to write; a reader has one too, for the list of those present. */
  clientId: number
  /** Who is signed in, so that nobody's words are sent as another's after a new sign-in. */
  personId: string
  epoch: number
  /** The sequence number that `update` brings the client to; what is after it follows at once. */
  seq: number
  /** What the client lacks, as a Yjs update. */
  update: string
  present: PresentPerson[]
}

export interface Stored {
  ok: true
  /** Everything in the message is committed at this sequence number or before. */
  seq: number
}

export interface Following {
  ok: true
  /** The last event there is. */
  eventId: number
  /** What was missed; null when it was too much to tell: ask everything again. */
  missed: Change[] | null
}

/** What changed in a version's discussion, as this person may know it now. */
export type Discussed = { ok: true } & DiscussionChanges

export interface Watching {
  ok: true
  watchers: Watcher[]
}

/** What the server answers, by event. `position` has no answer. */
export interface Answers {
  join: Joined | Refused
  leave: { ok: true } | Refused
  update: Stored | Refused
  follow: Following | Refused
  discussion: Discussed | Refused
  watch: Watching | Refused
  unwatch: { ok: true } | Refused
}

/** What the server sends by itself. */
export interface ServerMessages {
  /** Commits `after` + 1 to `seq`, merged. A client that is not at `after` joins again. */
  update: { documentId: string; after: number; seq: number; update: string }
  presence: { documentId: string; present: PresentPerson[]; gone: number[] }
  /** Join again: the room was closed, or rights or the text's state changed. */
  rejoin: { documentId: string; reason: RefusalReason }
  change: Change
  watchers: { reference: string; version: number; watchers: Watcher[] }
  /** The rights of this person began, ended or are others: what a page offers is to be asked again. */
  rights: Record<string, never>
  /** The socket is about to be closed, and why. */
  goodbye: { reason: RefusalReason | 'server-stops' }
}
