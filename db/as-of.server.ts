import { and, desc, eq, inArray, lt, max, or, sql } from 'drizzle-orm'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Role } from '#app/measures/roles.ts'
import type { Database, Tx } from './client.server.ts'
import { findFamily, playRecord } from './played-record.server.ts'
import { documentUpdates } from './schema/documents.ts'
import { events } from './schema/record.ts'

/**
 * A file as it stood at a moment: its acts up to then are played again into tables of their own, which the same
 * queries find that answer for the present. Nothing is kept of it.
 */

export interface Moment {
  /** The last act of the file by then. */
  eventId: number
  at: Date
  /** Right after that act, and not some time later. */
  isAfterAct: boolean
}

/** After an act of a file; null where the file has no such act. */
export async function momentAfter(
  db: Database,
  measureId: string,
  eventId: number,
): Promise<Moment | null> {
  const [row] = await db
    .select({ eventId: events.id, at: events.at })
    .from(events)
    .where(and(eq(events.measureId, measureId), eq(events.id, eventId)))
  return row ? { ...row, isAfterAct: true } : null
}

/** At the end of a minute in Brussels, or now if that is to come; null before the file was opened. */
export async function momentAt(
  db: Database,
  measureId: string,
  { day, time }: { day: string; time: string },
): Promise<Moment | null> {
  const [end] = await db.execute<{ at: string }>(sql`
    SELECT least(
      (${`${day} ${time}`}::timestamp AT TIME ZONE 'Europe/Brussels') + interval '1 minute', clock_timestamp()
    )::text AS at`)
  if (!end) throw new Error('the database told no time')
  const at = new Date(end.at)
  const [row] = await db
    .select({ eventId: events.id })
    .from(events)
    .where(and(eq(events.measureId, measureId), lt(events.at, at)))
    .orderBy(desc(events.id))
    .limit(1)
  return row ? { eventId: row.eventId, at, isAfterAct: false } : null
}

/**
 * What `read` finds of a file as it stood, and as `reader` may read it now: what was recalled since is recalled
 * for those who may no longer read it.
 */
export async function asOf<T>(
  db: Database,
  measureId: string,
  moment: Moment,
  reader: DelegationCode,
  read: (tx: Tx) => Promise<T>,
): Promise<T> {
  const measureIds = await findFamily(db, measureId)
  const upTo = await lastActBy(db, measureIds, moment)
  const played = db.transaction(
    async (tx) => {
      await playRecord(tx, { measureIds, upTo })
      await addAttachments(tx, measureIds, upTo)
      await addOffices(tx)
      await recallAsNow(tx, reader)
      await tx.execute(sql`
        CREATE TEMPORARY TABLE events ON COMMIT DROP AS SELECT * FROM public.events
        WHERE id <= ${upTo} AND measure_id = ANY(${sql.param([...measureIds])}::uuid[])`)
      throw new Read(await read(tx))
    },
    { isolationLevel: 'repeatable read' },
  )
  return played.catch((error: unknown) => {
    if (error instanceof Read) return error.value
    throw error
  })
}

/** Ends the transaction with nothing kept of it. */
class Read<T> extends Error {
  constructor(readonly value: T) {
    super('read')
  }
}

/** What other files did by then counts too: a list that was amended, a draft that was linked. */
async function lastActBy(
  db: Database,
  measureIds: readonly string[],
  { eventId, at, isAfterAct }: Moment,
): Promise<number> {
  // Acts commit in the order of their numbers.
  if (isAfterAct) return eventId
  const isRelated = or(
    inArray(events.measureId, [...measureIds]),
    inArray(events.type, ['compilation-recorded', 'publication-corrected']),
  )
  const [row] = await db
    .select({ id: max(events.id) })
    .from(events)
    .where(and(isRelated, lt(events.at, at)))
  return row?.id ?? eventId
}

/** Attached files are stored beside their acts; of those that were there, what the acts say, without their bytes. */
async function addAttachments(tx: Tx, measureIds: readonly string[], upTo: number) {
  await tx.execute(sql`
    INSERT INTO pg_temp.attachments
    SELECT there.* FROM public.attachments AS there
    WHERE measure_id = ANY(${sql.param([...measureIds])}::uuid[]) AND id IN (
      SELECT (content::jsonb ->> 'attachmentId')::uuid FROM public.events
      WHERE measure_id = ANY(${sql.param([...measureIds])}::uuid[])
        AND type = 'attachment-added' AND id <= ${upTo})`)
  await tx.execute(sql`
    UPDATE pg_temp.attachments SET bytes = NULL, removed_at = CASE WHEN id IN (
      SELECT (content::jsonb ->> 'attachmentId')::uuid FROM public.events
      WHERE measure_id = ANY(${sql.param([...measureIds])}::uuid[])
        AND type = 'attachment-removed' AND id <= ${upTo}) THEN removed_at END`)
}

/** Which is not in the record. */
async function addOffices(tx: Tx) {
  for (const table of ['comments', 'inside_replies'])
    await tx.execute(sql`
      UPDATE pg_temp.${sql.identifier(table)} AS given SET office_id = there.office_id
      FROM public.${sql.identifier(table)} AS there WHERE there.id = given.id`)
}

/** Whoever took something back took it back for the past too, from all but themselves. */
async function recallAsNow(tx: Tx, reader: DelegationCode) {
  await tx.execute(sql`
    UPDATE pg_temp.versions AS given
    SET recalled_at = there.recalled_at, recall_reason = there.recall_reason
    FROM public.versions AS there, pg_temp.measures AS file
    WHERE there.id = given.id AND file.id = given.measure_id
      AND there.recalled_at IS NOT NULL AND file.owner <> ${reader}`)
  await tx.execute(sql`
    UPDATE pg_temp.comments AS given
    SET recalled_at = there.recalled_at, recall_reason = there.recall_reason
    FROM public.comments AS there
    WHERE there.id = given.id AND there.recalled_at IS NOT NULL
      AND given.delegation <> ${reader} AND NOT (${reader} = ANY(coalesce(given.signatories, '{}')))`)
}

/** The number of the last update of a text that was stored by then; of one that had none, its first. */
export async function lastUpdateBy(tx: Tx, documentId: string, at: Date): Promise<number | null> {
  const [row] = await tx.execute<{ seq: number | null }>(sql`
    SELECT coalesce(max(seq) FILTER (WHERE at <= ${at.toISOString()}), min(seq))::int AS seq
    FROM ${documentUpdates} WHERE document_id = ${documentId}`)
  return row?.seq ?? null
}

/** Who could act for a delegation at a moment, and as what. */
export async function findPeopleThen(
  tx: Database | Tx,
  delegation: DelegationCode,
  at: Date,
): Promise<{ name: string; roles: Role[] }[]> {
  const then = at.toISOString()
  const rows = await tx.execute<{ name: string; roles: Role[] }>(sql`
    SELECT people.name, array_agg(DISTINCT role_grants.role) AS roles
    FROM people JOIN role_grants ON role_grants.person_id = people.id
    WHERE people.delegation = ${delegation}
      AND role_grants.valid_from <= ${then}
      AND (role_grants.valid_until IS NULL OR role_grants.valid_until > ${then})
      AND (role_grants.ended_at IS NULL OR role_grants.ended_at > ${then})
      AND NOT EXISTS (SELECT FROM public.events WHERE type = 'person-deactivated' AND at <= ${then}
        AND content::jsonb ->> 'personId' = people.id::text)
    GROUP BY people.id, people.name ORDER BY people.name`)
  return [...rows]
}
