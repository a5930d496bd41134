import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

/** The driver's own choice grows to 20 s, in which a database that is back already is not asked. */
const secondsBetweenAttempts = 0.5

export type Database = PostgresJsDatabase
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]
export type Sql = postgres.Sql
/** The database with the driver under it, for the few statements that are worth preparing. */
export type PreparingDatabase = Database & { $client: Sql }

export interface OpenDatabase {
  /** What it was opened by. */
  url: string
  db: PreparingDatabase
  /** The driver itself, for LISTEN and for what the query builder cannot say. */
  sql: Sql
  /** Lets running queries finish (at most `graceSeconds`, 5 unless told), then ends the pool. */
  close(graceSeconds?: number): Promise<void>
}

/**
 * Opens a pool. It connects on first use, so nothing here throws for an unreachable server.
 * Besides the usual form, `?host=/directory` names a Unix socket, as it does for libpq.
 */
export function openDatabase(url: string, options: { connections?: number } = {}): OpenDatabase {
  const sql = connect(url, options.connections ?? 10)
  return {
    url,
    db: drizzle(sql),
    sql,
    close: (graceSeconds = 5) => sql.end({ timeout: graceSeconds }),
  }
}

/** The bare driver, for work that needs a connection of its own. */
export function connect(url: string, connections: number): Sql {
  const address = new URL(url)
  const host = address.searchParams.get('host')
  address.searchParams.delete('host')
  return postgres(address.href, {
    ...(host ? { host } : {}),
    max: connections,
    connect_timeout: 10,
    backoff: () => secondsBetweenAttempts,
    onnotice: () => {},
    connection: {
      application_name: 'concert',
      TimeZone: 'UTC',
      // As our own server has it: to start a helper takes longer than a page, which asks for little.
      max_parallel_workers_per_gather: '0',
    },
  })
}

/**
 * What the screen calls saved must survive a power cut, so a server that answers before it has
 * written is refused. Returns one readable sentence, or null when the server may be used.
 */
export async function findServerFault(sql: Sql): Promise<string | null> {
  const rows = await sql<{ name: string; value: string }[]>`
    SELECT name, current_setting(name) AS value FROM unnest(ARRAY[
      'server_version_num', 'server_encoding', 'fsync', 'full_page_writes', 'synchronous_commit'
    ]) AS name`
  const setting = Object.fromEntries(rows.map(({ name, value }) => [name, value]))
  const major = Math.floor(Number(setting.server_version_num) / 10_000)
  if (major < 15 || major > 18)
    return `the database is PostgreSQL ${major}; Concert works with 15 to 18`
  if (setting.server_encoding !== 'UTF8')
    return `the database is encoded in ${setting.server_encoding}; Concert needs UTF8`
  for (const name of ['fsync', 'full_page_writes'])
    if (setting[name] !== 'on') return `the database runs with ${name} off; Concert needs it on`
  if (setting.synchronous_commit !== 'on' && setting.synchronous_commit !== 'remote_apply')
    return `the database runs with synchronous_commit ${setting.synchronous_commit}; Concert needs it on`
  return null
}
