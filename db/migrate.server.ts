import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { openDatabase, type OpenDatabase, type Sql } from './client.server.ts'

/** Written as seen from a sibling folder: it holds here and, once bundled, in build/ alike. */
export const migrationsFolder = fileURLToPath(new URL('../db/migrations', import.meta.url))

/** One key for everything that prepares a database: migrations and the demonstration. */
const preparationLock = 2_021_821

/**
 * Brings the database to the newest migration. Drizzle takes no lock of its own and skips a
 * migration dated before the last one applied: so we lock, and look afterwards.
 */
export async function migrateDatabase(url: string, folder = migrationsFolder): Promise<void> {
  await withPreparationLock(url, async ({ db, sql }) => {
    if (!hasMigrations(folder)) return
    const unknown = await countUnknownMigrations(sql, folder)
    if (unknown > 0)
      throw new Error(
        `the database holds ${unknown} migration(s) that this version of Concert does not know; start the newer version`,
      )
    await migrate(db, { migrationsFolder: folder })
    const pending = await countPendingMigrations(sql, folder)
    if (pending > 0)
      throw new Error(
        `${pending} migration(s) were skipped: they are dated before one that is already applied`,
      )
  })
}

/** Runs `work` on one connection while no other process prepares the same database. */
export async function withPreparationLock(
  url: string,
  work: (database: OpenDatabase) => Promise<void>,
): Promise<void> {
  const database = openDatabase(url, { connections: 1 })
  try {
    await database.sql`SELECT pg_advisory_lock(${preparationLock})`
    await work(database)
  } finally {
    await database.close()
  }
}

/** How many known migrations the database lacks; 0 means that it is ready for this code. */
export async function countPendingMigrations(sql: Sql, folder = migrationsFolder): Promise<number> {
  if (!hasMigrations(folder)) return 0
  const applied = await appliedHashes(sql)
  return knownHashes(folder).filter((hash) => !applied.includes(hash)).length
}

async function countUnknownMigrations(sql: Sql, folder: string): Promise<number> {
  const known = knownHashes(folder)
  return (await appliedHashes(sql)).filter((hash) => !known.includes(hash)).length
}

function knownHashes(folder: string): string[] {
  return readMigrationFiles({ migrationsFolder: folder }).map(({ hash }) => hash)
}

async function appliedHashes(sql: Sql): Promise<string[]> {
  const [table] = await sql<{ exists: boolean }[]>`
    SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS exists`
  if (!table?.exists) return []
  const rows = await sql<{ hash: string }[]>`SELECT hash FROM drizzle.__drizzle_migrations`
  return rows.map(({ hash }) => hash)
}

function hasMigrations(folder: string): boolean {
  return existsSync(`${folder}/meta/_journal.json`)
}
