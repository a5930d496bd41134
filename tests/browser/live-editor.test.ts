import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainText } from '#app/text/content.ts'
import { textAt } from '#db/documents.server.ts'
import { findDocument } from '#db/document-log.server.ts'
import { startNode, type TestNode } from '#tests/realtime/node.ts'
import { loadPeople, openDraft, signIn } from '#tests/realtime/portal.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { launchChromium } from './chromium.ts'
import { editorPage } from './editor-page/serve.ts'

let browser: Browser
let database: FreshDatabase
let node: TestNode

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
  browser = await launchChromium()
  node = await startNode(database, 0, await editorPage())
})
afterAll(async () => {
  await browser.close()
  await node.close()
  await database.close()
})

/** The draft in a browser of its own, as somebody of the demonstration. */
async function open(key: string, documentId: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const { cookie = '' } = (await signIn(database, key)).headers(node.origin)
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: node.origin }])
  const page = await context.newPage()
  await page.goto(`${node.origin}/?document=${documentId}`)
  await page.getByRole('toolbar').waitFor()
  return page
}

async function caretAfter(page: Page, words: string) {
  await page.locator('.draft-text p', { hasText: words }).first().click()
  await page.keyboard.press('End')
}

/** The lines on the screen, without the names at the carets of others. */
const shown = (page: Page) =>
  page.locator('.draft-text').evaluate((text) => {
    const copy = document.createElement('div')
    copy.append(text.cloneNode(true))
    for (const caret of copy.querySelectorAll('.caret')) caret.remove()
    return [...copy.querySelectorAll('p[data-node]')].map((line) => line.textContent).join('\n')
  })
const state = (page: Page) => page.locator('.save-state__words').textContent()

async function stored(documentId: string): Promise<string> {
  const head = (await findDocument(database.db, documentId))?.head ?? 0
  return plainText(await textAt(database.db, documentId, head))
}

test('two drafters write in one text, see each other by the names of the server, and are saved', async () => {
  const { documentId } = await openDraft(database)
  const [mine, theirs] = await Promise.all([
    open('nl-drafter', documentId),
    open('nl-second-drafter', documentId),
  ])
  await caretAfter(mine, 'The list is amended')
  await caretAfter(theirs, 'See also 3B001')
  await Promise.all([
    mine.keyboard.type(' Written by the one.', { delay: 5 }),
    theirs.keyboard.type(' Written by the other.', { delay: 5 }),
  ])
  await expect.poll(() => shown(theirs)).toContain('Written by the one.')
  await expect.poll(() => shown(mine)).toContain('Written by the other.')
  await expect.poll(() => state(mine)).toBe('Saved')
  await expect.poll(() => state(theirs)).toBe('Saved')
  expect(await stored(documentId)).toContain('as follows. Written by the one.')
  expect(await stored(documentId)).toContain('3B001. Written by the other.')
  const name = 'Second drafter, Netherlands'
  await expect.poll(() => mine.locator('.caret__name').textContent()).toBe(name)
  await expect.poll(() => mine.locator('.who-is-here li').allTextContents()).toEqual([name])
  await mine.reload()
  await expect.poll(() => shown(mine)).toContain('Written by the other.')
  await Promise.all([mine.context().close(), theirs.context().close()])
})

test('what two drafters write at the end of one line stays apart', async () => {
  const { documentId } = await openDraft(database)
  const [mine, theirs] = await Promise.all([
    open('nl-drafter', documentId),
    open('nl-second-drafter', documentId),
  ])
  await caretAfter(mine, 'The list is amended')
  await mine.keyboard.press('Enter')
  await mine.keyboard.type('-')
  await expect.poll(() => shown(theirs)).toContain('\n-')
  await caretAfter(theirs, '-')
  const [one, other] = ['abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  await Promise.all([
    mine.keyboard.type(one, { delay: 25 }),
    theirs.keyboard.type(other, { delay: 25 }),
  ])
  await expect.poll(() => state(mine)).toBe('Saved')
  await expect.poll(() => state(theirs)).toBe('Saved')
  const line = (await stored(documentId)).split('\n').find((line) => line.startsWith('-'))
  expect([`-${one}${other}`, `-${other}${one}`]).toContain(line)
  await Promise.all([mine.context().close(), theirs.context().close()])
})

test('whatever two drafters do at once in one place, both screens and the server end alike', async () => {
  const { documentId } = await openDraft(database)
  const [mine, theirs] = await Promise.all([
    open('nl-drafter', documentId),
    open('nl-second-drafter', documentId),
  ])
  await caretAfter(mine, 'a chuck overlay')
  await caretAfter(theirs, 'a chuck overlay')
  const write = async (page: Page, letter: string) => {
    for (const key of ['Enter', 'Tab', 'Shift+Tab', 'Enter', 'Enter']) {
      await page.keyboard.type(letter.repeat(7))
      await page.keyboard.press(key)
    }
  }
  await Promise.all([write(mine, 'q'), write(theirs, 'z')])
  await expect.poll(() => state(mine)).toBe('Saved')
  await expect.poll(() => state(theirs)).toBe('Saved')
  await expect.poll(async () => (await shown(mine)) === (await shown(theirs))).toBe(true)
  const text = await stored(documentId)
  expect(await shown(mine)).toBe(text)
  // Five times seven of each. Where both split a line at the same moment, what stood behind the
  // place may be there twice; gone it never is.
  for (const letter of ['q', 'z']) {
    expect(text.split(letter).length - 1).toBeGreaterThanOrEqual(35)
  }
  await Promise.all([mine.context().close(), theirs.context().close()])
})

test('who nests and lifts a point takes no word from who types in it', async () => {
  const { documentId } = await openDraft(database)
  const [mine, theirs] = await Promise.all([
    open('nl-drafter', documentId),
    open('nl-second-drafter', documentId),
  ])
  await caretAfter(mine, 'a chuck overlay')
  await caretAfter(theirs, 'a chuck overlay')
  const words = ' which is measured on the wafer, and not computed from the stage'
  const shuffle = async () => {
    for (let turn = 0; turn < 12; turn++) {
      await mine.keyboard.press(turn % 2 === 0 ? 'Tab' : 'Shift+Tab')
    }
  }
  await Promise.all([theirs.keyboard.type(words, { delay: 3 }), shuffle()])
  await expect.poll(() => state(mine)).toBe('Saved')
  await expect.poll(() => state(theirs)).toBe('Saved')
  expect(await stored(documentId)).toContain(`a chuck overlay ≤ 1.50 nm.${words}`)
  await expect.poll(() => shown(mine)).toContain(words)
  await Promise.all([mine.context().close(), theirs.context().close()])
})

test('what is typed while the server is away is said to be in this tab only, and saved later', async () => {
  const { documentId } = await openDraft(database)
  const page = await open('nl-drafter', documentId)
  await caretAfter(page, 'The list is amended')
  await page.keyboard.type(' Before.')
  await expect.poll(() => state(page)).toBe('Saved')
  await node.close()
  await page.keyboard.type(' While away.')
  await expect.poll(() => state(page)).toBe('No connection: kept in this tab only')
  node = await startNode(database, Number(new URL(node.origin).port), await editorPage())
  await expect.poll(() => state(page), { timeout: 20_000 }).toBe('Saved')
  expect(await stored(documentId)).toContain('Before. While away.')
  await page.context().close()
})
