import { createHash, randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { demoPersonId, loadDemoPeople } from '#app/demonstration/load-people.server.ts'
import { loadDelegationsOffices } from '#db/delegations.server.ts'
import {
  appendRound,
  appendRounds,
  findDocument,
  lockDocument,
  prepareAppending,
  readUpdates,
  type Round,
} from '#db/document-log.server.ts'
import { checkSnapshot, renewSnapshot, replay } from '#db/document-text.server.ts'
import {
  appendServerEdit,
  closeDocument,
  createDocument,
  freezeDraft,
  pauseDocument,
  raiseAccessEpoch,
  reopenDocument,
  textAt,
} from '#db/documents.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { issueClientId } from '#db/document-clients.server.ts'
import { documentSnapshots } from '#db/schema/documents.ts'
import { person } from '#tests/access/cast.ts'
import { firstWords, updateOf } from '#tests/realtime/edits.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { scanners } from '#tests/text/sample.ts'

let database: FreshDatabase
const drafter = { ...person('NL', ['drafter']), personId: demoPersonId('nl-drafter') }

beforeAll(async () => {
  database = await freshDatabase()
  await database.db.transaction(async (tx) => {
    await loadDelegationsOffices(tx)
    await loadDemoPeople(tx)
  })
})
afterAll(() => database.close())

async function newDraft() {
  const id = randomUUID()
  await database.db.transaction((tx) =>
    createDocument(tx, drafter, { id, measureId: null, purpose: 'draft', content: scanners }),
  )
  return id
}

/** A round that writes `words` before the first ones, from the text as it is at `after`. */
async function roundOf(documentId: string, words: string, after = 1): Promise<Round> {
  const { live } = await replay(database.db, documentId, after)
  const clientId = await issueClientId(database.db, documentId, drafter.personId)
  live.doc.clientID = clientId
  const update = updateOf(live, () => firstWords(live).insert(0, words))
  return {
    documentId,
    accessEpoch: 1,
    after,
    clientIds: new Set([clientId]),
    shares: [{ personId: drafter.personId, delegation: 'NL', update }],
  }
}

const append = (round: Round) => appendRound(database.db, round)
const head = async (id: string) => (await findDocument(database.db, id))?.head
const words = async (id: string, seq?: number) =>
  JSON.stringify(await textAt(database.db, id, seq ?? (await head(id)) ?? 0))

describe('the update log', () => {
  it('begins with what the document was opened with, under the name of who opened it', async () => {
    const id = await newDraft()
    expect(await findDocument(database.db, id)).toMatchObject({ head: 1, status: 'open' })
    expect(await textAt(database.db, id, 1)).toMatchObject({ type: 'doc' })
    expect(await words(id)).toContain('Amendment of the list')
  })

  it('numbers rounds without a gap, a row for each person', async () => {
    const id = await newDraft()
    const round = await roundOf(id, 'one ')
    const other = await roundOf(id, 'two ')
    const shares = [
      ...round.shares,
      { ...other.shares[0], personId: demoPersonId('nl-representative') },
    ]
    expect(await append({ ...round, shares: shares as Round['shares'] })).toEqual({
      ok: true,
      head: 3,
      missed: [],
    })
    const rows = await readUpdates(database.db, id, 0, 10)
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(await words(id, 2)).toContain('one ')
    expect(await words(id, 2)).not.toContain('two ')
    expect(await words(id, 3)).toContain('two ')
  })

  it('tells a round what others had appended in between', async () => {
    const id = await newDraft()
    const [first, second] = [await roundOf(id, 'first '), await roundOf(id, 'second ')]
    expect(await append(first)).toMatchObject({ ok: true, head: 2 })
    expect(await append(second)).toMatchObject({ ok: true, head: 3, missed: [{ seq: 2 }] })
    expect(await words(id)).toContain('first ')
    expect(await words(id)).toContain('second ')
  })

  it('refuses a round under client ids that others have written under meanwhile', async () => {
    const id = await newDraft()
    const round = await roundOf(id, 'mine ')
    await append(round)
    expect(await append(round)).toEqual({ ok: false, reason: 'overlap' })
    expect(await head(id)).toBe(2)
  })

  it('takes nothing after a withdrawal of rights that was committed first', async () => {
    const id = await newDraft()
    const round = await roundOf(id, 'too late ')
    await database.db.transaction((tx) => raiseAccessEpoch(tx, [id]))
    expect(await append(round)).toEqual({ ok: false, reason: 'access-changed' })
    expect(await append({ ...round, accessEpoch: 2 })).toMatchObject({ ok: true })
  })

  it('waits for a withdrawal that is under way, and then refuses', async () => {
    const id = await newDraft()
    const round = await roundOf(id, 'too late ')
    let appended: ReturnType<typeof append> | null = null
    await database.db.transaction(async (tx) => {
      await raiseAccessEpoch(tx, [id])
      appended = append(round)
      const waiting = sql`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted`
      await expect.poll(async () => (await database.db.execute(waiting))[0]?.n).toBeGreaterThan(0)
    })
    expect(await appended).toEqual({ ok: false, reason: 'access-changed' })
  })

  it('takes nothing while the document is frozen, and never again once it is closed', async () => {
    const id = await newDraft()
    const round = await roundOf(id, 'frozen ')
    await database.db.transaction((tx) => pauseDocument(tx, id))
    expect(await append({ ...round, accessEpoch: 2 })).toEqual({ ok: false, reason: 'not-open' })
    await database.db.transaction((tx) => reopenDocument(tx, id))
    expect(await append({ ...round, accessEpoch: 3 })).toMatchObject({ ok: true })
    await database.db.transaction((tx) => closeDocument(tx, id))
    await database.db.transaction((tx) => reopenDocument(tx, id))
    const late = await roundOf(id, 'closed ', 2)
    expect(await append({ ...late, accessEpoch: 4 })).toEqual({ ok: false, reason: 'not-open' })
    expect(await findDocument(database.db, id)).toMatchObject({ status: 'closed', head: 2 })
  })

  it('takes nothing of a round alone either while somebody holds the text, or on a head of before', async () => {
    const id = await newDraft()
    const { db } = database
    const round = await roundOf(id, 'alone ')
    await db.transaction(async (tx) => {
      await lockDocument(tx, id)
      // Not held up by whoever holds the text: told at once that it must go the slow way.
      expect(await appendRounds(db, [round])).toEqual(new Set())
    })
    expect(await appendRounds(db, [{ ...round, after: 0 }])).toEqual(new Set())
    expect(await appendRounds(db, [{ ...round, accessEpoch: 2 }])).toEqual(new Set())
    expect(await head(id)).toBe(1)
    expect(await appendRounds(db, [round])).toEqual(new Set([id]))
    expect(await words(id, 2)).toContain('alone ')
  })

  it('takes of rounds that come together those that nothing stands in the way of', async () => {
    const { db } = database
    const [one, other] = [await newDraft(), await newDraft()]
    const late = { ...(await roundOf(other, 'late ')), after: 0 }
    expect(await appendRounds(db, [await roundOf(one, 'one '), late])).toEqual(new Set([one]))
    expect(await words(one, 2)).toContain('one ')
    expect(await head(other)).toBe(1)
  })

  it('has its statements ready on every connection before anybody writes', async () => {
    const { db, sql, close } = openDatabase(database.url, { connections: 3 })
    await prepareAppending(db)
    // Held, each on a connection of its own.
    const held = await Promise.all([sql.reserve(), sql.reserve(), sql.reserve()])
    for (const connection of held) {
      const [row] = await connection<{ ready: number }[]>`
        SELECT count(*)::int AS ready FROM pg_prepared_statements
        WHERE statement LIKE ${'%INTO document_updates%'}`
      expect(row).toEqual({ ready: 2 })
      connection.release()
    }
    await close()
  })

  it('cannot be rewritten', async () => {
    const id = await newDraft()
    for (const statement of [
      sql`DELETE FROM document_updates WHERE document_id = ${id}`,
      sql`UPDATE document_updates SET person_id = ${demoPersonId('nl-representative')}`,
    ])
      await expect(database.db.execute(statement)).rejects.toMatchObject({
        cause: { message: 'the update log is append-only' },
      })
  })

  it('keeps its numbers when many nodes append at once', async () => {
    const id = await newDraft()
    const rounds = await Promise.all(
      Array.from({ length: 20 }, (_, index) => roundOf(id, `w${index} `)),
    )
    const results = await Promise.all(rounds.map(append))
    expect(results.every(({ ok }) => ok)).toBe(true)
    const rows = await readUpdates(database.db, id, 0, 100)
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, n) => n + 1))
    for (let index = 0; index < 20; index++) expect(await words(id)).toContain(`w${index} `)
  })
})

