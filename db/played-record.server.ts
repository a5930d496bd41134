import { and, asc, getTableName, gt, inArray, lte, or, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { eventSchema, type RecordedEvent } from '#app/measures/events.ts'
import type { Database, Tx } from './client.server.ts'
import { isAboutPeople, project } from './projections/project.server.ts'
import {
  comments,
  credits,
  insideReplies,
  placements,
  positions,
  replies,
  threads,
} from './schema/comments.ts'
import { jointComments, jointMembers } from './schema/joint-comments.ts'
import { languageHolders, languagePackages, languageVersions } from './schema/languages.ts'
import {
  adoptions,
  attachments,
  measures,
  nationalSteps,
  notificationAddressees,
  notificationQuestions,
  notifications,
  parallelDrafts,
  translations,
  versions,
} from './schema/measures.ts'
import { events, seals } from './schema/record.ts'
import {
  compilationEntries,
  compilations,
  entries,
  entryCoverages,
  informationNoteLines,
  informationNotes,
  refusals,
  requirements,
} from './schema/register.ts'
import { withholdings } from './schema/withholdings.ts'
import { wordNotes } from './schema/word.ts'

/**
 * The record played again, by the same projections as when it happened, into empty tables of the same names
 * that one transaction finds before the ones that are read.
 */

/** Every table that the record alone fills; people, living texts and files that were attached are others. */
export const derivedTables: readonly PgTable[] = [
  measures,
  versions,
  translations,
  threads,
  placements,
  comments,
  insideReplies,
  replies,
  credits,
  positions,
  jointComments,
  jointMembers,
  parallelDrafts,
  nationalSteps,
  adoptions,
  notifications,
  notificationAddressees,
  notificationQuestions,
  entries,
  entryCoverages,
  compilations,
  compilationEntries,
  informationNotes,
  informationNoteLines,
  requirements,
  refusals,
  wordNotes,
  languageVersions,
  languageHolders,
  languagePackages,
  seals,
  withholdings,
]

/** Written to by acts, and filled by something else first. */
const besides: readonly PgTable[] = [attachments]

/** How many rows are read at once. */
const batch = 1_000

export interface Part {
  /** Acts of these files alone, and compilations, which are of many. */
  measureIds?: readonly string[]
  /** Up to this act of the record. */
  upTo?: number
  /** What is to be played instead of some acts, by their numbers. */
  instead?: ReadonlyMap<number, RecordedEvent>
}

/** Plays the record, or a part of it. From here on until `forgetPlayed`, queries in `tx` find what it gives. */
export async function playRecord(tx: Tx, part: Part = {}): Promise<void> {
  await makeEmpty(tx, [...derivedTables, ...besides])
  await playActs(tx, part)
}

/**
 * The files whose acts are played together: editions go from a list to what amends it, and links with parallel
 * drafts lead into other files.
 */
export async function findFamily(tx: Database | Tx, measureId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    WITH RECURSIVE family (id) AS (
      SELECT ${measureId}::uuid
      UNION
      SELECT related.id FROM family
      JOIN public.measures own ON own.id = family.id
      JOIN public.measures related ON related.changes = own.id OR related.id = own.changes
    )
    SELECT id FROM family
    UNION SELECT other_id FROM public.parallel_drafts WHERE measure_id = ${measureId}
    UNION SELECT measure_id FROM public.parallel_drafts WHERE other_id = ${measureId}`)
  return rows.map(({ id }) => id)
}

/** Queries find the tables again that screens read. */
export async function forgetPlayed(tx: Tx): Promise<void> {
  for (const table of [...derivedTables, ...besides])
    await tx.execute(sql`DROP TABLE pg_temp.${sql.identifier(getTableName(table))}`)
}

/** Tables of the same names and forms, which this transaction finds before the ones that are read. */
async function makeEmpty(tx: Tx, tables: readonly PgTable[]): Promise<void> {
  const made = tables.map((table) => {
    const name = getTableName(table)
    return `CREATE TEMPORARY TABLE "${name}" (LIKE public."${name}" INCLUDING ALL) ON COMMIT DROP;`
  })
  await tx.execute(sql.raw(`DO $$ BEGIN ${made.join(' ')} END $$`))
}

async function playActs(tx: Tx, { measureIds, upTo, instead }: Part): Promise<void> {
  const isMeant = and(
    measureIds
      ? or(
          inArray(events.measureId, [...measureIds]),
          inArray(events.type, ['compilation-recorded', 'publication-corrected']),
        )
      : undefined,
    upTo === undefined ? undefined : lte(events.id, upTo),
  )
  for (let last = 0; ;) {
    const rows = await tx
      .select()
      .from(events)
      .where(and(gt(events.id, last), isMeant))
      .orderBy(asc(events.id))
      .limit(batch)
    for (const { id, measureId, personId, delegation, at, lane, content } of rows) {
      const event = instead?.get(id) ?? eventSchema.parse(JSON.parse(content))
      if (isAboutPeople(event)) continue
      const actor = delegation && personId ? { personId, delegation, officeId: null } : null
      await project(tx, event, { measureId, actor, at, lane })
    }
    const end = rows.at(-1)
    if (!end) return
    last = end.id
  }
}
