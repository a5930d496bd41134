import { randomInt } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { shownContent } from '#app/text/live-text.ts'
import { appendServerEdit } from '#db/documents.server.ts'
import { findActorOfSession } from '#db/sessions.server.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { idsTwiceIn } from '#tests/text/ids.ts'
import { editAtRandom } from './edits.ts'
import { openLine } from './line.ts'
import { textOfLog } from './log-truth.ts'
import { startNode, type TestNode } from './node.ts'
import { isSaved, loadPeople, openDraft, openTabOver, signIn, until } from './portal.ts'
import { seededRandom } from './seeded-random.ts'

let database: FreshDatabase
let nodes: TestNode[]

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
  nodes = [await startNode(database), await startNode(database)]
})
afterAll(async () => {
  for (const node of nodes) await node.close()
  await database.close()
})

const people = ['nl-drafter', 'nl-second-drafter', 'nl-representative', 'nl-deputy']

/** Somebody's tab, over a line of its own to one of the nodes. */
async function openOver(key: string, node: TestNode, documentId: string) {
  const line = await openLine(Number(new URL(node.origin).port))
  const who = await signIn(database, key)
  const tab = openTabOver(line, node.origin, who, documentId)
  await until(tab.live, isSaved)
  return { line, ...tab, who }
}

it('gives everybody the same text whatever is cut, on two nodes, and the log gives it too, with each id once', async () => {
  const seed = randomInt(2 ** 31)
  console.log(`convergence seed ${seed}`)
  const random = seededRandom(seed)
  const { documentId } = await openDraft(database)
  const tabs = await Promise.all(
    people.map((key, index) => openOver(key, nodes[index % 2] as TestNode, documentId)),
  )
  const actor = (
    await findActorOfSession(database.db, tabs[0]?.who.sessionId ?? '', { isActive: false })
  )?.actor
  for (let step = 0; step < 600; step++) {
    const tab = tabs[random(tabs.length)]
    const draw = random(100)
    if (tab && draw < 70 && tab.live.canWrite) editAtRandom(tab.live, random)
    else if (tab && draw < 72) tab.line.cut()
    else if (actor && draw < 74) {
      await database.db.transaction((tx) =>
        appendServerEdit(tx, actor, documentId, (text) => editAtRandom({ text }, random)),
      )
    } else if (tab) await until(tab.live, ({ saveState }) => saveState.kind !== 'saving')
    for (let turns = random(4); turns > 0; turns--) await turn()
  }
  for (const { live } of tabs) await until(live, isSaved)
  await expect
    .poll(async () => idsTwiceIn(await textOfLog(database.db, documentId)), { timeout: 5_000 })
    .toEqual([])
  const text = await textOfLog(database.db, documentId)
  for (const { live } of tabs) {
    await expect.poll(() => shownContent(live.text), { timeout: 5_000 }).toEqual(text)
    expect(live.saveState, `seed ${seed}`).toEqual({ kind: 'saved' })
  }
  expect(nodes.flatMap(({ reports }) => reports)).toEqual([])
  for (const { connection, line } of tabs) {
    connection.close()
    line.close()
  }
})
