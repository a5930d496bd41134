import { randomInt } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authorshipOf } from '#app/text/authorship.ts'
import { plainText } from '#app/text/content.ts'
import { documentUpdates } from '#db/schema/documents.ts'
import { endSessions } from '#db/sessions.server.ts'
import { openLine, type Line } from '#tests/realtime/line.ts'
import { textOfLog } from '#tests/realtime/log-truth.ts'
import { startNode, type TestNode } from '#tests/realtime/node.ts'
import { loadPeople, openDraft, signIn } from '#tests/realtime/portal.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { launchChromium } from './chromium.ts'
import { editorPage } from './editor-page/serve.ts'

/** A browser whose network comes and goes, against what the log holds. */

let browser: Browser
let database: FreshDatabase
/** Two nodes on one database, each at the end of a line. */
let ways: [Way, Way]

interface Way {
  line: Line
  node: TestNode
  port: number
}

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
  browser = await launchChromium()
  ways = [await openWay(), await openWay()]
})
afterAll(async () => {
  await browser.close()
  for (const { node, line } of ways) {
    await node.close()
    line.close()
  }
  await database.close()
})

async function openWay(): Promise<Way> {
  const line = await openLine()
  const node = await startNode(database, 0, await editorPage(), line.url)
  const port = Number(new URL(node.origin).port)
  line.lead(port)
  return { line, node, port }
}

async function open(key: string, documentId: string, way: Way) {
  const { line, port } = way
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const keepSession = async () => {
    const who = await signIn(database, key)
    const { cookie = '' } = who.headers(line.url)
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: line.url }])
    return who
  }
  const who = await keepSession()
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`${line.url}/?document=${documentId}`)
  await page.getByRole('toolbar').waitFor()
  return {
    page,
    line,
    personId: who.personId,
    endSession: () =>
      database.db.transaction((tx) => endSessions(tx, { sessionId: who.sessionId })),
    /** As in another tab of the same browser. */
    signInAgain: keepSession,
    // Chromium tells the page of its network; sockets that are open are not touched by it.
    async goOffline() {
      line.lead()
      line.cut()
      await context.setOffline(true)
    },
    async comeBack() {
      line.lead(port)
      await context.setOffline(false)
    },
  }
}

async function caretAfter(page: Page, words: string) {
  await page.locator('.draft-text p', { hasText: words }).first().click()
  await page.keyboard.press('End')
}

/** What the screen says of its words, and these, at one moment. */
const look = (page: Page) =>
  page.evaluate(() => {
    const copy = document.createElement('div')
    const text = document.querySelector('.draft-text')
    if (text) copy.append(text.cloneNode(true))
    for (const caret of copy.querySelectorAll('.caret')) caret.remove()
    const lines = [...copy.querySelectorAll('p[data-node]')].map((line) => line.textContent)
    const state = document.querySelector('.save-state__words')?.textContent
    return { state, text: lines.join('\n') }
  })
const state = async (page: Page) => (await look(page)).state
const stored = async (documentId: string) => plainText(await textOfLog(database.db, documentId))

/** Who wrote what into a text after it was opened, by the log. */
async function writersOf(documentId: string) {
  const log = await database.db
    .select()
    .from(documentUpdates)
    .where(eq(documentUpdates.documentId, documentId))
    .orderBy(asc(documentUpdates.seq))
  const people = new Map(log.map(({ seq, personId }) => [seq, personId]))
  const words = new Map<string | null, string>()
  for (const { insertedBy, words: written } of authorshipOf(log).flatMap(({ runs }) => runs)) {
    if (insertedBy === 1) continue
    const personId = people.get(insertedBy) ?? null
    words.set(personId, (words.get(personId) ?? '') + written)
  }
  return words
}

