import { eq, sql } from 'drizzle-orm'
import type { Tx } from './client.server.ts'
import { sentForms } from './schema/record.ts'

/**
 * What stood in the form that was done under this key; null while the key is unused. Two posts of one
 * form wait for each other here, so that the second one sees what the first did.
 */
export async function lockSentForm(tx: Tx, key: string): Promise<string | null> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
  const [row] = await tx.select().from(sentForms).where(eq(sentForms.key, key))
  return row?.contentHash ?? null
}

export async function keepSentForm(tx: Tx, key: string, contentHash: string): Promise<void> {
  await tx.insert(sentForms).values({ key, contentHash })
}
