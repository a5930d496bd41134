import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { openDatabase, type OpenDatabase } from '../../db/client.server.ts'
import { startCluster } from '../../db/cluster.server.ts'
import { readPostmaster } from '../../db/cluster-postmaster.server.ts'
import { officeId } from '../../db/delegations.server.ts'
import { migrateDatabase } from '../../db/migrate.server.ts'
import { addPerson } from '../../db/people.server.ts'
import { record } from '../../db/record.server.ts'
import { openSession } from '../../db/sessions.server.ts'
import { loadPeople } from '../realtime/portal.ts'
import { databaseUrl } from '../setup/global.ts'
import { startWatchdog, type Watchdog } from '../setup/watchdog.ts'
import { Crowd } from './crowd.ts'

/** Drafters of one state; each has one session, in which there is room for 24 sockets. */
const drafters = 40

/**
 * What all rounds stand on: the portal's own PostgreSQL, with a database for Concert and one for
 * Hocuspocus, people who are signed in to the first, and processes full of clients.
 */
export interface Stage {
  watchdog: Watchdog
  dataDir: string
  folder: string
  /** Concert's database. */
  database: OpenDatabase
  /** Where Hocuspocus stores its documents. */
  peerDatabase: OpenDatabase
  peerUrl: string
  postmasterPid: number
  /** Session tokens of the drafters. */
  tokens: string[]
  crowd: Crowd
  close(): Promise<void>
}

export async function setStage(): Promise<Stage> {
  const watchdog = startWatchdog()
  const dataDir = watchdog.makeFolder('bench')
  const cluster = await startCluster({ dataDir, say: () => {} })
  await migrateDatabase(cluster.url)
  const database = openDatabase(cluster.url)
  await loadPeople(database)
  const tokens = await signInDrafters(database)
  const { peerUrl, postmasterPid } = await makePeerDatabase(cluster.adminUrl)
  const peerDatabase = openDatabase(peerUrl, { connections: 2 })
  await peerDatabase.sql`CREATE TABLE hocuspocus_documents (name text PRIMARY KEY, state bytea NOT NULL)`
  const crowd = new Crowd(watchdog)
  return {
    watchdog,
    dataDir,
    folder: watchdog.makeFolder('bench-texts'),
    database,
    peerDatabase,
    peerUrl,
    postmasterPid,
    tokens,
    crowd,
    async close() {
      crowd.end()
      await database.close()
      await peerDatabase.close()
      await cluster.stop()
      await watchdog.finish()
    },
  }
}

async function makePeerDatabase(adminUrl: string) {
  const admin = openDatabase(adminUrl, { connections: 1 })
  await admin.sql`CREATE DATABASE hocuspocus OWNER concert`
  const [row] = await admin.sql<
    { folder: string }[]
  >`SELECT current_setting('data_directory') AS folder`
  await admin.close()
  const postmaster = readPostmaster(path.dirname(row?.folder ?? ''))
  if (!postmaster) throw new Error('the database has no postmaster.pid')
  return { peerUrl: databaseUrl(adminUrl, 'hocuspocus'), postmasterPid: postmaster.pid }
}

async function signInDrafters({ db }: OpenDatabase): Promise<string[]> {
  const ids = Array.from({ length: drafters }, () => randomUUID())
  return db.transaction(async (tx) => {
    for (const [index, id] of ids.entries()) {
      const subject = `bench-${index}`
      const office = officeId('NL:ministry')
      const name = `Drafter ${index + 1}, Netherlands`
      await addPerson(tx, {
        id,
        issuer: 'urn:concert:bench',
        subject,
        name,
        delegation: 'NL',
        officeId: office,
      })
    }
    const validFrom = new Date().toISOString()
    await record(
      tx,
      null,
      null,
      ids.map((personId) => ({
        type: 'role-granted',
        grantId: randomUUID(),
        personId,
        role: 'drafter',
        body: null,
        validFrom,
        validUntil: null,
      })),
    )
    const tokens = []
    for (const id of ids) tokens.push((await openSession(tx, id, 'the bench')).token)
    return tokens
  })
}
