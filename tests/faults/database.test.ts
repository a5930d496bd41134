import { readFile } from 'node:fs/promises'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '#db/client.server.ts'
import { startCluster, type Cluster } from '#db/cluster.server.ts'
import { documents } from '#db/schema/documents.ts'
import { measures } from '#db/schema/measures.ts'
import { endSessions } from '#db/sessions.server.ts'
import { firstWords } from '#tests/realtime/edits.ts'
import { textOfLog } from '#tests/realtime/log-truth.ts'
import { isSaved, openTab, signIn, until, type SignedIn, type Tab } from '#tests/realtime/portal.ts'
import { startPortal, type Portal } from '#tests/setup/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'

/** The whole portal as a process, on a PostgreSQL of this file's own that is taken away from it. */

const watchdog = startWatchdog()
const dataDir = watchdog.makeFolder('faults')
const ends = 12

let cluster: Cluster
let database: OpenDatabase
let portal: Portal
let documentId: string
let drafter: SignedIn
let second: SignedIn
let tabs: Writer[] = []

interface Writer extends Tab {
  typed: string[]
  /** How many of them it has been told are saved. */
  acknowledged: number
}

beforeAll(async () => {
  await startDatabase()
  portal = await startPortal(watchdog, { DATABASE_URL: cluster.url })
  drafter = await signIn(database, 'nl-drafter')
  second = await signIn(database, 'nl-second-drafter')
  const [draft] = await database.db
    .select({ id: documents.id })
    .from(documents)
    .innerJoin(measures, eq(measures.id, documents.measureId))
    .where(and(eq(measures.owner, 'NL'), eq(documents.status, 'open')))
    .limit(1)
  documentId = draft?.id ?? ''
  tabs = [drafter, second].map(openWriter)
  for (const { live } of tabs) await until(live, isSaved)
}, 240_000)

afterAll(async () => {
  for (const { connection } of tabs) connection.close()
  await portal.stop()
  await database.close()
  await cluster.stop()
  await watchdog.finish()
})

async function startDatabase() {
  const before = cluster?.url
  cluster = await startCluster({ dataDir, say: () => {} })
  expect(cluster.url).toBe(before ?? cluster.url)
  database = openDatabase(cluster.url, { connections: 2 })
}

async function stopDatabase(how: 'stops' | 'falls') {
  const admin = openDatabase(cluster.adminUrl, { connections: 1 })
  const [row] = await admin.sql<{ folder: string }[]>`
    SELECT current_setting('data_directory') AS folder`
  await admin.close()
  const [pid] = (await readFile(`${row?.folder}/postmaster.pid`, 'utf8')).split('\n')
  if (how === 'falls') process.kill(Number(pid), 'SIGQUIT')
  await database.close()
  await cluster.stop()
}

function openWriter(who: SignedIn): Writer {
  const tab = { ...openTab(portal.origin, who, documentId), typed: [] as string[], acknowledged: 0 }
  tab.live.subscribe(() => {
    if (isSaved(tab.live)) tab.acknowledged = tab.typed.length
  })
  return tab
}

let words = 0

function type({ live, typed }: Writer) {
  const word = `<${++words}>`
  typed.push(word)
  firstWords(live).insert(0, word)
}

const page = async (path: string, who?: SignedIn) => {
  const answer = await fetch(`${portal.origin}${path}`, {
    headers: who?.headers(portal.origin),
    redirect: 'manual',
  })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
const statusOf = (path: string, who?: SignedIn) => page(path, who).then(({ status }) => status)

async function expectEverythingStored() {
  for (const { live } of tabs) {
    live.retry()
    await until(live, isSaved)
  }
  const stored = JSON.stringify(await textOfLog(database.db, documentId))
  const typed = tabs.flatMap((tab) => tab.typed)
  expect(typed.filter((word) => stored.split(word).length !== 2)).toEqual([])
  expect(portal.child.exitCode).toBeNull()
}

describe('the database', { timeout: 60_000 }, () => {
  it(`ends all connections ${ends} times under typing: nothing is lost or stored twice`, async () => {
    for (let each = 0; each < ends; each++) {
      for (const tab of tabs) for (let strokes = 0; strokes < 5; strokes++) type(tab)
      await database.sql`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = 'concert' AND pid <> pg_backend_pid()`
      if (each % 3 === 0) for (const { live } of tabs) await until(live, isSaved)
    }
    await expectEverythingStored()
  })

  it.each(['stops', 'falls'] as const)(
    '%s under typing: nothing is called saved until it is back (row 2) (row 3)',
    async (how) => {
      for (const tab of tabs) type(tab)
      await stopDatabase(how)
      const acknowledged = tabs.map((tab) => tab.acknowledged)

      for (const tab of tabs) {
        type(tab)
        await until(tab.live, ({ saveState }) => saveState.kind === 'not-saved')
      }
      await expect.poll(() => statusOf('/readyz')).toBe(503)
      expect(await statusOf('/healthz')).toBe(200)
      for (const path of [
        '/register',
        '/register.json',
        '/register?_data=routes%2Fregister._index',
      ]) {
        const { status, text, headers } = await page(path)
        expect([path, status, headers.get('retry-after')]).toEqual([path, 503, '5'])
        expect(text).not.toMatch(/ECONN|ENOENT|CONNECTION|\bat .*:\d+/)
      }
      expect((await page('/register')).text).toContain('its database does not answer')
      const signedIn = await page('/home', drafter)
      expect([signedIn.status, signedIn.headers.get('retry-after')]).toEqual([503, '5'])
      expect(signedIn.text).toContain('its database does not answer')
      expect(tabs.map((tab) => tab.acknowledged)).toEqual(acknowledged)

      await startDatabase()
      await expect.poll(() => statusOf('/readyz'), { timeout: 10_000 }).toBe(200)
      await expect.poll(() => statusOf('/register')).toBe(200)
      await expect.poll(() => statusOf('/home', drafter)).toBe(200)
      await expectEverythingStored()
      await expect
        .poll(() => database.sql`SELECT 1 FROM pg_stat_activity WHERE query ILIKE 'listen %'`)
        .toHaveLength(1)
    },
  )

  it('is heard again after it was away: who signs out is out', async () => {
    const [, theirs] = tabs
    await database.db.transaction((tx) => endSessions(tx, { sessionId: second.sessionId }))
    if (theirs) await until(theirs.live, ({ saveState }) => saveState.kind === 'read-only')
    expect(await statusOf('/home', second)).toBe(302)
  })

  it('is away when the portal is told to stop: it stops', async () => {
    await stopDatabase('stops')
    portal.child.kill('SIGTERM')
    expect(await portal.ended).toBe(0)
    await startDatabase()
  })
})
