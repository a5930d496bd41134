import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { sessionCookie } from '../../app/http/session-cookie.ts'
import type { Content } from '../../app/text/content.ts'
import { findDocument } from '../../db/document-log.server.ts'
import { replay } from '../../db/document-text.server.ts'
import { openDraft } from '../realtime/portal.ts'
import { freePort } from '../setup/ports.ts'
import type { ClientTask } from './client.ts'
import type { DialectName } from './dialects.ts'
import type { LongText } from './long-text.ts'
import { storeLog } from './long-log.ts'
import { timeOfTree } from './process-time.ts'
import { ServerProcess, type Memory } from './server-process.ts'
import type { Stage } from './stage.ts'
import { asUpdate } from './texts.ts'

export type ContenderName =
  | 'concert'
  | 'hocuspocus'
  | 'hocuspocus-0'
  | 'y-websocket'
  | 'ws-relay'
  | 'socket-io-relay'

/** A server that is measured, and how its documents come to be. */
export interface Contender {
  name: ContenderName
  title: string
  /** Whether what it holds outlives it. */
  isDurable: boolean
  start(stage: Stage, text: Content, options?: StartOptions): Promise<Running>
}

export interface StartOptions {
  profileFolder?: string | undefined
}

export interface Running {
  process: ServerProcess
  /** New documents with the text in them. */
  newDocuments(count: number): Promise<string[]>
  /** A document with a long past in the database, whose last edits came after it was last made fast to read. */
  storeLongText(text: LongText): Promise<string>
  /** A client in a document, who types in the paragraph of its number. */
  task(documentId: string, number: number): ClientTask
  /** Milliseconds of processor time, of the server and of its database. */
  cpu(): Promise<{ server: number; database: number }>
  memory(): Promise<Memory>
  /** What would be there after a crash now; null where nothing would. */
  stored(documentId: string): Promise<Y.Doc | null>
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

const concert: Contender = {
  name: 'concert',
  title: 'Concert',
  isDurable: true,
  async start(stage, text, options) {
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    const env = { PORT: String(port), DATA_DIR: stage.dataDir }
    const process = new ServerProcess(stage.watchdog, 'scripts/start.mjs', [], { env, ...options })
    await Promise.race([process.ready, untilReady(origin)])
    const { database, tokens, postmasterPid } = stage
    return {
      process,
      async newDocuments(count) {
        const ids = []
        for (let each = 0; each < count; each++)
          ids.push((await openDraft(database, text)).documentId)
        return ids
      },
      storeLongText: (text) => storeLog(database, text),
      task: (documentId, number) => ({
        dialect: 'concert',
        origin,
        documentId,
        headers: { origin, cookie: cookieOf(origin, tokens[number % tokens.length] ?? '') },
        text: new Uint8Array(),
        place: number,
      }),
      cpu: async () => ({ server: await process.cpu(), database: timeOfTree(postmasterPid) }),
      memory: () => process.memory(),
      async stored(documentId) {
        const document = await findDocument(database.db, documentId)
        if (!document) return null
        return (await replay(database.db, documentId, document.head)).live.doc
      },
      end: (signal) => process.end(signal),
    }
  },
}

function cookieOf(origin: string, token: string): string {
  return sessionCookie(origin).keep(token).split(';')[0] ?? ''
}

async function untilReady(origin: string): Promise<void> {
  const isReady = () =>
    fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isReady())) await wait(20)
}

/** `debounce`: how long it waits before it stores, in milliseconds; 2 000 unless told. */
function hocuspocus(name: ContenderName, title: string, debounce?: number): Contender {
  return {
    name,
    title,
    isDurable: true,
    async start(stage, text, options) {
      const { peerDatabase, peerUrl } = stage
      const bytes = Buffer.from(asUpdate(text))
      const args = [peerUrl, ...(debounce === undefined ? [] : [String(debounce)])]
      const peer = await startPeer(stage, 'hocuspocus', args, options)
      return {
        ...peer,
        async newDocuments(count) {
          const names = Array.from({ length: count }, () => randomUUID())
          for (const name of names)
            await peerDatabase.sql`INSERT INTO hocuspocus_documents VALUES (${name}, ${bytes})`
          return names
        },
        async storeLongText({ state }) {
          const name = randomUUID()
          await peerDatabase.sql`
            INSERT INTO hocuspocus_documents VALUES (${name}, ${Buffer.from(state)})`
          return name
        },
        async stored(name) {
          const [row] = await peerDatabase.sql<{ state: Uint8Array }[]>`
            SELECT state FROM hocuspocus_documents WHERE name = ${name}`
          const doc = new Y.Doc()
          if (row) Y.applyUpdate(doc, row.state)
          return doc
        },
      }
    },
  }
}

/** A server that stores nothing. */
function fleeting(name: ContenderName & DialectName, title: string): Contender {
  return {
    name,
    title,
    isDurable: false,
    async start(stage, text, options) {
      const file = path.join(stage.folder, `${randomUUID()}.update`)
      writeFileSync(file, asUpdate(text))
      const peer = await startPeer(stage, name, [file], options)
      const update = asUpdate(text)
      return {
        ...peer,
        task: (documentId, number) => ({
          ...peer.task(documentId, number),
          dialect: name,
          text: update,
        }),
        storeLongText: () => Promise.reject(new Error(`${name} stores nothing`)),
        stored: async () => null,
      }
    },
  }
}

async function startPeer(stage: Stage, script: string, args: string[], options?: StartOptions) {
  const port = await freePort()
  const process = new ServerProcess(
    stage.watchdog,
    `tests/bench/peers/${script}.mjs`,
    [String(port), ...args],
    { ...options },
  )
  await process.ready
  const task = (documentId: string, number: number): ClientTask => ({
    dialect: 'hocuspocus',
    origin: `http://127.0.0.1:${port}`,
    documentId,
    headers: {},
    text: new Uint8Array(),
    place: number,
  })
  return {
    process,
    task,
    newDocuments: async (count: number) => Array.from({ length: count }, () => randomUUID()),
    cpu: async () => ({ server: await process.cpu(), database: timeOfTree(stage.postmasterPid) }),
    memory: () => process.memory(),
    end: (signal: 'SIGTERM' | 'SIGKILL') => process.end(signal),
  }
}

/** In the order in which a round goes through them. */
export const contenders: readonly Contender[] = [
  concert,
  hocuspocus('hocuspocus', 'Hocuspocus 4.7'),
  hocuspocus('hocuspocus-0', 'Hocuspocus 4.7, debounce 0', 0),
  fleeting('y-websocket', '@y/websocket-server'),
  fleeting('ws-relay', 'bare ws relay'),
  fleeting('socket-io-relay', 'bare Socket.IO relay'),
]
