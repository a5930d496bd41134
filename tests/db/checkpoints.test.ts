import { asc, sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { introduceRecordKey } from '#app/commands/introduce-record-key.server.ts'
import { demoActor } from '#app/demonstration/acting.server.ts'
import { openCheckpoint, signCheckpoint } from '#app/proof/checkpoint.ts'
import { rootAlong, rootOf } from '#app/proof/merkle-tree.ts'
import { newSigner, type Signer, type Verifier } from '#app/proof/signed-note.ts'
import { verifyChain, type Verdict } from '#db/chain.server.ts'
import {
  watchCheckpoints,
  type CheckpointFault,
  type NamedNote,
} from '#db/checkpoint-watch.server.ts'
import { findLastCheckpoint, findProof, issueCheckpoint, leafOf } from '#db/checkpoints.server.ts'
import { findRecordKeys } from '#db/record-keys.server.ts'
import { checkpoints, events } from '#db/schema/record.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { sceneIn } from '#tests/commands/scene.ts'
import { loadPeople } from '#tests/realtime/portal.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { rewriteFrom } from './rewrite-record.ts'

const signer = newSigner('concert.example/record')
let database: FreshDatabase
let kept: NamedNote[]

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
  await introduceRecordKey({ db: database.db }, signer)
  kept = []
  for (let each = 0; each < 3; each++) {
    await act()
    const note = await issueCheckpoint(database.db, signer)
    if (!note) throw new Error('no checkpoint was issued')
    kept.push({ name: `kept ${each}`, note })
  }
})
afterAll(() => database.close())

async function act() {
  const scene = sceneIn(database.db)
  const owner = demoActor('nl-representative')
  await scene.share(owner, await scene.file(owner))
}

interface Said {
  verdict: Verdict
  faults: CheckpointFault[]
}

async function verify(
  db: Database | Tx,
  notes: readonly NamedNote[] = [],
  trusted: readonly Verifier[] = [],
): Promise<Said> {
  const watch = await watchCheckpoints(db, notes)
  const verdict = await verifyChain(db, null, (hash) => watch.see(hash))
  const recorded = await findRecordKeys(db)
  return { verdict, faults: watch.faults({ recorded, trusted }) }
}

/** What is said once somebody who owns the database has done this; then it is undone. */
async function afterwards(
  change: (tx: Tx) => Promise<void>,
  notes: readonly NamedNote[] = [],
): Promise<Said> {
  let said: Said | null = null
  const undone = database.db.transaction(async (tx) => {
    await tx.execute(sql`ALTER TABLE events DISABLE TRIGGER USER`)
    await tx.execute(sql`ALTER TABLE checkpoints DISABLE TRIGGER USER`)
    await tx.execute(sql`ALTER TABLE events DROP CONSTRAINT events_pkey CASCADE`)
    await change(tx)
    said = await verify(tx, notes)
    tx.rollback()
  })
  await expect(undone).rejects.toThrow('Rollback')
  if (!said) throw new Error('nothing was verified')
  return said
}

const run = (statement: SQL) => async (tx: Tx) => void (await tx.execute(statement))
const sizes = async () =>
  (await database.db.select({ size: checkpoints.size }).from(checkpoints)).map(({ size }) => size)

