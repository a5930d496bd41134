import { randomInt } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { shownContent } from '#app/text/live-text.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'
import { firstWords } from './edits.ts'
import { textOfLog } from './log-truth.ts'
import { buildNode, type NodeProcess, type NodeProgram } from './node-processes.ts'
import { isSaved, loadPeople, openDraft, openTab, signIn, until } from './portal.ts'
import { seededRandom } from './seeded-random.ts'

const kills = 20

const watchdog = startWatchdog()
let database: FreshDatabase
let program: NodeProgram
let node: NodeProcess

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
  program = await buildNode(watchdog, 'killed')
})
afterAll(async () => {
  await node.kill()
  program.remove()
  await database.close()
  await watchdog.finish()
})

it(`loses nothing acknowledged when the process is killed ${kills} times under typing (row 1)`, async () => {
  const seed = randomInt(2 ** 31)
  console.log(`kill seed ${seed}`)
  const random = seededRandom(seed)
  node = await program.start(database.url)
  const { port, origin } = node
  const { documentId } = await openDraft(database, doc(section('subject', paragraph('p', '.'))))
  const tabs = [
    openTab(origin, await signIn(database, 'nl-drafter'), documentId),
    openTab(origin, await signIn(database, 'nl-second-drafter'), documentId),
  ].map((tab) => ({ ...tab, typed: [] as string[], acknowledged: 0 }))
  for (const { live } of tabs) await until(live, isSaved)
  for (const tab of tabs) {
    tab.live.subscribe(() => {
      if (isSaved(tab.live)) tab.acknowledged = tab.typed.length
    })
  }

  let word = 0
  const type = (tab: (typeof tabs)[number]) => {
    const words = firstWords(tab.live)
    tab.typed.push(`<${++word}>`)
    words.insert(words.length, `<${word}>`)
  }
  for (let killed = 0; killed < kills; killed++) {
    for (let strokes = 3 + random(60); strokes > 0; strokes--) {
      const tab = tabs[random(2)]
      if (tab) type(tab)
      if (tab && random(6) === 0) await until(tab.live, isSaved)
      for (let turns = random(12); turns > 0; turns--) await turn()
    }
    await node.kill()
    const acknowledged = tabs.flatMap((tab) => tab.typed.slice(0, tab.acknowledged))
    const stored = JSON.stringify(await textOfLog(database.db, documentId))
    expect(
      acknowledged.filter((each) => !stored.includes(each)),
      `seed ${seed}, kill ${killed}`,
    ).toEqual([])
    node = await program.start(database.url, { port })
    for (const { live } of tabs) live.retry()
  }

  for (const { live } of tabs) await until(live, isSaved)
  const text = await textOfLog(database.db, documentId)
  for (const { live } of tabs) await expect.poll(() => shownContent(live.text)).toEqual(text)
  const stored = JSON.stringify(text)
  for (let each = 1; each <= word; each++) {
    expect(stored.split(`<${each}>`).length - 1, `seed ${seed}, word ${each}`).toBe(1)
  }
  for (const { connection } of tabs) connection.close()
}, 300_000)