describe('a snapshot', () => {
  it('gives the same text as the log', async () => {
    const id = await newDraft()
    await append(await roundOf(id, 'one '))
    await renewSnapshot(database.db, id, 2)
    await append(await roundOf(id, 'two ', 2))
    const { snapshotSeq } = await replay(database.db, id, 3)
    expect(snapshotSeq).toBe(2)
    expect(await words(id)).toContain('two ')
    expect(await words(id, 1)).not.toContain('one ')
  })

  it.each([
    ['that was altered', sql`overlay(state placing '\\xff'::bytea from 3 for 1)`],
    ['that was cut short', sql`substring(state from 1 for 20)`],
  ])('%s is thrown away and the text read from the log', async (_, state) => {
    const id = await newDraft()
    await append(await roundOf(id, 'kept '))
    await renewSnapshot(database.db, id, 2)
    const before = await words(id)
    const mine = and(eq(documentSnapshots.documentId, id))
    await database.db.update(documentSnapshots).set({ state }).where(mine)
    expect(await replay(database.db, id, 2)).toMatchObject({ corrupt: [2], snapshotSeq: 0 })
    expect(await words(id)).toBe(before)
    expect(await database.db.select().from(documentSnapshots).where(mine)).toEqual([])
  })
})

describe('a snapshot that is sound by its hash and says something else (row 13)', () => {
  it('is found by the whole log, and made anew from it', async () => {
    const id = await newDraft()
    await append(await roundOf(id, 'kept '))
    await renewSnapshot(database.db, id, 2)
    expect(await checkSnapshot(database.db, id)).toBeNull()
    const before = await words(id)
    const { live } = await replay(database.db, id, 2)
    firstWords(live).delete(0, 'kept '.length)
    const state = Y.encodeStateAsUpdate(live.doc)
    const sha256 = createHash('sha256').update(state).digest('hex')
    const mine = eq(documentSnapshots.documentId, id)
    await database.db.update(documentSnapshots).set({ state, sha256 }).where(mine)
    expect(await words(id)).not.toBe(before)
    expect(await checkSnapshot(database.db, id)).toBe(2)
    expect(await words(id)).toBe(before)
    expect(await checkSnapshot(database.db, id)).toBeNull()
  })

  it('is nothing to look for where there is none', async () => {
    expect(await checkSnapshot(database.db, await newDraft())).toBeNull()
  })
})

