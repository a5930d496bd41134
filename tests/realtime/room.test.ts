import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentOf } from '#app/text/live-text.ts'
import { textAt } from '#db/documents.server.ts'
import { findDocument } from '#db/document-log.server.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { firstWords } from './edits.ts'
import { startNode, type TestNode } from './node.ts'
import {
  isSaved,
  loadPeople,
  openDraft,
  openTab,
  signIn,
  until,
  type SignedIn,
  type Tab,
} from './portal.ts'

let database: FreshDatabase
let node: TestNode
let drafter: SignedIn
let second: SignedIn
const tabs: Tab[] = []

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
  node = await startNode(database)
  drafter = await signIn(database, 'nl-drafter')
  second = await signIn(database, 'nl-second-drafter')
})
afterAll(async () => {
  for (const { connection } of tabs) connection.close()
  await node.close()
  await database.close()
})

function open(who: SignedIn, documentId: string): Tab {
  const tab = openTab(node.origin, who, documentId)
  tabs.push(tab)
  return tab
}

describe('a room', () => {
  it('brings a keystroke to the others and calls it saved once it is in the log', async () => {
    const { documentId } = await openDraft(database)
    const [mine, theirs] = [open(drafter, documentId), open(second, documentId)]
    await Promise.all([until(mine.live, isSaved), until(theirs.live, isSaved)])
    firstWords(mine.live).insert(0, 'hello ')
    expect(mine.live.saveState).toEqual({ kind: 'saving' })
    await until(mine.live, isSaved)
    const head = (await findDocument(database.db, documentId))?.head ?? 0
    expect(head).toBe(2)
    expect(JSON.stringify(await textAt(database.db, documentId, head))).toContain('hello ')
    await expect.poll(() => JSON.stringify(contentOf(theirs.live.text))).toContain('hello ')
  })
})
