/** What two write who have not heard of each other, over real sockets: nothing goes without being told. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { demoActor } from '#app/demonstration/acting.server.ts'
import { TextHistory } from '#app/text/authorship.ts'
import { leaveOut } from '#app/text/keep-words.ts'
import { findLostWords } from '#app/queries/lost-words.server.ts'
import { findDocument, readUpdates } from '#db/document-log.server.ts'
import { WordHistories } from '#db/word-histories.server.ts'
import type { LiveDocument } from '#realtime/client-types.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { doc, entry, heading, paragraph, point, section, table } from '#tests/text/sample.ts'
import { openLine, type Line } from './line.ts'
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

const text = doc(
  section('subject', paragraph('p', 'alpha beta gamma delta')),
  section(
    'items',
    entry(
      { id: 'e', code: '3B801', logic: 'any-of' },
      heading('h', 'Scanners'),
      point({ id: 'a' }, paragraph('w', 'an overlay')),
      point({ id: 'b' }, paragraph('v', 'a source')),
      table('t', ['Mask', 'Overlay'], ['EUV', '1.2 nm']),
    ),
  ),
)
let database: FreshDatabase
let node: TestNode
let draft: Draft
let away: Line
const open: { close(): void }[] = []

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
  node = await startNode(database)
})
beforeEach(async () => {
  draft = await openDraft(database, text)
  away = await openLine(Number(new URL(node.origin).port))
  open.push(away)
})
afterEach(() => {
  for (const each of open.splice(0)) each.close()
})
afterAll(async () => {
  await node.close()
  await database.close()
})

/** Two drafters with the same text before them; the second one writes without a line to the server. */
async function twoTabs() {
  const first = openTab(node.origin, await signIn(database, 'nl-drafter'), draft.documentId)
  const second = openTabOver(
    away,
    node.origin,
    await signIn(database, 'nl-second-drafter'),
    draft.documentId,
  )
  open.push(first.connection, second.connection)
  await Promise.all([until(first.live, isSaved), until(second.live, isSaved)])
  away.cut()
  await until(second.live, ({ saveState }) => saveState.kind === 'offline')
  return [first.live, second.live] as const
}

async function comeBack(live: LiveDocument) {
  away.lead(Number(new URL(node.origin).port))
  live.retry()
  await until(live, isSaved)
}

const found = () =>
  findLostWords({ db: database.db }, new WordHistories(), demoActor('nl-drafter'), draft.reference)

function elementOf(live: LiveDocument, id: string): Y.XmlElement {
  for (const node of live.text.createTreeWalker((one) => one instanceof Y.XmlElement))
    if (node instanceof Y.XmlElement && node.getAttribute('id') === id) return node
  throw new Error(`no element ${id}`)
}

function wordsOf(live: LiveDocument, id: string): Y.XmlText {
  const words = elementOf(live, id).get(0)
  if (!(words instanceof Y.XmlText)) throw new Error(`no words in ${id}`)
  return words
}

function remove(live: LiveDocument, id: string) {
  const element = elementOf(live, id)
  const { parent } = element
  if (!(parent instanceof Y.XmlElement)) throw new Error(`${id} stands nowhere`)
  parent.delete(parent.toArray().indexOf(element), 1)
}

/** Alt with an arrow, as the editor writes it: the element goes, and one with its ids is made elsewhere. */
function move(live: LiveDocument, id: string, to: number) {
  const parent = elementOf(live, id).parent
  const copy = elementOf(live, id).clone()
  live.doc.transact(() => {
    remove(live, id)
    if (parent instanceof Y.XmlElement) parent.insert(to, [copy])
  })
}

/** Enter, as the editor writes it: the words behind go, and stand in a line of their own. */
function split(live: LiveDocument, id: string, at: number, name: string) {
  const words = wordsOf(live, id)
  const tail = words.toString().slice(at)
  live.doc.transact(() => {
    const line = new Y.XmlElement('paragraph')
    line.setAttribute('id', name)
    line.insert(0, [new Y.XmlText(tail)])
    words.delete(at, tail.length)
    const { parent } = elementOf(live, id)
    if (parent instanceof Y.XmlElement) parent.insert(1, [line])
  })
}

