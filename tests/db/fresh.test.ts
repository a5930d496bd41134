import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import postgres from 'postgres'
import { findServerFault, openDatabase } from '#db/client.server.ts'
import { countPendingMigrations } from '#db/migrate.server.ts'
import { freshDatabase } from '#tests/setup/database.ts'

const first = await freshDatabase()
const second = await freshDatabase()
afterAll(async () => {
  await first.close()
  await second.close()
})

test('each test file has a migrated, durable database to itself', async () => {
  expect(await findServerFault(first.sql)).toBeNull()
  expect(await countPendingMigrations(first.sql)).toBe(0)
  await first.sql`CREATE TABLE mine (id int)`
  const [row] = await second.sql`SELECT to_regclass('mine') AS found`
  expect(row?.found).toBeNull()
})

test('words of every alphabet of the Union can be searched', async () => {
  await first.sql`CREATE EXTENSION IF NOT EXISTS pg_trgm`
  const [row] = await first.sql`
    SELECT cardinality(show_trgm('Ελλάδα')) > 0 AS greek, cardinality(show_trgm('България')) > 0 AS cyrillic`
  expect(row).toEqual({ greek: true, cyrillic: true })
})

test('a server that answers before it has written is refused', async () => {
  const lax = await first.sql.reserve()
  await lax`SET synchronous_commit = off`
  expect(await findServerFault(lax)).toContain('synchronous_commit')
  lax.release()
})

test('no query has helpers, whatever the server or the database would give', async () => {
  const shown = async (line: postgres.Sql) => (await line`SHOW max_parallel_workers_per_gather`)[0]
  const name = new URL(second.url).pathname.slice(1)
  await second.sql`ALTER DATABASE ${second.sql(name)} SET max_parallel_workers_per_gather = 4`
  const [ours, another] = [openDatabase(second.url), bare(second.url)]
  try {
    expect(await shown(another)).toEqual({ max_parallel_workers_per_gather: '4' })
    expect(await shown(ours.sql)).toEqual({ max_parallel_workers_per_gather: '0' })
    const inside = await ours.db.transaction((tx) =>
      tx.execute(sql`SHOW max_parallel_workers_per_gather`),
    )
    expect([...inside]).toEqual([{ max_parallel_workers_per_gather: '0' }])
  } finally {
    await ours.close()
    await another.end()
  }
})

/** The driver as it is, as whoever else works in the database has it. */
function bare(url: string): postgres.Sql {
  const address = new URL(url)
  const host = address.searchParams.get('host')
  address.searchParams.delete('host')
  return postgres(address.href, { ...(host ? { host } : {}), max: 1 })
}
