import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Role } from '#app/measures/roles.ts'
import type { Database, Tx } from './client.server.ts'
import { invitations, people } from './schema/people.ts'
import { hashOfToken, isToken, newToken } from './tokens.server.ts'

/** How long an invitation can be used. */
export const invitationDays = 7

export interface Invitation {
  id: string
  delegation: DelegationCode
  officeId: string | null
  name: string
  roles: readonly Role[]
  expiresAt: Date
  /** The administrator who made it; null where the operator did. */
  invitedBy: string | null
  state: 'open' | 'used' | 'expired' | 'withdrawn'
}

const columns = {
  id: invitations.id,
  delegation: invitations.delegation,
  officeId: invitations.officeId,
  name: invitations.name,
  roles: invitations.roles,
  expiresAt: invitations.expiresAt,
  invitedBy: invitations.createdBy,
  state: sql<Invitation['state']>`CASE
    WHEN ${invitations.usedAt} IS NOT NULL THEN 'used'
    WHEN ${invitations.withdrawnAt} IS NOT NULL THEN 'withdrawn'
    WHEN ${invitations.expiresAt} <= now() THEN 'expired'
    ELSE 'open' END`,
}

/** Gives the token, which nobody can read again afterwards. */
export async function addInvitation(
  tx: Tx,
  invitation: Pick<Invitation, 'id' | 'delegation' | 'officeId' | 'name' | 'roles'>,
  createdBy: string | null,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken()
  const [row] = await tx
    .insert(invitations)
    .values({
      ...invitation,
      roles: [...invitation.roles],
      tokenHash: hashOfToken(token),
      createdBy,
      createdAt: sql`now()`,
      expiresAt: sql`now() + make_interval(days => ${invitationDays})`,
    })
    .returning({ expiresAt: invitations.expiresAt })
  if (!row) throw new Error('the invitation was not kept')
  return { token, expiresAt: row.expiresAt }
}

export async function findInvitationByToken(
  db: Database | Tx,
  token: string,
): Promise<Invitation | null> {
  if (!isToken(token)) return null
  const [row] = await db
    .select(columns)
    .from(invitations)
    .where(eq(invitations.tokenHash, hashOfToken(token)))
  return row ?? null
}

/** Held until commit, so that two who open the same link do not both come in. */
export async function lockInvitation(tx: Tx, id: string): Promise<Invitation | null> {
  const [row] = await tx
    .select(columns)
    .from(invitations)
    .where(eq(invitations.id, id))
    .for('no key update')
  return row ?? null
}

export async function findInvitation(db: Database | Tx, id: string): Promise<Invitation | null> {
  const [row] = await db.select(columns).from(invitations).where(eq(invitations.id, id))
  return row ?? null
}

export interface PendingInvitation extends Invitation {
  createdAt: Date
  /** Null when the operator made it. */
  createdBy: string | null
}

/** Neither used nor withdrawn, the newest first; expired ones for a month. */
export function findPendingInvitations(
  db: Database | Tx,
  delegation: DelegationCode,
): Promise<PendingInvitation[]> {
  return db
    .select({ ...columns, createdAt: invitations.createdAt, createdBy: people.name })
    .from(invitations)
    .leftJoin(people, eq(people.id, invitations.createdBy))
    .where(
      and(
        eq(invitations.delegation, delegation),
        isNull(invitations.usedAt),
        isNull(invitations.withdrawnAt),
        sql`${invitations.expiresAt} > now() - interval '30 days'`,
      ),
    )
    .orderBy(desc(invitations.createdAt))
}
