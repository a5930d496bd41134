import { randomInt } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { derivedTables } from '#db/played-record.server.ts'
import { replay } from '#db/replay.server.ts'
import { openRecordScene, type RecordScene } from '#tests/commands/record-scene.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'
import { isRefusal, possibleActs } from './possible-acts.ts'

/** How many acts are tried in a history; many are refused, as they come at the wrong time. */
const acts = 160

/** How many tables a history has to fill to say something. */
const fewestTables = 8

let scene: RecordScene

beforeAll(async () => {
  scene = await openRecordScene()
})
afterAll(() => scene.close())

async function filledTables(): Promise<number> {
  const counts = await Promise.all(derivedTables.map((table) => scene.db.$count(table)))
  return counts.filter((rows) => rows > 0).length
}

test('whatever happened, the record gives the tables as they are', async () => {
  const seed = Number(process.env.HISTORY_SEED ?? randomInt(2 ** 31))
  console.log(`history: seed ${seed}`)
  const { begin, any } = possibleActs(scene, seededRandom(seed))
  await begin()
  const act = () =>
    any().catch((error: unknown) => {
      if (!isRefusal(error)) throw error
    })
  for (let count = 0; count < acts; count++) await act()
  // Chance may refuse nearly all of them: then it goes on.
  for (let count = 0; count < acts * 10 && (await filledTables()) < fewestTables; count++)
    await act()
  expect(await filledTables()).toBeGreaterThanOrEqual(fewestTables)
  expect(await replay(scene.db)).toEqual([])
  const [last] = await scene.db.execute<{ id: number }>(sql`SELECT max(id)::int AS id FROM events`)
  expect(last?.id).toBeGreaterThan(acts / 4)
}, 120_000)
