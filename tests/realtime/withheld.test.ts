import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { withhold } from '#app/commands/withhold.server.ts'
import { demoActor } from '#app/demonstration/acting.server.ts'
import type { WithheldTarget } from '#app/measures/withholding.ts'
import { plainText } from '#app/text/content.ts'
import { shownContent } from '#app/text/live-text.ts'
import { readHistory } from '#db/document-histories.server.ts'
import { findDocument, Withheld } from '#db/document-log.server.ts'
import { findText } from '#db/documents.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import type { LiveDocument } from '#realtime/client-types.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'
import { searchDatabase } from '#tests/withheld/search-database.ts'
import { firstWords, updateOf } from './edits.ts'
import { openLine } from './line.ts'
import { startNode, type TestNode } from './node.ts'
import {
  type Draft,
  isSaved,
  loadPeople,
  openDraft,
  openTab,
  openTabOver,
  signIn,
  until,
} from './portal.ts'
import { joinWish, RawSocket } from './raw-socket.ts'

const word = 'zirkonnebel'
const watchdog = startWatchdog()
let database: FreshDatabase
let nodes: [TestNode, TestNode]
let draft: Draft
const open: { close(): void }[] = []

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
  nodes = [await startNode(database), await startNode(database)]
})
afterEach(() => {
  for (const each of open.splice(0)) each.close()
})
afterAll(async () => {
  for (const node of nodes) await node.close()
  await database.close()
  await watchdog.finish()
})

const text = doc(
  section('grounds', paragraph('g1', 'A line that may stay.')),
  section('items', paragraph('i1', 'A line that must go.')),
)
beforeEach(async () => {
  draft = await openDraft(database, text)
})

const shown = (live: LiveDocument) => plainText(shownContent(live.text))
const isDropped = ({ saveState }: LiveDocument) =>
  saveState.kind === 'read-only' && saveState.reason === 'withheld'

async function tabOf(key: string, { origin }: TestNode) {
  const tab = openTab(origin, await signIn(database, key), draft.documentId)
  open.push(tab.connection)
  await until(tab.live, isSaved)
  return tab.live
}

async function withholdLines(...elements: string[]) {
  const targets: WithheldTarget[] = [{ kind: 'draft', elements }]
  const form = { key: randomUUID(), targets }
  const done = await withhold({ db: database.db }, demoActor('nl-drafter'), draft.reference, form)
  expect(done).toEqual({ ok: true })
  const measure = await findMeasureByReference(database.db, draft.reference)
  return measure?.documentId ?? ''
}

/** In the line that must go, and in the one that may stay, where they are taken out again. */
function paste(live: LiveDocument) {
  const lines = [...live.text.createTreeWalker((node) => node instanceof Y.XmlText)]
  for (const line of lines) if (line instanceof Y.XmlText) line.insert(0, `${word} `)
  firstWords(live).delete(0, word.length + 1)
}

