import { asc, eq, gte } from 'drizzle-orm'
import { digest, hashOf } from '#app/proof/event-hash.ts'
import { envelopeOf } from '#db/chain.server.ts'
import type { Tx } from '#db/client.server.ts'
import { events } from '#db/schema/record.ts'

/** As somebody who owns the database can: another content of one event, and all hashes made anew behind it. */
export async function rewriteFrom(tx: Tx, from: number): Promise<void> {
  const rows = await tx.select().from(events).where(gte(events.id, from)).orderBy(asc(events.id))
  let previous = rows[0]?.previousHash ?? ''
  for (const [index, row] of rows.entries()) {
    const content = index === 0 ? row.content.replace('"', ' "') : row.content
    const changed = { content, contentHash: digest(content), previousHash: previous }
    const hash = hashOf(envelopeOf({ ...row, ...changed }))
    await tx
      .update(events)
      .set({ ...changed, hash })
      .where(eq(events.id, row.id))
    previous = hash
  }
}
