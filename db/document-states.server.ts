import { eq, inArray, sql } from 'drizzle-orm'
import type { Database } from './client.server.ts'
import { documents } from './schema/documents.ts'

/** What may have changed about many documents, at a look. */
export function findDocumentStates(db: Database, ids: readonly string[]) {
  return db
    .select({
      id: documents.id,
      head: documents.head,
      epoch: documents.epoch,
      accessEpoch: documents.accessEpoch,
      status: documents.status,
    })
    .from(documents)
    .where(inArray(documents.id, [...ids]))
}

/** To be called once the text was found to be in that schema too. */
export async function setSchemaVersion(db: Database, id: string, schemaVersion: string) {
  await db.update(documents).set({ schemaVersion }).where(eq(documents.id, id))
}

/**
 * To be called when the database was restored from a backup, before people come back: every text gets
 * an epoch that it never had, however often it is restored. Returns how many there are.
 */
export async function renewEpochs(db: Database): Promise<number> {
  const renewed = await db
    .update(documents)
    .set({
      epoch: sql`greatest(${documents.epoch} + 1, extract(epoch FROM now() - timestamptz '2020-01-01')::int)`,
      accessEpoch: sql`${documents.accessEpoch} + 1`,
    })
    .returning({ id: documents.id })
  return renewed.length
}
