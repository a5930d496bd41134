import { asc, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Content } from '#app/text/content.ts'
import { contentOf, shownContent } from '#app/text/live-text.ts'
import { documentUpdates } from '#db/schema/documents.ts'
import type { LiveDocument } from '#realtime/client-types.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { idsTwiceIn } from '#tests/text/ids.ts'
import { firstElement } from './edits.ts'
import { textOfLog } from './log-truth.ts'
import { startNode, type TestNode } from './node.ts'
import { isSaved, loadPeople, openDraft, openTab, signIn, until, type Tab } from './portal.ts'

let database: FreshDatabase
let nodes: TestNode[]
const tabs: Tab[] = []

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
})
afterAll(() => database.close())
beforeEach(async () => {
  nodes = [await startNode(database), await startNode(database)]
})
afterEach(async () => {
  for (const { connection } of tabs.splice(0)) connection.close()
  for (const node of nodes) await node.close()
})

async function open(key: string, node: TestNode | undefined, documentId: string) {
  const tab = openTab(node?.origin ?? '', await signIn(database, key), documentId)
  tabs.push(tab)
  await until(tab.live, ({ saveState }) => saveState.kind !== 'opening')
  return tab.live
}

/** Puts a line at the beginning of the text, as when it was moved there. */
function putFirst(live: LiveDocument, id: string, words: string) {
  const line = new Y.XmlElement('paragraph')
  line.setAttribute('id', id)
  line.insert(0, [new Y.XmlText(words)])
  firstElement(live, 'section').insert(0, [line])
}

const rowsOf = (documentId: string) =>
  database.db
    .select({ personId: documentUpdates.personId, delegation: documentUpdates.delegation })
    .from(documentUpdates)
    .where(eq(documentUpdates.documentId, documentId))
    .orderBy(asc(documentUpdates.seq))

const linesOf = (content: Content) =>
  (content.content?.[0]?.content ?? []).slice(0, 2).map(({ attrs }) => attrs)
const shown = (live: LiveDocument) => JSON.stringify(contentOf(live.text))

describe.each([
  ['on one node', 0],
  ['on two nodes', 1],
])('a line that two brought at the same moment, %s', (_where, theirNode) => {
  it('keeps its id where it stands first; the server gives the other one of its own, once', async () => {
    const { documentId } = await openDraft(database)
    const mine = await open('nl-drafter', nodes[0], documentId)
    const theirs = await open('nl-second-drafter', nodes[theirNode], documentId)
    for (let event = 1; event <= 3; event++) {
      const id = `line-${event}`
      putFirst(mine, id, 'mine')
      putFirst(theirs, id, 'theirs')
      await Promise.all([until(mine, isSaved), until(theirs, isSaved)])
      const repairs = async () =>
        (await rowsOf(documentId)).filter(({ personId }) => personId === null)
      await expect.poll(async () => (await repairs()).length).toBe(event)
      const content = await textOfLog(database.db, documentId)
      const [first, second] = linesOf(content)
      expect(first).toMatchObject({ id, splitFrom: null })
      expect(second).toMatchObject({ splitFrom: id })
      expect(second?.id).not.toBe(id)
      const text = JSON.stringify(content)
      for (const live of [mine, theirs]) {
        await expect.poll(() => JSON.stringify(shownContent(live.text))).toBe(text)
      }
    }
    // Whoever comes later changes nothing.
    const head = (await rowsOf(documentId)).length
    const third = await open('nl-representative', nodes[1], documentId)
    putFirst(third, 'line-4', 'later')
    await until(third, isSaved)
    await expect.poll(() => shown(mine)).toContain('later')
    expect((await rowsOf(documentId)).length).toBe(head + 1)
    expect((await rowsOf(documentId)).at(-1)?.delegation).toBe('NL')
    expect(idsTwiceIn(await textOfLog(database.db, documentId))).toEqual([])
    expect(nodes.flatMap(({ reports }) => reports)).toEqual([])
  })
})
