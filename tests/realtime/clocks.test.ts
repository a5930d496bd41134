import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { shownContent } from '#app/text/live-text.ts'
import { documentUpdates } from '#db/schema/documents.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { firstWords } from './edits.ts'
import { textOfLog } from './log-truth.ts'
import { startNode, type TestNode } from './node.ts'
import { isSaved, loadPeople, openDraft, openTab, signIn, until, type Tab } from './portal.ts'

/** The clock of nodes and browsers jumps; timers go on, and the database has its own. */

const hour = 3_600_000
const jumps = [0, -200 * 24 * hour, 3 * hour, -hour, 400 * 24 * hour] as const

let database: FreshDatabase
let node: TestNode
const tabs: Tab[] = []

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
  node = await startNode(database)
})
afterEach(() => {
  vi.useRealTimers()
  for (const { connection } of tabs.splice(0)) connection.close()
})
afterAll(async () => {
  await node.close()
  await database.close()
})

const databaseTime = async () => {
  const [row] = await database.sql<{ ms: number }[]>`
    SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`
  return Math.floor(row?.ms ?? 0)
}

/** From now on everybody but the database is wrong by so much. */
function jump(ms: number, now: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: now + ms })
}

async function open(key: string, documentId: string) {
  const tab = openTab(node.origin, await signIn(database, key), documentId)
  tabs.push(tab)
  await until(tab.live, isSaved)
  return tab.live
}

describe('clocks that jump (row 10)', () => {
  it('change neither the order of what is written nor its stamps', async () => {
    const { documentId } = await openDraft(database)
    const [mine, theirs] = [
      await open('nl-drafter', documentId),
      await open('nl-second-drafter', documentId),
    ]
    const before = await databaseTime()
    for (const ms of jumps) {
      jump(ms, before)
      for (const live of [mine, theirs]) {
        firstWords(live).insert(0, 'tick ')
        await until(live, isSaved)
      }
    }
    vi.useRealTimers()
    const after = await databaseTime()
    const rows = await database.db
      .select({ at: documentUpdates.at })
      .from(documentUpdates)
      .where(eq(documentUpdates.documentId, documentId))
      .orderBy(asc(documentUpdates.seq))
    const stamps = rows.slice(1).map(({ at }) => at.getTime())
    expect(stamps).toHaveLength(2 * jumps.length)
    expect(stamps.toSorted((a, b) => a - b)).toEqual(stamps)
    expect(Math.min(...stamps)).toBeGreaterThanOrEqual(before)
    expect(Math.max(...stamps)).toBeLessThanOrEqual(after + 1)
    const text = await textOfLog(database.db, documentId)
    for (const live of [mine, theirs]) {
      await expect.poll(() => shownContent(live.text)).toEqual(text)
    }
  })

  it.each([-200 * 24 * hour, 200 * 24 * hour])(
    'end a role when the database says so, a clock wrong by %i ms or not',
    async (ms) => {
      const { documentId } = await openDraft(database)
      const key = ms < 0 ? 'nl-deputy' : 'nl-representative'
      const who = await signIn(database, key)
      await database.db.execute(
        sql`UPDATE role_grants SET valid_until = now() + interval '2 seconds' WHERE person_id = ${who.personId}`,
      )
      jump(ms, await databaseTime())
      const tab = openTab(node.origin, who, documentId)
      tabs.push(tab)
      await until(tab.live, isSaved)
      await expect
        .poll(() => tab.live.saveState)
        .toEqual({ kind: 'read-only', reason: 'not-found' })
    },
  )
})
