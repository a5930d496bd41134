import { eq } from 'drizzle-orm'
import type { Database, Tx } from './client.server.ts'
import { attachments } from './schema/measures.ts'

export async function addAttachmentRow(
  tx: Tx,
  row: typeof attachments.$inferInsert,
): Promise<void> {
  await tx.insert(attachments).values(row)
}

export async function findAttachment(db: Database | Tx, id: string) {
  const [row] = await db
    .select({
      measureId: attachments.measureId,
      name: attachments.name,
      kind: attachments.kind,
      isShared: attachments.isShared,
      mediaType: attachments.mediaType,
      removedAt: attachments.removedAt,
    })
    .from(attachments)
    .where(eq(attachments.id, id))
  return row ?? null
}

export async function readAttachment(db: Database, id: string): Promise<Uint8Array | null> {
  const [row] = await db
    .select({ bytes: attachments.bytes })
    .from(attachments)
    .where(eq(attachments.id, id))
  return row?.bytes ?? null
}
