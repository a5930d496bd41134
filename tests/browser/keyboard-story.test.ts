import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPortal, type VisitedPortal } from './harness.ts'
import { roomScene } from './room-scene.ts'
import { answersToClicks } from './story-steps.ts'

let visited: VisitedPortal

beforeAll(async () => {
  visited = await openPortal()
}, 180_000)
afterAll(() => visited?.close())

/** The words by which the element that has the focus is announced. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    const isControl =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
    const words = isControl ? element.labels?.[0]?.textContent : element?.textContent
    const naming = element?.getAttribute('aria-labelledby')
    const named =
      element?.getAttribute('aria-label') ??
      (naming ? document.getElementById(naming)?.textContent : null)
    return (named ?? words ?? '').replaceAll(/\s+/g, ' ').trim()
  })

/** Goes on with Tab until something with this name has the focus, as a person would. */
async function tabTo(page: Page, name: string) {
  const passed: string[] = []
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press('Tab')
    const here = await focused(page)
    if (here === name) return
    passed.push(here.slice(0, 40))
  }
  throw new Error(`Tab does not reach "${name}", only: ${[...new Set(passed)].join(' | ')}`)
}

async function use(page: Page, name: string) {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

async function enter(name: string): Promise<Page> {
  const page = await visited.visit()
  page.setDefaultTimeout(20_000)
  await page.goto('/sign-in/demonstration')
  await answersToClicks(page)
  await tabTo(page, 'Find a delegation or a role')
  await page.keyboard.type(name.replace(',', ''))
  await page.getByText('1 person found').waitFor()
  await use(page, `Sign in as ${name}`)
  await page.waitForURL('**/home')
  await answersToClicks(page)
  return page
}

test('a draft is written and shared, commented on and found by the keyboard alone', async () => {
  const { reference } = await roomScene(visited.database.db).room()

  const owner = await enter('Authorised representative, Netherlands')
  await use(owner, 'Files')
  await owner.getByRole('heading', { level: 1, name: 'Files' }).waitFor()
  await use(owner, reference)
  await use(owner, 'Write the draft')
  await owner.getByRole('textbox', { name: 'Text of the draft' }).waitFor()
  await tabTo(owner, 'Text of the draft')
  await owner.keyboard.type('Written without a mouse. ')
  await owner.getByText('Written without a mouse.').first().waitFor()
  await owner.getByText('Saved', { exact: true }).waitFor()
  await owner.keyboard.press('Escape')
  await owner.keyboard.press('Tab')
  expect(await focused(owner)).not.toBe('Text of the draft')
  await use(owner, 'Share for comments')
  await owner.getByRole('heading', { level: 1, name: 'Share for comments' }).waitFor()
  await use(owner, 'Share version 2')
  await owner.getByRole('dialog', { name: 'Share version 2 for comments?' }).waitFor()
  await use(owner, 'Share version 2')
  await owner.waitForURL((url) => !url.pathname.endsWith('/share'))

  const other = await enter('Authorised representative, France')
  await use(other, reference)
  await other.waitForURL('**/versions/2')
  await other.getByText('Present now').waitFor()
  await other.getByText('Written without a mouse.').first().waitFor()
  await other.keyboard.press('c')
  await other.keyboard.type('Read without a mouse, too.')
  await other.keyboard.press('Shift+Tab')
  await other.keyboard.press('S')
  await use(other, 'Save inside')
  await other.getByRole('button', { name: 'Release …' }).waitFor()
  await use(other, 'Release …')
  await other.getByRole('dialog', { name: 'Release to others?' }).waitFor()
  await use(other, 'Release')
  await other
    .locator('[data-comment]', { hasText: 'Read without a mouse, too.' })
    .getByText('To: All Member States and the Commission')
    .waitFor()

  await use(other, 'Register')
  await other.getByRole('heading', { level: 1, name: 'Register of national controls' }).waitFor()
  await tabTo(other, 'Code or words')
  await other.keyboard.type('3B802')
  await other.keyboard.press('Enter')
  await other.waitForURL(/q=3B802/)
  await use(other, '3B802')
  await other.getByRole('heading', { level: 1, name: /^3B802/ }).waitFor()
  expect(visited.takeComplaints()).toEqual([])
}, 180_000)
