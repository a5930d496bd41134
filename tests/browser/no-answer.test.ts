import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { comments } from '#db/schema/comments.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { expectNoSerious } from './axe.ts'
import { openPortal, type VisitedPortal } from './harness.ts'
import { roomScene } from './room-scene.ts'

/** Nobody in a browser knows whether an act was recorded when no answer to it comes. */

let visited: VisitedPortal
let scene: ReturnType<typeof roomScene>

beforeAll(async () => {
  visited = await openPortal()
  scene = roomScene(visited.database.db)
}, 180_000)
afterAll(() => visited?.close())

/** The next form that is posted arrives, and its answer does not come back. */
async function loseNextAnswer(page: Page) {
  let isLost = false
  await page.route('**/*', async (route) => {
    if (isLost || route.request().method() !== 'POST') return route.fallback()
    isLost = true
    await route.fetch()
    await route.abort('connectionreset')
  })
}

const told = (page: Page) => page.locator('.error-summary')
const incident = /fault is ours|incident|not been sent/

/** Browsers complain of what did not get through. */
function expectComplaintsOfTheNetwork() {
  expect(visited.takeComplaints().filter((words) => !words.includes('net::ERR_'))).toEqual([])
}

test('an act that was recorded and not answered keeps its form, and sent again is the same act', async () => {
  const { reference, path } = await scene.room()
  const { db } = visited.database
  const page = await visited.visitAs('nl-representative')
  await page.goto(path.replace(/versions.*/, 'share'))
  await page.getByLabel('Cover note').fill('Please read point 3 first.')
  const share = async () => {
    await page.getByRole('button', { name: 'Share version 2' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Share version 2' }).click()
  }
  const shared = async () => (await findMeasureByReference(db, reference))?.versions.length

  await loseNextAnswer(page)
  await share()
  await told(page).getByText('No answer came').waitFor()
  expect(await told(page).textContent()).toContain('It is not known whether this was recorded')
  expect(await page.locator('main').textContent()).not.toMatch(incident)
  expect(await page.getByLabel('Cover note').inputValue()).toBe('Please read point 3 first.')
  await expectNoSerious(page)
  expect(await shared()).toBe(2)

  await share()
  await page.waitForURL(`**${path.replace(/\/versions.*/, '')}`)
  expect(await shared()).toBe(2)
  expectComplaintsOfTheNetwork()
  await page.context().close()
})

test('a comment that is sent offline stays in its form, and is sent when the network is back', async () => {
  const { path } = await scene.room()
  const page = await visited.visitAs('de-drafter')
  await page.goto(path)
  await page.getByText('Present now').waitFor()
  await page.getByRole('button', { name: 'Write a comment' }).click()
  const composer = page.locator('#composer')
  const words = 'Written in the train.'
  await composer.getByLabel('What it is about').selectOption('Scope')
  await composer.getByLabel('Comment', { exact: true }).fill(words)

  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Save inside' }).click()
  await told(page).getByText('No answer came').waitFor()
  expect(await page.locator('main').textContent()).not.toMatch(incident)
  expect(await composer.getByLabel('Comment', { exact: true }).inputValue()).toBe(words)

  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Save inside' }).click()
  await page.locator('.comment__body').getByText(words).waitFor()
  const { db } = visited.database
  expect(await db.select().from(comments).where(eq(comments.body, words))).toHaveLength(1)
  expectComplaintsOfTheNetwork()
  await page.context().close()
})

test('a page that cannot be fetched says that no answer came, and names no incident', async () => {
  const page = await visited.visitAs('de-drafter')
  await page.goto('/help')
  const main = page.getByRole('navigation', { name: 'Main' })
  const isPage = (url: URL) => url.searchParams.has('_data')
  await page.route(isPage, (route) => route.abort('connectionreset'))
  await main.getByRole('link', { name: 'Files' }).click()
  await page.getByRole('heading', { level: 1, name: 'No answer came' }).waitFor()
  expect(await page.locator('main').textContent()).not.toMatch(incident)
  await expectNoSerious(page)
  await page.unroute(isPage)
  await page.getByRole('link', { name: 'Try again' }).click()
  await page.getByRole('heading', { level: 1, name: 'Files' }).waitFor()
  expectComplaintsOfTheNetwork()
  await page.context().close()
})

test('words under way whose page is gone are not called unsent', async () => {
  const { path } = await scene.room()
  const page = await visited.visitAs('nl-drafter')
  await page.goto(path.replace(/versions.*/, 'details'))
  const title = 'Equipment whose title was recorded'
  await page.getByLabel('Title').fill(title)
  // The act is answered; the page that it leads to is not.
  const isPage = (url: URL) => url.searchParams.has('_data')
  await page.route(isPage, (route) =>
    route.request().method() === 'GET' ? route.abort('connectionreset') : route.fallback(),
  )
  await page.getByRole('button', { name: 'Keep the changes' }).click()
  await page.getByRole('heading', { level: 1, name: 'No answer came' }).waitFor()
  const kept = page.getByLabel('It was sent, and it is not known here whether it was recorded.')
  expect(await kept.inputValue()).toContain(title)
  expect(await page.locator('main').textContent()).not.toMatch(incident)
  expectComplaintsOfTheNetwork()
  await page.context().close()
})
