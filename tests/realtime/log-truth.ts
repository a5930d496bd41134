import { asc, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Content } from '#app/text/content.ts'
import { newLiveText, shownContent } from '#app/text/live-text.ts'
import { findDocument } from '#db/document-log.server.ts'
import type { Database } from '#db/client.server.ts'
import { documentUpdates } from '#db/schema/documents.ts'

/**
 * The text that the log alone gives, applied row by row: no number is missing or there twice, and no
 * row needs a later one.
 */
export async function textOfLog(db: Database, documentId: string): Promise<Content> {
  const rows = await db
    .select()
    .from(documentUpdates)
    .where(eq(documentUpdates.documentId, documentId))
    .orderBy(asc(documentUpdates.seq))
  const head = (await findDocument(db, documentId))?.head
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: head ?? -1 }, (_, n) => n + 1))
  const { doc, text } = newLiveText()
  for (const { update, seq } of rows) {
    Y.applyUpdate(doc, update)
    expect(doc.store.pendingStructs, `row ${seq}`).toBeNull()
    expect(doc.store.pendingDs, `row ${seq}`).toBeNull()
  }
  return shownContent(text)
}
