import { and, asc, desc, eq, max, sql } from 'drizzle-orm'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Database, Tx } from './client.server.ts'
import { people, sessions } from './schema/people.ts'
import { isOpenSession } from './sessions.server.ts'

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

/** Binds somebody who is known already, and not active elsewhere, to another delegation or name. */
export async function bindPerson(tx: Tx, { id, ...person }: Person): Promise<void> {
  await tx.update(people).set(person).where(eq(people.id, id))
}

export async function findPerson(db: Database | Tx, id: string): Promise<Person | null> {
  const [row] = await db.select(personColumns).from(people).where(eq(people.id, id))
  return row ?? null
}

/** Held until commit. */
export async function lockPerson(tx: Tx, id: string): Promise<Person | null> {
  const [row] = await tx
    .select(personColumns)
    .from(people)
    .where(eq(people.id, id))
    .for('no key update')
  return row ?? null
}

export async function lockPersonByIdentity(tx: Tx, identity: Identity): Promise<Person | null> {
  const [row] = await tx
    .select(personColumns)
    .from(people)
    .where(and(eq(people.issuer, identity.issuer), eq(people.subject, identity.subject)))
    .for('no key update')
  return row ?? null
}

/** The active people whom one identity provider vouches for, by name. */
export function findPeopleOfIssuer(db: Database | Tx, issuer: string): Promise<Person[]> {
  return db
    .select(personColumns)
    .from(people)
    .where(and(eq(people.issuer, issuer), eq(people.isActive, true)))
    .orderBy(asc(people.name))
}

export interface PersonRow {
  id: string
  name: string
  officeId: string | null
  isActive: boolean
  /** Of the sessions that are kept; null when they never signed in. */
  lastSeenAt: Date | null
  openSessions: number
}

/** Everybody whom a delegation has invited, those who have left last. */
export async function findPeopleOf(
  db: Database | Tx,
  delegation: DelegationCode,
): Promise<PersonRow[]> {
  return db
    .select({
      id: people.id,
      name: people.name,
      officeId: people.officeId,
      isActive: people.isActive,
      lastSeenAt: max(sessions.lastSeenAt),
      openSessions: sql<number>`(count(${sessions.id}) FILTER (WHERE ${isOpenSession}))::int`,
    })
    .from(people)
    .leftJoin(sessions, eq(sessions.personId, people.id))
    .where(eq(people.delegation, delegation))
    .groupBy(people.id)
    .orderBy(desc(people.isActive), asc(people.name))
}
