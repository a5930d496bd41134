import { desc, eq, sql } from 'drizzle-orm'
import type { Audience } from '#app/measures/audience.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { WithheldTarget } from '#app/measures/events/withholding.ts'
import type { Database, Tx } from './client.server.ts'
import { people } from './schema/people.ts'
import { withholdings } from './schema/withholdings.ts'

/** What of a file is or was withheld, as the record tells it. */
export interface Withholding {
  id: string
  delegation: DelegationCode
  audience: Audience | null
  targets: WithheldTarget[]
  at: Date
  by: string | null
  ended: {
    as: 'purged' | 'restored'
    at: Date
    by: string | null
    reason: string
    orderedBy: string
  } | null
}

/** Of a file, the newest first. The caller asks the policy about each. */
export async function findWithholdings(
  db: Database | Tx,
  measureId: string,
): Promise<Withholding[]> {
  const nameOf = (personId: typeof withholdings.withheldBy | typeof withholdings.endedBy) =>
    sql<string | null>`(SELECT name FROM ${people} WHERE ${people.id} = ${personId})`
  const rows = await db
    .select({
      row: withholdings,
      by: nameOf(withholdings.withheldBy),
      endedBy: nameOf(withholdings.endedBy),
    })
    .from(withholdings)
    .where(eq(withholdings.measureId, measureId))
    .orderBy(desc(withholdings.withheldAt))
  return rows.map(({ row, by, endedBy }) => ({
    id: row.id,
    delegation: row.delegation,
    audience: row.audience,
    targets: row.targets,
    at: row.withheldAt,
    by,
    ended:
      row.endedAs && row.endedAt
        ? {
            as: row.endedAs,
            at: row.endedAt,
            by: endedBy,
            reason: row.reason ?? '',
            orderedBy: row.orderedBy ?? '',
          }
        : null,
  }))
}
