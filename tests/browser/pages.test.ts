import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectNoSerious, landmarks } from './axe.ts'
import { openPortal, type VisitedPortal } from './harness.ts'

let portal: VisitedPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.close())

const year = new Date().getFullYear()
const amendment = `/files/${year}-NL-0003`
const list = `/files/${year}-NL-0001`

/** Every page, as somebody who sees most of it; the public first. */
const pages: readonly [person: string | null, addresses: readonly string[]][] = [
  [
    null,
    [
      '/',
      '/help',
      '/sign-in/demonstration',
      '/register',
      '/register?words=lithography',
      '/register/NL/3B801',
      '/register/measures',
      '/register/compilations',
      '/register/data',
      '/register/NL/3B801/editions/1',
    ],
  ],
  [
    'nl-representative',
    [
      '/home',
      '/files',
      '/files/new',
      '/notices/new',
      amendment,
      `${amendment}/draft`,
      `${amendment}/share`,
      `${amendment}/word`,
      `${amendment}/details`,
      `${amendment}/attachments`,
      `${amendment}/versions/2`,
      `${amendment}/versions/2/table`,
      `${amendment}/versions/2/answers`,
      `${amendment}/positions`,
      `${amendment}/proposals`,
      `${amendment}/words`,
      `${amendment}/versions/2?text=proposals`,
      `${amendment}/compare?from=1&to=2`,
      `${amendment}/outcomes`,
      `${amendment}/authors`,
      `${amendment}/as-of`,
      `${amendment}/withhold`,
      `${amendment}/parallel/${year}-DE-0002`,
      `${list}/record`,
      `${list}/record/notification`,
      '/post',
      '/account',
      '/article-10',
    ],
  ],
  ['ee-representative', [`/files/${year}-EE-0001`, `/files/${year}-EE-0001/notice`]],
  [
    'com-officer',
    [
      '/commission',
      '/commission/compilations/new',
      '/commission/information-notes/new',
      '/commission/languages',
      '/commission/languages/packages/new',
      `/files/${year}-PL-0001/languages/fr`,
      '/commission/article-10',
    ],
  ],
  ['nl-administrator', ['/people', '/people/invite']],
]

describe.each(pages)('for %s', (person, addresses) => {
  let page: Page
  // One for all of them, as it is for people: each of these pages is only looked at.
  beforeAll(async () => {
    page = await (person ? portal.visitAs(person) : portal.visit())
  })
  afterAll(() => page.context().close())

  it.each(addresses)(
    '%s is in order',
    async (address) => {
      await page.setViewportSize({ width: 1280, height: 900 })
      const answer = await page.goto(address)
      expect(answer?.status()).toBe(200)
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
      await expectNoSerious(page, { strictly: landmarks })
      await page.setViewportSize({ width: 400, height: 900 })
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      expect(await squeezed(page)).toEqual([])
      await expectNoSerious(page, { besides: ['color-contrast'], strictly: landmarks })
    },
    60_000,
  )
})

it.each(['/commission/compilations/new', '/commission/information-notes/new'])(
  'what differs stands in sight on a narrow screen, each with its heading: %s',
  async (address) => {
    const page = await portal.visitAs('com-officer', { viewport: { width: 400, height: 900 } })
    await page.goto(address)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    const rows = await page.evaluate(() =>
      [...document.querySelectorAll('.table-region tbody tr:not(.group)')].map((row) =>
        [...row.children].map((cell) => {
          const { left, right, height } = cell.getBoundingClientRect()
          const label = getComputedStyle(cell, '::before').content
          return { isInSight: left >= 0 && right <= window.innerWidth && height > 0, label }
        }),
      ),
    )
    expect(rows.length).toBeGreaterThan(2)
    const cells = rows.flat()
    expect(cells.filter(({ isInSight }) => !isInSight)).toEqual([])
    expect(new Set(rows.map((row) => row.at(-1)?.label))).toEqual(new Set(['"Difference"']))
    expect(cells.filter(({ label }) => label === 'none')).toEqual([])
    await page.context().close()
  },
)

/** What names a table in a column so narrow that its letters stand below each other. */
function squeezed(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('caption:not(.heard)')]
      .filter(({ offsetWidth }) => offsetWidth > 0 && offsetWidth < 100)
      .map(({ innerText }) => innerText),
  )
}

/** By how many pixels the page is wider than the window; tables scroll by themselves. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}
