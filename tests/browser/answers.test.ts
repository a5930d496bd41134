import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EditedWord } from '#tests/word/edited-word.ts'
import { expectNoSerious } from './axe.ts'
import { openPortal, type VisitedPortal } from './harness.ts'

let visited: VisitedPortal

beforeAll(async () => {
  visited = await openPortal()
}, 400_000)
afterAll(() => visited?.close())

const room = `/files/${new Date().getFullYear()}-NL-0003/versions/2`

async function expectInOrder(page: Page) {
  for (const width of [1280, 400]) {
    await page.setViewportSize({ width, height: 900 })
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wider).toBeLessThanOrEqual(0)
    await expectNoSerious(page)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function send(page: Page, bytes: Uint8Array) {
  await page.goto(`${room}/answers`)
  await page.setInputFiles('input[type=file]', {
    name: 'answers.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(bytes),
  })
  await page.getByRole('button', { name: 'See what would come in' }).click()
}

test('a version goes to a colleague in Word and comes back with answers, of which one is left out', async () => {
  const page = await visited.visitAs('de-representative')
  await page.goto(room)
  const file = await page.context().request.get(`${room}/text.docx`)
  const word = new EditedWord(new Uint8Array(await file.body()))
    .comment('work-function metal', 'Which metals are meant?')
    .comment('silicon germanium', 'Not to come in.')
    .track('copper oxide', 'oxides of copper', { author: 'Ana Silva' })

  await page.getByRole('link', { name: 'Bring in answers from Word' }).click()
  await send(page, word.bytes)
  const answers = page.getByRole('checkbox')
  await expect.poll(() => answers.count()).toBe(3)
  expect(await page.getByRole('main').innerText()).toContain('Comes in as a proposal of wording.')
  await expectInOrder(page)
  await answers.nth(1).uncheck()
  await page.getByRole('button', { name: 'Bring them in' }).click()

  await page.waitForURL(`**${room}`)
  const stated = page.getByText('From the Word document, by')
  await expect.poll(() => stated.count()).toBe(2)
  expect(await page.getByRole('main').innerText()).not.toContain('Not to come in.')

  await send(page, word.bytes)
  await page.getByText('2 answers were brought in before.').waitFor()
  expect(await page.getByRole('checkbox').count()).toBe(1)
  expect(visited.takeComplaints()).toEqual([])
}, 240_000)

test('what is written into a comment in Word is shown as an answer to it, without its own words', async () => {
  const page = await visited.visitAs('de-representative')
  await page.goto(room)
  const file = await page.context().request.get(`${room}/text.docx`)
  const body = 'Customs would need a document that states the overlay.'
  const word = new EditedWord(new Uint8Array(await file.body())).appendToComment(
    body,
    'Our makers need 1.40 nm.',
  )
  await send(page, word.bytes)
  const answer = page.getByRole('checkbox', { name: 'Written into a comment' })
  await expect.poll(() => answer.count()).toBe(1)
  expect(await answer.isChecked()).toBe(true)
  const shown = await page.getByRole('main').innerText()
  expect(shown).toContain('Our makers need 1.40 nm.')
  expect(shown).not.toContain(body)
  expect(shown).toContain('were changed in Word')
  await expectInOrder(page)
  expect(visited.takeComplaints()).toEqual([])
}, 240_000)

test('a document that was not exported from here is refused beside the field', async () => {
  const page = await visited.visitAs('de-representative')
  await page.goto(room)
  const file = await page.context().request.get(`${room}/text.docx`)
  const word = new EditedWord(new Uint8Array(await file.body())).withoutOrigin()
  await send(page, word.bytes)
  await page.getByText('does not say that it was exported from here').first().waitFor()
  await expectInOrder(page)
  // The browser says so of every answer that is a refusal.
  expect(visited.takeComplaints().every((one) => one.includes('422'))).toBe(true)
}, 120_000)
