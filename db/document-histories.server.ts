import { createHash } from 'node:crypto'
import { and, asc, eq, inArray, lt, lte, type SQL } from 'drizzle-orm'
import { TextHistory, type KeptHistory } from '#app/text/authorship.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Database } from './client.server.ts'
import { readUpdates } from './document-log.server.ts'
import { unlessWithheld } from './document-text.server.ts'
import { Kept } from './kept.server.ts'
import { documentHistories, documentUpdates } from './schema/documents.ts'
import { offices, people } from './schema/people.ts'

/**
 * Texts with all that they ever held, for reading who wrote what. Each is made from the log, kept in
 * memory while it is looked at, and now and then in the database, so that a long log is not replayed
 * from its beginning. It only ever grows: whoever asks for an earlier moment reads past what came later.
 */

/** So many updates are replayed without keeping the outcome. */
const replayedAtMost = 500

/** Weighed in bytes of their states. */
const open = new Kept<TextHistory>(64_000_000)

/** The history of a text up to update `head` at least. */
export async function readHistory(db: Database, id: string, head: number): Promise<TextHistory> {
  const known = open.get(id)
  const stored = known ? null : await findKept(db, id)
  const history = known ?? (stored ? TextHistory.from(stored) : TextHistory.begin())
  const first = history.seq
  if (first < head) history.take(await readUpdates(db, id, first, head))
  if (history.seq < head) throw new Error(`the log of ${id} has a hole`)
  const isGrown = history.seq - first > replayedAtMost
  if (!known || isGrown) {
    const kept = history.keep()
    open.keep(id, history, kept.state.byteLength)
    if (isGrown) await keep(db, id, kept)
  }
  return history
}

async function findKept(db: Database, id: string): Promise<KeptHistory | null> {
  const [row] = await db
    .select()
    .from(documentHistories)
    .where(eq(documentHistories.documentId, id))
  if (!row) return null
  if (hashOf(row) === row.sha256) return row
  await db.delete(documentHistories).where(eq(documentHistories.documentId, id))
  return null
}

async function keep(db: Database, documentId: string, kept: KeptHistory) {
  const row = { ...kept, sha256: hashOf(kept) }
  await unlessWithheld(db, documentId, (tx) =>
    tx
      .insert(documentHistories)
      .values({ documentId, ...row })
      .onConflictDoUpdate({
        target: documentHistories.documentId,
        set: row,
        setWhere: lt(documentHistories.seq, kept.seq),
      }),
  )
}

function hashOf({ seq, state, inserted, deleted }: KeptHistory): string {
  return createHash('sha256')
    .update(state)
    .update(JSON.stringify([seq, inserted, deleted]))
    .digest('hex')
}

/** Who made an update, and when: the name and office that the person has now. */
export interface Signature {
  seq: number
  personId: string
  name: string
  office: string | null
  delegation: DelegationCode
  at: Date
}

/** Of every update of a log up to `head` that somebody made, in order. */
export function readSignatures(db: Database, id: string, head: number): Promise<Signature[]> {
  return signaturesWhere(db, id, lte(documentUpdates.seq, head))
}

/** Of these updates of a log, in order. */
export async function readSignaturesOf(
  db: Database,
  id: string,
  numbers: readonly number[],
): Promise<Signature[]> {
  return numbers.length === 0
    ? []
    : signaturesWhere(db, id, inArray(documentUpdates.seq, [...new Set(numbers)]))
}

async function signaturesWhere(db: Database, id: string, isMeant: SQL): Promise<Signature[]> {
  const { documentId, seq, personId, delegation, at } = documentUpdates
  const rows = await db
    .select({ seq, personId: people.id, name: people.name, office: offices.nameEn, delegation, at })
    .from(documentUpdates)
    .innerJoin(people, eq(people.id, personId))
    .leftJoin(offices, eq(offices.id, people.officeId))
    .where(and(eq(documentId, id), isMeant))
    .orderBy(asc(seq))
  return rows.flatMap(({ delegation, ...row }) => (delegation ? [{ ...row, delegation }] : []))
}
