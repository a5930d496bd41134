import { eq } from 'drizzle-orm'
import type { Database, Tx } from './client.server.ts'
import { people } from './schema/people.ts'

/** Where a person wants to be written to. It is theirs to change and says nothing of who they are. */
export async function findAddress(db: Database | Tx, personId: string): Promise<string | null> {
  const [row] = await db.select({ email: people.email }).from(people).where(eq(people.id, personId))
  return row?.email ?? null
}

export async function setAddress(tx: Tx, personId: string, email: string | null): Promise<void> {
  await tx.update(people).set({ email }).where(eq(people.id, personId))
}
