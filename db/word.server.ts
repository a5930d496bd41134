import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { anchorSchema, type Anchor } from '#app/measures/anchor.ts'
import type { NoteOutcome } from '#app/measures/brought-in.ts'
import type { WordDocument } from '#app/word/read-word.ts'
import type { Database, Tx } from './client.server.ts'
import { wordNotes, wordUploads } from './schema/word.ts'

export interface WordUpload {
  id: string
  measureId: string
  versionId: string | null
  /** Of a courtesy translation of the version, or of entries; null for an answer to it, and for the draft. */
  language: string | null
  personId: string
  name: string
  sha256: string
  document: WordDocument
}

/** Keeps what was read until it is brought in; what the same person sent before goes, and what is a day old. */
export async function keepUpload(db: Database, upload: WordUpload): Promise<void> {
  const { personId } = upload
  await db.transaction(async (tx) => {
    await tx
      .delete(wordUploads)
      .where(
        or(
          eq(wordUploads.personId, personId),
          lt(wordUploads.sentAt, sql`clock_timestamp() - interval '1 day'`),
        ),
      )
    await tx.insert(wordUploads).values(upload)
  })
}

/** One's own. */
export async function findUpload(
  db: Database | Tx,
  { id, measureId, personId }: Pick<WordUpload, 'id' | 'measureId' | 'personId'>,
): Promise<WordUpload | null> {
  const [row] = await db
    .select()
    .from(wordUploads)
    .where(
      and(
        eq(wordUploads.id, id),
        eq(wordUploads.measureId, measureId),
        eq(wordUploads.personId, personId),
      ),
    )
  // It was written by us from what our own reader had made.
  return row ? { ...row, document: row.document as WordDocument } : null
}

export async function forgetUpload(tx: Tx, id: string): Promise<void> {
  await tx.delete(wordUploads).where(eq(wordUploads.id, id))
}

export interface KeptNote {
  id: string
  kind: 'comment' | 'proposal'
  anchor: Anchor
  documentSeq: number
  author: string
  statedAt: Date | null
  text: string
  before: string
  after: string
  wording: string | null
  answers: string | null
  isResolved: boolean
  outcome: NoteOutcome | null
}

/** What was said in Word and nobody has settled, in the order of the document. */
export async function findOpenNotes(db: Database | Tx, measureId: string): Promise<KeptNote[]> {
  const rows = await db
    .select()
    .from(wordNotes)
    .where(and(eq(wordNotes.measureId, measureId), isNull(wordNotes.settledAt)))
    .orderBy(asc(wordNotes.documentSeq), asc(wordNotes.position))
  return rows.map(noteOf)
}

/** Also what was settled. */
export async function findAllNotes(db: Database | Tx, measureId: string): Promise<KeptNote[]> {
  const rows = await db.select().from(wordNotes).where(eq(wordNotes.measureId, measureId))
  return rows.map(noteOf)
}

export async function findNote(
  db: Database | Tx,
  measureId: string,
  id: string,
): Promise<KeptNote | null> {
  const [row] = await db
    .select()
    .from(wordNotes)
    .where(and(eq(wordNotes.measureId, measureId), eq(wordNotes.id, id)))
  return row ? noteOf(row) : null
}

function noteOf(row: typeof wordNotes.$inferSelect): KeptNote {
  return { ...row, anchor: anchorSchema.parse(row.anchor) }
}
