import { and, asc, eq, inArray, min, sql } from 'drizzle-orm'
import { fileDetails } from '#app/measures/events/life.ts'
import type { Day, Facts, Life, Measure, Notification, Version } from '#app/measures/measure.ts'
import type { Database, Tx } from './client.server.ts'
import {
  adoptions,
  measures,
  notificationAddressees,
  notifications,
  parallelDrafts,
  referenceNumbers,
  versions,
  versionTexts,
} from './schema/measures.ts'
import { compilationEntries, compilations, entries } from './schema/register.ts'
import type { DelegationCode, MemberStateCode } from '#app/measures/delegation-codes.ts'

type Row = typeof measures.$inferSelect

/** Holds the file until commit, so that nothing changes between the decision and the record. */
export async function lockMeasure(tx: Tx, id: string): Promise<Measure | null> {
  const [row] = await tx.select().from(measures).where(eq(measures.id, id)).for('no key update')
  return row ? ((await withLife(tx, [row]))[0] ?? null) : null
}

/** The same by the name that people give it. */
export async function lockMeasureByReference(tx: Tx, reference: string): Promise<Measure | null> {
  const [row] = await tx
    .select()
    .from(measures)
    .where(eq(measures.reference, reference))
    .for('no key update')
  return row ? ((await withLife(tx, [row]))[0] ?? null) : null
}

export async function findMeasure(db: Database | Tx, id: string): Promise<Measure | null> {
  const [row] = await db.select().from(measures).where(eq(measures.id, id))
  return row ? ((await withLife(db, [row]))[0] ?? null) : null
}

export async function findMeasureByReference(
  db: Database | Tx,
  reference: string,
): Promise<Measure | null> {
  const [row] = await db.select().from(measures).where(eq(measures.reference, reference))
  return row ? ((await withLife(db, [row]))[0] ?? null) : null
}

/** Many at once, in the order of `ids`; what does not exist is left out. */
export async function findMeasures(db: Database | Tx, ids: readonly string[]): Promise<Measure[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(measures)
    .where(inArray(measures.id, [...ids]))
  const found = await withLife(db, rows)
  return ids.flatMap((id) => found.find((measure) => measure.id === id) ?? [])
}

/** Whether the first was linked with the second as a parallel draft. */
export async function isLinked(tx: Tx, measureId: string, otherId: string): Promise<boolean> {
  const same = and(eq(parallelDrafts.measureId, measureId), eq(parallelDrafts.otherId, otherId))
  return (await tx.$count(parallelDrafts, same)) > 0
}

/** The next reference of a state in a year. The row is held until commit, so none is given twice. */
export async function drawReference(tx: Tx, owner: MemberStateCode, year: number): Promise<string> {
  const [row] = await tx
    .insert(referenceNumbers)
    .values({ year, owner, last: 1 })
    .onConflictDoUpdate({
      target: [referenceNumbers.year, referenceNumbers.owner],
      set: { last: sql`${referenceNumbers.last} + 1` },
    })
    .returning({ last: referenceNumbers.last })
  if (!row) throw new Error('no reference number was drawn')
  return `${year}/${owner}/${String(row.last).padStart(4, '0')}`
}

async function withLife(db: Database | Tx, rows: Row[]): Promise<Measure[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const adoptedIds = rows.filter(({ stage }) => stage === 'adopted').map(({ id }) => id)
  const [versionRows, facts] = await Promise.all([
    db
      .select({
        id: versions.id,
        measureId: versions.measureId,
        number: versions.number,
        kind: versions.kind,
        audience: versions.audience,
        details: versions.details,
        recalledAt: versions.recalledAt,
        wordings: versionTexts.wordings,
      })
      .from(versions)
      .innerJoin(versionTexts, eq(versionTexts.sha256, versions.sha256))
      .where(inArray(versions.measureId, ids))
      .orderBy(asc(versions.number)),
    adoptedIds.length > 0 ? findFacts(db, adoptedIds) : new Map<string, Facts>(),
  ])
  return rows.map((row) => ({
    ...lifeOf(row, facts.get(row.id)),
    id: row.id,
    reference: row.reference,
    owner: row.owner,
    kind: row.kind,
    revision: row.revision,
    details: {
      title: row.title,
      grounds: row.grounds,
      marking: row.marking,
      contact: row.contact,
    },
    documentId: row.documentId,
    changes: row.changes,
    versions: versionRows
      .filter(({ measureId }) => measureId === row.id)
      .map(({ id, number, kind, audience, details, recalledAt, wordings }): Version => ({
        id,
        number,
        kind,
        audience,
        details: fileDetails.parse(details),
        isRecalled: recalledAt !== null,
        isWithheld: wordings !== null,
      })),
  }))
}

function lifeOf(row: Row, facts: Facts | undefined): Life {
  if (row.stage !== 'adopted') return { stage: row.stage }
  if (!facts) throw new Error(`${row.reference} is adopted without a record of adoption`)
  return { stage: 'adopted', facts }
}

async function findFacts(db: Database | Tx, ids: string[]): Promise<Map<string, Facts>> {
  const [adoptionRows, notificationRows, compiledRows] = await Promise.all([
    db.select().from(adoptions).where(inArray(adoptions.measureId, ids)),
    db
      .select({
        id: notifications.id,
        measureId: notifications.measureId,
        article: notifications.article,
        acknowledgedOn: notifications.acknowledgedOn,
        to: notificationAddressees.delegation,
        on: notificationAddressees.sentOn,
      })
      .from(notifications)
      .leftJoin(notificationAddressees, eq(notificationAddressees.notificationId, notifications.id))
      .where(inArray(notifications.measureId, ids))
      .orderBy(
        asc(notifications.preparedAt),
        asc(notificationAddressees.sentOn),
        asc(notificationAddressees.delegation),
      ),
    db
      .select({ measureId: entries.measureId, on: min(compilations.publishedOn) })
      .from(entries)
      .innerJoin(compilationEntries, eq(compilationEntries.entryId, entries.id))
      .innerJoin(compilations, eq(compilations.id, compilationEntries.compilationId))
      .where(inArray(entries.measureId, ids))
      .groupBy(entries.measureId),
  ])
  return new Map(
    adoptionRows.map((row) => [
      row.measureId,
      {
        adoptedOn: row.adoptedOn,
        gazetted: row.gazette === null ? null : { on: row.gazettedOn },
        inForceOn: row.inForceOn,
        notifications: groupSendings(
          notificationRows.filter(({ measureId }) => measureId === row.measureId),
        ),
        publishedOn: row.publishedOn,
        inCompilationOn:
          compiledRows.find(({ measureId }) => measureId === row.measureId)?.on ?? null,
        repealedOn: row.repealedOn,
        expiredOn: row.expiredOn,
      },
    ]),
  )
}

/** One row for each addressee, or one without where a message was not sent, as messages. */
function groupSendings(
  rows: (Omit<Notification, 'sent'> & { to: DelegationCode | null; on: Day | null })[],
): Notification[] {
  const messages = new Map<string, Notification>()
  for (const { id, article, acknowledgedOn, to, on } of rows) {
    const sent = messages.get(id)?.sent ?? []
    messages.set(id, {
      id,
      article,
      acknowledgedOn,
      sent: to ? [...sent, { to, on }] : sent,
    })
  }
  return [...messages.values()]
}
