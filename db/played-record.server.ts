import { and, asc, getTableName, gt, inArray, lte, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { eventSchema, type RecordedEvent } from '#app/measures/events.ts'
import type { Tx } from './client.server.ts'
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
  entryParameters,
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
  entryParameters,
  entryCoverages,
  compilations,
  compilationEntries,
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
  /** Acts of these files alone. */
  measureIds?: readonly string[]
  /** Up to this act of the record. */
  upTo?: number
  /** What is to be played instead of some acts, by their numbers. */
  instead?: ReadonlyMap<number, RecordedEvent>
}

/** Plays the record, or a part of it. From here on until `forgetPlayed`, queries in `tx` find what it gives. */
export async function playRecord(tx: Tx, part: Part = {}): Promise<void> {
  for (const table of [...derivedTables, ...besides]) await makeEmpty(tx, table)
  await playActs(tx, part)
}

/** Queries find the tables again that screens read. */
export async function forgetPlayed(tx: Tx): Promise<void> {
  for (const table of [...derivedTables, ...besides])
    await tx.execute(sql`DROP TABLE pg_temp.${sql.identifier(getTableName(table))}`)
}

/** A table of the same name and form, which this transaction finds before the one that is read. */
async function makeEmpty(tx: Tx, table: PgTable): Promise<void> {
  const name = sql.identifier(getTableName(table))
  await tx.execute(
    sql`CREATE TEMPORARY TABLE ${name} (LIKE public.${name} INCLUDING ALL) ON COMMIT DROP`,
  )
}

async function playActs(tx: Tx, { measureIds, upTo, instead }: Part): Promise<void> {
  const isMeant = and(
    measureIds ? inArray(events.measureId, [...measureIds]) : undefined,
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
