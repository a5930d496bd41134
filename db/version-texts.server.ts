import { and, eq } from 'drizzle-orm'
import { canonicalJson, type Json } from '#app/text/canonical.ts'
import type { Database, Tx } from './client.server.ts'
import { digest } from './record.server.ts'
import { versions, versionTexts } from './schema/measures.ts'

/** Keeps a frozen text and returns its SHA-256 over canonical JSON (never over Yjs bytes). */
export async function keepText(tx: Tx, content: Json): Promise<string> {
  const sha256 = digest(canonicalJson(content))
  await tx.insert(versionTexts).values({ sha256, content }).onConflictDoNothing()
  return sha256
}

export async function findVersionText(
  db: Database | Tx,
  measureId: string,
  number: number,
): Promise<Json | null> {
  const [row] = await db
    .select({ content: versionTexts.content })
    .from(versions)
    .innerJoin(versionTexts, eq(versionTexts.sha256, versions.sha256))
    .where(and(eq(versions.measureId, measureId), eq(versions.number, number)))
  return row?.content ?? null
}
