import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { RequirementWarning } from '#app/measures/article-10.ts'
import type { Audience } from '#app/measures/audience.ts'
import type { DelegationCode, MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { Day } from '#app/measures/measure.ts'
import type { Database, Tx } from './client.server.ts'
import { refusals, requirements } from './schema/register.ts'

/** A requirement under Article 10(1), as the relying state recorded it. Never public. */
export interface Requirement {
  id: string
  entryId: string
  compilationId: string | null
  relying: MemberStateCode
  exporterInformedOn: Day
  customsInformedOn: Day | null
  information: string | null
  informationReason: string
  audience: Audience
  warnings: RequirementWarning[]
  recordedAt: Date
  endedOn: Day | null
  endReason: string | null
}

/** A refusal under Article 10(2). It reaches the Commission and all states, and nobody else. */
export interface RecordedRefusal {
  id: string
  entryId: string
  delegation: DelegationCode
  duesReference: string
  refusedOn: Day
  recordedAt: Date
}

const requirementColumns = {
  id: requirements.id,
  entryId: requirements.entryId,
  compilationId: requirements.compilationId,
  relying: requirements.relying,
  exporterInformedOn: requirements.exporterInformedOn,
  customsInformedOn: requirements.customsInformedOn,
  information: requirements.information,
  informationReason: requirements.informationReason,
  audience: requirements.audience,
  warnings: requirements.warnings,
  recordedAt: requirements.recordedAt,
  endedOn: requirements.endedOn,
  endReason: requirements.endReason,
}

const refusalColumns = {
  id: refusals.id,
  entryId: refusals.entryId,
  delegation: refusals.delegation,
  duesReference: refusals.duesReference,
  refusedOn: refusals.refusedOn,
  recordedAt: refusals.recordedAt,
}

export async function findRequirement(db: Database | Tx, id: string): Promise<Requirement | null> {
  const [row] = await db
    .select(requirementColumns)
    .from(requirements)
    .where(eq(requirements.id, id))
  return row ?? null
}

/** Held until commit. */
export async function lockRequirement(tx: Tx, id: string): Promise<Requirement | null> {
  const [row] = await tx
    .select(requirementColumns)
    .from(requirements)
    .where(eq(requirements.id, id))
    .for('update')
  return row ?? null
}

/**
 * Those of a delegation and those that it may have been told of, the newest first. Narrowed here to
 * be quick; whoever asks still puts each to the policy.
 */
export function findRequirementsFor(
  db: Database | Tx,
  delegation: DelegationCode,
): Promise<Requirement[]> {
  return db
    .select(requirementColumns)
    .from(requirements)
    .where(
      or(
        sql`${requirements.relying} = ${delegation}`,
        sql`${requirements.audience}->>'kind' IN ('all', 'owner-commission')`,
        sql`${requirements.audience}->'delegations' ? ${delegation}`,
      ),
    )
    .orderBy(desc(requirements.recordedAt), asc(requirements.id))
}

export function findRequirementsOn(
  db: Database | Tx,
  entryIds: readonly string[],
): Promise<Requirement[]> {
  if (entryIds.length === 0) return Promise.resolve([])
  return db
    .select(requirementColumns)
    .from(requirements)
    .where(inArray(requirements.entryId, [...entryIds]))
    .orderBy(desc(requirements.recordedAt), asc(requirements.id))
}

export function findRefusals(db: Database | Tx): Promise<RecordedRefusal[]> {
  return db
    .select(refusalColumns)
    .from(refusals)
    .orderBy(desc(refusals.refusedOn), asc(refusals.id))
}

/**
 * The refusal that a state recorded under a reference, with the reference held until commit: two
 * refusals on two files hold different files, and wait for each other here.
 */
export async function lockRefusalReference(
  tx: Tx,
  delegation: DelegationCode,
  duesReference: string,
): Promise<RecordedRefusal | null> {
  const held = `refusal ${delegation} ${duesReference}`
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${held}, 0))`)
  const [row] = await tx
    .select(refusalColumns)
    .from(refusals)
    .where(and(eq(refusals.delegation, delegation), eq(refusals.duesReference, duesReference)))
  return row ?? null
}
