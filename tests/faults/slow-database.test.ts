import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '#app/text/content.ts'
import { shownContent } from '#app/text/live-text.ts'
import { openDatabase, type OpenDatabase } from '#db/client.server.ts'
import { lockDocument } from '#db/document-log.server.ts'
import type { LiveDocument } from '#realtime/client-types.ts'
import { limits } from '#realtime/protocol.ts'
import { openDatabaseLine, type DatabaseLine } from '#tests/realtime/database-line.ts'
import { firstWords, updateOf } from '#tests/realtime/edits.ts'
import { textOfLog } from '#tests/realtime/log-truth.ts'
import { startNode, type TestNode } from '#tests/realtime/node.ts'
import {
  isSaved,
  loadPeople,
  openDraft,
  openTab,
  signIn,
  until,
  type SignedIn,
} from '#tests/realtime/portal.ts'
import { RawSocket } from '#tests/realtime/raw-socket.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

/** A node whose line to the database is slow, or loses what the database tells by itself. */

let database: FreshDatabase
let line: DatabaseLine
let through: OpenDatabase
let node: TestNode
let drafter: SignedIn
let second: SignedIn
const open: { close(): void }[] = []

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
  drafter = await signIn(database, 'nl-drafter')
  second = await signIn(database, 'nl-second-drafter')
  line = await openDatabaseLine(database.url)
  through = openDatabase(line.url)
  node = await startNode(through)
})
afterEach(() => {
  for (const each of open.splice(0)) each.close()
})
afterAll(async () => {
  await node.close()
  await through.close()
  line.close()
  await database.close()
})

async function openAt(at: TestNode, who: SignedIn, documentId: string): Promise<LiveDocument> {
  const tab = openTab(at.origin, who, documentId)
  open.push(tab.connection)
  await until(tab.live, isSaved)
  return tab.live
}

const shown = (live: LiveDocument) => plainText(shownContent(live.text))

describe('a database that answers too late (row 3)', () => {
  it('has what was written called not saved, shown to nobody, and stored once in the end', async () => {
    const { documentId } = await openDraft(database)
    const [mine, theirs] = [
      await openAt(node, drafter, documentId),
      await openAt(node, second, documentId),
    ]
    line.hold()
    firstWords(mine).insert(0, 'patient ')
    expect(mine.saveState).toEqual({ kind: 'saving' })
    await until(mine, ({ saveState }) => saveState.kind !== 'saving')
    expect(mine.saveState).toEqual({ kind: 'not-saved', reason: 'not-stored' })
    expect(shown(theirs)).not.toContain('patient')
    expect(theirs.canWrite).toBe(true)
    firstWords(mine).insert(0, 'and more ')
    line.release()
    await until(mine, isSaved)
    const text = await textOfLog(database.db, documentId)
    expect(plainText(text).split('and more patient ')).toHaveLength(2)
    for (const live of [mine, theirs]) await expect.poll(() => shown(live)).toBe(plainText(text))
  })

  it('has a queue that is bounded: what does not fit is refused at once, what fits is kept in order', async () => {
    const { documentId } = await openDraft(database)
    const theirs = await openAt(node, second, documentId)
    const raw = await RawSocket.open(node.origin, drafter)
    open.push(raw)
    const { copy } = await raw.join(documentId)
    const before = shown(theirs)
    const words = '€'.repeat(Math.floor((limits.update - 100) / 3))
    const send = () =>
      raw.send(
        documentId,
        updateOf(copy, () => firstWords(copy).insert(0, words)),
      )
    const answers = await database.db.transaction(async (tx) => {
      await lockDocument(tx, documentId)
      const sent = Array.from({ length: 32 }, send)
      expect(await sent.at(-1)).toEqual({ ok: false, reason: 'busy' })
      expect(shown(theirs)).toBe(before)
      return sent
    })
    const kept = (await Promise.all(answers)).map(({ ok }) => ok)
    const count = kept.indexOf(false)
    expect(kept).toEqual(kept.map((_, index) => index < count))
    const keptBytes = count * limits.update
    expect(keptBytes).toBeGreaterThan(4 * 1024 * 1024 - limits.update)
    // And what is on its way to the log already: a round of 1 MiB at most.
    expect(keptBytes).toBeLessThan(5 * 1024 * 1024 + limits.update)
    const text = plainText(await textOfLog(database.db, documentId))
    expect(text).toHaveLength(before.length + count * words.length)
    await expect.poll(() => shown(theirs) === text).toBe(true)
  })
})

describe('a notification that is lost between nodes (row 8)', () => {
  it('is made up for by reading the log', async () => {
    const { documentId } = await openDraft(database)
    const other = await startNode(database)
    const theirs = await openAt(node, second, documentId)
    const mine = await openAt(other, drafter, documentId)
    line.loseNotifications()
    for (const word of ['one ', 'two ', 'three ']) {
      firstWords(mine).insert(0, word)
      await until(mine, isSaved)
    }
    await expect.poll(() => shown(theirs)).toContain('three two one ')
    firstWords(theirs).insert(0, 'four ')
    await expect.poll(() => shown(mine)).toContain('four three two one ')
    const text = plainText(await textOfLog(database.db, documentId))
    expect([shown(mine), shown(theirs)]).toEqual([text, text])
    await other.close()
  })
})
