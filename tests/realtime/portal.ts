import { randomUUID } from 'node:crypto'
import { demoPersonId, loadDemoPeople } from '#app/demonstration/load-people.server.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'
import type { Content } from '#app/text/content.ts'
import { schemaVersion } from '#app/text/schema.ts'
import type { OpenDatabase } from '#db/client.server.ts'
import { loadDelegationsOffices } from '#db/delegations.server.ts'
import { createDocument } from '#db/documents.server.ts'
import { drawReference } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import { findActorOfSession, openSession } from '#db/sessions.server.ts'
import { connectLive } from '#realtime/client.ts'
import { openDocument } from '#realtime/client-document.ts'
import type { LiveConnection, LiveDocument } from '#realtime/client-types.ts'
import type { Line } from './line.ts'
import { scanners } from '#tests/text/sample.ts'

export async function loadPeople({ db }: OpenDatabase) {
  await db.transaction(async (tx) => {
    await loadDelegationsOffices(tx)
    await loadDemoPeople(tx)
  })
}

export interface SignedIn {
  personId: string
  sessionId: string
  headers(origin: string): Record<string, string>
}

/** `key`: as in the demonstration, `nl-drafter`. */
export async function signIn({ db }: OpenDatabase, key: string): Promise<SignedIn> {
  const personId = demoPersonId(key)
  const { token, sessionId } = await db.transaction((tx) => openSession(tx, personId, 'a test'))
  return {
    personId,
    sessionId,
    headers: (origin) => ({
      origin,
      cookie: sessionCookie(origin).keep(token).split(';')[0] ?? '',
    }),
  }
}

export interface Draft {
  measureId: string
  documentId: string
  reference: string
}

/** A file of the Netherlands with a draft to write in. */
export async function openDraft({ db }: OpenDatabase, content: Content = scanners): Promise<Draft> {
  const { sessionId } = await signIn({ db } as OpenDatabase, 'nl-drafter')
  const session = await findActorOfSession(db, sessionId, { isActive: false })
  if (!session) throw new Error('nobody signed in')
  return db.transaction(async (tx) => {
    const draft = {
      measureId: randomUUID(),
      documentId: randomUUID(),
      reference: await drawReference(tx, 'NL', 2026),
    }
    await record(tx, session.actor, null, [
      {
        type: 'file-opened',
        ...draft,
        owner: 'NL',
        kind: 'national-control-list',
        originalLanguage: 'nl',
        changes: null,
        title: 'Advanced semiconductor manufacturing equipment',
        grounds: ['public-security'],
        marking: 'none',
        contact: '',
      },
    ])
    const { measureId, documentId: id } = draft
    await createDocument(tx, session.actor, { id, measureId, purpose: 'draft', content })
    return draft
  })
}

export interface Tab {
  connection: LiveConnection
  live: LiveDocument
}

/** A browser tab of somebody, with a document in it. */
export function openTab(origin: string, who: SignedIn, documentId: string): Tab {
  const connection = connectLive({ url: origin, headers: who.headers(origin) })
  return { connection, live: openDocument(connection, documentId, schemaVersion) }
}

/** The same over a line of its own, which leads to a node that people call `origin`. */
export function openTabOver(line: Line, origin: string, who: SignedIn, documentId: string): Tab {
  const headers = { ...who.headers(origin), host: new URL(origin).host }
  const connection = connectLive({ url: line.url, headers })
  return { connection, live: openDocument(connection, documentId, schemaVersion) }
}

/** Resolves once something about the document is so; the runner's time limit is the only other end. */
export function until(live: LiveDocument, isSo: (live: LiveDocument) => boolean): Promise<void> {
  if (isSo(live)) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = live.subscribe(() => {
      if (!isSo(live)) return
      stop()
      resolve()
    })
  })
}

export const isSaved = (live: LiveDocument) => live.saveState.kind === 'saved'
