import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { and, asc, eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { contentOf } from '#app/text/live-text.ts'
import { appendRound, findDocument, lockDocument } from '#db/document-log.server.ts'
import { renewSnapshot, replay } from '#db/document-text.server.ts'
import {
  appendServerEdit,
  closeDocument,
  pauseDocument,
  reopenDocument,
} from '#db/documents.server.ts'
import { issueClientId } from '#db/document-clients.server.ts'
import { documentSnapshots, documentUpdates } from '#db/schema/documents.ts'
import { attachRealtime } from '#realtime/attach.server.ts'
import type { LiveDocument } from '#realtime/client-types.ts'
import { limits } from '#realtime/protocol.ts'
import { Rooms } from '#realtime/rooms.server.ts'
import { person } from '#tests/access/cast.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'
import { firstElement, firstWords, updateOf } from './edits.ts'
import { openLine } from './line.ts'
import { textOfLog } from './log-truth.ts'
import { startNode, type TestNode } from './node.ts'
import {
  isSaved,
  loadPeople,
  openDraft,
  openTab,
  openTabOver,
  signIn,
  until,
  type SignedIn,
  type Tab,
} from './portal.ts'
import { joinWish, knock, RawSocket } from './raw-socket.ts'

let database: FreshDatabase
let node: TestNode
let drafter: SignedIn
let second: SignedIn
const tabs: Tab[] = []

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
  drafter = await signIn(database, 'nl-drafter')
  second = await signIn(database, 'nl-second-drafter')
})
afterAll(() => database.close())
beforeEach(async () => {
  node = await startNode(database)
})
afterEach(async () => {
  for (const { connection } of tabs.splice(0)) connection.close()
  await node.close()
})

async function open(who: SignedIn, documentId: string, at = node): Promise<LiveDocument> {
  const tab = openTab(at.origin, who, documentId)
  tabs.push(tab)
  await until(tab.live, ({ saveState }) => saveState.kind !== 'opening')
  return tab.live
}

const shown = (live: LiveDocument) => JSON.stringify(contentOf(live.text))
const stored = async (id: string) => JSON.stringify(await textOfLog(database.db, id))
const head = async (id: string) => (await findDocument(database.db, id))?.head
const countWaiting = async () => {
  const [row] = await database.db.execute(
    sql`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted`,
  )
  return row?.n
}
const actor = () => ({ ...person('NL', ['drafter']), personId: drafter.personId })

const silentMembers = {
  sendUpdate() {},
  sendPresence() {},
  sendAway() {},
  admit() {},
  release() {},
}

