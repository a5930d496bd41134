import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from './client.server.ts'
import { setAside } from './schema/withholdings.ts'

/**
 * What was withheld, moved to where nobody looks: from here it goes back, or is gone for good. Its holders:
 * `act` by its number, `text`, `pack` and `manifest` by their hashes, `part` by seal and commitment, `attachment` by its
 * id, and `update` by the document and its number.
 */
export type Holder =
  | 'act'
  | 'text'
  | 'pack'
  | 'manifest'
  | 'part'
  | 'attachment'
  | 'attachment-bytes'
  | 'update'

export interface Aside {
  key: string
  content: Uint8Array
}

export async function putAside(
  tx: Tx,
  withholdingId: string,
  holder: Holder,
  things: readonly { key: string; content: string | Uint8Array }[],
): Promise<void> {
  for (let from = 0; from < things.length; from += 500) {
    const rows = things.slice(from, from + 500).map(({ key, content }) => ({
      withholdingId,
      holder,
      key,
      content: typeof content === 'string' ? Buffer.from(content, 'utf8') : content,
    }))
    await tx.insert(setAside).values(rows)
  }
}

/** What of one kind was put aside, to be put back. */
export function takeBack(tx: Tx, withholdingId: string, holder: Holder): Promise<Aside[]> {
  return tx
    .select({ key: setAside.key, content: setAside.content })
    .from(setAside)
    .where(and(eq(setAside.withholdingId, withholdingId), eq(setAside.holder, holder)))
}

/** Whether anything of it is still there. */
export async function countAside(tx: Tx, withholdingId: string): Promise<number> {
  return tx.$count(setAside, eq(setAside.withholdingId, withholdingId))
}

/** For good. */
export async function discardAside(tx: Tx, withholdingId: string): Promise<void> {
  await tx.delete(setAside).where(eq(setAside.withholdingId, withholdingId))
}

/** Lets this transaction alone change words of what was released (`0030_withhold-and-purge.sql`). */
export async function allowWithholding(tx: Tx): Promise<void> {
  await tx.execute(sql`SELECT set_config('concert.withholding', 'on', true)`)
}
