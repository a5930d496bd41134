import { setTimeout as wait } from 'node:timers/promises'
import { referenceInAddress } from '../../../app/measures/measure.ts'
import { openDatabase, type OpenDatabase } from '../../../db/client.server.ts'
import { startCluster } from '../../../db/cluster.server.ts'
import { loadDelegationsOffices } from '../../../db/delegations.server.ts'
import { migrateDatabase } from '../../../db/migrate.server.ts'
import { sceneIn } from '../../commands/scene.ts'
import { startPortal } from '../../setup/portal.ts'
import type { Watchdog } from '../../setup/watchdog.ts'
import { now } from '../clock.ts'
import { signIn } from '../sign-in.ts'
import { percentile } from '../statistics.ts'
import { fillArchive } from './archive.ts'

/** What one page took and read. */
export interface PageFigures {
  /** Milliseconds from the request to the end of the answer, over the loopback; the middle of all. */
  ms: number
  least: number
  /** Rows that the database read for one answer, whether it needed them or not. */
  rows: number
  /** Those of them that it read from the beginning of a table on. */
  scanned: number
}

/** PostgreSQL tells what was read with a delay of up to a second. */
const statisticsMs = 1_500
const requests = 15

/** Every page that could grow with the portal, with so many files in it. */
export async function measurePages(
  watchdog: Watchdog,
  files: number,
): Promise<Map<string, PageFigures>> {
  const cluster = await startCluster({ dataDir: watchdog.makeFolder('pages'), say: () => {} })
  await migrateDatabase(cluster.url)
  const database = openDatabase(cluster.url)
  const { db } = database
  await db.transaction(loadDelegationsOffices)
  await fillArchive(database, { files, entries: 3, changes: 0 })
  const portal = await startPortal(watchdog, { DATABASE_URL: cluster.url })
  try {
    const { origin } = portal
    const cookies = {
      delegate: await signIn(db, origin, await sceneIn(db).person('NL', 'representative')),
      officer: await signIn(db, origin, await sceneIn(db).person('COM', 'officer')),
    }
    const figures = new Map<string, PageFigures>()
    for (const [name, { path, as }] of await pagesOf(database)) {
      const ask = async () => {
        const headers: Record<string, string> = as ? { cookie: cookies[as] } : {}
        const answer = await fetch(origin + path, { headers })
        await answer.arrayBuffer()
        if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`)
      }
      figures.set(name, await measurePage(database, ask))
    }
    return figures
  } finally {
    await portal.stop()
    await database.close()
    await cluster.stop()
  }
}

type Who = 'delegate' | 'officer' | null

async function pagesOf({ sql }: OpenDatabase): Promise<Map<string, { path: string; as: Who }>> {
  const [open] = await sql<{ reference: string }[]>`
    SELECT reference FROM measures WHERE stage = 'shared' AND owner = 'NL' LIMIT 1`
  const [entry] = await sql<{ issuer: string; key: string }[]>`
    SELECT issuer, key FROM entries WHERE is_public ORDER BY register_order DESC LIMIT 1`
  if (!open || !entry) throw new Error('the archive is empty')
  const file = `/files/${referenceInAddress(open.reference)}`
  return new Map<string, { path: string; as: Who }>([
    ['home', { path: '/home', as: 'delegate' }],
    ['home of an officer', { path: '/home', as: 'officer' }],
    ['files', { path: '/files', as: 'delegate' }],
    ['files by words', { path: '/files?q=kind+17', as: 'delegate' }],
    ['files of a stage', { path: '/files?stage=shared', as: 'delegate' }],
    ['file', { path: file, as: 'delegate' }],
    ['comments room', { path: `${file}/versions/1`, as: 'delegate' }],
    ['compiled table', { path: `${file}/versions/1/table`, as: 'delegate' }],
    ['positions', { path: `${file}/positions`, as: 'delegate' }],
    ['register', { path: '/register', as: null }],
    ['register by words', { path: '/register?q=source', as: null }],
    ['register by code', { path: '/register?q=3B9000', as: null }],
    ['register entry', { path: `/register/${entry.issuer}/${entry.key}`, as: null }],
    ['public measures', { path: '/register/measures', as: null }],
    ['Commission desk', { path: '/commission', as: 'officer' }],
    ['Article 10 desk', { path: '/article-10', as: 'delegate' }],
    ['post', { path: '/post', as: 'delegate' }],
  ])
}

async function measurePage({ sql }: OpenDatabase, ask: () => Promise<void>): Promise<PageFigures> {
  for (let rehearsal = 0; rehearsal < 3; rehearsal++) await ask()
  await wait(statisticsMs)
  const before = await rowsRead(sql)
  const took: number[] = []
  for (let request = 0; request < requests; request++) {
    const began = now()
    await ask()
    took.push(now() - began)
  }
  await wait(statisticsMs)
  const after = await rowsRead(sql)
  const ascending = Float64Array.from(took).sort()
  return {
    ms: percentile(ascending, 0.5),
    least: ascending[0] ?? Number.NaN,
    rows: Math.round((after.rows - before.rows) / requests),
    scanned: Math.round((after.scanned - before.scanned) / requests),
  }
}

async function rowsRead(sql: OpenDatabase['sql']) {
  const [row] = await sql<{ rows: number; scanned: number }[]>`
    SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::float8 AS rows,
      sum(seq_tup_read)::float8 AS scanned
    FROM pg_stat_user_tables`
  if (!row) throw new Error('the database told nothing')
  return row
}