describe('words that two write without knowing of each other', () => {
  it.each(['w', 'a', 'e'])(
    'are told when they went into %s, which had been removed',
    async (id) => {
      const [first, second] = await twoTabs()
      wordsOf(second, 'w').insert(10, ' of two masks')
      remove(first, id)
      await until(first, isSaved)
      await comeBack(second)
      await expect.poll(found).toMatchObject({
        lost: [{ words: ' of two masks', by: demoActor('nl-second-drafter').name }],
      })
    },
  )

  it.each(['w', 'a', 'e'])('are told when %s was removed after they had come', async (id) => {
    const [first, second] = await twoTabs()
    wordsOf(first, 'w').insert(10, ' of two masks')
    await until(first, isSaved)
    remove(second, id)
    await comeBack(second)
    await expect
      .poll(found)
      .toMatchObject({ lost: [{ words: ' of two masks', by: demoActor('nl-drafter').name }] })
  })

  it('are told when the row of a table was removed in which they were written', async () => {
    const [first, second] = await twoTabs()
    wordsOf(second, 'tr1c1p').insert(6, ' at most')
    remove(first, 'tr1')
    await until(first, isSaved)
    await comeBack(second)
    await expect.poll(found).toMatchObject({ lost: [{ words: ' at most', after: 'tr0' }] })
  })

  it('are told no more when somebody has said, through the gate, that they are not to come back', async () => {
    const [first, second] = await twoTabs()
    wordsOf(second, 'w').insert(10, ' of two masks')
    remove(first, 'a')
    await until(first, isSaved)
    await comeBack(second)
    await expect.poll(found).toMatchObject({ lost: [{ words: ' of two masks' }] })
    const told = await found()
    if (!told.ok) throw new Error(told.reason)
    const units = told.lost.flatMap((one) => one.units)
    const before = first.text.toString()
    expect(leaveOut(first.text, units)).toBe(true)
    await until(first, isSaved)
    await expect.poll(found).toMatchObject({ lost: [], doubled: [], stranded: [], struck: [] })
    expect(first.text.toString()).toBe(before)
    expect(second.text.toString()).toBe(before)
  })

  it('are told where a whole point was written into an entry that had been removed', async () => {
    const [first, second] = await twoTabs()
    second.doc.transact(() => {
      const line = new Y.XmlElement('paragraph')
      line.insert(0, [new Y.XmlText('a third thing')])
      const added = new Y.XmlElement('point')
      added.setAttribute('id', 'c')
      added.insert(0, [line])
      elementOf(second, 'e').insert(3, [added])
    })
    remove(first, 'e')
    await until(first, isSaved)
    await comeBack(second)
    await expect.poll(found).toMatchObject({ lost: [{ words: 'a third thing' }] })
    const document = await findDocument(database.db, draft.documentId)
    const log = await readUpdates(database.db, draft.documentId, 0, document?.head ?? 0)
    expect(JSON.stringify(TextHistory.begin().take(log).passages())).toContain('a third thing')
  })

  it('are not told of what somebody removed who had it before them', async () => {
    const [first, second] = await twoTabs()
    remove(second, 'e')
    await comeBack(second)
    await until(first, isSaved)
    expect(await found()).toMatchObject({ lost: [], doubled: [] })
  })

  it.each([true, false])(
    'are told with their place in the point that was moved, sent before it (%s)',
    async (isSentBefore) => {
      const [first, second] = await twoTabs()
      const [mover, writer] = isSentBefore ? [second, first] : [first, second]
      wordsOf(writer, 'w').insert(10, ' of two masks')
      move(mover, 'a', 2)
      await until(first, isSaved)
      await comeBack(second)
      await expect.poll(found).toMatchObject({
        lost: [{ words: ' of two masks', moved: { elementId: 'w', at: 10 } }],
      })
    },
  )

  const intoLine = (live: LiveDocument) => wordsOf(live, 'v').insert(8, ' of two masks')
  const asLine = (live: LiveDocument, name: string) => {
    const line = new Y.XmlElement('paragraph')
    line.setAttribute('id', name)
    line.insert(0, [new Y.XmlText(' of two masks')])
    const { parent } = elementOf(live, 'p')
    if (parent instanceof Y.XmlElement) parent.insert(1, [line])
  }
  it.each([
    ['into a line', intoLine],
    ['as lines', asLine],
  ])('are told to stand twice when two put them in again %s', async (_, putIn) => {
    const [first, second] = await twoTabs()
    wordsOf(second, 'w').insert(10, ' of two masks')
    remove(first, 'a')
    await until(first, isSaved)
    await comeBack(second)
    await expect.poll(found).toMatchObject({ lost: [{ words: ' of two masks' }] })
    away.cut()
    await until(second, ({ saveState }) => saveState.kind === 'offline')
    putIn(second, 'two')
    putIn(first, 'one')
    await until(first, isSaved)
    await expect.poll(found).toMatchObject({ lost: [], doubled: [] })
    await comeBack(second)
    await expect.poll(found).toMatchObject({
      lost: [],
      doubled: [{ words: ' of two masks', isChanged: false, canGo: true }],
    })
  })

  it.each([11, 6, 17])('are told when two splits doubled them, the other at %i', async (other) => {
    const [first, second] = await twoTabs()
    split(second, 'p', 11, 'two')
    split(first, 'p', other, 'one')
    await until(first, isSaved)
    await comeBack(second)
    await expect.poll(found).toMatchObject({
      lost: [],
      doubled: [{ words: 'alpha beta gamma delta'.slice(Math.max(11, other)) }],
    })
  })
})