describe('an edit on the server', () => {
  it('is in the log under its author, and there only if its command is', async () => {
    const id = await newDraft()
    const edit = (text: Y.XmlFragment) => firstWords({ text }).insert(0, 'taken up ')
    const done = await database.db.transaction((tx) => appendServerEdit(tx, drafter, id, edit))
    expect(done).toEqual({ ok: true, seq: 2 })
    expect(await words(id)).toContain('taken up ')
    await expect(
      database.db.transaction(async (tx) => {
        await appendServerEdit(tx, drafter, id, (text) => text.delete(0, text.length))
        throw new Error('the reply failed')
      }),
    ).rejects.toThrow('the reply failed')
    expect(await head(id)).toBe(2)
  })

  it('writes no row when nothing changes, and is refused when the document is closed', async () => {
    const id = await newDraft()
    const nothing = await database.db.transaction((tx) =>
      appendServerEdit(tx, drafter, id, () => {}),
    )
    expect(nothing).toEqual({ ok: true, seq: 1 })
    await database.db.transaction((tx) => closeDocument(tx, id))
    const late = await database.db.transaction((tx) => appendServerEdit(tx, drafter, id, () => {}))
    expect(late).toEqual({ ok: false, reason: 'document-closed' })
  })

  it('that the schema does not know is not made', async () => {
    const id = await newDraft()
    await expect(
      database.db.transaction((tx) =>
        appendServerEdit(tx, drafter, id, (text) => text.push([new Y.XmlElement('script')])),
      ),
    ).rejects.toThrow('not in the schema')
    expect(await head(id)).toBe(1)
  })
})

describe('freezing a draft', () => {
  it('copies the text at its head while nobody can write', async () => {
    const id = await newDraft()
    const round = await roundOf(id, 'after the copy ')
    let appended: ReturnType<typeof append> | null = null
    const frozen = await database.db.transaction(async (tx) => {
      const copy = await freezeDraft(tx, id)
      appended = append(round)
      const waiting = sql`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted`
      await expect.poll(async () => (await database.db.execute(waiting))[0]?.n).toBeGreaterThan(0)
      return copy
    })
    expect(frozen.seq).toBe(1)
    expect(JSON.stringify(frozen.content)).not.toContain('after the copy')
    expect(await appended).toMatchObject({ ok: true, head: 2 })
    expect(await textAt(database.db, id, frozen.seq)).toEqual(frozen.content)
  })
})

describe('client ids', () => {
  it('are given to one person each', async () => {
    const id = await newDraft()
    const ids = await Promise.all(
      Array.from({ length: 50 }, () => issueClientId(database.db, id, drafter.personId)),
    )
    expect(new Set(ids).size).toBe(50)
    expect(ids.every((clientId) => clientId > 0 && clientId < 2 ** 32)).toBe(true)
  })
})
