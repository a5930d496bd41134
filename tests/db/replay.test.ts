import { getTableName, type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '#db/client.server.ts'
import { derivedTables } from '#db/played-record.server.ts'
import { replay, replayIn, type ReplayFault } from '#db/replay.server.ts'
import type { FreshDatabase } from '#tests/setup/database.ts'
import { demonstrationDatabase } from '#tests/setup/demonstration.ts'

let database: FreshDatabase
/** As somebody who owns the server, and needs no foreign key to hold. */
let owner: OpenDatabase

beforeAll(async () => {
  database = await demonstrationDatabase()
  const url = new URL(inject('clusterUrl'))
  url.pathname = new URL(database.url).pathname
  owner = openDatabase(url.href, { connections: 1 })
}, 120_000)
afterAll(async () => {
  await owner.close()
  await database.close()
})

/** What is found once all of this was done; then it is undone. */
async function afterwards(statements: readonly SQL[]): Promise<ReplayFault[]> {
  let faults: ReplayFault[] | null = null
  const undone = owner.db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL session_replication_role = replica`)
    for (const statement of statements) await tx.execute(statement)
    faults = await replayIn(tx)
    tx.rollback()
  })
  await expect(undone).rejects.toThrow('Rollback')
  if (!faults) throw new Error('nothing was played')
  return faults
}

async function filledTables(): Promise<string[]> {
  const counted = await Promise.all(
    derivedTables.map(async (table) => ({
      name: getTableName(table),
      rows: await database.db.$count(table),
    })),
  )
  return counted.filter(({ rows }) => rows > 0).map(({ name }) => name)
}

describe('the record, played again', () => {
  it('gives the tables that are there, and leaves nothing behind', async () => {
    expect(await replay(database.db)).toEqual([])
    const left = await database.db.execute(
      sql`SELECT relname FROM pg_class WHERE relpersistence = 't' AND relkind = 'r'`,
    )
    expect([...left]).toEqual([])
  })

  it('misses a row that was taken out of any table', async () => {
    const tables = await filledTables()
    // The demonstration does most of what can be done.
    expect(tables.length).toBeGreaterThan(18)
    const gone = tables.map((name) => {
      const table = sql.identifier(name)
      return sql`DELETE FROM ${table} WHERE ctid = (SELECT ctid FROM ${table} LIMIT 1)`
    })
    expect(await afterwards(gone)).toMatchObject(
      tables.map((table) => ({ table, fault: 'missing' })),
    )
  })

  it('names the rows that were changed, and one that was put in', async () => {
    const changes = {
      measures: sql`UPDATE measures SET title = title || '!' WHERE reference LIKE '%/NL/0001'`,
      versions: sql`UPDATE versions SET comments_by = '2030-01-01' WHERE number = 2`,
      comments: sql`UPDATE comments SET body = 'said otherwise' WHERE lane = 'released'`,
      positions: sql`UPDATE positions SET stance = 'supports' WHERE stance <> 'supports'`,
      adoptions: sql`UPDATE adoptions SET adopted_on = adopted_on - 1`,
      notification_addressees: sql`UPDATE notification_addressees SET sent_on = sent_on - 30`,
      entries: sql`UPDATE entries SET is_public = NOT is_public`,
    }
    const copied = sql`INSERT INTO compilation_entries
      SELECT gen_random_uuid(), entry_id FROM compilation_entries LIMIT 1`
    expect(await afterwards([...Object.values(changes), copied])).toMatchObject([
      ...Object.keys(changes).map((table) => ({ table, fault: 'changed' })),
      { table: 'compilation_entries', fault: 'added' },
    ])
  })

  it('tells a frozen text that was exchanged under its hash', async () => {
    const exchanged = sql`UPDATE version_texts SET content = '{"type":"doc"}'
      WHERE sha256 = (SELECT sha256 FROM versions WHERE kind = 'draft' LIMIT 1)`
    expect(await afterwards([exchanged])).toMatchObject([
      { table: 'version_texts', fault: 'not-its-hash' },
    ])
  })
})
