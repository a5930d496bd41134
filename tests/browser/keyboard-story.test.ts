import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPortal, type VisitedPortal } from './harness.ts'
import { choose, enter, focused, tabTo, use, useAndConfirm, write } from './keyboard-steps.ts'
import { today } from './story-steps.ts'

const title = 'Cryogenic pumps without a mouse'
const heading = 'Cryogenic pumps, having all of the following:'
const code = '3B899'
const longEnough = 300_000

let visited: VisitedPortal

beforeAll(async () => {
  visited = await openPortal()
}, 180_000)
afterAll(() => visited?.close())

test(
  'a control is opened, written, shared, commented on, taken up and adopted by the keyboard alone',
  async () => {
    const owner = await machineOf('Authorised representative, Netherlands')
    const reference = await openFile(owner)
    await writeTheEntry(owner)
    await shareTheDraft(owner)

    const other = await machineOf('Authorised representative, France')
    await commentOnWords(other, reference)
    await takeUp(owner)
    await other.getByText('The proposed wording was put into the draft').waitFor()

    await adopt(owner)
    await readTheRegister(other)
    expect(visited.takeComplaints()).toEqual([])
  },
  longEnough,
)

async function machineOf(name: string): Promise<Page> {
  const page = await visited.visit()
  page.setDefaultTimeout(20_000)
  await enter(page, name)
  return page
}

const titleOf = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

async function openFile(owner: Page): Promise<string> {
  await use(owner, 'Open a file')
  await titleOf(owner, 'Open a file')
  await write(owner, 'Title', title)
  await tabTo(owner, 'Public security, including the prevention of acts of terrorism')
  await owner.keyboard.press('Space')
  await choose(owner, 'Original language', 'English')
  await use(owner, 'Open the file')
  await owner.waitForURL('**/draft')
  const [, , address = ''] = new URL(owner.url()).pathname.split('/')
  return address.replaceAll('-', '/')
}

/** An entry with a code, a point, a point inside it, and a control parameter in that. */
async function writeTheEntry(owner: Page) {
  const { keyboard } = owner
  await owner.getByRole('textbox', { name: 'Text of the draft' }).waitFor()
  await tabTo(owner, 'Text of the draft')
  await keyboard.type('Pumps for very low temperatures.')
  await owner.getByText('Pumps for very low temperatures.').waitFor()
  await keyboard.press('Alt+F10')
  expect(await focused(owner)).toBe('Entry')
  await keyboard.press('Enter')
  await keyboard.type(heading)
  await keyboard.press('Enter')
  await keyboard.type('Designed for sensors that are cooled, as follows:')
  await keyboard.press('Enter')
  await keyboard.press('Tab')
  await keyboard.type('Base temperature below 4 K')
  // The editor hears of what was chosen a moment after the keys, and before whoever listens later.
  await owner.evaluate(() => {
    document.addEventListener('selectionchange', () => {
      document.documentElement.dataset.heard = getSelection()?.toString()
    })
  })
  for (const _ of ['K', '4', 'below']) await keyboard.press('Control+Shift+ArrowLeft')
  await owner.waitForFunction(() => document.documentElement.dataset.heard === 'below 4 K')
  await keyboard.press('Control+Alt+k')
  await owner.locator('.parameter-list', { hasText: /temperature < 4\sK/ }).waitFor()

  await keyboard.press('ArrowUp')
  await keyboard.press('Alt+F10')
  await choose(owner, 'Points below', 'All of the following')
  await owner.locator('[data-logic-words="all of the following:"]').waitFor()
  await tabTo(owner, 'Text of the draft')

  await keyboard.press('Alt+F9')
  expect(await focused(owner)).toBe('Code')
  await keyboard.type(code)
  await keyboard.press('Enter')
  expect(await focused(owner)).toBe('Text of the draft')
  await owner.getByText('Saved', { exact: true }).waitFor()
  await keyboard.press('Escape')
}

