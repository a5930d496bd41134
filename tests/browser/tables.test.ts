import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { lineOf, plainText, type Content, type ContentNode } from '#app/text/content.ts'
import { expectNoSerious } from './axe.ts'
import { launchChromium } from './chromium.ts'
import { openEditorPage, putCaretAfter } from './editor-page/person.ts'
import { serveEditorPage } from './editor-page/serve.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof serveEditorPage>>
let page: Page
let complaints: string[]

beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchChromium(), serveEditorPage()])
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

async function open(query = '', width = 1280) {
  const opened = await openEditorPage(browser, `${server.origin}/${query}`, width)
  page = opened.page
  complaints = opened.complaints
}

afterEach(async () => {
  if (complaints.length > 0) throw new Error(complaints.join('\n'))
  await page.context().close()
})

const content = (room = 0): Promise<Content> => page.evaluate((room) => window.content(room), room)

function nodesOf(type: string, node: ContentNode): ContentNode[] {
  const inside = (node.content ?? []).flatMap((child) => nodesOf(type, child))
  return node.type === type ? [node, ...inside] : inside
}

/** The rows of each table, cells by their words. */
async function tables(room = 0): Promise<string[][][]> {
  return nodesOf('table', await content(room)).map((table) =>
    (table.content ?? []).map((row) => (row.content ?? []).map(plainText)),
  )
}

const caretAfter = (words: string, room = 0) => putCaretAfter(page, words, room)

const bar = (name: string, room = 0) =>
  page
    .locator(`#person-${room}`)
    .getByRole('group', { name: 'Table' })
    .getByRole('button', { name })

describe('a table', () => {
  test('is put into a point, filled cell by cell and left by keys', async () => {
    await open()
    await caretAfter('a chuck overlay')
    await page.locator('.tool[name=table][aria-disabled=false]').click()
    const words = [
      'Wavelength',
      'Overlay',
      'Throughput',
      '193 nm',
      '1.50 nm',
      '200',
      'EUV',
      '1',
      '9',
    ]
    for (const word of words) {
      await page.keyboard.type(word)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.type('last')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.type('9')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('whichever is larger.')
    const [point] = nodesOf('point', await content()).filter(({ attrs }) => attrs?.id === 'f5b')
    expect(point?.content?.map(({ type }) => type)).toEqual(['paragraph', 'table', 'paragraph'])
    expect(plainText(point?.content?.[2] ?? { type: '' })).toBe('whichever is larger.')
    expect(await tables()).toEqual([
      [
        ['Wavelength', 'Overlay', 'Throughput'],
        ['193 nm', '1.50 nm', '200'],
        ['EUV', '1', '9'],
        ['last', '', ''],
      ],
    ])
    const rows = nodesOf('tableRow', await content())
    expect(rows.map(({ attrs }) => attrs?.isHeader)).toEqual([true, false, false, false])
    // What was typed into it goes with one Undo, the table with another.
    await page.locator('.tool[name=undo]').click()
    expect((await tables())[0]?.flat().join('')).toBe('')
    await page.locator('.tool[name=undo]').click()
    expect(await tables()).toEqual([])
    expect(plainText(await content())).toContain('a chuck overlay')
  })

  test('has rows, columns and cells added, taken out, merged and split', async () => {
    await open('?sample=tables')
    await caretAfter('CVD')
    await bar('Row below').click()
    await page.keyboard.type('new row')
    await caretAfter('Substrate')
    await bar('Column after').click()
    await page.keyboard.type('after')
    await caretAfter('Substrate')
    await bar('Column before').click()
    await page.keyboard.type('before')
    expect((await tables())[1]).toEqual([
      ['Technique', 'before', 'Substrate', 'after'],
      ['CVD', '', 'Superalloys', ''],
      ['new row', '', '', ''],
      ['PVD', '', '', ''],
    ])
    await bar('Column: delete').click()
    await caretAfter('PVD')
    await bar('Row: delete').click()
    expect((await tables())[1]).toEqual([
      ['Technique', 'Substrate', 'after'],
      ['CVD', 'Superalloys', ''],
      ['new row', '', ''],
    ])
    await caretAfter('Substrate')
    await page.getByLabel('Heading row').click()
    await expect
      .poll(async () => nodesOf('tableRow', await content())[2]?.attrs?.isHeader)
      .toBe(false)

    await caretAfter('State')
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => page.locator('.selectedCell').count()).toBe(2)
    await bar('Cells: merge').click()
    expect((await tables())[0]).toEqual([['State\nLimit'], ['NL', '≤ 45 nm']])
    const [cell] = nodesOf('tableCell', await content())
    expect(cell?.attrs).toMatchObject({ colspan: 2, rowspan: 1 })
    expect(await page.locator('.draft-text td[colspan="2"]').count()).toBe(1)
    await bar('Cells: split').click()
    expect((await tables())[0]).toEqual([
      ['State\nLimit', ''],
      ['NL', '≤ 45 nm'],
    ])
    await bar('Table: delete').click()
    expect((await tables())[0]?.[0]).toContain('Technique')
  })

  test('keeps a row of one and a column of the other, added at the same moment', async () => {
    await open('?sample=tables&people=2')
    await page.evaluate(() => window.joined.part())
    await caretAfter('CVD', 0)
    await bar('Row below', 0).click()
    await page.keyboard.type('ALD')
    await caretAfter('Substrate', 1)
    await bar('Column after', 1).click()
    await page.evaluate(() => window.joined.exchange())
    await page.waitForFunction(() => !window.joined.exchange())
    expect(await content(1)).toEqual(await content(0))
    const [, merged] = await tables()
    expect(merged?.map((row) => row.length)).toEqual([3, 3, 2, 3])
    expect(merged?.flat()).toEqual(
      expect.arrayContaining(['Technique', 'Substrate', 'CVD', 'ALD', 'Superalloys', 'PVD']),
    )
    // The next who writes in it fills up what the merge left.
    await caretAfter('PVD', 0)
    await page.keyboard.type('.')
    await page.evaluate(() => window.joined.exchange())
    await page.waitForFunction(() => !window.joined.exchange())
    expect((await tables())[1]?.map((row) => row.length)).toEqual([3, 3, 3, 3])
    expect(await content(1)).toEqual(await content(0))
  })

  test('moves its rows by a key, and their lines stay the same lines', async () => {
    await open('?sample=tables')
    await caretAfter('PVD')
    await page.keyboard.press('Alt+ArrowUp')
    await expect
      .poll(async () => (await tables())[1])
      .toEqual([
        ['Technique', 'Substrate'],
        ['PVD', ''],
        ['CVD', 'Superalloys'],
      ])
    const moved = nodesOf('paragraph', await content()).find((line) => lineOf(line) === 'PVD')
    expect(moved?.attrs?.id).toBe('tar2c0p')
  })

  test('is chosen by Backspace below it, taken out by the next, and nothing above it goes', async () => {
    await open('?sample=tables')
    const before = plainText(await content())
    await caretAfter('whichever is the larger')
    await page.keyboard.press('Home')
    await page.keyboard.press('Backspace')
    await expect.poll(() => page.locator('.draft-text .ProseMirror-selectednode').count()).toBe(1)
    expect(plainText(await content())).toBe(before)
    await page.keyboard.press('Backspace')
    await expect.poll(async () => (await tables()).length).toBe(3)
    expect(plainText(await content())).toBe(before.replace('Material\nCarbides\n', ''))
    await page.keyboard.press('Control+z')
    await expect.poll(async () => plainText(await content())).toBe(before)
  })

  test('is copied with its structure, as another table', async () => {
    await open('?sample=tables')
    await page.locator('.draft-text td', { hasText: 'State' }).hover()
    await page.mouse.down()
    await page.locator('.draft-text td', { hasText: '45 nm' }).hover()
    await page.mouse.up()
    await expect.poll(() => page.locator('.selectedCell').count()).toBe(4)
    await page.keyboard.press('Control+c')
    await caretAfter('held automatically')
    await page.keyboard.press('Control+v')
    await expect.poll(async () => (await tables()).length).toBe(5)
    const all = nodesOf('table', await content())
    const ids = all
      .flatMap((table) =>
        ['table', 'tableRow', 'tableCell'].flatMap((type) => nodesOf(type, table)),
      )
      .map(({ attrs }) => attrs?.id)
    expect(new Set(ids).size).toBe(ids.length)

    // In a table cells fill those from the caret on, and the table grows where they go beyond it.
    await caretAfter('Superalloys')
    await page.keyboard.press('Control+v')
    await expect
      .poll(async () => (await tables())[1])
      .toEqual([
        ['Technique', 'Substrate', ''],
        ['CVD', 'State', 'Limit'],
        ['PVD', 'NL', '≤ 45 nm'],
      ])
    expect((await tables()).length).toBe(5)
  })
})

