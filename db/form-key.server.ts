import { sql } from 'drizzle-orm'
import type { Tx } from './client.server.ts'

/** Makes two posts of the same form wait for each other, so that the second one sees what the first did. */
export async function holdFormKey(tx: Tx, key: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}
