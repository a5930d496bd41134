import type { Sql } from './client.server.ts'

/**
 * Writes every table of the portal anew, so that no page of it holds rows that were changed or deleted, and what
 * the planner remembers of their values with them. Each table is locked for as long as it takes. Returns how
 * many there are. What the database wrote elsewhere (its log, its replicas, backups) it cannot reach.
 */
export async function clearTraces(sql: Sql): Promise<number> {
  const tables = await sql<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' ORDER BY 1`
  for (const { name } of tables) await sql.unsafe(`VACUUM (FULL, ANALYZE) ${name}`)
  return tables.length
}

/** Has all that was written so far put into the tables' files, after which older parts of the log are given up. */
export async function checkpoint(sql: Sql): Promise<boolean> {
  try {
    await sql`CHECKPOINT`
    return true
  } catch {
    return false
  }
}
