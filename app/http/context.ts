import '@remix-run/node'
import type { Visitor } from '#app/access/actor.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { IdentityProvider } from '#app/commands/identity-provider.ts'
import type { WordReader } from '#app/word/word-reader.server.ts'
import type { WordHistories } from '#db/word-histories.server.ts'
import type { Attempts } from './attempts.server.ts'

/** How this installation carries its post. */
export interface PostSettings {
  /** When the digest of a day is made, in Brussels: `07:30`. */
  digestTime: string
  /** Whether a mail server is set; else letters are shown on the page only. */
  isSent: boolean
}

/** Who publishes the register as data, under which licence, and who answers; null where it is not set. */
export interface RegisterSettings {
  publisher: string | null
  licence: string | null
  contact: string | null
}

export type Mode = 'demo' | 'production'

/** What server.ts hands to every loader and action; the two are bundled apart and share no module. */
export interface AppContext {
  deps: Deps
  /** Who asks, as the session says; resolved once for each request. */
  actor: Visitor
  sessionId: string | null
  /** The last event that this node knew of when it was asked: what is answered holds it and those before. */
  recordHead: number
  /** From where the request came; behind a proxy, the proxy. */
  address: string
  /** Counts what could be guessed: sign-ins and invitations. */
  attempts: Attempts
  /** Reads Word documents, each in a thread of its own. */
  readWord: WordReader
  /** What lost its place in the texts that are written in on this node. */
  wordHistories: WordHistories
  /** Null in the demonstration, where one chooses whom to be. */
  identityProvider: IdentityProvider | null
  /** Whether a script of ours asks, with the page still on the screen, and no page is to be made. */
  isForScript: boolean
  /** The address that was asked for could not be read: it is said so, and nothing else. */
  isIllFormed: boolean
  /** Marks the scripts and styles of this answer as ours. */
  nonce: string
  mode: Mode
  post: PostSettings
  register: RegisterSettings
  /** `https://concert.example.eu`: where people reach us, for links in mail and for sign-in. */
  origin: string
  /** Names this request in the log and on the page that reports a failure. */
  incident: string
  /** Logs a failure under the incident. */
  report(error: unknown): void
  /** Whether a failure that was reported is that the database is away. */
  isAway(): boolean
}

declare module '@remix-run/node' {
  // eslint-disable-next-line typescript/no-empty-object-type
  interface AppLoadContext extends AppContext {}
}
