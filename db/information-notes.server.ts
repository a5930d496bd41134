import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { type NoteLine, noteLine } from '#app/measures/information-note.ts'
import type { Day } from '#app/measures/measure.ts'
import { adoptedBy } from './adoptions.server.ts'
import type { Database, Tx } from './client.server.ts'
import { isOnDesk, wasNotified } from './commission-desk.server.ts'
import { adoptions, measures } from './schema/measures.ts'
import { informationNoteLines, informationNotes } from './schema/register.ts'

export interface InformationNote {
  id: string
  ojReference: string
  publishedOn: Day
  title: string
  url: string | null
  note: string
}

const columns = {
  id: informationNotes.id,
  ojReference: informationNotes.ojReference,
  publishedOn: informationNotes.publishedOn,
  title: informationNotes.title,
  url: informationNotes.url,
  note: informationNotes.note,
}

/** All of them, the newest first. There is one in some years. */
export function findInformationNotes(db: Database | Tx): Promise<InformationNote[]> {
  return db
    .select(columns)
    .from(informationNotes)
    .orderBy(desc(informationNotes.publishedOn), desc(informationNotes.recordedAt))
}

/** Recorded one at a time, so that each is judged against the one before it. */
export async function lockInformationNotes(tx: Tx): Promise<void> {
  await tx.execute(sql`LOCK TABLE ${informationNotes} IN SHARE ROW EXCLUSIVE MODE`)
}

/** What a note says, in the order in which it says it. */
export async function findNoteLines(db: Database | Tx, noteId: string): Promise<NoteLine[]> {
  const rows = await db
    .select({ line: informationNoteLines.line })
    .from(informationNoteLines)
    .where(eq(informationNoteLines.noteId, noteId))
    .orderBy(asc(informationNoteLines.position))
  return rows.map(({ line }) => noteLine.parse(line))
}

/**
 * The measures that a note can name, in the order in which they were adopted: those on the Commission's
 * desk that stand on a day, and those that the last note names.
 */
export async function findNotable(
  db: Database | Tx,
  on: Day,
  named: readonly string[],
): Promise<{ id: string; wasNotified: boolean }[]> {
  const end = sql`coalesce(${adoptions.repealedOn}, ${adoptions.expiredOn})`
  return db
    .select({ id: measures.id, wasNotified: sql<boolean>`${wasNotified}` })
    .from(adoptions)
    .innerJoin(measures, eq(measures.id, adoptions.measureId))
    .where(
      and(
        sql`${measures.kind} NOT IN ('amendment', 'repeal')`,
        or(
          and(isOnDesk, sql`(${end} IS NULL OR ${end} > ${on}::date)`),
          named.length > 0 ? inArray(measures.id, [...named]) : undefined,
        ),
      ),
    )
    .orderBy(sql`${adoptedBy} ASC NULLS LAST`, asc(measures.reference))
}
