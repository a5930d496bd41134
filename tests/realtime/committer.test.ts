import { randomUUID } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPersonId } from '#app/demonstration/load-people.server.ts'
import { findDocument, lockDocument, type Round } from '#db/document-log.server.ts'
import { replay } from '#db/document-text.server.ts'
import { documents } from '#db/schema/documents.ts'
import { Committer } from '#realtime/committer.server.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { firstWords, updateOf } from './edits.ts'
import { textOfLog } from './log-truth.ts'
import { loadPeople, openDraft } from './portal.ts'

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
})
afterAll(() => database.close())

/** A round that writes `words` before the first ones of a new text. */
async function newRound(words: string): Promise<Round> {
  const { documentId } = await openDraft(database)
  return roundOf(documentId, words)
}

async function roundOf(documentId: string, words: string): Promise<Round> {
  const { live } = await replay(database.db, documentId, 1)
  const update = updateOf(live, () => firstWords(live).insert(0, words))
  return {
    documentId,
    accessEpoch: 1,
    after: 1,
    clientIds: new Set([live.doc.clientID]),
    shares: [{ personId: demoPersonId('nl-drafter'), delegation: 'NL', update }],
  }
}

const stored = async (id: string) => JSON.stringify(await textOfLog(database.db, id))

describe('rounds that come together', () => {
  it('are committed each in its own text', async () => {
    const committer = new Committer(database.db)
    const rounds = await Promise.all(
      Array.from({ length: 70 }, (_, index) => newRound(`words of ${index} `)),
    )
    const appended = await Promise.all(rounds.map((round) => committer.commit(round)))
    for (const [index, { documentId }] of rounds.entries()) {
      expect(appended[index]).toEqual({ ok: true, head: 2, missed: [] })
      expect(await stored(documentId)).toContain(`words of ${index} `)
    }
  })

  it('do not wait for one whose text somebody holds, and that one obeys who held it', async () => {
    const committer = new Committer(database.db)
    const [held, withdrawn, free] = [
      await newRound('held '),
      await newRound('withdrawn '),
      await newRound('free '),
    ]
    const waiting: Promise<unknown>[] = []
    await database.db.transaction(async (tx) => {
      await lockDocument(tx, held.documentId)
      await tx
        .update(documents)
        .set({ accessEpoch: sql`${documents.accessEpoch} + 1` })
        .where(eq(documents.id, withdrawn.documentId))
      waiting.push(committer.commit(held), committer.commit(withdrawn))
      expect(await committer.commit(free)).toMatchObject({ ok: true, head: 2 })
      expect((await findDocument(database.db, held.documentId))?.head).toBe(1)
    })
    expect(await Promise.all(waiting)).toEqual([
      { ok: true, head: 2, missed: [] },
      { ok: false, reason: 'access-changed' },
    ])
    expect(await stored(withdrawn.documentId)).not.toContain('withdrawn ')
  })

  it('of one text follow on each other', async () => {
    const committer = new Committer(database.db)
    const first = await newRound('first ')
    const second = await roundOf(first.documentId, 'second ')
    const appended = await Promise.all([committer.commit(first), committer.commit(second)])
    // Whichever the database takes first, the other is told of it.
    expect(appended.map((each) => each.ok && [each.head, each.missed.length]).sort()).toEqual([
      [2, 0],
      [3, 1],
    ])
    expect(await stored(first.documentId)).toMatch(/first .*second |second .*first /)
  })

  it('begin together and go in one statement', async () => {
    const committer = new Committer(database.db)
    const rounds = [await newRound('one '), await newRound('other '), await newRound('third ')]
    await Promise.all(rounds.map((round) => committer.turn().then(() => committer.commit(round))))
    const statements = await database.db
      .selectDistinct({ id: sql<string>`xmin::text` })
      .from(documents)
      .where(
        inArray(
          documents.id,
          rounds.map(({ documentId }) => documentId),
        ),
      )
    expect(statements).toHaveLength(1)
  })

  it('begin when what has arrived is read, however many have begun before', async () => {
    const committer = new Committer(database.db)
    for (let beginning = 0; beginning < 60; beginning++) {
      const order: string[] = []
      await Promise.all([
        committer.turn().then(() => order.push('begun')),
        turn()
          .then(turn)
          .then(() => order.push('two turns of the loop')),
      ])
      expect(order).toEqual(['begun', 'two turns of the loop'])
    }
  })

  it('are all answered no when the database refuses one of them', async () => {
    const committer = new Committer(database.db)
    const [sound, unsound] = [await newRound('sound '), await newRound('unsound ')]
    const shares = unsound.shares.map((share) => ({ ...share, personId: randomUUID() }))
    const outcomes = await Promise.allSettled([
      committer.commit(sound),
      committer.commit({ ...unsound, shares }),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await stored(sound.documentId)).not.toContain('sound ')
  })
})
