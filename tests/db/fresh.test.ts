import { afterAll, expect, test } from 'vitest'
import { findServerFault } from '#db/client.server.ts'
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