test('ten minutes offline, both sides write: merged, each under their own name (row 5)', async () => {
  const { documentId } = await openDraft(database)
  const [mine, theirs] = await Promise.all([
    open('nl-drafter', documentId, ways[0]),
    open('nl-second-drafter', documentId, ways[1]),
  ])
  await caretAfter(mine.page, 'The list is amended')
  await caretAfter(theirs.page, 'The list is amended')
  await mine.goOffline()
  const offline = 'No connection: kept in this tab only'
  await expect.poll(() => state(mine.page)).toBe(offline)
  await mine.page.keyboard.type(' In the train.')
  await theirs.page.keyboard.type(' At the desk.')
  await expect.poll(() => state(theirs.page)).toBe('Saved')
  await mine.page.clock.fastForward('10:00')
  expect(await state(mine.page)).toBe(offline)
  await mine.page.keyboard.type(' Ten minutes later.')
  expect(await stored(documentId)).not.toContain('train')

  await mine.comeBack()
  await expect.poll(() => state(mine.page)).toBe('Saved')
  const text = await stored(documentId)
  for (const { page } of [mine, theirs]) {
    await expect.poll(async () => (await look(page)).text).toBe(text)
  }
  expect(await writersOf(documentId)).toEqual(
    new Map([
      [mine.personId, ' In the train. Ten minutes later.'],
      [theirs.personId, ' At the desk.'],
    ]),
  )
  await Promise.all([mine.page.context().close(), theirs.page.context().close()])
})

test('who removed a line is told of what another then brings for it', async () => {
  const { documentId } = await openDraft(database)
  const [mine, theirs] = await Promise.all([
    open('nl-drafter', documentId, ways[0]),
    open('nl-second-drafter', documentId, ways[1]),
  ])
  await caretAfter(theirs.page, 'The list is amended')
  await theirs.goOffline()
  await expect.poll(() => state(theirs.page)).toBe('No connection: kept in this tab only')
  await theirs.page.keyboard.type(' In the train.')
  await caretAfter(mine.page, 'The list is amended')
  await mine.page.keyboard.press('Shift+Home')
  for (const key of ['Delete', 'Backspace']) await mine.page.keyboard.press(key)
  await expect.poll(() => state(mine.page)).toBe('Saved')
  // All that the removal itself lets it ask for has been asked.
  await mine.page.clock.runFor(10_000)
  await mine.page.evaluate(() => {
    window.displaced = {
      lost: [
        {
          key: '1',
          words: ' In the train.',
          by: 'Expert',
          at: '',
          units: [],
          after: 'f5b',
          moved: null,
        },
      ],
      doubled: [],
    }
  })
  await mine.page.clock.runFor(10_000)
  const restore = mine.page.getByRole('button', { name: 'Put in as a paragraph' })
  expect(await restore.count()).toBe(0)
  await theirs.comeBack()
  await expect.poll(() => state(theirs.page)).toBe('Saved')
  await expect
    .poll(async () => {
      await mine.page.clock.runFor(1_000)
      return restore.count()
    })
    .toBe(1)
  await Promise.all([mine.page.context().close(), theirs.page.context().close()])
})

test('whose session ended while offline signs in again in another tab, and loses no word', async () => {
  const { documentId } = await openDraft(database)
  const mine = await open('nl-drafter', documentId, ways[0])
  await caretAfter(mine.page, 'The list is amended')
  await mine.goOffline()
  await mine.page.keyboard.type(' Before the session ended.')
  await mine.endSession()
  await mine.comeBack()
  await expect.poll(() => state(mine.page)).toMatch(/^Not saved: you are signed out/)
  expect((await look(mine.page)).text).toContain('Before the session ended.')
  await mine.signInAgain()
  await mine.page.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => state(mine.page)).toBe('Saved')
  expect(await stored(documentId)).toContain('as follows. Before the session ended.')
  await mine.page.context().close()
})

test('what the screen calls saved is in the log, at whatever moment one looks', async () => {
  const seed = randomInt(2 ** 31)
  console.log(`moments seed ${seed}`)
  const random = seededRandom(seed)
  const { documentId } = await openDraft(database)
  const { page, line } = await open('nl-drafter', documentId, ways[0])
  await caretAfter(page, 'The list is amended')
  let looks = 0
  for (let moment = 0; moment < 60; moment++) {
    await page.keyboard.type(` ${moment}`.repeat(1 + random(4)))
    if (random(8) === 0) line.cut()
    if (random(3) === 0) await page.locator('.save-state__words', { hasText: /^Saved$/ }).waitFor()
    const seen = await look(page)
    if (seen.state !== 'Saved') continue
    looks += 1
    const written = linesOf(await stored(documentId))
    // Nobody else writes here: whatever came later stands behind what was seen.
    const missing = linesOf(seen.text).filter((words, at) => !written[at]?.startsWith(words))
    expect(missing, `seed ${seed}, moment ${moment}`).toEqual([])
  }
  expect(looks).toBeGreaterThan(0)
  await page.context().close()
}, 120_000)

const linesOf = (text: string) => text.split('\n')
