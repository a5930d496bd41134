import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { english } from '#app/messages/messages.ts'
import { expectNoSerious } from '#tests/browser/axe.ts'
import { launchChromium } from '#tests/browser/chromium.ts'
import { serveGallery } from './gallery-page.ts'

const reasonsNeeded = english['refusals.reasons-needed']

let browser: Browser
let gallery: Awaited<ReturnType<typeof serveGallery>>
let page: Page
let complaints: string[]

beforeAll(async () => {
  ;[browser, gallery] = await Promise.all([launchChromium(), serveGallery()])
})

afterAll(async () => {
  await browser.close()
  gallery.close()
})

beforeEach(async () => {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
  })
  page = await context.newPage()
  complaints = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(gallery.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
})

afterEach(async () => {
  await page.context().close()
  if (complaints.length > 0) throw new Error(complaints.join('\n'))
})

const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')

describe('the parts', () => {
  it.each([1280, 400])('have nothing serious for axe at %d px', async (width) => {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSerious(page)
  })

  it('never make a page of 320 px scroll sideways', async () => {
    await page.setViewportSize({ width: 320, height: 900 })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
  })

  it('let the keyboard begin with the content', async () => {
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Go to the content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  })
})

describe('a dialog before an act that goes out of the house', () => {
  it('has the focus on the harmless answer, and gives it back', async () => {
    const opener = page.getByRole('button', { name: 'Release…' })
    await opener.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Release this comment for Germany?' }).waitFor()
    expect(await focused()).toBe('Cancel')
    await expectNoSerious(page)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await focused()).toBe('Release…')
  })

  it('sends its form when it is confirmed by keyboard', async () => {
    await page.getByRole('button', { name: 'Release…' }).press('Enter')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Release for Germany')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })
})

describe('a refused form', () => {
  beforeEach(async () => {
    await page.getByLabel('Title').fill('Advanced equipment')
    await page.getByRole('button', { name: 'Open the file' }).press('Enter')
    await page.getByText('This was not accepted').waitFor()
  })

  it('says what is wrong in a summary with the focus, and leads to the field', async () => {
    expect(await focused()).toContain('This was not accepted')
    await expectNoSerious(page)
    await page.getByRole('link', { name: reasonsNeeded }).press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('new-file-title')
  })

  it('ties each error to its field and keeps what was entered', async () => {
    const title = page.getByLabel('Title')
    expect(await title.inputValue()).toBe('Advanced equipment')
    expect(await title.getAttribute('aria-invalid')).toBe('true')
    const described = await title.evaluate((input) =>
      (input.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent?.trim()),
    )
    expect(described).toEqual(['As the national act will be called.', reasonsNeeded])
  })
})

describe('what changes elsewhere', () => {
  it('is said in a log without taking the focus, and stays until it is closed', async () => {
    const button = page.getByRole('button', { name: 'Let Germany comment' })
    await button.press('Enter')
    const log = page.getByRole('log')
    await log.getByText('New comment from Germany (1)').waitFor()
    expect(await focused()).toBe('Let Germany comment')
    await log.getByRole('button', { name: 'Close' }).press('Enter')
    await log.getByText('New comment from Germany (1)').waitFor({ state: 'detached' })
  })
})