describe('a list', () => {
  test('stands in a point, goes on with Enter and is left with it', async () => {
    await open()
    await caretAfter('a chuck overlay')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('in vacuum')
    await page.locator('.tool[name=bullet-list][aria-disabled=false]').click()
    await page.keyboard.press('Enter')
    await page.keyboard.type('in air')
    const [point] = nodesOf('point', await content()).filter(({ attrs }) => attrs?.id === 'f5b')
    expect(point?.content?.map(({ type }) => type)).toEqual(['paragraph', 'bulletList'])
    expect(point?.content?.[1]?.content?.map(plainText)).toEqual(['in vacuum', 'in air'])
    // Nested and out again, it is the same item.
    await page.keyboard.press('Tab')
    const nested = async () =>
      nodesOf('bulletList', await content()).map((list) => (list.content ?? []).map(plainText))
    expect(await nested()).toEqual([['in vacuum\nin air'], ['in air']])
    await page.keyboard.press('Tab')
    expect(await nested()).toEqual([['in vacuum\nin air'], ['in air']])
    await page.keyboard.press('Shift+Tab')
    expect(await nested()).toEqual([['in vacuum', 'in air']])
    await page.keyboard.press('Shift+Tab')
    const [after] = nodesOf('point', await content()).filter(({ attrs }) => attrs?.id === 'f5b')
    expect(after?.content?.map(({ type }) => type)).toEqual([
      'paragraph',
      'bulletList',
      'paragraph',
    ])
    expect(after?.content?.[2]?.attrs?.level ?? 0).toBe(0)
  })
})

describe('tables and lists', () => {
  test('have nothing serious for axe, and at 400 px nothing but a table is wider than the window', async () => {
    for (const [query, width] of [
      ['?sample=tables', 1280],
      ['?sample=tables&show=frozen', 1280],
      ['?sample=tables', 400],
      ['?sample=tables&show=frozen', 400],
    ] as const) {
      await open(query, width)
      await page.locator('.text-table').first().waitFor()
      await expectNoSerious(page)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      expect([query, width, wide]).toEqual([query, width, false])
      if (width === 400) continue
      expect(await page.locator('.text-table').count()).toBe(4)
    }
  })
})
