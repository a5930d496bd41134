/**
 * Takes a picture of each room from the running portal with a fresh demonstration, 1280 and 400
 * pixels wide: `npm run pictures`. They are looked at before they are kept.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '#tests/browser/chromium.ts'
import { startPortal } from '#tests/setup/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'

const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url))
const widths = [1280, 400]
/** Pixels; what is further down looks like what is above it. */
const highest = 1800

const amendment = `/files/${new Date().getFullYear()}-NL-0003`
const list = `/files/${new Date().getFullYear()}-NL-0001`

/** Each room by the name of its picture, as somebody who works in it. */
const rooms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': {
    start: '/',
    'sign-in': '/sign-in/demonstration',
    register: '/register',
    'register-entry': '/register/NL/3B801',
    help: '/help',
  },
  'Authorised representative, Netherlands': {
    home: '/home',
    files: '/files',
    file: amendment,
    draft: `${amendment}/draft`,
    share: `${amendment}/share`,
    comments: `${amendment}/versions/2`,
    table: `${amendment}/versions/2/table`,
    positions: `${amendment}/positions`,
    redline: `${amendment}/compare?from=1&to=2`,
    record: `${list}/record`,
    notification: `${list}/record/notification`,
    post: '/post',
    account: '/account',
  },
  'Authorised representative, Germany': { 'article-10': '/article-10' },
  'Officer, European Commission': {
    commission: '/commission',
    compilation: '/commission/compilations/new',
    languages: '/commission/languages',
  },
  'Administrator, Netherlands': { people: '/people' },
}

// Fields for dates are drawn in the language of the browser, not in that of the page.
process.env.LANGUAGE = 'en_GB'

const watchdog = startWatchdog()
const portal = await startPortal(watchdog, { DATA_DIR: watchdog.makeFolder('pictures') })
const browser = await launchChromium()
mkdirSync(folder, { recursive: true })
for (const [person, pages] of Object.entries(rooms)) {
  const page = await visitAs(browser, person)
  for (const [name, address] of Object.entries(pages)) await picture(page, name, address)
  await page.context().close()
}
await browser.close()
await portal.stop()
await watchdog.finish()

async function visitAs(browser: Browser, person: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: portal.origin,
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
  })
  const page = await context.newPage()
  if (!person) return page
  await page.goto('/sign-in/demonstration')
  await page.getByRole('button', { name: `Sign in as ${person}`, exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  return page
}

async function picture(page: Page, name: string, address: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    const answer = await page.goto(address)
    if (answer?.status() !== 200) throw new Error(`${address} answers ${answer?.status()}`)
    await page.locator('h1').waitFor()
    if (name === 'draft') await page.locator('.parameter-list li').first().waitFor()
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width, height: Math.min(height, highest) })
    await page.screenshot({ path: path.join(folder, `${name}-${width}.png`) })
  }
  console.log(name)
}