describe('a living text whose words are withheld (row 46)', () => {
  it('is dropped by every tab on every node within a second, and goes on as another', async () => {
    const one = await tabOf('nl-drafter', nodes[0])
    const other = await tabOf('nl-second-drafter', nodes[1])
    paste(one)
    await until(one, isSaved)
    await expect.poll(() => shown(other)).toContain(word)
    const next = await withholdLines('i1')
    const since = performance.now()
    await Promise.all([one, other].map((live) => until(live, isDropped)))
    expect(performance.now() - since).toBeLessThan(1_000)
    for (const live of [one, other]) {
      expect(shown(live)).toBe('')
      expect(live.canWrite).toBe(false)
      expect(live.isUnsaved).toBe(false)
    }
    expect(await searchDatabase(database.sql, word)).toEqual(['public.set_aside.content'])

    const again = openTab(nodes[1].origin, await signIn(database, 'nl-drafter'), next)
    open.push(again.connection)
    await until(again.live, isSaved)
    expect(shown(again.live)).toBe('A line that may stay.')
    firstWords(again.live).insert(0, 'And on: ')
    await until(again.live, isSaved)
    const written = await findText(database.db, next)
    expect(written && plainText(written.content)).toBe('And on: A line that may stay.')
    // Its numbers go on, so that what names one is never about the other.
    const [before, after] = [
      await findDocument(database.db, draft.documentId),
      await findDocument(database.db, next),
    ]
    expect(after?.after).toBe(before?.head)
    expect(written?.seq).toBe((before?.head ?? 0) + 2)
  })

  it('is forgotten by the pages of every node', async () => {
    const before = nodes.map((node) => node.timesWithheld())
    await withholdLines('i1')
    for (const [index, node] of nodes.entries())
      await expect.poll(() => node.timesWithheld()).toBe((before[index] ?? 0) + 1)
  })

  it('is dropped by a tab that was away, with what it had not sent', async () => {
    const line = await openLine(Number(new URL(nodes[0].origin).port))
    const who = await signIn(database, 'nl-drafter')
    const { connection, live } = openTabOver(line, nodes[0].origin, who, draft.documentId)
    open.push(connection, line)
    await until(live, isSaved)
    line.lead()
    line.cut()
    await until(live, ({ saveState }) => saveState.kind === 'offline')
    paste(live)
    expect(live.isUnsaved).toBe(true)
    await withholdLines('i1')
    line.lead(Number(new URL(nodes[0].origin).port))
    live.retry()
    await until(live, isDropped)
    expect(shown(live)).toBe('')
    expect(live.isUnsaved).toBe(false)
    expect(await searchDatabase(database.sql, word)).not.toContain('public.document_updates.update')
  })

  it('is not brought back by whoever kept its bytes', async () => {
    const who = await signIn(database, 'nl-drafter')
    const raw = await RawSocket.open(nodes[0].origin, who)
    open.push(raw)
    const { joined, copy } = await raw.join(draft.documentId)
    const update = updateOf(copy, () => firstWords(copy).insert(0, `${word} `))
    expect(await raw.send(draft.documentId, update)).toMatchObject({ ok: true })
    const whole = Y.encodeStateAsUpdate(copy.doc)
    const next = await withholdLines('g1', 'i1')

    // To the text that was: not joined any more, and not joined again.
    expect(await raw.send(draft.documentId, update)).toMatchObject({ ok: false })
    await expect(raw.join(draft.documentId)).rejects.toThrow('withheld')
    const asBefore = {
      ...joinWish(draft.documentId),
      epoch: joined.epoch,
      clientId: joined.clientId,
    }
    expect(await raw.ask('join', asBefore)).toEqual({ ok: false, reason: 'withheld' })
    // To the one that took its place: neither under the old name, nor by what it holds.
    const underOld = { ...joinWish(next), clientId: joined.clientId }
    expect(await raw.ask('join', underOld)).toEqual({ ok: false, reason: 'not-your-client-id' })
    const knowing = Buffer.from(Y.encodeStateVector(copy.doc)).toString('base64')
    expect(await raw.ask('join', { ...joinWish(next), stateVector: knowing })).toEqual({
      ok: false,
      reason: 'epoch-changed',
    })
    for (const bytes of [update, whole]) {
      await raw.join(next)
      expect(await raw.send(next, bytes)).toEqual({ ok: false, reason: 'foreign-client-id' })
    }
    expect(await searchDatabase(database.sql, word)).not.toContain('public.document_updates.update')
  })

  it('does not exist for whoever may not see it', async () => {
    await withholdLines('i1')
    const raw = await RawSocket.open(nodes[0].origin, await signIn(database, 'de-drafter'))
    open.push(raw)
    await expect(raw.join(draft.documentId)).rejects.toThrow('not-found')
  })

  it('is not made anew out of what a node still had in its memory', async () => {
    const one = await tabOf('nl-drafter', nodes[0])
    paste(one)
    await until(one, isSaved)
    const next = await withholdLines('i1')
    const document = await findDocument(database.db, next)
    const history = await readHistory(database.db, next, document?.head ?? 0)
    expect(JSON.stringify(history.text.toJSON())).not.toContain(word)
    await expect(readHistory(database.db, draft.documentId, document?.head ?? 0)).rejects.toThrow(
      Withheld,
    )
  })
})
