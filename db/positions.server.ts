import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Position } from '#app/measures/position.ts'
import type { Database, Tx } from './client.server.ts'
import { positions } from './schema/comments.ts'

/** What a delegation said last about a file as a whole, or about one entry of it. */
export async function findStanding(
  db: Database | Tx,
  measureId: string,
  delegation: DelegationCode,
  entryCode: string | null,
): Promise<Position | null> {
  const [row] = await db
    .select()
    .from(positions)
    .where(
      and(
        eq(positions.measureId, measureId),
        eq(positions.delegation, delegation),
        entryCode === null ? isNull(positions.entryCode) : eq(positions.entryCode, entryCode),
        isNull(positions.supersededBy),
      ),
    )
  return row ? positionOf(row) : null
}

/** The position that a form's key has made, in this file or another. */
export async function findPosition(
  db: Database | Tx,
  id: string,
): Promise<(Position & { measureId: string }) | null> {
  const [row] = await db.select().from(positions).where(eq(positions.id, id))
  return row ? { ...positionOf(row), measureId: row.measureId } : null
}

export interface StatedPosition extends Position {
  statedAt: Date
  isSuperseded: boolean
}

/** Everything that was stated on a file, or by some delegations, oldest first. */
export async function findPositions(
  db: Database | Tx,
  measureId: string,
  by: readonly DelegationCode[] | null = null,
): Promise<StatedPosition[]> {
  const rows = await db
    .select()
    .from(positions)
    .where(
      and(
        eq(positions.measureId, measureId),
        by ? inArray(positions.delegation, [...by]) : undefined,
      ),
    )
    .orderBy(asc(positions.statedAt), asc(positions.id))
  return rows.map((row) => ({
    ...positionOf(row),
    statedAt: row.statedAt,
    isSuperseded: row.supersededBy !== null,
  }))
}

function positionOf(row: typeof positions.$inferSelect): Position {
  const { id, versionId, delegation, entryCode, stance, intentions, reasons, audience } = row
  return { id, versionId, delegation, entryCode, stance, intentions, reasons, audience }
}
