import type { TestProject } from 'vitest/node'
import { openDatabase } from '#db/client.server.ts'
import { startCluster } from '#db/cluster.server.ts'
import { migrateDatabase } from '#db/migrate.server.ts'
import { startWatchdog } from './watchdog.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's address of the run's own PostgreSQL. */
    clusterUrl: string
  }
}

/** One PostgreSQL for the run, in a folder of its own, with a migrated template in it. */
export default async function setup(project: TestProject) {
  const watchdog = startWatchdog()
  const { adminUrl, stop } = await startCluster({
    dataDir: watchdog.makeFolder('test'),
    say: () => {},
  })
  const admin = openDatabase(adminUrl, { connections: 1 })
  await admin.sql`CREATE DATABASE template OWNER concert`
  await admin.close()
  await migrateDatabase(databaseUrl(adminUrl, 'template'))
  project.provide('clusterUrl', adminUrl)
  return async () => {
    await stop()
    await watchdog.finish()
  }
}

/** The same server, as the portal's ordinary user, in another database. */
export function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl)
  url.username = 'concert'
  url.pathname = `/${name}`
  return url.href
}
