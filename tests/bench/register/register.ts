import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase, type OpenDatabase } from '../../../db/client.server.ts'
import { startCluster } from '../../../db/cluster.server.ts'
import { loadDelegationsOffices } from '../../../db/delegations.server.ts'
import { migrateDatabase } from '../../../db/migrate.server.ts'
import { sceneIn } from '../../commands/scene.ts'
import { startPortal } from '../../setup/portal.ts'
import type { Watchdog } from '../../setup/watchdog.ts'
import { now } from '../clock.ts'
import { fillArchive } from '../pages/archive.ts'
import { signIn } from '../sign-in.ts'
import { percentile } from '../statistics.ts'
import { addressesIn, type Asked } from './asked.ts'

export interface RegisterWork {
  /** Files in the larger of both portals. The smaller one has a tenth. */
  files: number
  /** Of each kind and portal. */
  requests: number
}

/** Milliseconds from the request to the end of the answer, over the loopback. */
interface Times {
  p50: number
  p95: number
}

/** To be reached with all files: at the 95th percentile, and the median to that with a tenth. */
const aims = { p95: 100, ratio: 1.2 } as const
const perAdoptedFile = { entries: 10, changes: 24 } as const
const rehearsals = 10

/**
 * Two portals side by side, each with its own database, asked in turns: what else happens on the
 * machine meets both.
 */
export async function measureRegister(watchdog: Watchdog, { files, requests }: RegisterWork) {
  const few = await openArchive(watchdog, Math.round(files / 10))
  const many = await openArchive(watchdog, files)
  try {
    const asked = []
    for (const [place, { name }] of few.asked.entries()) {
      const times = { few: new Float64Array(requests), many: new Float64Array(requests) }
      for (let request = -rehearsals; request < requests; request++) {
        for (const [size, portal] of [
          ['few', few],
          ['many', many],
        ] as const) {
          // prettier-ignore
          const took = await timeOf(portal, place, request + rehearsals)
          if (request >= 0) times[size][request] = took
        }
      }
      const [fewTimes, manyTimes] = [timesOf(times.few), timesOf(times.many)]
      const ratio = manyTimes.p50 / fewTimes.p50
      const isQuick = manyTimes.p95 <= aims.p95
      asked.push({
        name,
        few: fewTimes,
        many: manyTimes,
        ratio,
        isQuick,
        isSteady: ratio <= aims.ratio,
      })
    }
    return { few: few.size, many: many.size, asked }
  } finally {
    await few.close()
    await many.close()
  }
}

interface Archive {
  origin: string
  asked: readonly Asked[]
  cookies: Record<'delegate' | 'officer', string>
  size: { files: number; entries: number; events: number }
  close(): Promise<void>
}

async function openArchive(watchdog: Watchdog, files: number): Promise<Archive> {
  const cluster = await startCluster({ dataDir: watchdog.makeFolder('register'), say: () => {} })
  await migrateDatabase(cluster.url)
  const database = openDatabase(cluster.url)
  await database.db.transaction(loadDelegationsOffices)
  await fillArchive(database, { files, ...perAdoptedFile })
  // Before the start: into a database with people the demonstration is not brought.
  const { person } = sceneIn(database.db)
  const people = {
    delegate: await person('NL', 'representative'),
    officer: await person('COM', 'officer'),
  }
  // What was just written is still on its way to the disk, which no portal meets that has run for some time.
  const owner = openDatabase(cluster.adminUrl, { connections: 1 })
  await owner.sql`CHECKPOINT`
  await owner.close()
  const portal = await startPortal(watchdog, { DATABASE_URL: cluster.url })
  await untilSigned(database)
  const [counted] = await database.sql<{ entries: number; events: number }[]>`
    SELECT (SELECT count(*)::int FROM entries WHERE is_public) AS entries,
      (SELECT count(*)::int FROM events) AS events`
  if (!counted) throw new Error('the archive cannot be counted')
  return {
    origin: portal.origin,
    asked: await addressesIn(database.sql),
    cookies: {
      delegate: await signIn(database.db, portal.origin, people.delegate),
      officer: await signIn(database.db, portal.origin, people.officer),
    },
    size: { files, entries: counted.entries, events: counted.events },
    async close() {
      await portal.stop()
      await database.close()
      await cluster.stop()
    },
  }
}

/**
 * Until the first checkpoint holds every act. A portal signs what has happened since the last one, once a
 * minute; here it has to hash the acts of decades first, while it is answering.
 */
async function untilSigned({ sql }: OpenDatabase) {
  for (;;) {
    const [row] = await sql<{ isSigned: boolean }[]>`
      SELECT (SELECT max(size) FROM checkpoints) = (SELECT max(id) FROM events) AS "isSigned"`
    if (row?.isSigned) return
    await wait(200)
  }
}

async function timeOf({ origin, asked, cookies }: Archive, place: number, request: number) {
  const question = asked[place]
  if (!question) throw new Error('nothing is asked there')
  const { as, paths } = question
  const path = paths[request % paths.length] ?? '/'
  const began = now()
  const answer = await fetch(origin + path, { headers: as ? { cookie: cookies[as] } : {} })
  await answer.arrayBuffer()
  const took = now() - began
  if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`)
  return took
}

function timesOf(times: Float64Array): Times {
  const ascending = times.toSorted()
  return { p50: percentile(ascending, 0.5), p95: percentile(ascending, 0.95) }
}
