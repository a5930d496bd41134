import { randomBytes } from 'node:crypto'
import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { EventOf } from '#app/measures/events.ts'
import { recordSealed, type SealedAct } from '#app/measures/events/proof.ts'
import { type PlannedPart, type SealState, type Sight, withBlanks } from '#app/measures/seal.ts'
import { commitmentOf, type SealedPart, sealOf } from '#app/proof/sealed-record.ts'
import { canonicalJson, type Json } from '#app/text/canonical.ts'
import { envelopeOf } from './chain.server.ts'
import { findLastCheckpoint } from './checkpoints.server.ts'
import type { Database, Tx } from './client.server.ts'
import { events, sealedParts, seals } from './schema/record.ts'

/** Keeps the parts, each with a salt of its own, and returns the hash over all of them. */
export async function keepParts(
  tx: Tx,
  sealId: string,
  planned: readonly PlannedPart[],
): Promise<string> {
  const rows = withBlanks(planned).map(({ name, content: planned, sight }) => {
    const salt = randomBytes(16).toString('hex')
    const content = canonicalJson(planned)
    const commitment = commitmentOf({ name, salt, content: readJson(content) })
    return { sealId, name, salt, content, sight, commitment }
  })
  for (let from = 0; from < rows.length; from += 1_000) {
    await tx.insert(sealedParts).values(rows.slice(from, from + 1_000))
  }
  return sealOf(rows.map(({ commitment }) => commitment))
}

export interface Seal {
  id: string
  measureId: string | null
  /** The last event that it covers is the one before it. */
  event: ReturnType<typeof envelopeOf>
  content: EventOf<'record-sealed'>
}

/** What was sealed last of this adoption, notification or compilation. */
export async function findSeal(
  db: Database | Tx,
  of: SealedAct,
  subjectId: string,
): Promise<Seal | null> {
  const [row] = await db
    .select({ seal: seals, event: events })
    .from(seals)
    .innerJoin(
      events,
      and(
        eq(events.type, 'record-sealed'),
        sql`${events.content}::jsonb ->> 'sealId' = ${seals.id}::text`,
      ),
    )
    .where(and(eq(seals.of, of), eq(seals.subjectId, subjectId)))
    .orderBy(desc(events.id))
    .limit(1)
  if (!row) return null
  const { seal, event } = row
  const content = recordSealed.parse(JSON.parse(event.content))
  return { id: seal.id, measureId: seal.measureId, event: envelopeOf(event), content }
}

export async function findSealState(
  db: Database | Tx,
  of: SealedAct,
  subjectId: string,
): Promise<SealState> {
  const seal = await findSeal(db, of, subjectId)
  if (!seal) return 'none'
  const last = await findLastCheckpoint(db)
  return last && last.size >= seal.event.id ? 'ready' : 'waiting'
}

export interface KeptPart extends SealedPart {
  commitment: string
  sight: Sight
}

export async function findParts(db: Database | Tx, sealId: string): Promise<KeptPart[]> {
  const rows = await db.select().from(sealedParts).where(eq(sealedParts.sealId, sealId))
  return rows.map(({ name, salt, content, commitment, sight }) => {
    // Of a part that was withheld the commitment alone is left, which nobody is shown more of.
    const shown = content === '' ? null : readJson(content)
    return { name, salt, content: shown, commitment, sight }
  })
}

function readJson(text: string): Json {
  return z.json().parse(JSON.parse(text))
}
