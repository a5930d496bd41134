import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crawlerOf, kindOf } from '#tests/crawl/crawler.ts'
import { openPortal, type VisitedPortal } from './harness.ts'
import { longWord, type LongWords, plantLongWords } from './long-words.ts'

let visited: VisitedPortal
let planted: LongWords

beforeAll(async () => {
  visited = await openPortal()
  planted = await plantLongWords(visited.database.db)
}, 180_000)
afterAll(() => visited?.close())

/** 1280 px as it is and at 200 % zoom, a narrow window, and 1280 px at 400 %. */
const widths = [1280, 640, 400, 320]

const people = [
  [
    null,
    ['/', '/help', '/sign-in/demonstration', '/register', '/register/measures', '/register/data'],
  ],
  [
    'nl-representative',
    ['/home', '/files', '/post', '/account', '/files/new', '/notices/new', '/register'],
  ],
  ['nl-administrator', ['/people', '/people/invite', '/account']],
  ['de-representative', ['/home', '/files', '/article-10', '/post']],
  [
    'com-officer',
    ['/home', '/files', '/commission', '/commission/compilations/new', '/commission/article-10'],
  ],
] as const

describe('a word of 200 letters', () => {
  it.each(people)(
    'breaks no page that %s can reach, wide, zoomed or narrow, nor with more space between letters',
    async (person, starts) => {
      // So that the reader's own spacing can be added to the page, as extensions do.
      const options = { bypassCSP: true }
      const page = person ? await visited.visitAs(person, options) : await visited.visit(options)
      const addresses = [...starts, ...(await kindsNotSeen(page, starts, person))]
      const found: string[] = []
      const look = async (
        address: string,
        width: number,
        judge: (page: Page) => Promise<string[]>,
      ) => {
        await page.setViewportSize({ width, height: 900 })
        found.push(...(await judge(page)).map((what) => `${address} at ${width}: ${what}`))
      }
      for (const address of addresses) {
        await open(page, address)
        for (const width of widths) await look(address, width, tooWide)
        await page.addStyleTag({ content: spacing })
        for (const width of [1280, 400]) {
          await look(address, width, tooWide)
          await look(address, width, cutOff)
        }
      }
      await page.context().close()
      expect(found).toEqual([])
      // The word was there to be broken.
      expect(addresses.length).toBeGreaterThan(starts.length)
    },
    600_000,
  )
})

/** WCAG 2.2, 1.4.12. */
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`

/** Kinds of pages that were looked at. The rooms of a file are made otherwise for its owner than for others. */
const looked = new Set<string>()

function sightOf(kind: string, person: string | null): string {
  if (!kind.startsWith('/files/')) return kind
  return `${person?.startsWith('nl-') ? 'owner' : 'others'} ${kind}`
}

/** Of each other kind of page that somebody reaches by links, the one that holds the word most often. */
async function kindsNotSeen(
  page: Page,
  starts: readonly string[],
  person: string | null,
): Promise<string[]> {
  for (const start of starts) looked.add(sightOf(kindOf(start), person))
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const crawler = crawlerOf(visited.origin, cookie || null)
  const seen = await crawler.crawl([...starts, ...Object.values(planted)], 3)
  const kinds = new Map<string, { address: string; words: number }[]>()
  for (const { address, status, body } of seen) {
    if (status !== 200 || !body.includes('<!DOCTYPE html>')) continue
    const words = body.split(longWord.slice(0, 40)).length - 1
    const kind = sightOf(kindOf(address), person)
    if (looked.has(kind)) continue
    kinds.set(kind, [...(kinds.get(kind) ?? []), { address, words }])
  }
  for (const kind of kinds.keys()) looked.add(kind)
  return [...kinds.values()].flatMap((pages) =>
    pages
      .sort((one, other) => other.words - one.words)
      .slice(0, 1)
      .map(({ address }) => address),
  )
}

/** A page with everything unfolded. */
async function open(page: Page, address: string) {
  const answer = await page.goto(address)
  if (answer?.status() !== 200) throw new Error(`${address} answers ${answer?.status()}`)
  if (address.endsWith('/draft'))
    await page.getByRole('textbox', { name: 'Text of the draft' }).waitFor()
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

/**
 * What makes one scroll sideways (WCAG 2.2, 1.4.10): the page, a dialog, or a part of the page that
 * is not the labelled region of a table.
 */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className}`.slice(0, 60)
    const over = (element: Element) => element.scrollWidth - element.clientWidth
    const root = document.documentElement
    const found: string[] = []
    if (over(root) > 0) {
      const culprits = [...document.querySelectorAll('main *, header *, footer *')].filter(
        (element) =>
          element.getBoundingClientRect().right > root.clientWidth + 1 &&
          !element.closest('.table-region:not(.is-stacking)'),
      )
      found.push(`the page by ${over(root)} px, from ${culprits.slice(0, 2).map(name).join(', ')}`)
    }
    for (const dialog of document.querySelectorAll('dialog')) {
      dialog.showModal()
      if (over(dialog) > 0) found.push(`a dialog by ${over(dialog)} px`)
      dialog.close()
    }
    for (const element of document.querySelectorAll('main *')) {
      const { overflowX } = getComputedStyle(element)
      if (!['auto', 'scroll'].includes(overflowX) || over(element) <= 0) continue
      const isTable = element.matches('.table-region[aria-labelledby]')
      if (!isTable && !(element instanceof HTMLTextAreaElement))
        found.push(`${name(element)} by ${over(element)} px`)
    }
    return found
  })
}

/**
 * Elements whose words do not fit into them and are not shown. What is heard only is left out, and
 * quotes, which are shortened beside the text that holds them whole.
 */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(
    (exempt) =>
      [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
        .filter((element) => {
          const { overflowX, overflowY } = getComputedStyle(element)
          const hides = [overflowX, overflowY].some((value) => ['hidden', 'clip'].includes(value))
          const isLarger =
            element.scrollWidth > element.clientWidth + 1 ||
            element.scrollHeight > element.clientHeight + 1
          return hides && isLarger && !element.closest(exempt)
        })
        .map((element) => `${element.tagName.toLowerCase()}.${element.className} is cut off`),
    '.heard, .is-stacking thead, .quote, .excerpt, .room__chosen q, svg, input',
  )
}
