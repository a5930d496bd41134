import { asc, getTableName, gt, sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { digest } from '#app/proof/event-hash.ts'
import { canonicalJson, type Json } from '#app/text/canonical.ts'
import type { Database, Tx } from './client.server.ts'
import { findForged } from './forged.server.ts'
import { derivedTables, playRecord } from './played-record.server.ts'
import { keyOf } from './remake.server.ts'
import { packageManifests } from './schema/languages.ts'
import { notificationPacks, versionTexts } from './schema/measures.ts'
import { findStubs } from './stubs.server.ts'

/**
 * What the record gives when it is played again from its first event, held against the tables that
 * screens read. Whoever changes a table without an act is found by it, row by row.
 */

/** To which office a writer belonged then is not in the record. */
const notRecorded = ['office_id']

/** A row that is not what the record gives; `row`: its primary key, by the names of its columns. */
export interface ReplayFault {
  table: string
  row: Readonly<Record<string, unknown>>
  /** changed: it stands otherwise. missing: it does not stand there. added: the record has none such. */
  fault: 'changed' | 'missing' | 'added' | 'not-its-hash'
}

/** How many are read at once. */
const textsAtOnce = 100

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
  const stubs = await findStubs(tx)
  const faults = [
    ...(await findForgedTexts(tx, versionTexts, readTexts, stubs.texts)),
    ...(await findForgedTexts(tx, notificationPacks, readPacks, stubs.packs)),
    ...(await findForgedTexts(tx, packageManifests, readManifests, stubs.manifests)),
    ...(await findForged(tx)),
  ]
  // What is played reads frozen texts: of other ones it says nothing.
  if (faults.some(({ table }) => table === getTableName(versionTexts))) return faults
  await playRecord(tx)
  for (const table of derivedTables) faults.push(...(await compare(tx, table)))
  return faults
}

/** Ends the transaction with nothing kept of it. */
class Played extends Error {
  constructor(readonly faults: ReplayFault[]) {
    super('played')
  }
}

async function compare(tx: Tx, table: PgTable): Promise<ReplayFault[]> {
  const name = getTableName(table)
  const { columns } = getTableConfig(table)
  const key = keyOf(table)
  const compared = columns.map((column) => column.name).filter((one) => !notRecorded.includes(one))
  const list = (names: readonly string[]) =>
    sql.join(
      names.map((one) => sql.identifier(one)),
      sql`, `,
    )
  const given = sql`SELECT ${list(compared)} FROM pg_temp.${sql.identifier(name)}`
  const there = sql`SELECT ${list(compared)} FROM public.${sql.identifier(name)}`
  const rowOf = sql`jsonb_build_object(${sql.join(
    key.map((one) => sql`${sql.raw(`'${one}'`)}, ${sql.identifier(one)}`),
    sql`, `,
  )})`
  const rows = await tx.execute<{
    row: Record<string, unknown>
    given: boolean
    there: boolean
  }>(sql`
    SELECT key AS row, bool_or(given) AS given, bool_or(NOT given) AS there FROM (
      SELECT ${rowOf} AS key, true AS given FROM (${given} EXCEPT ${there}) AS only_given
      UNION ALL SELECT ${rowOf}, false FROM (${there} EXCEPT ${given}) AS only_there
    ) AS different GROUP BY key ORDER BY key LIMIT 1`)
  return rows.map((found) => ({
    table: name,
    row: found.row,
    fault: found.given ? (found.there ? 'changed' : 'missing') : 'added',
  }))
}

interface Hashed {
  sha256: string
  /** What the hash is of. */
  content: unknown
}

/** Of a text; where its words were withheld, what is left of it. */
async function readTexts(tx: Tx, after: string): Promise<Hashed[]> {
  const rows = await tx
    .select()
    .from(versionTexts)
    .where(gt(versionTexts.sha256, after))
    .orderBy(asc(versionTexts.sha256))
    .limit(textsAtOnce)
  return rows.map(({ sha256, content, wordings }) => ({
    sha256,
    content: wordings === null ? content : { content, wordings },
  }))
}

function readPacks(tx: Tx, after: string): Promise<Hashed[]> {
  return tx
    .select()
    .from(notificationPacks)
    .where(gt(notificationPacks.sha256, after))
    .orderBy(asc(notificationPacks.sha256))
    .limit(textsAtOnce)
}

function readManifests(tx: Tx, after: string): Promise<Hashed[]> {
  return tx
    .select()
    .from(packageManifests)
    .where(gt(packageManifests.sha256, after))
    .orderBy(asc(packageManifests.sha256))
    .limit(textsAtOnce)
}

/** The first of the texts that others name by their hash and that is not what it is of. */
async function findForgedTexts(
  tx: Tx,
  table: PgTable,
  read: (tx: Tx, after: string) => Promise<Hashed[]>,
  stubs: ReadonlyMap<string, string>,
): Promise<ReplayFault[]> {
  for (let last = ''; ;) {
    const rows = await read(tx, last)
    const forged = rows.find(
      ({ sha256, content }) =>
        digest(canonicalJson(content as Json)) !== (stubs.get(sha256) ?? sha256),
    )
    if (forged)
      return [{ table: getTableName(table), row: { sha256: forged.sha256 }, fault: 'not-its-hash' }]
    const end = rows.at(-1)
    if (!end) return []
    last = end.sha256
  }
}
