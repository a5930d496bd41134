import { eq, inArray } from 'drizzle-orm'
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
