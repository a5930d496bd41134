import { randomBytes } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { plainText } from '#app/text/content.ts'
import { shownContent } from '#app/text/live-text.ts'
import { openDatabase, type OpenDatabase } from '#db/client.server.ts'
import { firstWords } from '#tests/realtime/edits.ts'
import { textOfLog } from '#tests/realtime/log-truth.ts'
import { startNode, type TestNode } from '#tests/realtime/node.ts'
import { isSaved, loadPeople, openDraft, openTab, signIn, until } from '#tests/realtime/portal.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'

/** A disk for the log alone that can be filled, and have room again. */
interface Disk {
  fill(): Promise<void>
  makeRoom(): Promise<void>
  remove(): Promise<void>
}

const watchdog = startWatchdog()
let database: FreshDatabase
let admin: OpenDatabase
let node: TestNode
let disk: Disk

beforeAll(async () => {
  database = await freshDatabase()
  admin = openDatabase(inject('clusterUrl'), { connections: 1 })
  await loadPeople(database)
  node = await startNode(database)
  disk = (await smallDisk()) ?? disguisedDisk()
})
afterAll(async () => {
  await node.close()
  await database.close()
  await disk.remove()
  await admin.close()
  await watchdog.finish()
})

/** A file system of its own with 1 MiB; null where we may not mount one. */
async function smallDisk(): Promise<Disk | null> {
  const folder = path.join(watchdog.makeFolder('disk'), 'small')
  mkdirSync(folder)
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
  if (status !== 0) return null
  const [row] = await admin.sql<
    { data: string }[]
  >`SELECT current_setting('data_directory') AS data`
  const { uid, gid } = statSync(row?.data ?? '')
  const name = `small_${randomBytes(4).toString('hex')}`
  const place = path.join(folder, 'log')
  mkdirSync(place)
  chownSync(place, uid, gid)
  await admin.sql.unsafe(`CREATE TABLESPACE ${name} OWNER concert LOCATION '${place}'`)
  await database.sql.unsafe(`ALTER TABLE document_updates SET TABLESPACE ${name}`)
  const ballast = path.join(folder, 'ballast')
  return {
    async fill() {
      // More than there is room for: what fits of it is written.
      expect(() => writeFileSync(ballast, Buffer.alloc(1024 * 1024))).toThrow('ENOSPC')
    },
    makeRoom: async () => rmSync(ballast),
    async remove() {
      await admin.sql.unsafe(`DROP TABLESPACE ${name}`)
      spawnSync('umount', [folder])
    },
  }
}

/** What PostgreSQL answers when the disk is full, without one: the same error at the same place. */
function disguisedDisk(): Disk {
  console.log('no file system may be mounted here: PostgreSQL is made to answer as for a full one')
  return {
    async fill() {
      await database.sql.unsafe(`
        CREATE FUNCTION be_full() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
        CREATE TRIGGER full_disk BEFORE INSERT ON document_updates
        FOR EACH ROW EXECUTE FUNCTION be_full()`)
    },
    makeRoom: async () => void (await database.sql.unsafe('DROP FUNCTION be_full CASCADE')),
    remove: async () => {},
  }
}

it('a full disk is said, writes nothing half, and is forgotten when there is room again (row 4)', async () => {
  const { documentId } = await openDraft(database)
  const tabs = [
    openTab(node.origin, await signIn(database, 'nl-drafter'), documentId),
    openTab(node.origin, await signIn(database, 'nl-second-drafter'), documentId),
  ]
  const [mine, theirs] = tabs.map(({ live }) => live)
  if (!mine || !theirs) throw new Error('no tabs')
  for (const live of [mine, theirs]) await until(live, isSaved)
  firstWords(mine).insert(0, 'before ')
  await until(mine, isSaved)
  const before = await textOfLog(database.db, documentId)

  await disk.fill()
  // Letters at random, so that no page has room for them, compressed or not.
  const words = randomBytes(60_000).toString('hex')
  firstWords(mine).insert(0, words)
  firstWords(theirs).insert(0, 'meanwhile ')
  for (const live of [mine, theirs]) {
    await until(live, ({ saveState }) => saveState.kind === 'not-saved')
    expect(live.saveState).toEqual({ kind: 'not-saved', reason: 'not-stored' })
  }
  expect(await textOfLog(database.db, documentId)).toEqual(before)
  expect(plainText(shownContent(theirs.text))).not.toContain(words)
  expect(node.reports.map(({ what }) => what)).toContain('a round was not stored')

  await disk.makeRoom()
  for (const live of [mine, theirs]) await until(live, isSaved)
  const text = await textOfLog(database.db, documentId)
  for (const part of [words, 'meanwhile ', 'before ']) {
    expect(plainText(text).split(part)).toHaveLength(2)
  }
  for (const live of [mine, theirs]) await expect.poll(() => shownContent(live.text)).toEqual(text)
  for (const { connection } of tabs) connection.close()
})
