import { asc, eq, sql } from 'drizzle-orm'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { delegationCodes } from '#app/measures/delegation-codes.ts'
import { officesOf } from '#app/measures/office-kinds.ts'
import type { Database, Tx } from './client.server.ts'
import { knownId } from './known-id.server.ts'
import { delegations, offices } from './schema/people.ts'

/** The id of an office that comes with the portal. */
export function officeId(key: string): string {
  return knownId(`office:${key}`)
}

/**
 * The delegations and their offices, as the code knows them. Done at every start, in every mode:
 * what a delegation has set for itself stays.
 */
export async function loadDelegationsOffices(tx: Tx): Promise<void> {
  await tx
    .insert(delegations)
    .values(delegationCodes.map((code) => ({ code })))
    .onConflictDoNothing()
  await tx
    .insert(offices)
    .values(
      delegationCodes.flatMap((code) =>
        officesOf(code).map(({ key, ...office }, position) => ({
          ...office,
          id: officeId(key),
          position,
        })),
      ),
    )
    .onConflictDoUpdate({
      target: offices.id,
      set: {
        name: sql`excluded.name`,
        nameEn: sql`excluded.name_en`,
        isVerified: sql`excluded.is_verified`,
        position: sql`excluded.position`,
      },
    })
}

export interface Settings {
  draftersMayRelease: boolean
  functionalMailbox: string | null
}

export async function getSettings(db: Database | Tx, code: DelegationCode): Promise<Settings> {
  const [row] = await db
    .select({
      draftersMayRelease: delegations.draftersMayRelease,
      functionalMailbox: delegations.functionalMailbox,
    })
    .from(delegations)
    .where(eq(delegations.code, code))
  if (!row) throw new Error(`the delegation ${code} was not loaded`)
  return row
}

/**
 * Held until commit: changes of who may act for a delegation come one after the other. Acts that
 * only refer to it, such as mail to it, are not kept waiting: they hold the lock of the record, for
 * which the change of rights waits in its turn.
 */
export async function lockDelegation(tx: Tx, code: DelegationCode): Promise<void> {
  await tx.select().from(delegations).where(eq(delegations.code, code)).for('no key update')
}

export interface OfficeRow {
  id: string
  kind: string
  name: string
  nameEn: string
  isVerified: boolean
}

export function findOffices(db: Database | Tx, code: DelegationCode): Promise<OfficeRow[]> {
  return db
    .select({
      id: offices.id,
      kind: offices.kind,
      name: offices.name,
      nameEn: offices.nameEn,
      isVerified: offices.isVerified,
    })
    .from(offices)
    .where(eq(offices.delegation, code))
    .orderBy(asc(offices.position))
}
