import { eq, sql } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoActor } from '#app/demonstration/acting.server.ts'
import { comments } from '#db/schema/comments.ts'
import { endSessions } from '#db/sessions.server.ts'
import { expectNoSerious } from './axe.ts'
import { openPortal, type VisitedPortal } from './harness.ts'
import { roomScene } from './room-scene.ts'

let visited: VisitedPortal
let scene: ReturnType<typeof roomScene>

beforeAll(async () => {
  visited = await openPortal()
  scene = roomScene(visited.database.db)
}, 180_000)
afterAll(() => visited?.close())

/** A page of somebody, and what ends the session behind it. */
async function signedIn(person: string, path: string, options = {}) {
  const page = await visited.visit(options)
  const sessionId = await visited.signIn(page, person)
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const end = () => visited.database.db.transaction((tx) => endSessions(tx, { sessionId }))
  return { page, end }
}

/** A comment that is half written. */
async function compose(page: Page, words: string) {
  await page.getByText('Present now').waitFor()
  await page.getByRole('button', { name: 'Write a comment' }).click()
  const composer = page.locator('#composer')
  await composer.getByLabel('What it is about').selectOption('Scope')
  await composer.getByLabel('Comment', { exact: true }).fill(words)
}

const written = (words: string) =>
  visited.database.db.select().from(comments).where(eq(comments.body, words))
const banner = (page: Page) => page.locator('output.session-banner')
const leaving = (page: Page) => page.getByRole('dialog', { name: 'Leave without sending?' })
const enteredWords = (page: Page) =>
  page.locator('#composer').getByLabel('Comment', { exact: true }).inputValue()

/** Browsers complain of answers that refuse, and of sockets that are refused. */
function expectComplaintsOf(status: number) {
  expect(
    visited.takeComplaints().filter((words) => !words.includes(`status of ${status}`)),
  ).toEqual([])
}

test('a comment that is sent after the session ended stays, and is sent after signing in again', async () => {
  const { path } = await scene.room()
  const { page, end } = await signedIn('de-drafter', path)
  const words = 'Typed while the session ended.'
  await compose(page, words)
  await end()
  await banner(page).getByText('Your session has ended.').waitFor()
  await expectNoSerious(page)
  await page.getByRole('button', { name: 'Save inside' }).click()
  const refused = page.locator('.error-summary')
  await refused.getByText('Your session has ended, so nothing was sent.').waitFor()
  const link = refused.getByRole('link', { name: 'Sign in in another tab' })
  expect(await link.getAttribute('target')).toBe('_blank')
  expect(await link.getAttribute('rel')).toBe('noopener')
  expect(await enteredWords(page)).toBe(words)
  expectComplaintsOf(401)

  const [tab] = await Promise.all([page.context().waitForEvent('page'), link.click()])
  await tab.getByRole('button', { name: 'Sign in as Drafter, Germany', exact: true }).click()
  await tab.waitForURL('**/home')
  await tab.close()
  await page.bringToFront()
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await page.getByRole('log').getByText('You are signed in again.').waitFor()
  expect(await banner(page).textContent()).toBe('')
  await refused.getByRole('button', { name: 'Send again' }).click()
  await page.locator('.comment__body').getByText(words).waitFor()
  expect(await written(words)).toHaveLength(1)
  await page.context().close()
})

test('nothing is sent from a page in the name of somebody who signed in meanwhile', async () => {
  const { path } = await scene.room()
  const { page, end } = await signedIn('fr-drafter', path)
  const words = 'Never in the name of Spain.'
  await compose(page, words)
  await end()
  await visited.signIn(page, 'es-drafter')
  await banner(page).getByText('Somebody else is signed in in this browser now.').waitFor()
  await page.getByRole('button', { name: 'Save inside' }).click()
  await page.locator('.error-summary').getByText('Nothing was sent in their name.').waitFor()
  expect(await enteredWords(page)).toBe(words)
  expect(await page.locator('.masthead__person').textContent()).toContain('France')
  expect(await written(words)).toEqual([])
  expectComplaintsOf(403)
  await page.context().close()
})

