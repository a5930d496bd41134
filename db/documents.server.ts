import { and, eq, inArray, sql } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Actor } from '#app/access/actor.ts'
import { type Result, refuse } from '#app/measures/refusals.ts'
import type { LiveStates } from '#app/text/anchor-live.ts'
import type { Content } from '#app/text/content.ts'
import { appendContent, newLiveText, shownContent } from '#app/text/live-text.ts'
import { schemaVersion } from '#app/text/schema.ts'
import type { Database, Tx } from './client.server.ts'
import { issueClientId } from './document-clients.server.ts'
import { findDocument, findDocumentAt, lockDocument } from './document-log.server.ts'
import { replay } from './document-text.server.ts'
import {
  documents,
  documentUpdates,
  type DocumentPurpose,
  type DocumentStatus,
} from './schema/documents.ts'

/**
 * What commands do to living texts. None of them touches a socket: they write the log and the
 * document's row in their own transaction and notify; the rooms of every node then read the log.
 */

/** Told at commit, with the id and head of a document whose log, rights or status changed. */
export const documentsChannel = 'concert_documents'

interface NewDocument {
  id: string
  measureId: string | null
  purpose: DocumentPurpose
  content: Content
  /** The text that it takes the place of; its log goes on behind that one's last number. */
  continues?: { id: string; after: number; status: DocumentStatus }
}

/**
 * Opens a text with something in it: update 1, by `actor`, or by nobody what remains of another text. Its
 * measure must be there already.
 */
export async function createDocument(
  tx: Tx,
  actor: Pick<Actor, 'personId' | 'delegation'> | null,
  { id, measureId, purpose, content, continues }: NewDocument,
): Promise<void> {
  const { id: former = null, after = 0, status } = continues ?? {}
  const row = {
    id,
    measureId,
    purpose,
    schemaVersion,
    continues: former,
    after,
    head: after,
    status,
  }
  await tx.insert(documents).values(row)
  const live = newLiveText()
  live.doc.clientID = await issueClientId(tx, id, actor?.personId ?? null)
  live.doc.transact(() => appendContent(live.text, content))
  shownContent(live.text)
  await appendOne(tx, actor, id, after, Y.encodeStateAsUpdate(live.doc))
}

/**
 * Changes the text on the server, in the transaction of the command that has the reason for it:
 * both are there or neither. The edit goes the way of every other, to the log under the actor's
 * name, and reaches the rooms once it is committed. Refuses a document that is not open; throws for
 * an edit that leaves something the schema does not know. Returns the number of the update; that of
 * the last one when the edit changed nothing.
 */
export async function appendServerEdit(
  tx: Tx,
  actor: Actor,
  documentId: string,
  edit: (text: Y.XmlFragment) => void,
): Promise<Result<{ seq: number }>> {
  const document = await lockDocument(tx, documentId)
  if (!document) return refuse('not-found')
  if (document.status !== 'open') return refuse('document-closed')
  const { live } = await replay(tx, documentId, document.head)
  live.doc.clientID = await issueClientId(tx, documentId, actor.personId)
  const written: Uint8Array[] = []
  live.doc.on('update', (update: Uint8Array) => void written.push(update))
  live.doc.transact(() => edit(live.text))
  if (written.length === 0) return { ok: true, seq: document.head }
  shownContent(live.text)
  const seq = await appendOne(tx, actor, documentId, document.head, Y.mergeUpdates(written))
  return { ok: true, seq }
}

async function appendOne(
  tx: Tx,
  author: Pick<Actor, 'personId' | 'delegation'> | null,
  documentId: string,
  head: number,
  update: Uint8Array,
): Promise<number> {
  const seq = head + 1
  const { personId, delegation } = author ?? { personId: null, delegation: null }
  await tx.update(documents).set({ head: seq }).where(eq(documents.id, documentId))
  await tx.insert(documentUpdates).values({ documentId, seq, personId, delegation, update })
  await announce(tx, [documentId])
  return seq
}

/** The text as it stood after update `seq`, which was not withheld. */
export async function textAt(db: Database | Tx, documentId: string, seq: number): Promise<Content> {
  const document = await findDocumentAt(db, documentId, seq)
  return textOf(db, document?.id ?? documentId, seq)
}

/** The same; null where it was withheld since. */
export async function findTextAt(
  db: Database | Tx,
  documentId: string,
  seq: number,
): Promise<Content | null> {
  const document = await findDocumentAt(db, documentId, seq)
  return document?.isWithheld ? null : textAt(db, documentId, seq)
}

async function textOf(db: Database | Tx, documentId: string, seq: number): Promise<Content> {
  const { live } = await replay(db, documentId, seq)
  return shownContent(live.text)
}

/**
 * The live text as it stood after two updates, so that words can be followed from one to the other;
 * null if there is no such document, its log does not go so far, or another text took its place between.
 */
export async function findLiveStates(
  db: Database | Tx,
  documentId: string,
  before: number,
  after: number,
): Promise<LiveStates | null> {
  const document = await findDocument(db, documentId)
  if (!document || Math.max(before, after) > document.head) return null
  if (Math.min(before, after) <= document.after) return null
  const [earlier, later] = [
    await replay(db, documentId, before),
    await replay(db, documentId, after),
  ]
  return { before: earlier.live, after: later.live }
}

/** The text as it stands now, committed, and its number; null when there is no such document. */
export async function findText(
  db: Database | Tx,
  documentId: string,
): Promise<{ content: Content; seq: number } | null> {
  const document = await findDocument(db, documentId)
  if (!document) return null
  return { content: await textOf(db, documentId, document.head), seq: document.head }
}

/**
 * The text at the document's head, for a version. The row stays locked until the caller commits, so
 * nothing is written between the copy and the version.
 */
export async function freezeDraft(
  tx: Tx,
  documentId: string,
): Promise<{ content: Content; seq: number }> {
  const document = await lockDocument(tx, documentId)
  if (!document) throw new Error(`there is no document ${documentId}`)
  return { content: await textOf(tx, documentId, document.head), seq: document.head }
}

/** No more updates, for good: after adoption and withdrawal. */
export const closeDocument = (tx: Tx, id: string) => setStatus(tx, id, 'closed', ['open', 'frozen'])
/** No updates for the time being. */
export const pauseDocument = (tx: Tx, id: string) => setStatus(tx, id, 'frozen', ['open'])
export const reopenDocument = (tx: Tx, id: string) => setStatus(tx, id, 'open', ['frozen'])

async function setStatus(tx: Tx, id: string, status: DocumentStatus, from: DocumentStatus[]) {
  await tx
    .update(documents)
    .set({ status, accessEpoch: sql`${documents.accessEpoch} + 1` })
    .where(and(eq(documents.id, id), inArray(documents.status, from)))
  await announce(tx, [id])
}

/**
 * To be called in the transaction of a change of rights to these documents alone (`raiseAccess` is
 * for those of people): appends that were judged before are refused from its commit on, and
 * everybody in them is judged anew.
 */
export async function raiseAccessEpoch(tx: Tx, ids: readonly string[]): Promise<void> {
  // In one order, so that two changes of rights never wait for each other.
  for (const id of [...ids].sort()) {
    await tx
      .update(documents)
      .set({ accessEpoch: sql`${documents.accessEpoch} + 1` })
      .where(eq(documents.id, id))
  }
  await announce(tx, ids)
}

/** Tells the rooms of every node, at commit, to look at these documents. */
export async function announce(tx: Tx, ids: readonly string[]) {
  for (const id of ids) await tx.execute(sql`SELECT pg_notify(${documentsChannel}, ${id})`)
}
