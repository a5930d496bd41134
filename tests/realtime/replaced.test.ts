import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import * as Y from 'yjs'
import { plainText } from '#app/text/content.ts'
import { contentOf, shownContent } from '#app/text/live-text.ts'
import { openDatabase, type OpenDatabase } from '#db/client.server.ts'
import { findDocument } from '#db/document-log.server.ts'
import { replay } from '#db/document-text.server.ts'
import { renewEpochs } from '#db/document-states.server.ts'
import type { LiveDocument } from '#realtime/client-types.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'
import { firstElement, firstWords, updateOf } from './edits.ts'
import { openLine } from './line.ts'
import { textOfLog } from './log-truth.ts'
import { startNode, type TestNode } from './node.ts'
import { buildNode, type NodeProgram } from './node-processes.ts'
import { isSaved, loadPeople, openDraft, openTabOver, signIn, until } from './portal.ts'
import { RawSocket } from './raw-socket.ts'

/** A tab that stayed open while the portal behind it was replaced: by a newer one, or by a backup. */

const watchdog = startWatchdog()
let database: FreshDatabase
let admin: OpenDatabase
const open: { close(): void }[] = []

beforeAll(async () => {
  database = await freshDatabase()
  admin = openDatabase(inject('clusterUrl'), { connections: 1 })
  await loadPeople(database)
})
afterEach(() => {
  for (const each of open.splice(0)) each.close()
})
afterAll(async () => {
  await admin.close()
  await database.close()
  await watchdog.finish()
})

const portOf = ({ origin }: { origin: string }) => Number(new URL(origin).port)
const shown = (live: LiveDocument) => plainText(shownContent(live.text))

async function openOver(node: TestNode, key: string, documentId: string) {
  const line = await openLine(portOf(node))
  const { connection, live } = openTabOver(
    line,
    node.origin,
    await signIn(database, key),
    documentId,
  )
  open.push(connection, line)
  await until(live, isSaved)
  return { line, live }
}

describe('an old tab that meets a newer portal (row 11)', () => {
  let program: NodeProgram

  beforeAll(async () => {
    program = await buildNode(watchdog, 'newer', [
      {
        name: 'a kind of note that nobody knew before',
        setup(build) {
          build.onLoad({ filter: /app\/text\/grammar\.ts$/ }, async ({ path }) => {
            const source = await readFile(path, 'utf8')
            const contents = source.replace("'nb'] as const", "'nb', 'warning'] as const")
            if (contents === source) throw new Error('the grammar knows no kinds of notes')
            return { contents, loader: 'ts' }
          })
        },
      },
    ])
  })
  afterAll(() => program.remove())

  it('can only read, is told to reload, keeps its words, and deletes nothing of the new', async () => {
    const { documentId } = await openDraft(database)
    const older = await startNode(database)
    const { line, live } = await openOver(older, 'nl-drafter', documentId)
    line.lead()
    line.cut()
    await older.close()
    await until(live, ({ saveState }) => saveState.kind === 'offline')
    firstWords(live).insert(0, 'typed in the old tab ')

    const newer = await program.start(database.url, { origin: older.origin })
    const { origin } = newer
    const headers = { origin, host: new URL(origin).host }
    const who = await signIn(database, 'nl-second-drafter')
    const raw = await RawSocket.open(`http://127.0.0.1:${newer.port}`, who, headers)
    open.push(raw)
    const { copy } = await raw.join(documentId, newer.schemaVersion)
    const warning = new Y.XmlElement('note')
    warning.setAttribute('kind', 'warning')
    const update = updateOf(copy, () => firstElement(copy, 'entry').insert(0, [warning]))
    expect(await raw.send(documentId, update)).toMatchObject({ ok: true })

    line.lead(newer.port)
    live.retry()
    await until(live, ({ saveState }) => saveState.kind === 'not-saved')
    expect(live.saveState).toEqual({ kind: 'not-saved', reason: 'schema-changed' })
    expect(live.canWrite).toBe(false)
    expect(shown(live)).toContain('typed in the old tab ')
    const head = (await findDocument(database.db, documentId))?.head ?? 0
    const { live: logged } = await replay(database.db, documentId, head)
    expect(contentOf(logged.text)).toEqual(contentOf(copy.text))
    expect(JSON.stringify(contentOf(logged.text))).toContain('"kind":"warning"')
    expect(JSON.stringify(contentOf(logged.text))).not.toContain('typed in the old tab')
    await newer.stop()

    const back = await startNode(database)
    const again = await RawSocket.open(back.origin, who)
    open.push(again)
    await expect(again.join(documentId)).rejects.toThrow('schema-changed')
    expect(back.reports.map(({ what }) => what)).toContain('a text does not fit this schema')
    await back.close()
  })
})