async function shareTheDraft(owner: Page) {
  await use(owner, 'Share for comments')
  await titleOf(owner, 'Share for comments')
  await useAndConfirm(owner, 'Share version 1', 'Share version 1 for comments?')
  await owner.waitForURL((url) => !url.pathname.endsWith('/share'))
}

async function commentOnWords(other: Page, reference: string) {
  const { keyboard } = other
  await use(other, reference)
  await other.waitForURL('**/versions/1')
  await other.getByText('Present now').waitFor()
  await use(other, `Comment on ${code}.a.1`)
  await tabTo(other, 'Only certain words of it (optional)', 'Shift+Tab')
  await keyboard.type('below 5 K')
  await keyboard.press('Enter')
  await other.getByText('These words do not stand there.').waitFor()
  await keyboard.press('Control+a')
  await keyboard.type('below 4 K')
  await keyboard.press('Enter')
  await other.locator('#composer .quote', { hasText: /^below 4 K$/ }).waitFor()
  await keyboard.type('Pumps for hospitals reach 3.5 K.')
  await write(other, 'Proposed wording (optional)', 'below 3 K')
  await choose(other, 'What it is about', 'Control parameter', 'Shift+Tab')
  await use(other, 'Save inside')
  await other.getByRole('button', { name: 'Release …' }).waitFor()
  await useAndConfirm(other, 'Release …', 'Release to others?', 'Release')
  await other
    .locator('[data-comment]', { hasText: 'Pumps for hospitals' })
    .getByText('To: All Member States and the Commission')
    .waitFor()
}

async function takeUp(owner: Page) {
  const { keyboard } = owner
  await use(owner, 'Comments on version 1')
  await owner.waitForURL('**/versions/1')
  await owner.getByText('Pumps for hospitals reach 3.5 K.').waitFor()
  await owner.getByText('Present now').waitFor()
  await keyboard.press('j')
  await keyboard.press('a')
  await tabTo(owner, 'Taken up')
  await keyboard.press('ArrowDown')
  expect(await focused(owner)).toBe('Partly taken up')
  await write(owner, 'Reasons', 'Hospitals are not what is meant.')
  await use(owner, 'Send the reply')
  await owner.getByText('Hospitals are not what is meant.').first().waitFor()
  await useAndConfirm(owner, 'Take up the wording …', 'Take up this wording?', 'Take up')
  await owner.getByText('The proposed wording was put into the draft').waitFor()
}

async function adopt(owner: Page) {
  await use(owner, 'File')
  await use(owner, 'Record adoption')
  await titleOf(owner, 'Record and notification')
  await write(owner, 'Title of the national act', 'Regeling cryogene pompen')
  await tabTo(owner, 'Adopted on')
  await typeDay(owner, today)
  await write(owner, 'Gazette (optional)', 'Staatscourant')
  await tabTo(owner, 'Published in the gazette on (optional)')
  await typeDay(owner, today)
  await tabTo(owner, 'Enters into force on (optional)')
  await typeDay(owner, today)
  await useAndConfirm(owner, 'Record adoption', 'Record that the measure has been adopted?')
  await owner.getByRole('heading', { name: 'Controlled items' }).waitFor()
}

/** A day into the date field that has the focus; which part comes first is the browser's own choice. */
async function typeDay(page: Page, day: string) {
  const [year = '', month = '', date = ''] = day.split('-')
  for (const parts of [month + date + year, date + month + year]) {
    await page.keyboard.type(parts)
    if ((await page.inputValue(':focus')) === day) return
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
  }
  throw new Error(`the field does not take ${day}`)
}

async function readTheRegister(other: Page) {
  await use(other, 'Register')
  await titleOf(other, 'Register of national controls')
  await write(other, 'Code or words', code)
  await other.keyboard.press('Enter')
  await other.waitForURL(/q=3B899/)
  await use(other, code)
  await titleOf(other, new RegExp(`^${code}`))
}
