import { randomInt } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Database, Tx } from './client.server.ts'
import { documentClients } from './schema/documents.ts'

/**
 * Whose a Yjs client id is: what stands under it in a text is that person's, and the session that
 * writes under it is known, so that its end reaches the documents that it came to. The row of the
 * session is held while an id is given: an end of the session sees the id, or the id is not given.
 */

/** Somebody who comes by a socket. */
interface Comer {
  personId: string
  sessionId: string
}

const newClientId = () => randomInt(1, 2 ** 32)

/** An id that nobody else ever had in this document, for a change of a command, or of no person: a repair. */
export async function issueClientId(
  db: Database | Tx,
  documentId: string,
  personId: string | null,
): Promise<number> {
  for (;;) {
    const [row] = await db
      .insert(documentClients)
      .values({ documentId, clientId: newClientId(), personId })
      .onConflictDoNothing()
      .returning({ clientId: documentClients.clientId })
    if (row) return row.clientId
  }
}

/** The same for who writes by a socket; null when their session has ended. */
export async function issueClientIdTo(
  db: Database,
  documentId: string,
  { personId, sessionId }: Comer,
): Promise<number | null> {
  for (;;) {
    const clientId = newClientId()
    const [row] = await db.execute<{ is_live: boolean; is_new: boolean }>(sql`
      WITH live AS (${lockedIfLive(sessionId)}),
      issued AS (
        INSERT INTO document_clients (document_id, client_id, person_id, session_id)
        SELECT ${documentId}, ${clientId}, ${personId}, live.id FROM live
        ON CONFLICT DO NOTHING RETURNING client_id)
      SELECT EXISTS (SELECT FROM live) AS is_live, EXISTS (SELECT FROM issued) AS is_new`)
    if (!row?.is_live) return null
    if (row.is_new) return clientId
  }
}

/** Lets somebody go on under an id that they had before. */
export async function resumeClientId(
  db: Database,
  documentId: string,
  clientId: number,
  { personId, sessionId }: Comer,
): Promise<'resumed' | 'not-theirs' | 'signed-out'> {
  const isTheirs = and(
    eq(documentClients.documentId, documentId),
    eq(documentClients.clientId, clientId),
    eq(documentClients.personId, personId),
  )
  const [row] = await db
    .select({ sessionId: documentClients.sessionId })
    .from(documentClients)
    .where(isTheirs)
  if (!row) return 'not-theirs'
  if (row.sessionId === sessionId) return 'resumed'
  const [taken] = await db.execute(sql`
    WITH live AS (${lockedIfLive(sessionId)})
    UPDATE document_clients SET session_id = live.id FROM live
    WHERE ${isTheirs}
    RETURNING client_id`)
  return taken ? 'resumed' : 'signed-out'
}

const lockedIfLive = (sessionId: string) =>
  sql`SELECT id FROM sessions WHERE id = ${sessionId} AND ended_at IS NULL FOR SHARE`
