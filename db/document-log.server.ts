import { and, asc, eq, gt, lte, sql } from 'drizzle-orm'
import * as Y from 'yjs'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { SignedUpdate } from '#app/text/stretches.ts'
import type { Database, PreparingDatabase, Tx } from './client.server.ts'
import {
  documents,
  documentUpdates,
  type DocumentPurpose,
  type DocumentStatus,
} from './schema/documents.ts'

/**
 * The log of a living text: the only truth about it. Rows are numbered without a gap by the row of
 * the document, which every append locks. What text they make: `document-text.server.ts`.
 */

export interface DocumentRecord {
  id: string
  measureId: string | null
  purpose: DocumentPurpose
  status: DocumentStatus
  epoch: number
  accessEpoch: number
  head: number
  schemaVersion: string
  /** The text that it took the place of; its own log begins after number `after`. */
  continues: string | null
  after: number
  isWithheld: boolean
}

export interface LoggedUpdate {
  seq: number
  update: Uint8Array
}

export async function findDocument(db: Database | Tx, id: string): Promise<DocumentRecord | null> {
  const [row] = await db.select(recordColumns).from(documents).where(eq(documents.id, id))
  return row ?? null
}

/** The text that took the place of one in the end. */
export async function findSuccessor(
  db: Database | Tx,
  document: DocumentRecord,
): Promise<DocumentRecord> {
  const [next] = await db
    .select(recordColumns)
    .from(documents)
    .where(eq(documents.continues, document.id))
  return next ? findSuccessor(db, next) : document
}

/** Holds the document until commit: nothing is appended meanwhile. */
export async function lockDocument(tx: Tx, id: string): Promise<DocumentRecord | null> {
  const [row] = await tx
    .select(recordColumns)
    .from(documents)
    .where(eq(documents.id, id))
    .for('no key update')
  return row ?? null
}

const recordColumns = {
  id: documents.id,
  measureId: documents.measureId,
  purpose: documents.purpose,
  status: documents.status,
  epoch: documents.epoch,
  accessEpoch: documents.accessEpoch,
  head: documents.head,
  schemaVersion: documents.schemaVersion,
  continues: documents.continues,
  after: documents.after,
  isWithheld: documents.isWithheld,
}

/** The text that had this number in its log: this one, or one that it took the place of. */
export async function findDocumentAt(
  db: Database | Tx,
  id: string,
  seq: number,
): Promise<DocumentRecord | null> {
  const document = await findDocument(db, id)
  if (!document?.continues || seq > document.after) return document
  return findDocumentAt(db, document.continues, seq)
}

/** One person's share of a round, or what the server itself repairs: then of nobody. */
export interface Share {
  personId: string | null
  delegation: DelegationCode | null
  update: Uint8Array
}

export interface Round {
  documentId: string
  /** The rights under which the shares were judged. */
  accessEpoch: number
  /** The number up to which the sender knows the log. */
  after: number
  /** Yjs client ids under which the shares add something. */
  clientIds: ReadonlySet<number>
  shares: readonly Share[]
  /** It answers what the log holds up to `after`: if anything follows on that, it is not appended. */
  isAnswer?: boolean
}

export type Appended =
  /** `missed`: what others had appended in between, to be read before the round's own. */
  | { ok: true; head: number; missed: LoggedUpdate[] }
  /**
   * gone, not-open, access-changed: what the round was judged on no longer holds. overlap: somebody
   * appended under one of the round's client ids, or anything behind what it answers; it must be judged
   * again on top of that.
   */
  | { ok: false; reason: 'gone' | 'not-open' | 'access-changed' | 'overlap' }

/** Of no document: it has a statement prepared, and appends nothing. */
const noShare: Share = { personId: null, delegation: null, update: new Uint8Array() }
const noRound: Round = {
  documentId: '00000000-0000-0000-0000-000000000000',
  accessEpoch: 0,
  after: 0,
  clientIds: new Set(),
  shares: [noShare],
}

/** PostgreSQL's number for `bytea`, which the driver has to be told for what is in an array. */
const byteaType = 17