describe('a room', () => {
  it('brings a keystroke to the others and calls it saved once it is in the log', async () => {
    const { documentId } = await openDraft(database)
    const [mine, theirs] = [await open(drafter, documentId), await open(second, documentId)]
    firstWords(mine).insert(0, 'hello ')
    expect(mine.saveState).toEqual({ kind: 'saving' })
    await until(mine, isSaved)
    expect(await stored(documentId)).toContain('hello ')
    await expect.poll(() => shown(theirs)).toContain('hello ')
  })

  it('commits what is typed while pages have taken every connection of theirs', async () => {
    const { documentId } = await openDraft(database)
    const [mine, theirs] = [await open(drafter, documentId), await open(second, documentId)]
    const all = Array.from({ length: database.sql.options.max }, () => database.sql.reserve())
    const held = await Promise.all(all)
    try {
      firstWords(mine).insert(0, 'meanwhile ')
      await until(mine, isSaved)
      await expect.poll(() => shown(theirs)).toContain('meanwhile ')
    } finally {
      for (const connection of held) connection.release()
    }
    expect(await stored(documentId)).toContain('meanwhile ')
  })

  it('gathers what comes during a commit into one round with a row for each person', async () => {
    const { documentId } = await openDraft(database)
    const [mine, theirs] = [await open(drafter, documentId), await open(second, documentId)]
    await database.db.transaction(async (tx) => {
      await lockDocument(tx, documentId)
      firstWords(mine).insert(0, 'first ')
      await expect.poll(countWaiting).toBeGreaterThan(0)
      for (const word of ['a ', 'b ', 'c ']) {
        firstWords(mine).insert(0, word)
        firstWords(theirs).insert(0, word)
      }
    })
    await Promise.all([until(mine, isSaved), until(theirs, isSaved)])
    const rows = await database.db
      .select({ personId: documentUpdates.personId })
      .from(documentUpdates)
      .where(eq(documentUpdates.documentId, documentId))
      .orderBy(asc(documentUpdates.seq))
    expect(rows.slice(1, 2)).toEqual([{ personId: drafter.personId }])
    expect(rows.slice(2).length).toBeLessThanOrEqual(3)
    expect(await stored(documentId)).toContain('c b a ')
  })

  it('is one, however many come at the same time', async () => {
    const { documentId } = await openDraft(database)
    const rooms = new Rooms({
      db: database.db,
      report: () => {},
      outletOf: () => silentMembers,
    })
    const found = await Promise.all(Array.from({ length: 20 }, () => rooms.find(documentId)))
    expect(new Set(found).size).toBe(1)
    await rooms.stop()
  })

  it('is left from memory when nobody is in it, and read again when somebody comes', async () => {
    const { documentId } = await openDraft(database)
    const rooms = new Rooms({
      db: database.db,
      report: () => {},
      outletOf: () => silentMembers,
      lingerMs: 0,
    })
    const first = await rooms.find(documentId)
    if (typeof first === 'string') throw new Error(first)
    await expect.poll(() => first.isClosed).toBe(true)
    expect(await rooms.find(documentId)).not.toBe(first)
    await rooms.stop()
  })

  it('says not saved while the log cannot be written, and saves when it can', async () => {
    const { documentId } = await openDraft(database)
    const [mine, theirs] = [await open(drafter, documentId), await open(second, documentId)]
    await database.db.execute(sql`ALTER TABLE document_updates RENAME TO away`)
    firstWords(mine).insert(0, 'patient ')
    await until(mine, ({ saveState }) => saveState.kind === 'not-saved')
    expect(mine.saveState).toEqual({ kind: 'not-saved', reason: 'not-stored' })
    expect(shown(theirs)).not.toContain('patient ')
    await database.db.execute(sql`ALTER TABLE away RENAME TO document_updates`)
    await until(mine, isSaved)
    await expect.poll(() => shown(theirs)).toContain('patient ')
    expect((await stored(documentId)).split('patient ')).toHaveLength(2)
  })

  it('finishes what it accepted when the server stops, and people go on at another (row 14)', async () => {
    const { documentId } = await openDraft(database)
    const raw = await RawSocket.open(node.origin, second)
    const { copy } = await raw.join(documentId)
    const update = updateOf(copy, () => firstWords(copy).insert(0, 'in time '))
    const { sent, stopped } = await database.db.transaction(async (tx) => {
      await lockDocument(tx, documentId)
      const answered = raw.send(documentId, update)
      await expect.poll(countWaiting).toBeGreaterThan(0)
      return { sent: answered, stopped: node.close() }
    })
    expect(await sent).toEqual({ ok: true, seq: 2 })
    await stopped
    await raw.closed
    expect(await stored(documentId)).toContain('in time ')
  })

  it('does not wait for a line that says nothing when the server stops', async () => {
    const { status, line } = await knock(node.origin, drafter.headers(node.origin))
    expect(status).toBe(101)
    if (!line) throw new Error('no line')
    line.on('error', () => {})
    const closed = once(line.resume(), 'close')
    await node.close()
    await closed
  })

  it('moves to another node with those who come back there', async () => {
    const { documentId } = await openDraft(database)
    const line = await openLine(Number(new URL(node.origin).port))
    const { connection, live } = openTabOver(line, node.origin, drafter, documentId)
    await until(live, isSaved)
    await node.close()
    await until(live, ({ saveState }) => saveState.kind === 'offline')
    firstWords(live).insert(0, 'on the way ')
    const next = await startNode(database, 0, undefined, node.origin)
    line.lead(Number(new URL(next.origin).port))
    await until(live, isSaved)
    expect(await stored(documentId)).toContain('on the way ')
    connection.close()
    line.close()
    await next.close()
  })

  it('opens no socket before it is ready to ask who it is', async () => {
    const httpServer = createServer((_, response) => response.writeHead(503).end())
    httpServer.listen(0, '127.0.0.1')
    await once(httpServer, 'listening')
    const origin = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`
    const attaching = attachRealtime({
      httpServer,
      db: database.db,
      sql: database.sql,
      isOurs: () => true,
      findSession: () => Promise.resolve(null),
      report: () => {},
    })
    await expect(RawSocket.open(origin, drafter)).rejects.toThrow(/websocket error|signed-out/)
    await (await attaching).close()
    httpServer.close()
  })
})

describe('an update that fits into no frame', () => {
  it('goes in parts, as when the deletion of a long text is undone', async () => {
    const words = 'What is controlled is described here at some length. '.repeat(40)
    const lines = Array.from({ length: 300 }, (_, n) => paragraph(`p${n}`, `${n} ${words}`))
    const { documentId } = await openDraft(database, doc(section('items', ...lines)))
    const [mine, theirs] = [await open(drafter, documentId), await open(second, documentId)]
    const text = shown(mine)
    expect(text.length).toBeGreaterThan(2 * limits.update)
    const undo = new Y.UndoManager(mine.text)
    mine.text.delete(0, mine.text.length)
    await until(mine, isSaved)
    await expect.poll(() => theirs.text.length).toBe(0)
    undo.undo()
    expect(mine.saveState).toEqual({ kind: 'saving' })
    await until(mine, ({ saveState }) => saveState.kind !== 'saving')
    expect(mine.saveState).toEqual({ kind: 'saved' })
    expect(shown(mine)).toBe(text)
    await expect.poll(() => shown(theirs)).toBe(text)
  })
})

describe('a change that does not come through the room', () => {
  it('by a command reaches every node', async () => {
    const { documentId } = await openDraft(database)
    const other = await startNode(database)
    const [mine, theirs] = [await open(drafter, documentId), await open(second, documentId, other)]
    await database.db.transaction((tx) =>
      appendServerEdit(tx, actor(), documentId, (text) => firstWords({ text }).insert(0, 'taken ')),
    )
    await expect.poll(() => shown(mine)).toContain('taken ')
    await expect.poll(() => shown(theirs)).toContain('taken ')
    firstWords(theirs).insert(0, 'over ')
    await expect.poll(() => shown(mine)).toContain('over ')
    await other.close()
  })

  it('that was told to nobody is found all the same', async () => {
    const { documentId } = await openDraft(database)
    const mine = await open(drafter, documentId)
    const { live } = await replay(database.db, documentId, 1)
    live.doc.clientID = await issueClientId(database.db, documentId, drafter.personId)
    const update = updateOf(live, () => firstWords(live).insert(0, 'unheard '))
    const share = { personId: drafter.personId, delegation: 'NL' as const, update }
    const clientIds = new Set([live.doc.clientID])
    const round = { documentId, accessEpoch: 1, after: 1, clientIds, shares: [share] }
    expect(await appendRound(database.db, round)).toMatchObject({ ok: true })
    await expect.poll(() => shown(mine), { timeout: 3_000 }).toContain('unheard ')
  })

  it('closes a text for good, and what was typed then is kept for copying', async () => {
    const { documentId } = await openDraft(database)
    const mine = await open(drafter, documentId)
    await database.db.transaction(async (tx) => {
      await closeDocument(tx, documentId)
      firstWords(mine).insert(0, 'too late ')
    })
    await until(mine, ({ saveState }) => saveState.kind === 'not-saved')
    expect(mine.saveState).toEqual({
      kind: 'not-saved',
      reason: 'document-closed',
      words: 'too late',
    })
    await until(mine, ({ canWrite }) => !canWrite)
    await expect.poll(() => shown(mine)).toContain('Amendment of the list')
    expect(shown(mine)).not.toContain('too late')
    mine.dismissWords()
    await expect
      .poll(() => mine.saveState)
      .toEqual({ kind: 'read-only', reason: 'document-closed' })
    expect(await head(documentId)).toBe(1)
  })

  it('lets people write again once a frozen text is open again', async () => {
    const { documentId } = await openDraft(database)
    const mine = await open(drafter, documentId)
    await database.db.transaction((tx) => pauseDocument(tx, documentId))
    await until(mine, ({ saveState }) => saveState.kind === 'read-only')
    await database.db.transaction((tx) => reopenDocument(tx, documentId))
    await until(mine, isSaved)
    firstWords(mine).insert(0, 'again ')
    await until(mine, isSaved)
    expect(await stored(documentId)).toContain('again ')
  })

  it('replaces the log: nobody merges what they had by themselves (new epoch)', async () => {
    const { documentId } = await openDraft(database)
    const mine = await open(drafter, documentId)
    await database.db.transaction(async (tx) => {
      await tx.execute(
        sql`UPDATE documents SET epoch = epoch + 1, access_epoch = access_epoch + 1 WHERE id = ${documentId}`,
      )
      firstWords(mine).insert(0, 'of the old text ')
    })
    await until(mine, ({ saveState }) => saveState.kind === 'not-saved')
    expect(mine.saveState).toMatchObject({
      reason: 'epoch-changed',
      words: expect.stringMatching(/^of the old text Amendment of the list/),
    })
    await until(mine, ({ canWrite }) => canWrite)
    expect(await head(documentId)).toBe(1)
  })
})

describe('a refused update', () => {
  it('is taken off the screen under a new client id; its words are kept for copying', async () => {
    const { documentId } = await openDraft(database)
    const [mine, theirs] = [await open(drafter, documentId), await open(second, documentId)]
    const { doc } = mine
    doc.transact(() => {
      firstWords(mine).insert(0, 'precious words ')
      mine.text.push([new Y.XmlElement('script')])
    })
    await until(mine, ({ saveState }) => saveState.kind === 'not-saved')
    expect(mine.saveState).toEqual({
      kind: 'not-saved',
      reason: 'unknown-content',
      words: 'precious words',
    })
    await until(mine, (live) => live.canWrite && live.doc !== doc)
    expect(mine.doc.clientID).not.toBe(doc.clientID)
    await expect.poll(() => shown(mine)).toBe(shown(theirs))
    mine.dismissWords()
    await expect.poll(() => mine.saveState).toEqual({ kind: 'saved' })
    firstWords(mine).insert(0, 'and on ')
    await expect.poll(() => shown(theirs)).toContain('and on ')
    expect(node.reports.map(({ what }) => what)).toContain('an update was refused: unknown-content')
  })
})

describe('a snapshot that is corrupt', () => {
  it('is reported and the text read from the log (row 13)', async () => {
    const { documentId } = await openDraft(database)
    await renewSnapshot(database.db, documentId, 1)
    await database.db
      .update(documentSnapshots)
      .set({ sha256: 'wrong' })
      .where(and(eq(documentSnapshots.documentId, documentId)))
    const mine = await open(drafter, documentId)
    expect(shown(mine)).toContain('Amendment of the list')
    expect(node.reports).toContainEqual({
      what: 'a snapshot was corrupt',
      ids: { documentId, seq: '1' },
    })
  })

  it('is left out, too, when it is no text although its hash is right', async () => {
    const { documentId } = await openDraft(database)
    await renewSnapshot(database.db, documentId, 1)
    const state = Buffer.from([1, 2, 3])
    const sha256 = createHash('sha256').update(state).digest('hex')
    await database.db
      .update(documentSnapshots)
      .set({ state, sha256 })
      .where(eq(documentSnapshots.documentId, documentId))
    const raw = await RawSocket.open(node.origin, drafter)
    // Whoever holds something already is told the difference, for which the text has to be read.
    const stateVector = Buffer.from([1, 1, 1]).toString('base64')
    await raw.ask('join', { ...joinWish(documentId), stateVector })
    raw.close()
    expect(shown(await open(drafter, documentId))).toContain('Amendment of the list')
    expect(node.reports).toContainEqual({
      what: 'a snapshot was corrupt',
      ids: { documentId, seq: '1' },
    })
  })
})

describe('a text that has been made fast to read', () => {
  it('is passed on as it lies there, whole, and written in by who it was passed on to', async () => {
    const { documentId } = await openDraft(database)
    const before = await open(drafter, documentId)
    firstWords(before).insert(0, 'one ')
    await until(before, isSaved)
    await renewSnapshot(database.db, documentId, 2)
    firstWords(before).insert(0, 'two ')
    await until(before, isSaved)
    const other = await startNode(database)
    const [first, next] = [
      await open(second, documentId, other),
      await open(drafter, documentId, other),
    ]
    await expect.poll(() => shown(first)).toBe(shown(before))
    firstWords(before).insert(0, 'three ')
    await expect.poll(() => shown(first)).toBe(shown(before))
    firstWords(first).insert(0, 'four ')
    await expect.poll(() => shown(next)).toContain('four three two one ')
    await expect.poll(() => shown(before)).toBe(shown(next))
    await other.close()
  })
})

describe('presence', () => {
  it('shows the others with their carets, and no longer when they are gone', async () => {
    const { documentId } = await openDraft(database)
    const [mine, theirs] = [await open(drafter, documentId), await open(second, documentId)]
    await until(mine, ({ presence }) => presence.length === 1)
    expect(mine.presence).toMatchObject([{ name: 'Second drafter, Netherlands', delegation: 'NL' }])
    const entry = firstElement(theirs, 'entry')
    const caret = Y.createRelativePositionFromTypeIndex(entry, 0)
    theirs.setPosition(caret, caret)
    await until(mine, ({ presence }) => presence[0]?.anchor !== null)
    const [other] = mine.presence
    expect(other?.anchor?.item).toEqual(caret.item)
    tabs[1]?.connection.close()
    await until(mine, ({ presence }) => presence.length === 0)
    expect(mine.presence).toEqual([])
  })
})
