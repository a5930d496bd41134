import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Body, Role } from '#app/measures/roles.ts'
import type { Database, Tx } from './client.server.ts'
import { people, roleGrants } from './schema/people.ts'

/** Who an identity provider says somebody is. Never an e-mail address: these are given again. */
export interface Identity {
  issuer: string
  subject: string
}

export interface Person extends Identity {
  id: string
  name: string
  delegation: DelegationCode
  officeId: string | null
  isActive: boolean
}

const personColumns = {
  id: people.id,
  issuer: people.issuer,
  subject: people.subject,
  name: people.name,
  delegation: people.delegation,
  officeId: people.officeId,
  isActive: people.isActive,
}

export async function addPerson(tx: Tx, person: Omit<Person, 'isActive'>): Promise<void> {
  await tx.insert(people).values(person)
}

export async function findPerson(db: Database | Tx, id: string): Promise<Person | null> {
  const [row] = await db.select(personColumns).from(people).where(eq(people.id, id))
  return row ?? null
}

/** Held until commit. */
export async function lockPerson(tx: Tx, id: string): Promise<Person | null> {
  const [row] = await tx.select(personColumns).from(people).where(eq(people.id, id)).for('update')
  return row ?? null
}

export async function lockPersonByIdentity(tx: Tx, identity: Identity): Promise<Person | null> {
  const [row] = await tx
    .select(personColumns)
    .from(people)
    .where(and(eq(people.issuer, identity.issuer), eq(people.subject, identity.subject)))
    .for('update')
  return row ?? null
}

export interface Grant {
  id: string
  personId: string
  role: Role
  body: Body | null
  validFrom: Date
  validUntil: Date | null
}

const grantColumns = {
  id: roleGrants.id,
  personId: roleGrants.personId,
  role: roleGrants.role,
  body: roleGrants.body,
  validFrom: roleGrants.validFrom,
  validUntil: roleGrants.validUntil,
}

/** Neither ended nor past; also those that begin later. */
const stillCounts = and(
  isNull(roleGrants.endedAt),
  or(isNull(roleGrants.validUntil), sql`${roleGrants.validUntil} > now()`),
)

export function findGrants(db: Database | Tx, personId: string): Promise<Grant[]> {
  return db
    .select(grantColumns)
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, personId), stillCounts))
    .orderBy(asc(roleGrants.validFrom), asc(roleGrants.role))
}