/**
 * Commits rounds of different documents in one go, as far as nothing is in their way: nobody else
 * holds the document, its head is the one that the round was judged on, and so are the rights. Each
 * round is committed whole or not at all; returns the documents whose are. The rights are conditions
 * on the row that is locked, so no update commits after a withdrawal that committed first.
 */
export async function appendRounds(
  db: PreparingDatabase,
  rounds: readonly Round[],
): Promise<Set<string>> {
  const [round] = rounds
  const [share] = round?.shares ?? []
  if (!round || !share || rounds.length > 1 || round.shares.length > 1)
    return appendTogether(db, rounds)
  return (await appendAlone(db, round, share)) ? new Set([round.documentId]) : new Set()
}

/** The statement of `appendRounds`, for however many there are. */
async function appendTogether(
  { $client: driver }: PreparingDatabase,
  rounds: readonly Round[],
): Promise<Set<string>> {
  const shares = rounds.flatMap(({ documentId, after, shares }) =>
    shares.map((share, index) => ({ documentId, seq: after + index + 1, ...share })),
  )
  const updates = shares.map(({ update }) => update)
  // The same statement however many rounds and shares there are, so that it is prepared once: this is
  // by far the most frequent one, and planning it anew costs the database more than running it.
  const rows = await driver<{ id: string }[]>`
    WITH round AS (
      SELECT * FROM unnest(
        ${rounds.map(({ documentId }) => documentId)}::uuid[],
        ${rounds.map(({ after }) => after)}::bigint[],
        ${rounds.map(({ accessEpoch }) => accessEpoch)}::int[],
        ${rounds.map(({ shares }) => shares.length)}::int[]
      ) AS round (id, after, access_epoch, shares)
    ), free AS (
      SELECT documents.id, head + shares AS head FROM documents JOIN round USING (id)
      WHERE status = 'open' AND documents.access_epoch = round.access_epoch AND head = after
      FOR NO KEY UPDATE OF documents SKIP LOCKED
    ), moved AS (
      UPDATE documents SET head = free.head FROM free WHERE documents.id = free.id
      RETURNING documents.id
    ), added AS (
      INSERT INTO document_updates (document_id, seq, person_id, delegation, update)
      SELECT share.document_id, share.seq, share.person_id, share.delegation, share.update
      FROM moved JOIN unnest(
        ${shares.map(({ documentId }) => documentId)}::uuid[],
        ${shares.map(({ seq }) => seq)}::bigint[],
        ${shares.map(({ personId }) => personId)}::uuid[],
        ${shares.map(({ delegation }) => delegation)}::text[],
        ${driver.array(updates, byteaType)}
      ) AS share (document_id, seq, person_id, delegation, update)
        ON share.document_id = moved.id
    )
    SELECT id FROM moved`
  return new Set(rows.map(({ id }) => id))
}

/**
 * The same for what is most frequent, one person who writes into one text: without lists the database is
 * done with it sooner, most of all where it comes seldom and finds the processor asleep.
 */
async function appendAlone(
  { $client: driver }: PreparingDatabase,
  { documentId, after, accessEpoch }: Round,
  { personId, delegation, update }: Share,
): Promise<boolean> {
  const rows = await driver`
    WITH free AS (
      SELECT id FROM documents
      WHERE id = ${documentId} AND status = 'open' AND access_epoch = ${accessEpoch} AND head = ${after}
      FOR NO KEY UPDATE SKIP LOCKED
    ), moved AS (
      UPDATE documents SET head = head + 1 FROM free WHERE documents.id = free.id
      RETURNING documents.id, documents.head
    )
    INSERT INTO document_updates (document_id, seq, person_id, delegation, update)
    SELECT id, head, ${personId}::uuid, ${delegation}::text, ${update}::bytea FROM moved
    RETURNING seq`
  return rows.length === 1
}

/**
 * Opens every connection of the pool and has both statements prepared on it, so that nobody's first words
 * after a start wait for that.
 */
