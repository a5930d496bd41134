import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Day } from '#app/measures/measure.ts'
import type { Body, Role } from '#app/measures/roles.ts'
import type { Database, Tx } from './client.server.ts'
import { people, roleGrants } from './schema/people.ts'

export interface Grant {
  id: string
  personId: string
  role: Role
  body: Body | null
  validFrom: Date
  validUntil: Date | null
}

const columns = {
  id: roleGrants.id,
  personId: roleGrants.personId,
  role: roleGrants.role,
  body: roleGrants.body,
  validFrom: roleGrants.validFrom,
  validUntil: roleGrants.validUntil,
}

const stillCounts = and(
  isNull(roleGrants.endedAt),
  or(isNull(roleGrants.validUntil), sql`${roleGrants.validUntil} > now()`),
)

/** What a person may do, now or from a later day on. */
export function findGrants(db: Database | Tx, personId: string): Promise<Grant[]> {
  return db
    .select(columns)
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, personId), stillCounts))
    .orderBy(asc(roleGrants.validFrom), asc(roleGrants.role))
}

export function findGrantsOf(db: Database | Tx, delegation: DelegationCode): Promise<Grant[]> {
  return db
    .select(columns)
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(and(eq(people.delegation, delegation), stillCounts))
    .orderBy(asc(roleGrants.validFrom), asc(roleGrants.role))
}

/** The officers of the Commission, by name. */
export async function findOfficers(db: Database | Tx): Promise<{ id: string; name: string }[]> {
  return db
    .selectDistinct({ id: people.id, name: people.name })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(people.delegation, 'COM'),
        eq(people.isActive, true),
        eq(roleGrants.role, 'officer'),
        sql`${roleGrants.validFrom} <= now()`,
        stillCounts,
      ),
    )
    .orderBy(asc(people.name))
}

/** The people who manage those of the delegation, without an end in sight. */
export async function findAdministrators(
  db: Database | Tx,
  delegation: DelegationCode,
): Promise<string[]> {
  const found = await db
    .selectDistinct({ personId: roleGrants.personId })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(people.delegation, delegation),
        eq(people.isActive, true),
        eq(roleGrants.role, 'administrator'),
        isNull(roleGrants.endedAt),
        isNull(roleGrants.validUntil),
        sql`${roleGrants.validFrom} <= now()`,
      ),
    )
  return found.map(({ personId }) => personId)
}

/** Without this person nobody could invite or release anybody. To act on it, lock the delegation first. */
export async function isLastAdministrator(
  db: Database | Tx,
  person: { id: string; delegation: DelegationCode },
): Promise<boolean> {
  const administrators = await findAdministrators(db, person.delegation)
  return administrators.length === 1 && administrators[0] === person.id
}

/** From the beginning of the first day to the end of the last one, in Brussels. */
export async function periodOf(
  tx: Tx,
  { from, until }: { from: Day | null; until: Day | null },
): Promise<{ validFrom: Date; validUntil: Date | null }> {
  const [row] = await tx.execute<{ valid_from: string; valid_until: string | null }>(sql`
    SELECT
      greatest(now(), (${from}::date)::timestamp AT TIME ZONE 'Europe/Brussels')::text AS valid_from,
      ((${until}::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels')::text AS valid_until`)
  if (!row) throw new Error('the database reckoned no period')
  return {
    validFrom: new Date(row.valid_from),
    validUntil: row.valid_until ? new Date(row.valid_until) : null,
  }
}
