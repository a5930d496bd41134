/** The pages are bundled apart from the server: what they keep is theirs, and only theirs counts. */
import { drizzle } from 'drizzle-orm/postgres-js'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countAttempts } from '#app/http/attempts.server.ts'
import { builtPages, type Pages } from '#app/http/pages.server.ts'
import { WordHistories } from '#db/word-histories.server.ts'
import { adoptedMeasure, gazetted, happen, inForce, item, list } from '#tests/db/adopted-list.ts'
import { startEdge } from '#tests/http/edge-server.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { ensureBuilt } from '../../scripts/ensure-built.mjs'

let database: FreshDatabase
let pages: Pages
let edge: Awaited<ReturnType<typeof startEdge>>
/** What was asked of the database since the test began. */
let asked: string[] = []

beforeAll(async () => {
  await ensureBuilt(() => {})
  database = await freshDatabase()
  const db = Object.assign(
    drizzle(database.sql, { logger: { logQuery: (query) => void asked.push(query) } }),
    { $client: database.sql },
  )
  pages = await builtPages(new URL('../../build/', import.meta.url), {
    logger: pino({ level: 'silent' }),
    context: {
      deps: { db },
      mode: 'demo',
      post: { digestTime: '07:30', isSent: false },
      register: { publisher: null, licence: null, contact: null },
      origin: 'http://localhost',
      attempts: countAttempts(),
      wordHistories: new WordHistories(),
      readWord: () => Promise.reject(new Error('no document is read here')),
      identityProvider: null,
    },
    findSession: async () => null,
    recordHead: () => 0,
  })
  edge = await startEdge({ pages: pages.pages })
}, 120_000)
beforeEach(() => {
  asked = []
})
afterAll(async () => {
  await edge.close()
  await pages.close()
  await database.close()
})

const isCounted = () => asked.some((query) => query.includes('array_agg(array_position('))

async function open(path: string) {
  asked = []
  const { status, body } = await edge.ask({ path })
  expect(status).toBe(200)
  return body
}

describe('what the pages keep between requests', () => {
  it('is there for who looks first, once it has been counted ahead', async () => {
    const { id } = await adoptedMeasure(database.db, list(item('e1', '7A911', 'gyros')))
    await happen(database.db, id, gazetted, inForce('2024-01-01'))
    await pages.countAhead()
    expect(isCounted()).toBe(true)
    expect(await open('/register')).toContain('7A911')
    expect(isCounted()).toBe(false)
  })

  it('is forgotten on demand, as when words are withheld (row 46)', async () => {
    await open('/register')
    await open('/register')
    expect(isCounted()).toBe(false)
    await pages.forgetKept()
    await open('/register')
    expect(isCounted()).toBe(true)
  })
})
