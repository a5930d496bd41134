import type { Page } from 'playwright-core'
import { during, type Stretch } from './screen.ts'

/** What can be done in a room, and what it costs the browser. */
export interface Visit {
  opening: Stretch
  /** Until the first words are on the screen. */
  readableMs: number
  /** Until the whole page can be used, as the one who opened it waits. */
  usableMs: number
  wheelText: Stretch
  wheelThreads: Stretch
  keys: Stretch
  typing: Stretch
  arriving: Stretch
  /** From the release of a comment in another house until it stands in the room. */
  arrivedMs: number
  elements: number
}

/** Turns of the wheel, and comments stepped through by key. */
const steps = 150
const patienceMs = 120_000
const words = 'Our operators would have to ask for each of them.'

/** Opens a room, goes through all of it, writes in it, and sees a comment arrive. */
export async function visitRoom(
  page: Page,
  path: string,
  releaseOne: () => Promise<string>,
): Promise<Visit> {
  let usableMs = 0
  const opening = await during(page, async () => {
    // Not around it: to fetch what was traced may take the browser seconds.
    const began = Date.now()
    await page.goto(path)
    // Not by its words: looking through the text of such a page again and again took longer than opening it.
    await page.locator('.presence').waitFor({ timeout: patienceMs })
    usableMs = Date.now() - began
  })
  const readableMs = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  const wheelText = await during(page, () => wheel(page, '.room__text'))
  await page.evaluate(() => scrollTo(0, 0))
  const wheelThreads = await during(page, () => wheel(page, '.room__beside'))
  const keys = await during(page, () => press(page, 'j', steps))
  await page.keyboard.press('c')
  await page.locator('#composer textarea').first().waitFor()
  const typing = await during(page, () => page.keyboard.type(words, { delay: 40 }))
  let arrivedMs = 0
  const arriving = await during(page, async () => {
    const released = Date.now()
    const id = await releaseOne()
    await page.locator(`#comment-${id}`).waitFor({ state: 'attached' })
    arrivedMs = Date.now() - released
  })
  return {
    opening,
    readableMs,
    usableMs,
    wheelText,
    wheelThreads,
    keys,
    typing,
    arriving,
    arrivedMs,
    elements,
  }
}

/** Over the middle of a part of the page, down to its end in as many turns. */
async function wheel(page: Page, selector: string) {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`the room has no ${selector}`)
  await page.mouse.move(box.x + box.width / 2, 500)
  const height = await page
    .locator(selector)
    .first()
    .evaluate((part) => part.scrollHeight)
  for (let step = 0; step < steps; step++) await page.mouse.wheel(0, Math.ceil(height / steps))
}

async function press(page: Page, key: string, times: number) {
  for (let step = 0; step < times; step++) await page.keyboard.press(key)
}