export async function prepareAppending(db: PreparingDatabase): Promise<void> {
  // The driver learns what an array of bytes is from its first connection.
  await db.$client`SELECT 1`
  const inEach = (prepare: () => Promise<unknown>) =>
    Promise.all(Array.from({ length: db.$client.options.max }, prepare))
  await inEach(() => appendTogether(db, []))
  await inEach(() => appendAlone(db, noRound, noShare))
}

/** Commits one round, all of it or nothing. */
export async function appendRound(db: PreparingDatabase, round: Round): Promise<Appended> {
  const done = await appendRounds(db, [round])
  return done.has(round.documentId) ? asJudged(round) : appendBehindOthers(db, round)
}

/** A round is in the log where it was judged to come. */
export function asJudged({ after, shares }: Round): Appended {
  return { ok: true, head: after + shares.length, missed: [] }
}

class Overlap extends Error {}

/** The slow way, when the log has gone on without us or something else does not hold. */
export async function appendBehindOthers(db: Database, round: Round): Promise<Appended> {
  try {
    return await db.transaction(async (tx) => {
      const [moved] = await tx
        .update(documents)
        .set({ head: sql`${documents.head} + ${round.shares.length}` })
        .where(
          and(
            eq(documents.id, round.documentId),
            eq(documents.status, 'open'),
            eq(documents.accessEpoch, round.accessEpoch),
          ),
        )
        .returning({ head: documents.head })
      if (!moved) return { ok: false, reason: await findReason(tx, round.documentId) }
      const before = moved.head - round.shares.length
      const missed = await readUpdates(tx, round.documentId, round.after, before)
      const isOverlap = ({ update }: LoggedUpdate) =>
        round.isAnswer === true || addsUnder(update, round.clientIds)
      if (missed.some(isOverlap)) throw new Overlap()
      await tx.insert(documentUpdates).values(
        round.shares.map((share, index) => ({
          documentId: round.documentId,
          seq: before + index + 1,
          ...share,
        })),
      )
      return { ok: true, head: moved.head, missed }
    })
  } catch (error) {
    if (error instanceof Overlap) return { ok: false, reason: 'overlap' }
    throw error
  }
}

async function findReason(tx: Tx, id: string) {
  const document = await findDocument(tx, id)
  if (!document) return 'gone'
  return document.status === 'open' ? 'access-changed' : 'not-open'
}

function addsUnder(update: Uint8Array, clientIds: ReadonlySet<number>): boolean {
  return [...Y.parseUpdateMeta(update).to.keys()].some((clientId) => clientIds.has(clientId))
}

/** What was appended after `after`, up to and with `upTo`, in order. */
export async function readUpdates(
  db: Database | Tx,
  id: string,
  after: number,
  upTo: number,
): Promise<LoggedUpdate[]> {
  if (upTo <= after) return []
  const updates = await db
    .select({ seq: documentUpdates.seq, update: documentUpdates.update })
    .from(documentUpdates)
    .where(isBetween(id, after, upTo))
    .orderBy(asc(documentUpdates.seq))
  return allThere(id, updates)
}

/** The same, each with who made it and when. */
export async function readSignedUpdates(
  db: Database | Tx,
  id: string,
  after: number,
  upTo: number,
): Promise<(LoggedUpdate & SignedUpdate)[]> {
  if (upTo <= after) return []
  const { seq, update, personId, delegation, at } = documentUpdates
  const updates = await db
    .select({ seq, update, personId, delegation, at })
    .from(documentUpdates)
    .where(isBetween(id, after, upTo))
    .orderBy(asc(seq))
  return allThere(id, updates)
}

function isBetween(id: string, after: number, upTo: number) {
  const { documentId, seq } = documentUpdates
  return and(eq(documentId, id), gt(seq, after), lte(seq, upTo))
}

function allThere<Update extends LoggedUpdate>(id: string, updates: Update[]): Update[] {
  if (updates.some(({ update }) => update.byteLength === 0)) throw new Withheld(id)
  return updates
}

/** Thrown where what a log held was withheld. */
export class Withheld extends Error {
  override name = 'Withheld'
  constructor(documentId: string) {
    super(`what the log of ${documentId} held was withheld`)
  }
}
