import { sql } from 'drizzle-orm'
import type { Day } from '#app/measures/measure.ts'
import type { Database, Tx } from './client.server.ts'

/** The database's clock: one for all nodes, so clocks that jump change nothing (security, row 10). */
export interface Now {
  instant: Date
  /** The calendar day in Brussels. */
  today: Day
}

export async function databaseTime(db: Database | Tx): Promise<Now> {
  const [row] = await db.execute<{ instant: string; today: string }>(
    sql`SELECT clock_timestamp()::text AS instant, to_char(clock_timestamp() AT TIME ZONE 'Europe/Brussels', 'YYYY-MM-DD') AS today`,
  )
  if (!row) throw new Error('the database told no time')
  return { instant: new Date(row.instant), today: row.today }
}
