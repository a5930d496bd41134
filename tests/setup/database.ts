import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { openDatabase, type OpenDatabase } from '#db/client.server.ts'
import { databaseUrl } from './global.ts'

/** `close` drops it. */
export type FreshDatabase = OpenDatabase

/** A migrated database of one's own on the run's PostgreSQL; `close` drops it. */
export function freshDatabase(): Promise<FreshDatabase> {
  return copyOf('template')
}

/** A database of one's own, as the named one is, to which nobody may be connected. */
export async function copyOf(template: string): Promise<FreshDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  const clusterUrl = inject('clusterUrl')
  await asAdmin(clusterUrl, `CREATE DATABASE ${name} TEMPLATE ${template} OWNER concert`)
  const url = databaseUrl(clusterUrl, name)
  const database = openDatabase(url)
  return {
    ...database,
    async close(graceSeconds) {
      await database.close(graceSeconds)
      await asAdmin(clusterUrl, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

export async function asAdmin(clusterUrl: string, statement: string) {
  const admin = openDatabase(clusterUrl, { connections: 1 })
  try {
    await admin.sql.unsafe(statement)
  } finally {
    await admin.close()
  }
}
