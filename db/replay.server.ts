import { asc, getTableName, gt, sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { eventSchema } from '#app/measures/events.ts'
import { digest } from '#app/proof/event-hash.ts'
import { canonicalJson, type Json } from '#app/text/canonical.ts'
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
import {
  languageHolders,
  languagePackages,
  languageVersions,
  packageManifests,
} from './schema/languages.ts'
import { jointComments, jointMembers } from './schema/joint-comments.ts'
import {
  adoptions,
  attachments,
  measures,
  nationalSteps,
  notificationAddressees,
  notificationPacks,
  notificationQuestions,
  notifications,
  parallelDrafts,
  translations,
  versions,
  versionTexts,
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
import { wordNotes } from './schema/word.ts'

/**
 * What the record gives when it is played again from its first event, held against the tables that
 * screens read. Whoever changes a table without an act is found by it, row by row.
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
]

/** Written to by acts, and filled by something else first. */
const besides: readonly PgTable[] = [attachments]

/** Texts that versions, notifications and packages of language versions name by their hash. */
const hashedTexts = [versionTexts, notificationPacks, packageManifests] as const

/** To which office a writer belonged then is not in the record. */
const notRecorded = ['office_id']

/** A row that is not what the record gives; `row`: its primary key, by the names of its columns. */
export interface ReplayFault {
  table: string
  row: Readonly<Record<string, unknown>>
  /** changed: it stands otherwise. missing: it does not stand there. added: the record has none such. */
  fault: 'changed' | 'missing' | 'added' | 'not-its-hash'
}

/** How many rows are read at once. */
const batch = 1_000

/** The first row of each table that is not as the record has it, at one moment. Nothing is changed. */
export async function replay(db: Database): Promise<ReplayFault[]> {
  const played = db.transaction(
    async (tx) => {
      throw new Played(await replayIn(tx))
    },
    // Acts go on meanwhile: the record and the tables are read as they were when this began.
    { isolationLevel: 'repeatable read' },
  )
  return played.catch((error: unknown) => {
    if (error instanceof Played) return error.faults
    throw error
  })
}

/** The same in a transaction that keeps nothing of what is done in it. */
export async function replayIn(tx: Tx): Promise<ReplayFault[]> {
  const faults: ReplayFault[] = []
  for (const table of [...derivedTables, ...besides]) await makeEmpty(tx, table)
  await playAll(tx)
  for (const table of derivedTables) faults.push(...(await compare(tx, table)))
  for (const table of hashedTexts) faults.push(...(await findForged(tx, table)))
  return faults
}

/** Ends the transaction with nothing kept of it. */
class Played extends Error {
  constructor(readonly faults: ReplayFault[]) {
    super('played')
  }
}

/** A table of the same name and form, which this transaction finds before the one that is read. */
async function makeEmpty(tx: Tx, table: PgTable): Promise<void> {
  const name = sql.identifier(getTableName(table))
  await tx.execute(
    sql`CREATE TEMPORARY TABLE ${name} (LIKE public.${name} INCLUDING ALL) ON COMMIT DROP`,
  )
}

async function playAll(tx: Tx): Promise<void> {
  for (let last = 0; ;) {
    const rows = await tx
      .select()
      .from(events)
      .where(gt(events.id, last))
      .orderBy(asc(events.id))
      .limit(batch)
    for (const { measureId, personId, delegation, at, lane, content } of rows) {
      const event = eventSchema.parse(JSON.parse(content))
      if (isAboutPeople(event)) continue
      const actor = delegation && personId ? { personId, delegation, officeId: null } : null
      await project(tx, event, { measureId, actor, at, lane })
    }
    const end = rows.at(-1)
    if (!end) return
    last = end.id
  }
}

async function compare(tx: Tx, table: PgTable): Promise<ReplayFault[]> {
  const name = getTableName(table)
  const { columns, primaryKeys } = getTableConfig(table)
  const keys = primaryKeys.flatMap((key) => key.columns.map((column) => column.name))
  const key =
    keys.length > 0 ? keys : columns.filter(({ primary }) => primary).map((one) => one.name)
  const compared = columns.map((column) => column.name).filter((one) => !notRecorded.includes(one))
  const list = (names: readonly string[]) =>
    sql.join(
      names.map((one) => sql.identifier(one)),
      sql`, `,
    )
  const given = sql`SELECT ${list(compared)} FROM pg_temp.${sql.identifier(name)}`
  const there = sql`SELECT ${list(compared)} FROM public.${sql.identifier(name)}`
  const keyOf = sql`jsonb_build_object(${sql.join(
    key.map((one) => sql`${sql.raw(`'${one}'`)}, ${sql.identifier(one)}`),
    sql`, `,
  )})`
  const rows = await tx.execute<{
    row: Record<string, unknown>
    given: boolean
    there: boolean
  }>(sql`
    SELECT key AS row, bool_or(given) AS given, bool_or(NOT given) AS there FROM (
      SELECT ${keyOf} AS key, true AS given FROM (${given} EXCEPT ${there}) AS only_given
      UNION ALL SELECT ${keyOf}, false FROM (${there} EXCEPT ${given}) AS only_there
    ) AS different GROUP BY key ORDER BY key LIMIT 1`)
  return rows.map((found) => ({
    table: name,
    row: found.row,
    fault: found.given ? (found.there ? 'changed' : 'missing') : 'added',
  }))
}

async function findForged(tx: Tx, table: (typeof hashedTexts)[number]): Promise<ReplayFault[]> {
  for (let last = ''; ;) {
    const rows = await tx
      .select({ sha256: table.sha256, content: table.content })
      .from(table)
      .where(gt(table.sha256, last))
      .orderBy(asc(table.sha256))
      .limit(batch / 10)
    const forged = rows.find(
      ({ sha256, content }) => digest(canonicalJson(content as Json)) !== sha256,
    )
    if (forged)
      return [{ table: getTableName(table), row: { sha256: forged.sha256 }, fault: 'not-its-hash' }]
    const end = rows.at(-1)
    if (!end) return []
    last = end.sha256
  }
}
