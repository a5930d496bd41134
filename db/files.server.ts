import { eq } from 'drizzle-orm'
import type { Database, Tx } from './client.server.ts'
import { measures } from './schema/measures.ts'

export async function findLanguage(tx: Database | Tx, measureId: string): Promise<string> {
  const [row] = await tx
    .select({ language: measures.originalLanguage })
    .from(measures)
    .where(eq(measures.id, measureId))
  if (!row) throw new Error(`no file ${measureId}`)
  return row.language
}
