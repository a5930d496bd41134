import { inject } from 'vitest'
import { loadDemoPeople } from '#app/demonstration/load-people.server.ts'
import { loadDemonstration } from '#app/demonstration/load.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { loadDelegationsOffices } from '#db/delegations.server.ts'
import { asAdmin, copyOf, type FreshDatabase } from './database.ts'
import { databaseUrl } from './global.ts'

const lock = 0x0c_0e_d0

/**
 * A database with what `npm start` fills an empty one with. That is made once a run, by who asks first, and
 * copied. What the start itself does is for tests that begin with an empty database.
 */
export async function demonstrationDatabase(): Promise<FreshDatabase> {
  const clusterUrl = inject('clusterUrl')
  const admin = openDatabase(clusterUrl, { connections: 1 })
  try {
    await admin.sql`SELECT pg_advisory_lock(${lock})`
    const made = await admin.sql`SELECT 1 FROM pg_database WHERE datname = 'demonstration'`
    if (made.length === 0) await makeDemonstration(clusterUrl)
  } finally {
    await admin.close()
  }
  return copyOf('demonstration')
}

/** Under another name until all of it is there. */
async function makeDemonstration(clusterUrl: string) {
  await asAdmin(clusterUrl, 'DROP DATABASE IF EXISTS being_made')
  await asAdmin(clusterUrl, 'CREATE DATABASE being_made TEMPLATE template OWNER concert')
  const database = openDatabase(databaseUrl(clusterUrl, 'being_made'))
  try {
    await database.db.transaction(async (tx) => {
      await loadDelegationsOffices(tx)
      await loadDemoPeople(tx)
      await loadDemonstration(tx)
    })
  } finally {
    await database.close()
  }
  await asAdmin(clusterUrl, 'ALTER DATABASE being_made RENAME TO demonstration')
}