describe('checkpoints of the record (row 39)', () => {
  it('are signed over all events that there are, and only where there are new ones', async () => {
    expect(await issueCheckpoint(database.db, signer)).toBeNull()
    const last = await findLastCheckpoint(database.db)
    const { verdict, faults } = await verify(database.db, kept, [signer])
    expect(faults).toEqual([])
    expect(verdict).toMatchObject({ ok: true, head: { eventId: last?.size } })
    expect(last && openCheckpoint(last.note, [signer])).toMatchObject({ ok: true })
  })

  it('are made once, however many nodes make them at once', async () => {
    await act()
    const issued = await Promise.all(
      Array.from({ length: 5 }, () => issueCheckpoint(database.db, signer)),
    )
    expect(issued.filter((note) => note !== null)).toHaveLength(1)
  })

  it('show between which two of them events were rewritten, although the chain was made to hold', async () => {
    const [, second = 0, third = 0] = await sizes()
    const said = await afterwards((tx) => rewriteFrom(tx, second + 1), kept)
    expect(said.verdict.ok).toBe(true)
    expect(said.faults[0]).toEqual({
      name: `checkpoint ${third}`,
      fault: 'other-events',
      after: second,
      upTo: third,
    })
  })

  it('that were kept elsewhere show it also where those in the database were taken out', async () => {
    const [, second = 0, third = 0] = await sizes()
    const said = await afterwards(async (tx) => {
      await rewriteFrom(tx, second + 1)
      await tx.execute(sql`DELETE FROM checkpoints`)
    }, kept)
    expect(said.verdict.ok).toBe(true)
    expect(said.faults).toEqual([
      { name: 'kept 2', fault: 'other-events', after: second, upTo: third },
    ])
  })

  it('show that the end of the record was cut off', async () => {
    const [first = 0, second = 0] = await sizes()
    const cut = run(sql`DELETE FROM events WHERE id > ${first}`)
    const said = await afterwards(cut)
    expect(said.verdict.ok).toBe(true)
    expect(said.faults[0]).toMatchObject({ fault: 'cut-off', after: first, upTo: second })
  })

  it('are no more once they were altered, and another key for them is not taken for the trusted one', async () => {
    const altered = run(sql`UPDATE checkpoints SET note = replace(note, 'concert', 'concord')`)
    expect((await afterwards(altered)).faults[0]).toMatchObject({ fault: 'another-record' })
    const unsigned = run(sql`UPDATE checkpoints SET note = replace(note, '— ', '— by ')`)
    expect((await afterwards(unsigned)).faults[0]).toMatchObject({ fault: 'unsigned' })
    const other = newSigner(signer.name)
    const { faults } = await verify(database.db, kept, [other])
    expect(faults.map(({ name }) => name)).toEqual(kept.map(({ name }) => name))
    const nothing = { name: 'a page', note: 'hello' }
    expect((await verify(database.db, [nothing])).faults).toMatchObject([
      { name: 'a page', fault: 'not-a-checkpoint' },
    ])
    const foreign = { name: 'theirs', note: foreignNote() }
    expect((await verify(database.db, [foreign])).faults).toMatchObject([
      { name: 'theirs', fault: 'another-record' },
    ])
  })

  it('are not signed on from what was changed beside the last one', async () => {
    await act()
    const undone = database.db.transaction(async (tx) => {
      await tx.execute(sql`ALTER TABLE checkpoints DISABLE TRIGGER USER`)
      await tx.execute(
        sql`UPDATE checkpoints SET peaks[1] = repeat('0', 64)
            WHERE size = (SELECT max(size) FROM checkpoints)`,
      )
      await issueCheckpoint(tx, signer)
    })
    await expect(undone).rejects.toThrow('is not what was signed')
  })

  it('prove of every event that it is in the record, by the first that covers it', async () => {
    await act()
    const rows = await database.db.select().from(events).orderBy(asc(events.id))
    const covered = Math.max(...(await sizes()))
    for (const { id, hash } of rows) {
      const proof = await findProof(database.db, id)
      const opened = proof && openCheckpoint(proof.note, [signer])
      const path = proof?.path.map((each) => Buffer.from(each, 'hex')) ?? []
      const checkpoint = opened?.ok ? opened.checkpoint : null
      const root = checkpoint && rootAlong(leafOf(hash), id - 1, checkpoint.size, path)
      const first = (await sizes()).toSorted((a, b) => a - b).find((size) => size >= id)
      expect(checkpoint?.size).toBe(first)
      expect(root && Buffer.from(root).toString('hex')).toBe(
        checkpoint ? Buffer.from(checkpoint.root).toString('hex') : null,
      )
    }
    expect(rows.at(-1)?.id).toBeGreaterThan(covered)
  })

  it('cannot be changed by mistake', async () => {
    const change = database.db.execute(sql`UPDATE checkpoints SET note = ''`)
    await expect(change).rejects.toMatchObject({
      cause: expect.objectContaining({ message: 'the record is append-only' }),
    })
  })
})

describe('the key of the record', () => {
  it('is followed by one for which it vouches, and by none that nobody vouches for without a word', async () => {
    const [rotated, lost] = [newSigner(signer.name), newSigner(signer.name)]
    const deps = { db: database.db }
    expect(await introduceRecordKey(deps, rotated, { former: signer })).toMatchObject({ ok: true })
    expect(await issueCheckpoint(database.db, signer)).toBeNull()
    expect(await issueCheckpoint(database.db, rotated)).not.toBeNull()
    expect(await introduceRecordKey(deps, lost)).toMatchObject({
      ok: false,
      reason: 'reasons-needed',
    })
    expect(await introduceRecordKey(deps, lost, { former: signer })).toMatchObject({ ok: false })
    const reason = 'the disk it was on is gone'
    expect(await introduceRecordKey(deps, lost, { reason })).toMatchObject({ ok: true })
    expect(await issueCheckpoint(database.db, rotated)).toBeNull()
    expect(await issueCheckpoint(database.db, lost)).not.toBeNull()
    const keys = await findRecordKeys(database.db)
    expect(keys.map(({ standing }) => standing)).toEqual(['first', 'endorsed', 'replaced'])
    expect(keys.at(-1)?.reason).toBe(reason)
    expect((await verify(database.db, kept)).faults).toEqual([])
    expect((await verify(database.db, kept, [lost, rotated, signer])).faults).toEqual([])
  })

  it('signs what was written while it was in use, and nothing else', async () => {
    const [first] = await sizes()
    const forged = (size: number, by: Signer) => ({
      name: 'forged',
      note: signCheckpoint({ size, root: rootOf([]) }, by),
    })
    const { verdict } = await verify(database.db)
    const size = verdict.ok ? verdict.head.eventId : 0
    expect((await verify(database.db, [forged(size, signer)])).faults).toMatchObject([
      { name: 'forged', fault: 'unsigned' },
    ])
    expect((await verify(database.db, [forged(first ?? 0, signer)])).faults).toMatchObject([
      { name: 'forged', fault: 'other-events' },
    ])
  })
})

function foreignNote(): string {
  return signCheckpoint({ size: 1, root: rootOf([]) }, newSigner('other.example/record'))
}
