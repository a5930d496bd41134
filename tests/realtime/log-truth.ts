import assert from 'node:assert/strict'
import { asc, eq } from 'drizzle-orm'
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
  const { rows, head } = await db.transaction(
    async (tx) => ({
      head: (await findDocument(tx, documentId))?.head,
      rows: await tx
        .select()
        .from(documentUpdates)
        .where(eq(documentUpdates.documentId, documentId))
        .orderBy(asc(documentUpdates.seq)),
    }),
    { isolationLevel: 'repeatable read' },
  )
  const numbers = Array.from({ length: head ?? -1 }, (_, n) => n + 1)
  assert.deepEqual(
    rows.map(({ seq }) => seq),
    numbers,
  )
  const { doc, text } = newLiveText()
  for (const { update, seq } of rows) {
    Y.applyUpdate(doc, update)
    assert.equal(doc.store.pendingStructs, null, `row ${seq}`)
    assert.equal(doc.store.pendingDs, null, `row ${seq}`)
  }
  return shownContent(text)
}
