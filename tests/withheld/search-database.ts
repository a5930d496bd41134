import type { Sql } from '#db/client.server.ts'

/**
 * Where in a database a word stands, in whatever column of whatever table: as text, in JSON, and in bytes. Of
 * each column as `schema.table.column`.
 */
export async function searchDatabase(sql: Sql, word: string): Promise<string[]> {
  const columns = await sql<{ schema: string; table: string; column: string }[]>`
    SELECT table_schema AS schema, table_name AS table, column_name AS column
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
    ORDER BY 1, 2, 3`
  const found: string[] = []
  for (const { schema, table, column } of columns) {
    const [hit] = await sql<{ hits: number }[]>`
      SELECT count(*)::int AS hits FROM ${sql(schema)}.${sql(table)}
      WHERE strpos(lower(${sql(column)}::text), lower(${word})) > 0
        OR strpos(${sql(column)}::text, ${Buffer.from(word).toString('hex')}) > 0`
    if (hit && hit.hits > 0) found.push(`${schema}.${table}.${column}`)
  }
  return found
}
