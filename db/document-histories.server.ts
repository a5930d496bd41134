import { createHash } from 'node:crypto'
import { and, asc, eq, inArray, lt } from 'drizzle-orm'
import { z } from 'zod'
import { TextHistory, type KeptHistory } from '#app/text/authorship.ts'
import { type DelegationCode, delegationCodes } from '#app/measures/delegation-codes.ts'
import { type Stretch, Stretches } from '#app/text/stretches.ts'
import type { Database } from './client.server.ts'
import { readSignedUpdates } from './document-log.server.ts'
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
const open = new Kept<SignedHistory>(64_000_000)

/** A text with all that it ever held, and who wrote at it when. */
export interface SignedHistory {
  readonly history: TextHistory
  readonly signed: Stretches
}

/** The history of a text up to update `head` at least. */
export async function readHistory(db: Database, id: string, head: number): Promise<TextHistory> {
  return (await readSignedHistory(db, id, head)).history
}

/** The history of a text up to update `head` at least, with who wrote when. */
export async function readSignedHistory(
  db: Database,
  id: string,
  head: number,
): Promise<SignedHistory> {
  const known = open.get(id)
  const found = known ?? (await findKept(db, id)) ?? beginning()
  const { history, signed } = found
  const first = history.seq
  if (first < head) {
    const log = await readSignedUpdates(db, id, first, head)
    history.take(log)
    signed.take(log)
  }
  if (history.seq < head) throw new Error(`the log of ${id} has a hole`)
  const isGrown = history.seq - first > replayedAtMost
  if (!known || isGrown) {
    const kept = history.keep()
    open.keep(id, found, kept.state.byteLength)
    if (isGrown) await keep(db, id, kept, signed)
  }
  return found
}

function beginning(): SignedHistory {
  return { history: TextHistory.begin(), signed: new Stretches() }
}

async function findKept(db: Database, id: string): Promise<SignedHistory | null> {
  const [row] = await db
    .select()
    .from(documentHistories)
    .where(eq(documentHistories.documentId, id))
  if (!row) return null
  if (hashOf(row) === row.sha256) {
    const stretches = keptStretches.parse(row.signed).map(fromList)
    return { history: TextHistory.from(row), signed: Stretches.from(stretches, row.seq) }
  }
  await db.delete(documentHistories).where(eq(documentHistories.documentId, id))
  return null
}

async function keep(db: Database, documentId: string, kept: KeptHistory, stretches: Stretches) {
  const signed = stretches.upTo(kept.seq).map(asList)
  const row = { ...kept, signed, sha256: hashOf({ ...kept, signed }) }
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

function hashOf({ seq, state, inserted, deleted, signed }: KeptHistory & { signed: unknown }) {
  return createHash('sha256')
    .update(state)
    .update(JSON.stringify([seq, inserted, deleted, signed]))
    .digest('hex')
}

const keptStretches = z.array(
  z.tuple([z.int(), z.int(), z.string(), z.enum(delegationCodes), z.number(), z.number()]),
)
type KeptStretch = z.infer<typeof keptStretches>[number]

function asList({ from, to, personId, delegation, began, ended }: Stretch): KeptStretch {
  return [from, to, personId, delegation, began, ended]
}

function fromList([from, to, personId, delegation, began, ended]: KeptStretch): Stretch {
  return { from, to, personId, delegation, began, ended }
}

/** Somebody who wrote: the name and office that the person has now. */
export interface Writer {
  name: string
  office: string | null
}

/** By the ids of people. */
export async function findWriters(
  db: Database,
  ids: Iterable<string>,
): Promise<Map<string, Writer>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .select({ id: people.id, name: people.name, office: offices.nameEn })
    .from(people)
    .leftJoin(offices, eq(offices.id, people.officeId))
    .where(inArray(people.id, wanted))
  return new Map(rows.map(({ id, ...writer }) => [id, writer]))
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

/** Of these updates of a log, in order. */
export async function readSignaturesOf(
  db: Database,
  id: string,
  numbers: readonly number[],
): Promise<Signature[]> {
  if (numbers.length === 0) return []
  const { documentId, seq, personId, delegation, at } = documentUpdates
  const rows = await db
    .select({ seq, personId: people.id, name: people.name, office: offices.nameEn, delegation, at })
    .from(documentUpdates)
    .innerJoin(people, eq(people.id, personId))
    .leftJoin(offices, eq(offices.id, people.officeId))
    .where(and(eq(documentId, id), inArray(seq, [...new Set(numbers)])))
    .orderBy(asc(seq))
  return rows.flatMap(({ delegation, ...row }) => (delegation ? [{ ...row, delegation }] : []))
}