describe('an old tab that meets a restored backup (row 12)', () => {
  it.each([
    ['that was announced', true],
    ['that nobody announced', false],
  ])('%s keeps what it held for comparing, and merges none of it', async (_, isAnnounced) => {
    const { documentId } = await openDraft(database)
    const node = await startNode(database)
    const tab = await openOver(node, 'nl-drafter', documentId)
    const other = await openOver(node, 'nl-second-drafter', documentId)
    firstWords(tab.live).insert(0, 'in the backup ')
    await until(tab.live, isSaved)
    const backup = await copyDatabase()
    firstWords(tab.live).insert(0, 'lost with the disk ')
    await until(tab.live, isSaved)
    await expect.poll(() => shown(other.live)).toContain('lost with the disk ')
    for (const { line, live } of [tab, other]) {
      line.lead()
      line.cut()
      await until(live, ({ saveState }) => saveState.kind === 'offline')
    }
    firstWords(tab.live).insert(0, 'not sent ')
    await node.close()

    const after = await restore(backup)
    if (isAnnounced) await renewEpochs(after.db)
    const restored = await startNode(after, 0, undefined, node.origin)
    for (const { line, live } of [tab, other]) {
      line.lead(portOf(restored))
      live.retry()
      await until(live, ({ saveState }) => saveState.kind === 'not-saved')
      await until(live, ({ canWrite }) => canWrite)
    }
    const text = plainText(await textOfLog(after.db, documentId))
    expect(text).toMatch(/^in the backup Amendment/)
    for (const { live } of [tab, other]) await expect.poll(() => shown(live)).toBe(text)
    expect(tab.live.saveState).toEqual({
      kind: 'not-saved',
      reason: 'epoch-changed',
      words: expect.stringMatching(/^not sent lost with the disk in the backup Amendment/),
    })
    expect(other.live.saveState).toMatchObject({
      reason: 'epoch-changed',
      words: expect.stringMatching(/^lost with the disk in the backup Amendment/),
    })
    tab.live.dismissWords()
    firstWords(tab.live).insert(0, 'and on ')
    await until(tab.live, isSaved)
    expect(plainText(await textOfLog(after.db, documentId))).toMatch(/^and on in the backup /)
    await restored.close()
    await after.close()
  })
})

const name = () => new URL(database.url).pathname.slice(1)

async function endConnections() {
  await admin.sql`
    SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = ${name()}`
}

/** A backup of everything there is. */
async function copyDatabase(): Promise<string> {
  const backup = `${name()}_backup`
  await admin.sql.unsafe(`ALTER DATABASE ${name()} ALLOW_CONNECTIONS false`)
  await endConnections()
  await admin.sql.unsafe(`CREATE DATABASE ${backup} TEMPLATE ${name()} OWNER concert`)
  await admin.sql.unsafe(`ALTER DATABASE ${name()} ALLOW_CONNECTIONS true`)
  return backup
}

/** The database as it was, for who opens it anew. */
async function restore(backup: string): Promise<OpenDatabase> {
  await admin.sql.unsafe(`DROP DATABASE ${name()} WITH (FORCE)`)
  await admin.sql.unsafe(`ALTER DATABASE ${backup} RENAME TO ${name()}`)
  return openDatabase(database.url)
}
