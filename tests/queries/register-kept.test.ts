/** What is kept of the register, and how a page of it is read, must not be seen in what is answered. */
import { randomInt } from 'node:crypto'
import { drizzle } from 'drizzle-orm/postgres-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CountingAhead } from '#app/counting-ahead.server.ts'
import { countAhead } from '#app/queries/kept-answers.server.ts'
import { registerTypes } from '#app/measures/events.ts'
import { registerCategories, registerStates } from '#app/measures/register.ts'
import { findCommissionDesk } from '#app/queries/commission-desk.server.ts'
import {
  exportRegister,
  findPublicMeasures,
  type RegisterSearch,
  searchRegister,
} from '#app/queries/register.server.ts'
import type { Database } from '#db/client.server.ts'
import { countedUntil } from '#db/counts.server.ts'
import { findEntriesWith, findRegisterRows } from '#db/register.server.ts'
import { openRecordScene, type RecordScene } from '#tests/commands/record-scene.ts'
import { adoptedMeasure, gazetted, happen, inForce, item, list } from '#tests/db/adopted-list.ts'
import { isRefusal, possibleActs } from '#tests/db/possible-acts.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'

let scene: RecordScene

beforeAll(async () => {
  scene = await openRecordScene()
})
afterAll(() => scene.close())

const everything: RegisterSearch = {
  words: '',
  issuers: [],
  categories: [],
  states: [],
  isCompiled: null,
  on: null,
  after: null,
}

/** The same database, of which nothing is kept. */
const anew = () => drizzle(scene.database.sql) as Database

describe('what is kept of the register', () => {
  it('is what would be counted anew, whatever happened', async () => {
    const seed = Number(process.env.HISTORY_SEED ?? randomInt(2 ** 31))
    console.log(`kept register: seed ${seed}`)
    const below = seededRandom(seed)
    const { begin, any } = possibleActs(scene, below)
    await begin()
    await scene.gazette(await scene.adopted())
    const searches = (): Partial<RegisterSearch>[] => [
      {},
      { words: 'overlay' },
      { words: '3B80' },
      { states: registerStates.filter(() => below(2) === 0), on: `202${3 + below(4)}-07-01` },
      { isCompiled: below(2) === 0, words: below(2) === 0 ? 'equipment' : '' },
    ]
    const answers = (db: Database, asked: readonly Partial<RegisterSearch>[]) =>
      Promise.all([
        ...asked.map((search) => searchRegister({ db }, { ...everything, ...search })),
        findPublicMeasures({ db }, 1),
        findCommissionDesk({ db }, scene.officer, { states: [], open: [] }, 1),
      ])
    let most = 0
    for (let count = 0; count < 150; count++) {
      await any().catch((error: unknown) => {
        if (!isRefusal(error)) throw error
      })
      const asked = searches()
      const kept = await answers(scene.db, asked)
      expect(kept).toEqual(await answers(anew(), asked))
      const [all] = kept
      if (all && 'facets' in all) most = Math.max(most, all.total ?? 0)
    }
    expect(most).toBeGreaterThan(0)
  }, 120_000)

  it('is counted ahead: who looks afterwards finds it counted', async () => {
    const db = anew()
    const failures: unknown[] = []
    const ahead = new CountingAhead(
      () => countAhead({ db }),
      (error) => failures.push(error),
    )
    const isKept = (name: string) =>
      countedUntil(db, { about: 'everything', name, types: registerTypes }, async () => null).then(
        (kept) => kept !== null,
      )
    await ahead.count()
    expect(await isKept('register')).toBe(true)
    expect(await isKept('public measures')).toBe(true)
    const { id } = await adoptedMeasure(db, list(item('e1', '7A911', 'gyros')), { owner: 'FI' })
    ahead.recorded(['comment-written'])
    await happen(db, id, gazetted)
    ahead.recorded(['gazette-recorded'])
    // Joins what is being counted.
    await ahead.count()
    expect(await isKept('register')).toBe(true)
    const { facets } = await searchRegister({ db }, everything)
    expect(facets?.issuers.FI).toBe(1)
    ahead.stop()
    await happen(db, id, inForce('2024-01-01'))
    await ahead.count()
    expect(await isKept('register')).toBe(false)
    expect(failures).toEqual([])
  })
})

describe('a page of the register', () => {
  it('holds the same whether it is gone through or put in order afterwards', async () => {
    const seed = Number(process.env.HISTORY_SEED ?? randomInt(2 ** 31))
    console.log(`pages: seed ${seed}`)
    const below = seededRandom(seed)
    const { db } = scene
    for (const owner of ['NL', 'FR', 'SE'] as const) {
      const items = Array.from({ length: 30 }, (_, place) =>
        item(`e${place}`, `${below(10)}B${100 + place}`, below(3) ? 'lasers' : 'pumps'),
      )
      const { id } = await adoptedMeasure(db, list(...items), { owner })
      await happen(db, id, gazetted, ...(below(3) ? [inForce(`202${4 + below(4)}-01-01`)] : []))
    }
    const some = <T>(all: readonly T[], among: number) => all.filter(() => below(among) === 0)
    for (let count = 0; count < 60; count++) {
      const words = ['', '', 'lasers', 'pumps', '3B', 'nothing of it'][below(6)] ?? ''
      const asked = {
        words,
        issuers: some(['NL', 'FR', 'SE'] as const, 2),
        categories: below(2) ? [] : some(registerCategories, 3),
        states: below(2) ? [] : some(registerStates, 2),
        isCompiled: [null, null, true, false][below(4)] ?? null,
        on: `202${3 + below(5)}-06-01`,
      }
      const withWords = words === '' ? null : await findEntriesWith(db, words)
      const all = await findRegisterRows(
        db,
        { ...asked, withWords: null, areFew: false },
        null,
        1_000,
      )
      const after = all?.[below(all.length)]?.id ?? null
      const ids = (areFew: boolean, given: typeof withWords, behind: string | null) =>
        findRegisterRows(db, { ...asked, withWords: given, areFew }, behind, 10).then((rows) =>
          rows?.map(({ id }) => id),
        )
      const begins = all?.slice(0, 10).map(({ id }) => id)
      const place = all?.findIndex(({ id }) => id === after) ?? -1
      const goesOn = all?.slice(place + 1, place + 11).map(({ id }) => id)
      for (const areFew of [true, false])
        for (const given of [withWords, null]) {
          expect([asked, await ids(areFew, given, null)]).toEqual([asked, begins])
          expect([asked, await ids(areFew, given, after)]).toEqual([asked, goesOn])
        }
      const exported = await exportRegister({ db }, { ...asked, after: null }, 1_000)
      expect(exported.ok && exported.rows.map(({ id }) => id)).toEqual(all?.map(({ id }) => id))
    }
  }, 60_000)
})
