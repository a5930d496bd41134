import { randomUUID } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digest, genesisHash } from '#app/proof/event-hash.ts'
import { drawReference, findMeasure, lockMeasure } from '#db/measures.server.ts'
import { record, RightsWithdrawn } from '#db/record.server.ts'
import { roleGrants } from '#db/schema/people.ts'
import { events } from '#db/schema/record.ts'
import { openScene } from '#tests/commands/scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import type { EventOf } from '#app/measures/events.ts'

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

function opened(reference: string): EventOf<'file-opened'> {
  return {
    type: 'file-opened',
    measureId: randomUUID(),
    reference,
    owner: 'NL',
    kind: 'national-control-list',
    originalLanguage: 'nl',
    documentId: randomUUID(),
    changes: null,
    title: 'Advanced semiconductor manufacturing equipment',
    grounds: ['public-security'],
    marking: 'none',
    contact: '',
  }
}

describe('the record', () => {
  it('gives every file its own reference when many are opened at once', async () => {
    const references = await Promise.all(
      Array.from({ length: 20 }, () =>
        database.db.transaction((tx) => drawReference(tx, 'NL', 2026)),
      ),
    )
    expect(references.toSorted()).toEqual(
      Array.from({ length: 20 }, (_, n) => `2026/NL/${String(n + 1).padStart(4, '0')}`),
    )
  })

  it('commits ids in their order and chains every hash, whatever races', async () => {
    const before = opened('2025/NL/0001')
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        database.db.transaction((tx) =>
          record(tx, null, null, [n === 0 ? before : opened(`2025/NL/${1000 + n}`)]),
        ),
      ),
    )
    const rows = await database.db.select().from(events).orderBy(asc(events.id))
    expect(rows.map(({ id }) => id)).toEqual(rows.map((_, index) => index + 1))
    expect(rows.map(({ previousHash }) => previousHash)).toEqual([
      genesisHash,
      ...rows.slice(0, -1).map(({ hash }) => hash),
    ])
    expect(rows.every(({ content, contentHash }) => digest(content) === contentHash)).toBe(true)
  })

  it('changes the tables in the transaction of the event, or neither', async () => {
    const file = opened('2025/NL/0002')
    await database.db.transaction((tx) => record(tx, null, null, [file]))
    await expect(
      database.db.transaction(async (tx) => {
        const measure = await lockMeasure(tx, file.measureId)
        await record(tx, null, measure, [{ type: 'measure-withdrawn', reason: 'overtaken' }])
        throw new Error('the power failed')
      }),
    ).rejects.toThrow('the power failed')
    expect(await findMeasure(database.db, file.measureId)).toMatchObject({ stage: 'drafting' })
  })

  it('keeps nothing of an act whose right was withdrawn while it was under way', async () => {
    const scene = await openScene()
    const drafter = await scene.person('NL', 'drafter')
    const reference = await scene.file(drafter)
    await scene.deps.db
      .update(roleGrants)
      .set({ endedAt: new Date() })
      .where(eq(roleGrants.personId, drafter.personId))
    const step: EventOf<'national-step-recorded'> = {
      type: 'national-step-recorded',
      stepId: randomUUID(),
      title: 'x',
      on: null,
    }
    await expect(scene.happen(drafter, reference, step)).rejects.toThrow(RightsWithdrawn)
    expect(await scene.acts(reference)).toEqual(['file-opened'])
    await scene.close()
  })

  it('refuses to save without an event', async () => {
    await expect(database.db.transaction((tx) => record(tx, null, null, []))).rejects.toThrow(
      'nothing to record',
    )
  })

  it('cannot be rewritten by a statement', async () => {
    await expect(
      database.db.execute(sql`UPDATE events SET content = '{}' WHERE id = 1`),
    ).rejects.toMatchObject({ cause: { message: 'the record is append-only' } })
    await expect(database.db.execute(sql`TRUNCATE events CASCADE`)).rejects.toMatchObject({
      cause: { message: 'the record is append-only' },
    })
  })
})