test('without script, the words come back on a page that sends them again', async () => {
  const { path } = await scene.room()
  const address = path.replace(/versions.*/, 'details')
  const options = { javaScriptEnabled: false }
  const { page, end } = await signedIn('nl-drafter', address, options)
  const title = 'Equipment that was named while the session ended'
  await page.getByLabel('Title').fill(title)
  await end()
  await page.getByRole('button', { name: 'Keep the changes' }).click()
  await page.getByRole('heading', { name: 'This was not sent' }).waitFor()
  await page.getByText(title).waitFor()
  expectComplaintsOf(401)
  await visited.signIn(page, 'nl-drafter')
  await page.getByRole('button', { name: 'Send again' }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.context().close()
})

test('every page says that the session has ended, and stays', async () => {
  for (const address of ['/home', '/files', '/post', '/help']) {
    const { page, end } = await signedIn('de-drafter', address)
    await end()
    await banner(page).getByText('Your session has ended.').waitFor()
    expect(new URL(page.url()).pathname).toBe(address)
    await page.context().close()
  }
})

test('a page with words in a form is left only after asking, and not when they were sent', async () => {
  const { path } = await scene.room()
  const { page } = await signedIn('it-drafter', path)
  const files = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Files' })

  await compose(page, 'Half a thought')
  await files.click()
  await leaving(page).getByRole('button', { name: 'Stay on this page' }).click()
  expect(await enteredWords(page)).toBe('Half a thought')
  page.once('dialog', (dialog) => void dialog.dismiss())
  const asked = page.waitForEvent('dialog')
  await page.evaluate(() => setTimeout(() => location.reload()))
  expect((await asked).type()).toBe('beforeunload')
  expect(await enteredWords(page)).toBe('Half a thought')

  await page.getByRole('button', { name: 'Save inside' }).click()
  await page.locator('.comment__body').getByText('Half a thought').waitFor()
  await files.click()
  await page.waitForURL('**/files')

  await page.goto(path)
  await page.getByText('Present now').waitFor()
  await page.getByRole('button', { name: 'Write a comment' }).click()
  await files.click()
  await page.waitForURL('**/files')

  await page.goto(path)
  await compose(page, 'To be left behind')
  await files.click()
  await leaving(page).getByRole('button', { name: 'Leave the page' }).click()
  await page.waitForURL('**/files')
  await page.context().close()
})

test('a share form and a reply are asked about too', async () => {
  const { path, ...where } = await scene.room()
  await scene.release('de-licensing', where)
  const { page } = await signedIn('nl-representative', path)
  await page.getByText('Present now').waitFor()
  await page.getByText('Reply', { exact: true }).click()
  await page.getByLabel('Reasons').fill('Not yet')
  await page.getByText('Reply', { exact: true }).click()
  await page.getByRole('link', { name: 'Concert' }).first().click()
  await leaving(page).getByRole('button', { name: 'Leave the page' }).click()
  await page.waitForURL('**/home')

  await page.goto(path.replace(/versions.*/, 'share'))
  await page.getByLabel('Cover note').fill('For your comments')
  await page.getByRole('link', { name: where.reference }).click()
  await leaving(page).getByRole('button', { name: 'Stay on this page' }).click()
  expect(await page.getByLabel('Cover note').inputValue()).toBe('For your comments')
  await page.context().close()
})

test('a composer with words in it is cancelled only after asking', async () => {
  const { path } = await scene.room()
  const { page } = await signedIn('pl-drafter', path)
  await compose(page, 'Words worth keeping')
  const cancel = page.getByRole('button', { name: 'Cancel' })
  const asked = page.getByRole('dialog', { name: 'Discard what you have typed?' })
  await cancel.click()
  await asked.getByRole('button', { name: 'Go on writing' }).click()
  expect(await enteredWords(page)).toBe('Words worth keeping')
  await cancel.click()
  await asked.getByRole('button', { name: 'Discard it' }).click()
  await page.getByRole('button', { name: 'Write a comment' }).click()
  await cancel.click()
  await page.getByRole('button', { name: 'Write a comment' }).waitFor()
  await page.context().close()
})

test('a filter takes no thread away in which words were typed, nor what was done there', async () => {
  const { path, ...where } = await scene.room()
  await scene.release('de-licensing', where)
  await scene.release('fr-licensing', where)
  const { page } = await signedIn('nl-representative', path)
  await page.getByText('Present now').waitFor()
  const threads = page.locator('[data-thread-card]')
  const germany = threads.filter({ hasText: 'Germany' })
  await germany.getByText('Reply', { exact: true }).click()
  await germany.getByLabel('Taken up', { exact: true }).check()
  await germany.getByLabel('Reasons').fill('Half of the reasons')
  const delegation = page.getByRole('combobox', { name: 'Delegation' })
  expect(await delegation.getAttribute('aria-required')).toBe('false')
  await delegation.selectOption('France')
  await germany.getByText('you have typed something here that was not sent').waitFor()
  expect(await germany.getByLabel('Reasons').inputValue()).toBe('Half of the reasons')

  await page.getByLabel('Delegation').selectOption('Any delegation')
  await page.getByLabel('Show').selectOption('Without a reply')
  await page.waitForURL('**/*show=unanswered*')
  await germany.getByRole('button', { name: 'Send the reply' }).click()
  await germany.getByText('It stays until the filter is changed.').waitFor()
  await page.waitForFunction(() => document.activeElement?.matches('.answer > summary'))
  await page.getByLabel('Delegation').selectOption('France')
  await germany.waitFor({ state: 'detached' })
  expect(await threads.count()).toBe(1)
  await page.context().close()
})

test('a reply that is half typed is kept when its comment is recalled', async () => {
  const { path, ...where } = await scene.room()
  const commentId = await scene.release('de-licensing', where)
  const { page } = await signedIn('nl-representative', path)
  await page.getByText('Present now').waitFor()
  await page.getByText('Reply', { exact: true }).click()
  await page.getByLabel('Reasons').fill('Half of the reasons')
  const recalled = { type: 'comment-recalled', commentId, reason: '' } as const
  await scene.happen(demoActor('de-representative'), where.reference, recalled)
  await page.getByRole('log').getByText('What you had typed stands above').waitFor()
  const kept = page.getByLabel('It has not been sent. Copy it before you go on.')
  expect(await kept.inputValue()).toBe('Half of the reasons')
  // The field that had the focus is gone; what it was about is not.
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(`comment-${commentId}`)
  await expectNoSerious(page)
  await page.getByRole('region', { name: 'What you had typed' }).getByText('Close').click()
  expect(await kept.count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('comments')
  await page.context().close()
})

test('what was typed is kept on the page that says why its own could not be shown', async () => {
  const { path, ...where } = await scene.room()
  const { page } = await signedIn('nl-representative', path.replace(/versions.*/, 'record'))
  await page.getByLabel('Title of the national act').fill('Order on scanners')
  // The page is read again when something happens to its file, and cannot be.
  const { db } = visited.database
  await db.execute(sql`ALTER TABLE notifications RENAME TO notifications_away`)
  await scene.share(demoActor('nl-representative'), where.reference)
  await page.getByRole('heading', { name: 'Something went wrong here' }).waitFor()
  await db.execute(sql`ALTER TABLE notifications_away RENAME TO notifications`)
  const kept = page.getByLabel('It has not been sent. Copy it before you go on.')
  expect(await kept.inputValue()).toBe('Order on scanners')
  await expectNoSerious(page)
  expect(visited.takeComplaints()).toContainEqual(expect.stringContaining('status of 500'))
  await page.context().close()
})
