import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain, type Head, type Verdict } from '#db/chain.server.ts'
import type { Tx } from '#db/client.server.ts'
import { events } from '#db/schema/record.ts'
import { demoActor } from '#app/demonstration/acting.server.ts'
import { sceneIn } from '#tests/commands/scene.ts'
import { loadPeople } from '#tests/realtime/portal.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { rewriteFrom } from './rewrite-record.ts'

let database: FreshDatabase
let head: Head

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
  const scene = sceneIn(database.db)
  const owner = demoActor('nl-representative')
  for (let file = 0; file < 3; file++) await scene.share(owner, await scene.file(owner))
  const verdict = await verifyChain(database.db)
  if (!verdict.ok) throw new Error(`event ${verdict.eventId}: ${verdict.fault}`)
  head = verdict.head
})
afterAll(() => database.close())

/** What is said of the record once somebody who owns the database has done this; then it is undone. */
async function afterwards(
  statements: readonly (SQL | ((tx: Tx) => Promise<void>))[],
  noted: Head | null = null,
): Promise<Verdict> {
  let verdict: Verdict | null = null
  const undone = database.db.transaction(async (tx) => {
    await tx.execute(sql`ALTER TABLE events DISABLE TRIGGER USER`)
    await tx.execute(sql`ALTER TABLE events DROP CONSTRAINT events_pkey CASCADE`)
    await tx.execute(sql`DROP INDEX events_measure_position`)
    for (const act of statements) await (typeof act === 'function' ? act(tx) : tx.execute(act))
    verdict = await verifyChain(tx, noted)
    tx.rollback()
  })
  await expect(undone).rejects.toThrow('Rollback')
  if (!verdict) throw new Error('nothing was verified')
  return verdict
}

const broken = (eventId: number, fault: string) => ({ ok: false, eventId, fault })

describe('the hash chain (row 39)', () => {
  it('holds as it was recorded, up to where it was noted and beyond', async () => {
    const { length } = await database.db.select().from(events)
    expect(head.eventId).toBe(length)
    expect(await verifyChain(database.db, head)).toEqual({ ok: true, head })
  })

  it('names an event that was taken out, and one that was put in', async () => {
    expect(await afterwards([sql`DELETE FROM events WHERE id = 3`])).toEqual(broken(3, 'missing'))
    const copied = sql`INSERT INTO events SELECT ${head.eventId + 1}, measure_id, 99, type, at, person_id,
      delegation, lane, audience, content, content_hash, hash, hash FROM events WHERE id = ${head.eventId}`
    expect(await afterwards([copied])).toEqual(broken(head.eventId + 1, 'position-changed'))
  })

  it('holds where acts were recorded before they were salted', async () => {
    const unsalted = sql`UPDATE events SET salt = NULL WHERE id > 5`
    expect(await afterwards([unsalted])).toEqual(broken(6, 'changed'))
    expect(await afterwards([unsalted, (tx) => rewriteFrom(tx, 5)])).toMatchObject({ ok: true })
  })

  it('names the first of two that changed places', async () => {
    const swapped = sql`UPDATE events SET id = 6 - id WHERE id IN (2, 4)`
    expect(await afterwards([swapped])).toMatchObject({ ok: false, eventId: 2 })
  })

  const changes: Record<string, SQL> = {
    at: sql`at + interval '1 day'`,
    person_id: sql`(SELECT id FROM people WHERE id <> person_id LIMIT 1)`,
    delegation: sql`'FR'`,
    lane: sql`CASE lane WHEN 'inner' THEN 'public' ELSE 'inner' END`,
    audience: sql`'{"kind":"all","more":true}'::jsonb`,
    type: sql`'draft-deleted'`,
    content: sql`replace(content, '"', '\'\'')`,
    content_hash: sql`md5(content) || md5(content)`,
    previous_hash: sql`md5(content) || md5(content)`,
    hash: sql`md5(content) || md5(content)`,
    position: sql`position + 100`,
    salt: sql`md5(content)`,
    measure_id: sql`NULL`,
  }
  for (const [column, value] of Object.entries(changes))
    it(`names an event whose ${column} was changed`, async () => {
      const changed = sql`UPDATE events SET ${sql.identifier(column)} = ${value} WHERE id = ${head.eventId}`
      expect(await afterwards([changed])).toMatchObject({ ok: false, eventId: head.eventId })
    })

  it('names an event whose content was changed together with its hash', async () => {
    const content = sql`UPDATE events SET content = replace(content, '0', '1') WHERE id = ${head.eventId}`
    const hash = sql`UPDATE events SET content_hash = encode(sha256(content::bytea), 'hex') WHERE id = ${head.eventId}`
    expect(await afterwards([content, hash])).toEqual(broken(head.eventId, 'changed'))
  })

  it('knows from a noted hash what was cut off at the end, or written anew from the beginning', async () => {
    const cut = [sql`DELETE FROM events WHERE id >= ${head.eventId - 1}`]
    expect(await afterwards(cut)).toMatchObject({ ok: true })
    expect(await afterwards(cut, head)).toEqual(broken(head.eventId - 1, 'cut-off'))
    const other = { eventId: 2, hash: 'f'.repeat(64) }
    expect(await verifyChain(database.db, other)).toEqual(broken(2, 'rewritten'))
  })
})
