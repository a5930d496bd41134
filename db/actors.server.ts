import { sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Body, Role } from '#app/measures/roles.ts'
import type { Database, Tx } from './client.server.ts'

/** How a person becomes an actor: with the roles that count at this moment. */
export interface ActorRow extends Record<string, unknown> {
  person_id: string
  name: string
  delegation: DelegationCode
  office_id: string | null
  drafters_may_release: boolean
  roles: Role[]
  chair_of: Body[]
}

/** For a person `p` with `joinRights`, grouped by p.id and d.code. */
export const actorColumns = sql`
  p.id AS person_id, p.name, p.delegation, p.office_id, d.drafters_may_release,
  coalesce(array_agg(DISTINCT g.role) FILTER (WHERE g.valid_from <= clock_timestamp()), '{}') AS roles,
  coalesce(array_agg(DISTINCT g.body)
    FILTER (WHERE g.role = 'chair' AND g.body IS NOT NULL AND g.valid_from <= clock_timestamp()), '{}') AS chair_of`

/** Their delegation, and as `g` the roles that are neither ended nor past. */
export const joinRights = sql`
  JOIN delegations d ON d.code = p.delegation
  LEFT JOIN role_grants g ON g.person_id = p.id AND g.ended_at IS NULL
    AND (g.valid_until IS NULL OR g.valid_until > clock_timestamp())`

export function actorOf(row: ActorRow): Actor {
  return {
    personId: row.person_id,
    name: row.name,
    delegation: row.delegation,
    officeId: row.office_id,
    roles: row.roles,
    chairOf: row.chair_of,
    draftersMayRelease: row.drafters_may_release,
  }
}

/** A person as they may act now, whatever they could do when their request came in. */
export async function findActorById(db: Database | Tx, personId: string): Promise<Actor | null> {
  const [row] = await db.execute<ActorRow>(sql`
    SELECT ${actorColumns} FROM people p ${joinRights}
    WHERE p.id = ${personId} AND p.is_active GROUP BY p.id, d.code`)
  return row ? actorOf(row) : null
}
