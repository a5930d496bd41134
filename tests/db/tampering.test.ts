import { randomUUID } from 'node:crypto'
import { asc, getTableName, sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { handOverLanguages } from '#app/commands/hand-over-languages.server.ts'
import { holdLanguage } from '#app/commands/hold-language.server.ts'
import { linkParallelDraft } from '#app/commands/link-parallel-draft.server.ts'
import { purge } from '#app/commands/purge.server.ts'
import { recordCoverage } from '#app/commands/record-coverage.server.ts'
import { recordInformationNote } from '#app/commands/record-information-note.server.ts'
import { recordRefusal } from '#app/commands/record-refusal.server.ts'
import { recordRequirement } from '#app/commands/record-requirement.server.ts'
import { withhold } from '#app/commands/withhold.server.ts'
import { loadDemoPeople } from '#app/demonstration/load-people.server.ts'
import { findNextPackage } from '#app/queries/language-package.server.ts'
import type { NamedNote } from '#db/checkpoint-watch.server.ts'
import { issueCheckpoint } from '#db/checkpoints.server.ts'
import { openDatabase, type OpenDatabase, type Tx } from '#db/client.server.ts'
import { findActs } from '#db/events.server.ts'
import { derivedTables } from '#db/played-record.server.ts'
import { replayIn } from '#db/replay.server.ts'
import { events } from '#db/schema/record.ts'
import { type RecordFault, verifyRecord } from '#db/verification.server.ts'
import { findWithholdings } from '#db/withholdings.server.ts'
import { type LanguageScene, openLanguageScene, pellicle } from '#tests/commands/language-scene.ts'
import { lithography } from '#tests/text/concordance-texts.ts'
import { cast, plantEverywhere, signer } from '#tests/withheld/planted-everywhere.ts'
import { rewriteFrom } from './rewrite-record.ts'

/**
 * Somebody who owns the database server changes, removes, moves and cuts off whatever there is, one thing after
 * another, and what `npm run verify -- --database` asks names each (row 39).
 */

let scene: LanguageScene
let owner: OpenDatabase
/** A checkpoint that somebody took away, of all there is. */
let kept: NamedNote
let last: number
/** The first act without its words, and the one that withheld them. */
let firstStub: number
let withheldBy: number

beforeAll(async () => {
  scene = await openLanguageScene()
  const { db, deps, nl, de, officer, must } = scene
  await db.transaction(loadDemoPeople)
  const planted = await plantEverywhere(db, 'zirkonnebel')
  const list = await scene.adopted()
  await scene.notified(list)
  await scene.gazette(list)
  await scene.inForce(list)
  const ids = await scene.entryIds(list)
  await scene.compiled(ids)
  const [entryId = ''] = ids
  must(await recordRequirement(deps, de, entryId, scene.requirementInput()))
  const refusal = { duesReference: 'DE-1', refusedOn: '2024-03-01' }
  must(await recordRefusal(deps, de, entryId, { key: randomUUID(), ...refusal }))
  const coverage = {
    annexICode: '3B501',
    annexIWords: 'overlay ≤ 2.40 nm',
    language: 'en' as const,
    extent: 'wholly' as const,
    since: '2025-11-15',
  }
  must(await recordCoverage(deps, officer, { ...coverage, entryId, point: null }))
  must(await linkParallelDraft(deps, nl, await scene.draft(), list))
  await publishBesides(await scene.listed())
  await purgeOneComment(planted)
  const note = await issueCheckpoint(db, signer)
  if (!note) throw new Error('no checkpoint was issued')
  kept = { name: 'kept', note }
  last = await db.$count(events)
  const first = async (isMeant: SQL) => {
    const [row] = await db
      .select({ id: events.id })
      .from(events)
      .where(isMeant)
      .orderBy(asc(events.id))
      .limit(1)
    return row?.id ?? 0
  }
  firstStub = await first(sql`content LIKE '%█████%'`)
  withheldBy = await first(sql`type = 'content-withheld'`)
  const url = new URL(inject('clusterUrl'))
  url.pathname = new URL(scene.database.url).pathname
  owner = openDatabase(url.href, { connections: 1 })
}, 120_000)
afterAll(async () => {
  await owner.close()
  await scene.close()
})

/** A language version that is held and handed over, and an information note. */
async function publishBesides(list: string) {
  const { deps, officer, must } = scene
  const { rows } = await scene.add(list, 'de', [lithography('de'), pellicle('de')])
  const held = { holder: `person:${officer.personId}`, entryIds: rows.map(({ id }) => id) }
  must(await holdLanguage(deps, officer, 'de', held))
  const { sha256: manifest } = must(await findNextPackage(deps, officer))
  const handed = { recipient: 'Publications Office', reference: 'Ares(2026) 1', reason: 'Gaps.' }
  const on = { key: randomUUID(), handedOn: scene.today }
  must(await handOverLanguages(deps, officer, { ...handed, ...on, manifest }))
  const { id } = await scene.measure(list)
  const note = { ojReference: 'C/2024/5881', title: 'Information note', url: '', note: '' }
  const published = { key: randomUUID(), publishedOn: '2024-10-02', measureIds: [id] }
  must(await recordInformationNote(deps, officer, { ...note, ...published }))
}

/** So that a stub stands in the record, too. */
async function purgeOneComment(reference: string) {
  const { id } = await scene.measure(reference)
  const said = (await findActs(scene.db, id)).find(
    ({ event, delegation }) => event.type === 'comment-written' && delegation === 'DE',
  )
  const commentId = said?.event.type === 'comment-written' ? said.event.commentId : ''
  const targets = [{ kind: 'comment' as const, commentId }]
  scene.must(await withhold(scene.deps, cast.de, reference, { key: randomUUID(), targets }))
  const [withholding] = await findWithholdings(scene.db, id)
  const how = {
    key: randomUUID(),
    reason: 'Classified.',
    orderedBy: 'X',
    understood: 'on' as const,
  }
  scene.must(await purge(scene.deps, cast.de, reference, withholding?.id ?? '', how))
}

type Tampering = SQL | ((tx: Tx) => Promise<unknown>)

/** What is named once this was done; then it is undone. */
async function afterwards(
  tampering: readonly Tampering[],
  play: (tx: Tx) => ReturnType<typeof replayIn> = () => Promise.resolve([]),
  notes: readonly NamedNote[] = [kept],
): Promise<RecordFault[]> {
  let faults: RecordFault[] | null = null
  const undone = owner.db.transaction(async (tx) => {
    // No trigger, foreign key or index stands in the way of somebody who owns the server.
    await tx.execute(sql`SET LOCAL session_replication_role = replica`)
    await tx.execute(sql`ALTER TABLE events DROP CONSTRAINT events_pkey CASCADE`)
    await tx.execute(sql`DROP INDEX events_measure_position`)
    for (const act of tampering) await (typeof act === 'function' ? act(tx) : tx.execute(act))
    const held = { noted: null, notes, trusted: [signer] }
    ;({ faults } = await verifyRecord(tx, held, () => play(tx)))
    tx.rollback()
  })
  await expect(undone).rejects.toThrow('Rollback')
  if (!faults) throw new Error('nothing was verified')
  return faults
}

const everyEvent = () => Array.from({ length: last }, (_, index) => index + 1)

describe('a record that nobody touched', () => {
  it('holds, and so does everything that follows from it', async () => {
    expect(await afterwards([], replayIn)).toEqual([])
  })
})

describe('the record', () => {
  it('names each act that was changed, at that act', async () => {
    for (const id of everyEvent()) {
      const change = sql`UPDATE events SET content = replace(content, '"type"', '"type" ') WHERE id = ${id}`
      expect(await afterwards([change])).toEqual([
        { of: 'event', eventId: id, fault: 'content-changed' },
      ])
    }
  })

  it('names each act that was taken out, the last one by a checkpoint kept elsewhere', async () => {
    for (const id of everyEvent()) {
      const [fault] = await afterwards([sql`DELETE FROM events WHERE id = ${id}`])
      expect(fault).toMatchObject(
        id === last
          ? { of: 'checkpoint', fault: 'cut-off' }
          : // Without the act that withheld them, nothing names what stands in place of others' words.
            id === withheldBy
            ? { of: 'event', eventId: firstStub, fault: 'content-changed' }
            : { of: 'event', eventId: id, fault: 'missing' },
      )
    }
  })

  it('names the first of each two acts that changed places', async () => {
    for (const id of everyEvent().slice(1)) {
      const swap = sql`UPDATE events SET id = ${2 * id - 1} - id WHERE id IN (${id - 1}, ${id})`
      expect((await afterwards([swap]))[0]).toMatchObject({ of: 'event', eventId: id - 1 })
    }
  })

  it('shows wherever it was cut off, although what is left holds together', async () => {
    for (const id of everyEvent()) {
      const cut = [
        sql`DELETE FROM events WHERE id >= ${id}`,
        sql`DELETE FROM checkpoints WHERE size >= ${id}`,
      ]
      const isStubNamed = id > withheldBy || id <= firstStub
      expect(await afterwards(cut)).toEqual([
        expect.objectContaining(
          isStubNamed
            ? { of: 'checkpoint', name: 'kept', after: id - 1, upTo: last }
            : { of: 'event', eventId: firstStub },
        ),
      ])
    }
  })

  it('shows each act that was written anew with all hashes behind it', async () => {
    for (const id of everyEvent()) {
      const rewritten = [(tx: Tx) => rewriteFrom(tx, id), sql`DELETE FROM checkpoints`]
      const [fault] = await afterwards(rewritten)
      expect(fault).toMatchObject(
        // Where words were purged a stub stands, which another act names.
        fault?.of === 'event'
          ? { eventId: id, fault: 'content-changed' }
          : { of: 'checkpoint', name: 'kept' },
      )
    }
  })

  it('names each checkpoint that was changed in any column that says something', async () => {
    const changes = {
      note: sql`note || 'x'`,
      size: sql`size - 1`,
      peaks: sql`array_reverse(peaks) || repeat('0', 64)`,
    }
    for (const [column, value] of Object.entries(changes)) {
      const change = sql`UPDATE checkpoints SET ${sql.identifier(column)} = ${value}`
      expect(await afterwards([change], undefined, [])).not.toEqual([])
    }
  })
})

interface Column {
  table: string
  column: string
  type: string
}

/** Not in the record: to which office a writer belonged then, and to whom a part that was sealed is shown. */
const notNamed = ['office_id', 'sight']

const besides = ['version_texts', 'notification_packs', 'attachments', 'sealed_parts']

async function columnsOf(): Promise<Column[][]> {
  const names = [...derivedTables.map(getTableName), ...besides]
  const rows = await owner.sql<Column[]>`
    SELECT table_name AS table, column_name AS column, data_type AS type
    FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = ANY(${names})
    ORDER BY table_name, ordinal_position`
  return names.map((name) =>
    rows.filter(({ table, column }) => table === name && !notNamed.includes(column)),
  )
}

/** Another value than the one that stands there. */
function otherwise({ column, type }: Column): SQL {
  const now = sql.identifier(column)
  switch (type) {
    case 'text':
      return sql`coalesce(${now}, '') || 'x'`
    case 'integer':
    case 'bigint':
    case 'real':
      return sql`coalesce(${now}, 0) + 1000`
    case 'boolean':
      return sql`NOT coalesce(${now}, false)`
    case 'date':
      return sql`coalesce(${now}, current_date) + 1`
    case 'timestamp with time zone':
      return sql`coalesce(${now}, now()) + interval '1 day'`
    case 'uuid':
      return sql`gen_random_uuid()`
    case 'jsonb':
      return sql`'{"tampered": true}'::jsonb`
    case 'ARRAY':
      return sql`coalesce(${now}, '{}') || '{00000000-0000-4000-8000-000000000000}'`
    case 'bytea':
      return sql`coalesce(${now}, '') || '\\x00'`
    default:
      throw new Error(`no other value of a ${type}`)
  }
}

const firstRow = (table: string) =>
  sql`ctid = (SELECT ctid FROM ${sql.identifier(table)} ORDER BY ctid LIMIT 1)`

describe('the tables that follow from it', () => {
  it('are all there to be tampered with', async () => {
    const counts = await Promise.all(
      [...derivedTables.map(getTableName), ...besides].map(async (name) => {
        const [row] = await owner.sql<{ count: number }[]>`
          SELECT count(*)::int FROM ${owner.sql(name)}`
        return [name, row?.count ?? 0] as const
      }),
    )
    expect(counts.filter(([, count]) => count === 0)).toEqual([])
  })

  it('are named, whichever column of whichever table was changed', async () => {
    const tables = await columnsOf()
    const most = Math.max(...tables.map(({ length }) => length))
    for (let place = 0; place < most; place++) {
      const changed = tables.flatMap((columns) => columns[place] ?? [])
      // What is played reads frozen texts, so these are changed by themselves.
      const apart = changed.filter(({ table }) => table === 'version_texts')
      for (const together of [changed.filter((one) => !apart.includes(one)), apart]) {
        if (together.length === 0) continue
        const faults = await afterwards(
          together.map(
            (one) =>
              sql`UPDATE ${sql.identifier(one.table)} SET ${sql.identifier(one.column)} = ${otherwise(one)}
                WHERE ${firstRow(one.table)}`,
          ),
          replayIn,
        )
        const named = new Set(faults.map((fault) => (fault.of === 'row' ? fault.table : '')))
        expect(together.filter(({ table }) => !named.has(table))).toEqual([])
      }
    }
  })

  it('are named, whichever lost a row or all of them', async () => {
    const names = [...derivedTables.map(getTableName), 'attachments', 'sealed_parts']
    for (const which of [firstRow, () => sql`true`]) {
      const faults = await afterwards(
        names.map((name) => sql`DELETE FROM ${sql.identifier(name)} WHERE ${which(name)}`),
        replayIn,
      )
      const named = new Set(faults.map((fault) => (fault.of === 'row' ? fault.table : '')))
      expect(names.filter((name) => !named.has(name))).toEqual([])
    }
  })

  it('are named where words that were purged stand in the record again', async () => {
    const back = sql`UPDATE events SET content = replace(content, '█████', 'zirkonnebel')
      WHERE id = ${firstStub}`
    expect(await afterwards([back])).toEqual([
      { of: 'event', eventId: firstStub, fault: 'content-changed' },
    ])
  })
})
