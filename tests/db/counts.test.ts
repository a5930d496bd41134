import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { registerTypes } from '#app/measures/events.ts'
import { countedUntil, type Question } from '#db/counts.server.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { adoptedMeasure, gazetted, happen, item, list, openMeasure } from './adopted-list.ts'

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

let asked = 0
let name = ''
beforeEach(() => {
  asked = 0
  name = `question ${Math.random()}`
})

const ask = (more: Partial<Question> = {}) =>
  countedUntil(
    database.db,
    { about: 'everything', name, types: registerTypes, ...more },
    async () => ++asked,
  )

describe('what is counted over everything', () => {
  it('is asked once until an act of its types is recorded', async () => {
    const { db } = database
    const { id } = await adoptedMeasure(db, list(item('e1', '3B801', 'overlay')))
    expect([await ask(), await ask()]).toEqual([1, 1])
    await openMeasure(db)
    expect(await ask()).toBe(1)
    await happen(db, id, gazetted)
    expect([await ask(), await ask()]).toEqual([2, 2])
  })

  it('is asked once for all who ask at the same time', async () => {
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1])
  })

  it('is asked once where a query is given that begins anew for each who waits for it', async () => {
    const { db } = database
    const said = () =>
      countedUntil(db, { about: 'everything', name, types: registerTypes }, () =>
        db.execute<{ said: string }>(sql`SELECT random()::text AS said`),
      )
    const [first] = await said()
    expect(await said()).toEqual([first])
  })

  it('is asked again where it failed', async () => {
    const { db } = database
    const question = { about: 'everything', name, types: registerTypes } as const
    await expect(
      countedUntil(db, question, () => db.execute(sql`SELECT * FROM nowhere`)),
    ).rejects.toThrow('SELECT * FROM nowhere')
    expect(await ask()).toBe(1)
  })

  it('is not pushed out by words, however many are looked for', async () => {
    const { db } = database
    expect(await ask()).toBe(1)
    for (let place = 0; place < 60; place++)
      await countedUntil(
        db,
        { about: 'words', name: `word ${place}`, types: registerTypes },
        async () => place,
        () => 1_000,
      )
    expect(await ask()).toBe(1)
    // Of the words, those looked for last are kept.
    const again = (place: number) =>
      countedUntil(
        db,
        { about: 'words', name: `word ${place}`, types: registerTypes },
        async () => 'counted anew',
      )
    expect([await again(0), await again(59)]).toEqual(['counted anew', 59])
  })
})
