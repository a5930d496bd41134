import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { checkContent } from '#app/text/check.ts'
import { plainText, type Content, type ContentNode } from '#app/text/content.ts'
import { entriesOf, type Point } from '#app/text/entries.ts'
import { sectionKeys } from '#app/text/grammar.ts'
import { redline } from '#app/text/redline.ts'
import { referencesOf } from '#app/text/references.ts'
import { nested } from '#app/text/levels.ts'
import { described } from '#tests/word/described.ts'
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

async function open(query = '') {
  const opened = await openEditorPage(browser, `${server.origin}/${query}`)
  page = opened.page
  complaints = opened.complaints
  if (!query.includes('frozen')) await page.getByRole('textbox', { name: label }).first().waitFor()
}

// The page runs under the portal's content policy: what it forbids comes here as an error.
afterEach(async () => {
  if (complaints.length > 0) throw new Error(complaints.join('\n'))
  await page.context().close()
})

const label = 'Text of the draft'
const content = (room = 0): Promise<Content> => page.evaluate((room) => window.content(room), room)
const entries = async (room = 0) => entriesOf(await content(room))
const text = async (room = 0) => plainText(await content(room))

interface Named {
  type: string
  id: unknown
  splitFrom: unknown
}

/** The nodes of a text that have an id, in order. */
function nodesIn({ type, attrs, content = [] }: ContentNode): Named[] {
  const own = attrs?.id ? [{ type, id: attrs.id, splitFrom: attrs.splitFrom }] : []
  return [...own, ...content.flatMap(nodesIn)]
}

/** The points as an outline: `f(5(a b) 6)`. */
function outline(points: readonly Point[]): string {
  return points
    .map(({ label, points }) => label + (points.length > 0 ? `(${outline(points)})` : ''))
    .join(' ')
}

const caretAfter = (words: string, room = 0) => putCaretAfter(page, words, room)

async function paste(data: Record<string, string>) {
  await page.locator('.draft-text').evaluate((node, data) => {
    const clipboardData = new DataTransfer()
    for (const [type, words] of Object.entries(data)) clipboardData.setData(type, words)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    node.dispatchEvent(event)
  }, data)
  // Whatever it was, it is a text that the server takes.
  expect(checkContent(await content())).toMatchObject({ ok: true })
}

/** The tables and lists in a text, and around them what stands in their entry, as an outline. */
function drawn(node: ContentNode): string[] {
  const inside = (node.content ?? []).flatMap(drawn)
  const spans = Object.entries(node.attrs ?? {})
    .filter(([name, count]) => name.endsWith('span') && count !== 1)
    .map(([name, count]) => `${name} ${count} `)
  switch (node.type) {
    case 'paragraph':
    case 'entryHeading':
      return [plainText(node)]
    case 'bulletList':
    case 'orderedList':
      return inside.map((line) => (node.type === 'bulletList' ? `• ${line}` : `1) ${line}`))
    case 'table':
      return ['table', ...inside]
    case 'tableRow':
      return [`${node.attrs?.isHeader === true ? '=' : ''}| ${inside.join(' | ')}`]
    case 'tableCell':
      return [`${spans.join('')}${inside.join(' / ')}`]
    case 'point':
    case 'note':
      return inside.map((line, place) => (place === 0 ? `${node.type}: ${line}` : `  ${line}`))
    default:
      return inside
  }
}

/** What stands in one section, or in all of them. */
async function drawing(key?: string) {
  const sections = nested(await content()).content ?? []
  return sections
    .filter(({ attrs }) => key === undefined || attrs?.key === key)
    .flatMap((section) => drawn(section))
}

/** The browser tells the editor of a selection a moment after the keys that made it. */
const wordsAreChosen = () => page.locator('.tool[name=parameter][aria-disabled=false]').waitFor()

test('a key acts at the caret that was just put somewhere, before the browser has told of it', async () => {
  await open()
  await caretAfter('The list is amended')
  await page.evaluate(() => {
    const lines = [...document.querySelectorAll('#person-0 .draft-text p')]
    const line = lines.find(({ textContent }) => textContent.includes('a chuck overlay'))
    if (!line) throw new Error('the line is not there')
    getSelection()?.selectAllChildren(line)
    getSelection()?.collapseToEnd()
    line.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }),
    )
  })
  const [scanner] = await entries()
  expect(outline(scanner?.points ?? [])).toBe('f(5(a b c) 6)')
})

describe('points', () => {
  test('Enter makes the next point, with what stood after the caret', async () => {
    await open()
    await caretAfter('a chuck overlay')
    await page.keyboard.press('Enter')
    await page.keyboard.type('a resolution of 45 nm or less.')
    const [scanner] = await entries()
    expect(outline(scanner?.points ?? [])).toBe('f(5(a b c) 6)')
    expect(scanner?.points[0]?.points[0]?.points[2]?.text).toBe('a resolution of 45 nm or less.')
  })

  test('what is split off says from what, and the first part keeps its name', async () => {
    await open()
    await caretAfter('a chuck overlay')
    for (let key = 0; key < '1.50 nm.'.length; key++) await page.keyboard.press('ArrowLeft')
    await page.waitForFunction(() => document.documentElement.dataset.heard?.endsWith(' 18'))
    await page.keyboard.press('Enter')
    const nodes = nodesIn(await content())
    expect(nodes.filter(({ id }) => id === 'f5b' || id === 'f5bp')).toHaveLength(2)
    expect(nodes.filter(({ splitFrom }) => splitFrom)).toEqual([
      { type: 'point', id: expect.stringMatching(/^\w{12}$/), splitFrom: 'f5b' },
      { type: 'paragraph', id: expect.stringMatching(/^\w{12}$/), splitFrom: 'f5bp' },
    ])
  })

  test('Enter before points that stand below makes the first of them', async () => {
    await open()
    await caretAfter('Lithography equipment')
    await page.keyboard.press('Enter')
    await page.keyboard.type('steppers')
    const [scanner] = await entries()
    expect(outline(scanner?.points ?? [])).toBe('f(1 5(a b) 6)')
    expect(scanner?.points[0]?.points[0]?.text).toBe('steppers')
  })

  test('Tab nests, Shift-Tab lifts, and an empty point is left by Enter', async () => {
    await open()
    await caretAfter('a chuck overlay')
    await page.keyboard.press('Tab')
    expect(outline((await entries())[0]?.points ?? [])).toBe('f(5(a(1)) 6)')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    expect(outline((await entries())[0]?.points ?? [])).toBe('f(5(a) 6 7)')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(outline((await entries())[0]?.points ?? [])).toBe('f(5(a) 6) g(1)')
  })

  test('of which the words are taken elsewhere are told as moved, and the others as they were', async () => {
    await open()
    await caretAfter('a chuck overlay')
    await page.keyboard.press('Enter')
    await page.keyboard.type('a stage that moves by itself.')
    const before = await content()
    await caretAfter('a light source wavelength')
    await page.keyboard.press('Shift+Home')
    await wordsAreChosen()
    const words = await page.evaluate(() => String(getSelection()))
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await caretAfter('a stage that moves')
    await page.keyboard.press('Enter')
    await page.keyboard.type(words)
    const changes = redline(before, await content()).filter(({ status }) => status !== 'same')
    expect(changes.map(({ before, status }) => `${before?.provision} ${status}`)).toEqual([
      '3B801.f.5.b renumbered',
      '3B801.f.5.c renumbered',
      '3B801.f.5.a moved',
    ])
  })

  test('Enter in the heading of an entry makes its first point', async () => {
    await open()
    await caretAfter('Pellicles')
    await page.keyboard.press('Enter')
    await page.keyboard.type('for EUV')
    const [, pellicles] = await entries()
    expect(pellicles?.points.map(({ path, text }) => [path, text])).toEqual([['#2.a', 'for EUV']])
  })
})

describe('entries', () => {
  test('an entry is inserted, given an odd code with a warning, and removed by its button', async () => {
    await open('?empty')
    await caretAfter('', 0)
    await page.getByRole('button', { name: 'Entry', exact: true }).click()
    await page.keyboard.type('Cryogenic cooling')
    const code = page.getByLabel('Code')
    await code.fill('3A5O4')
    await expect.poll(() => page.getByText('Not read as a code').isVisible()).toBe(true)
    // A character without width, which a copied code may bring, does not enter the text.
    await code.fill('3A\u200b904')
    expect(await entries()).toMatchObject([{ code: '3A904', heading: 'Cryogenic cooling' }])
    await page.getByRole('button', { name: 'Remove entry 3A904' }).click()
    expect(await entries()).toEqual([])
    await page.keyboard.press('Control+z')
    expect(await entries()).toMatchObject([{ code: '3A904' }])
  })

  test('what is particular to it is said in its fields', async () => {
    await open()
    await page.getByText('Destinations, activities, end').first().click()
    await page.getByLabel('Destinations', { exact: true }).first().fill('Iran only')
    await page.getByLabel('Brokering services').first().check()
    await page.getByLabel('Applies until').first().fill('2027-01-02')
    await page.getByLabel('Points below').nth(1).selectOption('all-of')
    expect((await entries())[0]).toMatchObject({
      destinations: 'Iran only',
      activities: ['export', 'brokering'],
      expiry: '2027-01-02',
      logic: 'all-of',
    })
  })

  test('a day that cannot be meant stays in its field, with what is wrong beside it', async () => {
    await open()
    await page.getByText('Destinations, activities, end').first().click()
    const until = page.getByLabel('Applies until').first()
    await until.fill('2027-01-02')
    await until.fill('9999-12-31')
    await page.getByLabel('Destinations', { exact: true }).first().focus()
    const wrong = page.getByText('This year can hardly be meant.')
    expect(await wrong.isVisible()).toBe(true)
    expect(await until.getAttribute('aria-invalid')).toBe('true')
    expect((await entries())[0]).toMatchObject({ expiry: '2027-01-02' })
    await until.fill('2028-01-02')
    expect(await wrong.isVisible()).toBe(false)
    expect(await until.getAttribute('aria-invalid')).toBeNull()
    expect((await entries())[0]).toMatchObject({ expiry: '2028-01-02' })
  })

  test('a chosen threshold is marked and listed as it is read', async () => {
    await open()
    await caretAfter('K is 0.35')
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+End')
    await wordsAreChosen()
    await page.getByRole('button', { name: 'Control parameter' }).click()
    const marked = page.locator('.draft-text .parameter')
    await expect.poll(() => marked.count()).toBe(2)
    expect(await marked.nth(0).getAttribute('title')).toBe('≥ 193 nm')
    // The list of references has lines of the same look.
    const listed = page.locator('.parameter-list li', { hasText: /wavelength|overlay|K is/ })
    await expect
      .poll(() => listed.allTextContents())
      .toEqual([
        expect.stringContaining('light source wavelength ≥ 193 nm'),
        expect.stringContaining('chuck overlay ≤ 1.50 nm'),
        expect.stringContaining('K is 0.35. Not read as quantity, operator, value and unit'),
      ])
  })
})

describe('one’s own undo', () => {
  const written = ' and steady'
  const scene = async (act: () => Promise<void>, after: string) => {
    await open('?people=2')
    await act()
    await caretAfter(after, 1)
    await page.keyboard.type(written)
    await caretAfter('The list is amended', 0)
    await page.keyboard.press('Control+z')
    expect(await content(1)).toEqual(await content(0))
    return (await text(0)).split('\n')
  }

  test('of a move leaves what another has written in the line since', async () => {
    const move = async () => {
      await caretAfter('a light source wavelength', 0)
      await page.keyboard.press('Alt+ArrowDown')
    }
    const lines = await scene(move, 'a light source wavelength')
    const [light, chuck] = ['a light source', 'a chuck overlay'].map((words) =>
      lines.findIndex((line) => line.startsWith(words)),
    )
    expect(light).toBeLessThan(chuck ?? 0)
    expect(lines.filter((line) => line.includes(written.trim()))).toHaveLength(1)
    const ids = nodesIn(await content(0)).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    await page.keyboard.press('Control+y')
    expect((await text(0)).split('\n').filter((line) => line.includes(written.trim()))).toEqual([
      expect.stringContaining('a light source wavelength'),
    ])
  })

  test('of a new point leaves what another has written in it since', async () => {
    const add = async () => {
      await caretAfter('a chuck overlay', 0)
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      await page.keyboard.type('a new thing')
    }
    const lines = await scene(add, 'a new thing')
    expect(lines.filter((line) => line.includes(written.trim()))).toEqual([written])
  })

  test.each(['Pellicles', 'a chuck overlay'])(
    'of the paragraph that Ctrl and Enter made below the entry takes away that alone (from “%s”)',
    async (line) => {
      await open()
      await caretAfter(line)
      await page.keyboard.type(' typed')
      const before = await text()
      await page.keyboard.press('Control+Enter')
      await expect.poll(text).not.toBe(before)
      await page.keyboard.press('Control+z')
      await expect.poll(text).toBe(before)
      await page.keyboard.press('Control+Enter')
      await page.keyboard.type('below')
      await page.keyboard.press('Control+z')
      await expect.poll(text).toBe(before)
      await page.keyboard.press('Control+z')
      await expect.poll(text).not.toContain('typed')
      await page.keyboard.press('Control+y')
      await expect.poll(text).toBe(before)
    },
  )
})

describe('the sections of the draft', () => {
  test('stay when all of the text is chosen and deleted or written over', async () => {
    await open()
    await caretAfter('The list is amended')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    const keys = async () => (await content()).content?.map(({ attrs }) => attrs?.key)
    expect(await keys()).toEqual(sectionKeys)
    expect((await text()).trim()).toBe('')
    await page.keyboard.press('Control+z')
    expect(await text()).toContain('Pellicles')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Afresh')
    expect(await keys()).toEqual(sectionKeys)
    expect((await text()).trim()).toBe('Afresh')
  })

  test('every part of the text gets an id of its own, also after it is split', async () => {
    await open()
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Second.')
    const ids: unknown[] = []
    const collect = (node: Content | NonNullable<Content['content']>[number]) => {
      if (node.attrs && 'id' in node.attrs) ids.push(node.attrs.id)
      for (const child of node.content ?? []) collect(child)
    }
    collect(await content())
    expect(ids).not.toContain(null)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('two people', () => {
  test('move a point by a key, which is the same point then, and touch no other', async () => {
    await open('?people=2')
    const before = await content()
    await caretAfter('a chuck overlay', 1)
    await page.evaluate(() => window.joined.part())
    await caretAfter('a light source wavelength', 0)
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.type(' Moved.')
    const changes = redline(before, await content(0)).flatMap(({ status, isMoved, after }) =>
      isMoved ? [`${after?.id} ${status}`] : [],
    )
    expect(changes).toHaveLength(1)
    expect(nodesIn(await content(0)).map(({ id }) => id)).toEqual(
      expect.arrayContaining(nodesIn(before).map(({ id }) => id)),
    )
    const [scanner] = await entries()
    const points = scanner?.points[0]?.points[0]?.points.map(({ text }) => text)
    expect(points).toEqual([
      'a chuck overlay ≤ 1.50 nm.',
      'a light source wavelength ≥ 193 nm; Moved.',
    ])

    await caretAfter('a chuck overlay', 1)
    await page.keyboard.type(' Typed meanwhile.')
    await page.evaluate(() => window.joined.exchange())
    await page.waitForFunction(() => !window.joined.exchange())
    expect(await text(0)).toContain(
      'a chuck overlay ≤ 1.50 nm. Typed meanwhile.\na light source wavelength ≥ 193 nm; Moved.',
    )
    expect(await content(1)).toEqual(await content(0))

    await caretAfter('a light source wavelength', 0)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    const undone = await text(0)
    expect(undone).toContain(
      'a light source wavelength ≥ 193 nm;\na chuck overlay ≤ 1.50 nm. Typed',
    )
  })

  test('write at once, see each other, and undo their own words only', async () => {
    await open('?people=2')
    await caretAfter('The list is amended', 0)
    await page.keyboard.type(' First.')
    await caretAfter('See also 3B001', 1)
    await page.keyboard.type(' Second.')
    for (const room of [0, 1]) {
      expect(await text(room)).toContain('as follows. First.')
      expect(await text(room)).toContain('See also 3B001. Second.')
    }
    expect(await page.locator('#person-0 .caret').textContent()).toContain('Expert, Netherlands')
    expect(await page.locator('#person-0 .who-is-here').textContent()).toContain('Expert')
    await caretAfter('The list is amended', 0)
    await page.keyboard.press('Control+z')
    expect(await text(1)).not.toContain('First.')
    expect(await text(1)).toContain('Second.')
    expect(await content(0)).toEqual(await content(1))
  })

  for (const begun of ['by the portal', 'by one of them'])
    test(`begin to write in one empty line at the same moment, made ${begun}`, async () => {
      await open('?people=2')
      const line = (room: number) => page.locator(`#person-${room} #draft-risk p`).last()
      await line(0).click()
      if (begun === 'by one of them') await page.keyboard.press('Enter')
      await page.evaluate(() => window.joined.part())
      for (const letters of ['Ab', 'Cd']) {
        for (const [room, letter] of [...letters].entries()) {
          await line(room).click()
          await page.keyboard.press('End')
          await page.keyboard.type(letter)
        }
        await page.evaluate(() => window.joined.exchange())
      }
      await page.waitForFunction(() => !window.joined.exchange())
      const written = await line(0).evaluate((line) => {
        const shown = document.createElement('p')
        shown.innerHTML = line.innerHTML
        for (const caret of shown.querySelectorAll('.caret')) caret.remove()
        return shown.textContent
      })
      expect([...written].toSorted().join('')).toBe('ACbd')
      expect(await content(0)).toEqual(await content(1))
    })

  for (const what of ['comes', 'writes'])
    test(`a caret just put somewhere stays there when another ${what} at that moment`, async () => {
      await open('?people=2')
      await caretAfter('The list is amended', 0)
      // In one turn of the page, so that the browser has told of nothing between.
      await page.evaluate((what) => {
        const lines = [...document.querySelectorAll('#person-0 .draft-text p')]
        const line = lines.find((line) => line.textContent?.startsWith('See also 3B001'))
        if (!line) throw new Error('no such line')
        getSelection()?.selectAllChildren(line)
        getSelection()?.collapseToEnd()
        const [own, other] = window.rooms
        if (what === 'writes') other?.write('New. ')
        else own?.meetSomebody()
      }, what)
      await page.keyboard.type(' Here.')
      expect(await text(1)).toContain('See also 3B001. Here.')
    })

  test('a code that another writes arrives without taking the place that one writes in', async () => {
    await open('?people=2')
    await page.locator('#person-0').getByLabel('Code').nth(1).fill('3B802')
    await page.locator('#person-1').getByLabel('Code').nth(0).fill('3B803')
    const codes = page.locator('#person-0 .entry-code')
    await expect.poll(() => codes.nth(0).inputValue()).toBe('3B803')
    await page.locator('#person-0').getByLabel('Code').nth(1).press('End')
    await page.keyboard.type('.l')
    expect((await entries(1)).map(({ code }) => code)).toEqual(['3B803', '3B802.l'])
  })
})

describe('codes in the text', () => {
  const references = (room = 0) => content(room).then((text) => referencesOf(text))
  const marked = async () =>
    (await references()).flatMap(({ written, reference }) =>
      reference ? [{ written, ...reference }] : [],
    )

  test('become references when they are written, and follow what they mean', async () => {
    await open()
    await caretAfter('The list is amended')
    await page.keyboard.type(' See 3B801.f.6, 1B1901.b, 3A001.b and 2B999 too.')
    const found = [
      { written: '3B801.f.6', issuer: null, code: '3B801.f.6', target: 'f6' },
      { written: '1B1901.b', issuer: 'ES', code: '1B1901', target: null },
      { written: '3A001.b', issuer: 'EU', code: '3A001.b', target: null },
    ]
    await expect.poll(marked).toEqual(found)
    const panel = page.locator('.panel', { hasText: 'References' }).last()
    await expect.poll(() => panel.innerText()).toContain('2B999 known nowhere')
    await caretAfter('a chuck overlay')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.type('in between')
    await expect.poll(() => panel.innerText()).toContain('3B801.f.6 is 3B801.f.7 by now')
    await panel.getByRole('button', { name: 'Write 3B801.f.7' }).click()
    expect(await text()).toContain('See 3B801.f.7, 1B1901.b')
    await expect
      .poll(marked)
      .toEqual([
        { written: '3B801.f.7', issuer: null, code: '3B801.f.7', target: 'f6' },
        ...found.slice(1),
      ])
  })

  test('are no references while the caret is at them, nor when they are written on', async () => {
    await open()
    await caretAfter('The list is amended')
    await page.keyboard.type(' 3B801')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('End')
    await page.keyboard.type('.f and more')
    await expect.poll(marked).toMatchObject([{ written: '3B801.f', target: 'f' }])
    await caretAfter('and more')
    for (let key = 0; key < ' and more'.length; key++) await page.keyboard.press('Backspace')
    await page.keyboard.type('x is a word')
    await expect.poll(marked).toMatchObject([])
  })

  test('are no longer what they were when a digit more makes them another code', async () => {
    await open()
    await caretAfter('The list is amended')
    await page.keyboard.type(' 3B501')
    await page.keyboard.press('Home')
    await expect.poll(marked).toMatchObject([{ written: '3B501', code: '3B501' }])
    await page.keyboard.press('End')
    await page.keyboard.type('1 too')
    await expect.poll(marked).toEqual([])
  })

  const typed = async () => {
    await caretAfter('a chuck overlay')
    await page.keyboard.type(' 3B801.f.5.a too')
  }
  const typedAndMarked = async () => {
    await typed()
    await page.locator('.draft-text .reference', { hasText: '3B801.f.5.a' }).waitFor()
  }
  const asWords = async () => {
    await page.evaluate(() => window.rooms[0]?.write('As in 3B801.f.5.a, ', 'a chuck overlay'))
    await caretAfter('As in 3B801.f.5.a, a chuck overlay')
  }
  test.each([
    ['was a reference before', typedAndMarked],
    ['was written a moment before', typed],
    ['stood there as words', asWords],
  ])('mean what they meant when a key moves their line: what %s', async (_, stands) => {
    await open()
    await stands()
    await page.keyboard.press('Alt+ArrowUp')
    const meant = { written: '3B801.f.5.a', issuer: null, code: '3B801.f.5.a', target: 'f5a' }
    await expect.poll(marked).toEqual([meant])
    const panel = page.locator('.panel', { hasText: 'References' }).last()
    await expect.poll(() => panel.innerText()).toContain('3B801.f.5.a is 3B801.f.5.b by now')
    await panel.getByRole('button', { name: 'Write 3B801.f.5.b' }).click()
    await expect.poll(marked).toEqual([{ ...meant, written: '3B801.f.5.b', code: '3B801.f.5.b' }])
  })

  test('that are words in lines of others become references when what they name is renumbered', async () => {
    await open()
    await page.evaluate(() => window.rooms[0]?.write('As in 3B801.f.5.b, 3B801.f, ', 'The list is'))
    expect(await marked()).toEqual([])
    await caretAfter('a light source')
    await page.keyboard.press('Enter')
    await page.keyboard.type('in between')
    const meant = { written: '3B801.f.5.b', issuer: null, code: '3B801.f.5.b', target: 'f5b' }
    await expect.poll(marked).toContainEqual(meant)
    const panel = page.locator('.panel', { hasText: 'References' }).last()
    await expect.poll(() => panel.innerText()).toContain('3B801.f.5.b is 3B801.f.5.c by now')
  })

  test('become references when they come back with words that had lost their place', async () => {
    await open()
    await page.evaluate(() => {
      const moved = { elementId: 'f5ap', at: 7 }
      const one = {
        words: ' as in 3B801.f.6 and',
        by: 'Expert',
        at: '',
        units: [],
        after: 'h',
        moved,
      }
      window.displaced = { lost: [{ key: '1', ...one }], doubled: [] }
    })
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Put into the moved line' }).click()
    await expect.poll(marked).toMatchObject([{ written: '3B801.f.6', target: 'f6' }])
  }, 90_000)

  test('that are words alone are told, and all become references by one act', async () => {
    await open()
    await page.evaluate(() =>
      window.rooms[0]?.write('As in 3B801.f.5.b, 3A001.b and 2B999, ', 'The list is'),
    )
    const panel = page.locator('.panel', { hasText: 'References' }).last()
    await expect.poll(() => panel.innerText()).toContain('3B801.f.5.b no reference yet')
    expect(await panel.innerText()).toContain('2B999 known nowhere')
    await panel.getByRole('button', { name: 'Make all 3 references' }).click()
    await expect.poll(marked).toEqual([
      { written: '3B801.f.5.b', issuer: null, code: '3B801.f.5.b', target: 'f5b' },
      { written: '3A001.b', issuer: 'EU', code: '3A001.b', target: null },
      { written: '3B001', issuer: 'EU', code: '3B001', target: null },
    ])
    await expect.poll(() => panel.innerText()).not.toContain('no reference yet')
  })

  test('mean what they meant when what they stand in is split before them', async () => {
    await open()
    await page.evaluate(() => window.rooms[0]?.write('As in 3B801.f.5.b, ', 'a light source'))
    await caretAfter('As in 3B801.f.5.b, a light source')
    await page.keyboard.press('Home')
    await page.waitForFunction(() => document.documentElement.dataset.heard?.endsWith(' 0'))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(() => document.documentElement.dataset.heard?.endsWith(' 2'))
    await page.keyboard.press('Enter')
    await expect.poll(marked).toMatchObject([{ written: '3B801.f.5.b', target: 'f5b' }])
  })

  test('are looked up however many come at once', async () => {
    await open()
    await caretAfter('The list is amended')
    const codes = Array.from({ length: 70 }, (_, index) => `1B1901.a.${index + 1}`)
    await paste({ 'text/plain': ` ${codes.join(', ')} and more.` })
    await expect.poll(async () => (await marked()).length).toBe(codes.length)
  })

  test('that were known nowhere become references when they are written again once published', async () => {
    await open()
    await caretAfter('The list is amended')
    await page.keyboard.type(' See 2B999.a too.')
    const asked = () => page.evaluate(() => window.asked ?? [])
    await expect.poll(asked).toEqual(['2B999.a'])
    await page.evaluate(() => (window.published = ['2B999']))
    await page.keyboard.press('Enter')
    await paste({ 'text/plain': 'As in 2B999.a and more.' })
    const meant = { written: '2B999.a', issuer: 'ES', code: '2B999', target: null }
    await expect.poll(marked).toEqual([meant, meant])
    expect(await asked()).toEqual(['2B999.a', '2B999.a'])
  })

  test('are asked for again where the portal could not be asked', async () => {
    await open()
    await page.evaluate(() => (window.isCutOff = true))
    await caretAfter('The list is amended')
    await page.keyboard.type(' See 1B1901.b too.')
    await expect.poll(() => page.evaluate(() => window.asked?.length)).toBe(1)
    await page.evaluate(() => (window.isCutOff = false))
    await page.keyboard.press('ArrowLeft')
    await expect.poll(marked).toMatchObject([{ written: '1B1901.b', issuer: 'ES' }])
  })

  test('that are pasted from another text mean what they mean in this one', async () => {
    await open()
    await caretAfter('The list is amended')
    const reference = (target: string, code: string) =>
      `<span data-reference data-code="${code}" data-target="${target}">${code}</span>`
    await paste({
      'text/html': `<p> See ${reference('elsewhere', '3B801.f.6')}, ${reference('f', '3B801.f')} and ${reference('there', '2B999')}.</p>`,
    })
    await expect.poll(marked).toMatchObject([{ target: 'f6' }, { target: 'f' }])
    const states = (await references()).map(({ written, state }) => [written, state])
    expect(states).toContainEqual(['2B999', 'unknown'])
  })
})

describe('what two did to each other’s words at the same moment', () => {
  /** Lets something be listed that was not, so that an answer is seen to have come. */
  async function asksAgain() {
    await page.evaluate(() => {
      const { lost = [], doubled = [] } = window.displaced ?? {}
      const other = { by: 'Expert', at: '', units: [], after: null, moved: null }
      window.displaced = { lost: [...lost, { key: '2', words: 'later', ...other }], doubled }
    })
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    await page.locator('q', { hasText: 'later' }).waitFor()
  }

  test('is listed, and put right by one act each', async () => {
    await open()
    await page.evaluate(() => {
      window.displaced = {
        lost: [
          {
            key: '1',
            words: 'and their masks',
            by: 'Expert',
            at: '',
            units: [],
            after: 'f5b',
            moved: null,
          },
        ],
        doubled: [
          {
            elementId: 'f5ap',
            from: 0,
            to: 26,
            words: 'a light source wavelength ',
            isChanged: false,
            canGo: true,
          },
        ],
      }
    })
    // It is asked for when lines come or go.
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    const restore = page.getByRole('button', { name: 'Put in as a paragraph' })
    await restore.click()
    // The portal has not heard of it, and says the same for seconds.
    expect(await restore.count()).toBe(0)
    await expect.poll(text).toContain('1.50 nm.\nand their masks')
    const remove = page.getByRole('button', { name: 'Remove the second copy' })
    await remove.click()
    expect(await remove.count()).toBe(0)
    await expect.poll(text).not.toContain('a light source wavelength')
    await asksAgain()
    expect([await restore.count(), await remove.count()]).toEqual([1, 0])
    await expectNoSerious(page)
  }, 90_000)

  test('goes into the line where that was moved, and the caret with it', async () => {
    await open()
    await page.evaluate(() => {
      const moved = { elementId: 'f5ap', at: 7 }
      const one = { words: ' and steady', by: 'Expert', at: '', units: [], after: 'h', moved }
      window.displaced = { lost: [{ key: '1', ...one }], doubled: [] }
    })
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    await page.getByText('It now stands here: 3B801.f.5.a').waitFor()
    await page.getByRole('button', { name: 'Put into the moved line' }).click()
    await page.getByText('The words stand in the text again: 3B801.f.5.a').waitFor()
    await page.keyboard.type('!')
    await expect.poll(text).toContain('a light and steady! source wavelength')
  }, 90_000)

  test('stands where it belongs after one act, where it had stayed behind in another line', async () => {
    await open()
    const before = await text()
    await page.evaluate(() => {
      const words = 'light '
      const belongs = { elementId: 'f5bp', at: 0 }
      const one = {
        key: '1',
        elementId: 'f5ap',
        from: 2,
        to: 8,
        words,
        by: 'Expert',
        belongs,
        replaces: null,
      }
      window.displaced = { stranded: [one] }
    })
    expect(before).toContain('a light source wavelength')
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    await page.getByText('They stand here: 3B801.f.5.a').waitFor()
    await page.getByRole('button', { name: 'Put where they belong' }).click()
    await page.getByText('The words stand where they belong: ').waitFor()
    await page.keyboard.type('!')
    await expect.poll(text).toContain('a source wavelength')
    expect(await text()).toContain('light !')
  }, 90_000)

  test('is taken out again by one act where another had deleted it', async () => {
    await open()
    await page.evaluate(() => {
      const words = 'light '
      const one = { key: '1', elementId: 'f5ap', from: 2, to: 8, words, by: 'Expert' }
      window.displaced = { struck: [one] }
    })
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    await page.getByText('deleted by Expert').waitFor()
    await page.getByRole('button', { name: 'Take them out again' }).click()
    await page.getByText('The words were taken out again.').waitFor()
    await expect.poll(text).toContain('a source wavelength')
    expect(await page.getByText('deleted by Expert').count()).toBe(0)
  }, 90_000)

  test('is told no more once somebody keeps it as it is, and is as it was', async () => {
    await open()
    await page.evaluate(() => {
      const one = { elementId: 'f5ap', from: 2, to: 8, words: 'light ', by: 'Expert' }
      const gone = { key: '2', words: 'masks', by: 'Expert', at: '', after: 'h', moved: null }
      window.displaced = {
        struck: [{ key: '1', ...one }],
        lost: [{ ...gone, units: [{ client: 1, clock: 0, length: 1 }] }],
      }
    })
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    const before = await content()
    await page.getByRole('button', { name: 'Keep as it is' }).click()
    await page.getByText('The words stay as they are.').waitFor()
    expect(await page.getByText('deleted by Expert').count()).toBe(0)
    await page.getByRole('button', { name: 'Leave them out' }).click()
    await page.getByText('The words stay out of the text.').waitFor()
    expect(await page.getByRole('button', { name: 'Leave them out' }).count()).toBe(0)
    expect(await content()).toEqual(before)
    await page.keyboard.press('Control+z')
    expect(await content()).toEqual(before)
  }, 90_000)

  test('is offered no more once another has put the words in again', async () => {
    await open('?people=2')
    await page.evaluate(() => {
      const one = { by: 'Expert', at: '', units: [], moved: null }
      const moved = { elementId: 'f5ap', at: 7 }
      window.displaced = {
        lost: [
          { key: '1', words: 'and their masks', after: 'f5b', ...one },
          { key: '2', words: ' and steady', after: 'h', ...one, moved },
        ],
        doubled: [],
      }
    })
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    const [mine, theirs] = [0, 1].map((person) =>
      page.locator(`#person-${person}`).getByRole('button', { name: /^Put in/ }),
    )
    await expect.poll(() => theirs?.count()).toBe(2)
    await expect.poll(() => mine?.count()).toBe(2)
    await theirs?.first().click()
    await expect.poll(() => mine?.count()).toBe(1)
    await theirs?.first().click()
    await expect.poll(() => mine?.count()).toBe(0)
    expect((await text()).match(/and their masks|and steady/g)).toHaveLength(2)
    // The portal says that they are lost: so they are, whatever words came.
    await expect.poll(() => mine?.count()).toBe(2)
  }, 90_000)

  test('is left to the person where a copy was changed since, and shown', async () => {
    await open()
    await page.evaluate(() => {
      const words = 'light source wavelen'
      window.displaced = {
        lost: [],
        doubled: [
          { elementId: 'f5ap', from: 2, to: 22, words, isChanged: true, canGo: false },
          { elementId: 'f5ap', from: 0, to: 26, words, isChanged: true, canGo: true },
        ],
      }
    })
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    await page.getByText('remove by hand what is not needed').waitFor()
    await page.getByText('What stands in this one alone stays').waitFor()
    expect(await page.getByRole('button', { name: 'Remove the second copy' }).count()).toBe(1)
    await page.getByRole('button', { name: 'Show the second copy' }).click()
    expect(await page.evaluate(() => String(getSelection()))).toBe('light source wavelen')
  }, 90_000)
})

test.each([
  ['?empty', '#draft-items p', 'here'],
  ['', '#draft-items p:text("The list is amended")', 'The list is amended as follows.here'],
])('undoing a new entry puts the caret back to where it was (%s)', async (query, line, then) => {
  await open(query)
  await page.locator(line).first().click()
  await page.keyboard.press('End')
  const before = await page.locator('#draft-items article').count()
  await page.keyboard.press('Alt+F10')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('#draft-items article').count()).toBe(before + 1)
  await page.keyboard.press('Control+z')
  await expect.poll(() => page.locator('#draft-items article').count()).toBe(before)
  await page.keyboard.type('here')
  await expect.poll(() => page.locator('#draft-items p').allTextContents()).toContain(then)
})

describe('what is pasted', () => {
  test('is read by the schema: hostile links, images and scripts go, words stay', async () => {
    await open()
    await caretAfter('The list is amended')
    await paste({
      'text/html': `<p>see <a href="javascript:alert(1)">this</a> and
        <a href="https://example.eu/a">that</a><img src="https://evil.example/x.png">
        <script>alert(1)</script></p><table><tr><td>cell</td></tr></table>`,
    })
    expect(await text()).toContain('see this and that')
    expect(await text()).toContain('cell')
    const html = await page.locator('.draft-text').innerHTML()
    expect(html).toContain('href="https://example.eu/a"')
    expect(html).not.toMatch(/javascript:|<img|<script|<table/)
  })

  const row = (...cells: string[]) => `<tr>${cells.join('')}</tr>`
  const pasteBelow = async (line: string, html: string) => {
    await caretAfter(line)
    await page.keyboard.press('Enter')
    await paste({ 'text/html': html })
  }

  test('as a table stays one, with its header, marks, lines and lists, and the caret behind it', async () => {
    await open()
    await pasteBelow(
      'The list is amended',
      // Headers as web pages write them, paragraphs and emptiness as Word does, breaks as Excel does.
      `<table class=MsoTableGrid border=1 onclick="steal()"><caption>Replies</caption>
        <thead><tr><th>Company</th><th>Date</th><th>Reply</th></tr></thead>
        <tbody><tr>
          <td style='border:solid windowtext 1.0pt'><p class=MsoNormal><b>ASML</b><o:p></o:p></p></td>
          <td><p class=MsoNormal>12.3.2026</p></td>
          <td><p class=MsoNormal>Besi</p><p class=MsoNormal>no <a href="javascript:steal()">reply</a></p></td>
        </tr><tr><td>&nbsp;</td><td><p><o:p>&nbsp;</o:p></p></td></tr>
        <tr><td></td><td>13.3.2026<br>late</td><td><ul><li>one<ul><li>in it</li></ul></li></ul></td></tr>
        <tr><th>10<sup>-4</sup></th><td>H<sub>2</sub></td><td><ol><li>first</li></ol></td></tr>
        </tbody></table>`,
    )
    await page.keyboard.type('behind')
    const lines = await drawing('items')
    const first = lines.indexOf('Replies')
    expect(lines.slice(first, first + 8)).toEqual([
      'Replies',
      'table',
      '=| Company | Date | Reply',
      '| ASML | 12.3.2026 | Besi / no reply',
      '|  |  | ',
      '|  | 13.3.2026 / late | • one / • • in it',
      '| 10-4 | H2 | 1) first',
      'behind',
    ])
    expect(await page.locator('.draft-text table strong').allTextContents()).toEqual(['ASML'])
    expect(await page.locator('.draft-text table sup').allTextContents()).toEqual(['-4'])
    expect(await page.locator('.draft-text table sub').allTextContents()).toEqual(['2'])
    expect(await page.locator('.draft-text').innerHTML()).not.toMatch(/steal|Mso|windowtext/)
    const ids = nodesIn(await content()).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('as a table keeps what its cells cover, as far as there is something', async () => {
    await open()
    await pasteBelow(
      'The list is amended',
      `<table>${[
        row('<td>Code</td>', '<td>Power</td>', '<td>Unit</td>', '<td>Note</td>'),
        row('<td rowspan="3">3B901</td>', '<td>1</td>', '<td rowspan=2>W</td>', '<td>a</td>'),
        row('<td>2</td>', '<td>b</td>'),
        row('<td colspan=2>any</td>', '<td rowspan="2">c</td>'),
        row('<td></td>', '<td>4</td>', '<td>kW</td>'),
        row('<td colspan="4">of all</td>'),
        // All of the next row is covered.
        row('<td rowspan=2 colspan=4>two rows</td>'),
        row(),
        row('<td rowspan=99999999 colspan=99999999>much</td>', '<td></td>'),
      ].join('')}</table>`,
    )
    const lines = await drawing('items')
    const first = lines.indexOf('table')
    expect(lines.slice(first, first + 9)).toEqual([
      'table',
      '| Code | Power | Unit | Note',
      '| rowspan 3 3B901 | 1 | rowspan 2 W | a',
      '| 2 | b',
      '| colspan 2 any | rowspan 2 c',
      '|  | 4 | kW',
      '| colspan 4 of all',
      '| colspan 4 two rows',
      '| colspan 4 much',
    ])
  })

  test('as cells of a sheet leaves off what is empty at its end, and knows what is only written over', async () => {
    await open()
    await pasteBelow(
      'The list is amended',
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=Generator content="Microsoft Excel 15">
        <style><!--table {mso-displayed-decimal-separator:"\\.";} td {font-weight:400;}
        .xl65 {font-weight:700;} .xl66 {mso-number-format:"\\@"; text-align:center;}
        .font5 {font-weight:400; vertical-align:super;} --></style></head><body link="#0563C1">
        <table border=0 cellpadding=0 cellspacing=0 width=256 style='border-collapse:collapse;width:192pt'>
        <!--StartFragment--><col width=64 span=4 style='width:48pt'>
        <tr height=20 style='height:15.0pt'><td height=20 class=xl65 width=64>Item</td><td class=xl65>Limit</td><td></td><td></td></tr>
        <tr height=20><td height=20 class=xl66 align=right>1</td><td>10<font class="font5">-4</font> Pa</td><td></td><td></td></tr>
        <tr height=20><td height=20 colspan=3 style='height:15.0pt;mso-ignore:colspan'>a long remark</td><td></td></tr>
        <tr height=20><td></td><td></td><td></td><td></td></tr>
        <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td></tr><![endif]>
        <!--EndFragment--></table></body></html>`,
    )
    const lines = await drawing('items')
    const first = lines.indexOf('table')
    expect(lines.slice(first, first + 4)).toEqual([
      'table',
      '| Item | Limit',
      '| 1 | 10-4 Pa',
      '| a long remark | ',
    ])
    expect(await page.locator('.draft-text table strong').allTextContents()).toEqual([
      'Item',
      'Limit',
    ])
    expect(await page.locator('.draft-text table sup').allTextContents()).toEqual(['-4'])
  })

  test('as one cell of a sheet are its words, in the line of the caret', async () => {
    await open()
    await caretAfter('The list is amended')
    await paste({
      'text/html': '<table><tr><td> only</td><td></td></tr><tr><td></td></tr></table>',
    })
    expect(await text()).toMatch(/The list is amended as follows\. ?only\n/)
    expect(await page.locator('.draft-text table').count()).toBe(0)
  })

  const twoRows = `<table>${row('<td>x1</td>', '<td>y1</td>')}${row('<td>x2</td>', '<td>y2</td>')}</table>`
  const drawnRows = ['table', '| x1 | y1', '| x2 | y2']

  test('as a table into a point, a note or the middle of a line goes in there', async () => {
    await open()
    await caretAfter('a light source wavelength')
    for (let key = 0; key < ' ≥ 193 nm;'.length; key++) await page.keyboard.press('ArrowLeft')
    await page.waitForFunction(() => document.documentElement.dataset.heard?.endsWith(' 25'))
    const before = (await text()).match(/\S+/g) ?? []
    await paste({ 'text/html': `<p>above</p>${twoRows}<p>below</p>` })
    await page.keyboard.type('!')
    const lines = await drawing('items')
    const first = lines.findIndex((line) => line.includes('a light source wavelength'))
    expect(lines.slice(first, first + 6).map((line) => line.trim())).toEqual([
      expect.stringMatching(/a light source wavelengthabove$/),
      ...drawnRows,
      'below! ≥ 193 nm;',
      expect.stringMatching(/point: a chuck overlay/),
    ])
    expect((await text()).replaceAll(/above|below!|[xy]\d/g, '').match(/\S+/g)).toEqual(before)
    const [scanner] = await entries()
    expect(outline(scanner?.points ?? [])).toBe('f(5(a b) 6)')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    expect((await text()).match(/\S+/g)).toEqual(before)

    await caretAfter('The resolution is computed')
    await paste({ 'text/html': twoRows })
    await page.keyboard.type('And so on.')
    const table = page.locator('.draft-text aside > .text-table')
    expect(await table.count()).toBe(1)
    expect(await page.locator('.draft-text aside > .text-table + p').textContent()).toBe(
      'And so on.',
    )
  })

  test('as a table behind points goes in at the level of the line there, and below a heading', async () => {
    await pasteInItems(['3B901 Etchers:', 'a. A:', '1. x', '2. yttrium'].map(plainLine).join(''))
    await caretAfter('yttrium')
    await paste({ 'text/html': `<p>Where:</p>${twoRows}<ul><li>one</li><li>two</li></ul>` })
    await caretAfter('Etchers:')
    await paste({ 'text/html': twoRows })
    expect(await drawing('items')).toEqual([
      'Etchers:',
      ...drawnRows,
      '',
      'point: A:',
      '  point: x',
      '  point: yttriumWhere:',
      ...drawnRows.map((line) => `    ${line}`),
      '    • one',
      '    • two',
    ])
  })

  test('as a table into a list parts the list, and nothing of it is lost', async () => {
    await open()
    await pasteBelow('The list is amended', '<ul><li>one</li><li>two</li><li>three</li></ul>')
    await caretAfter('two')
    await paste({ 'text/html': twoRows })
    await page.keyboard.type('behind')
    const lines = await drawing('items')
    const first = lines.indexOf('• one')
    expect(lines.slice(first, first + 8)).toEqual([
      '• one',
      '• two',
      ...drawnRows,
      '• behind',
      '• three',
      expect.any(String),
    ])
  })

  test('as points with tables and lists in them has these where they stood', async () => {
    const table = '<table class="oj-table" width="100%"><col width="50%"/><col width="50%"/><tbody>'
    const cell = (style: string, words: string) =>
      `<td class="oj-table"><p class="oj-tbl-${style}">${words}</p></td>`
    await pasteInItems(
      journalPoint(
        '3B901',
        'Equipment as follows:',
        journalPoint(
          'a.',
          'With the values:',
          `${table}${row(cell('hdr', 'Gas'), cell('hdr', 'Limit'))}${row(
            cell('txt', 'O<span class="oj-sub">2</span>'),
            cell('txt', '1 %'),
          )}${row(cell('txt', 'more'), `<td>${journalPoint('(a)', 'x')}${journalPoint('—', 'y')}${journalPoint('—', 'z')}</td>`)}</tbody></table>`,
        ) + journalPoint('b.', 'Any of:', journalPoint('—', 'one') + journalPoint('—', 'two')),
      ),
    )
    expect(await drawing('items')).toEqual([
      'Equipment as follows:',
      'point: With the values:',
      '  table',
      '  =| Gas | Limit',
      '  | O2 | 1 %',
      '  | more | (a) x / • y / • z',
      'point: Any of:',
      '  • one',
      '  • two',
    ])
    expect(await page.locator('.draft-text table sub').allTextContents()).toEqual(['2'])
    expect(outline((await entries())[0]?.points ?? [])).toBe('a b')
  })

  test('as lines of Word with a table among them becomes an entry with the table in its point', async () => {
    const cell = (words: string) =>
      `<td width=301 valign=top style='width:225.4pt;border:solid windowtext 1.0pt'>${words}</td>`
    await pasteInItems(
      `<div class=WordSection1>${[plainLine('3B901 Equipment:'), plainLine('a. A:')].join('')}
        <table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0><thead><tr style='mso-yfti-irow:0'>
        ${cell(plainLine('Kind'))}${cell(plainLine('Use'))}</tr></thead>
        <tr>${cell(wordItem(1, '·', 'p') + wordItem(1, '·', 'q'))}${cell(plainLine('a. typed') + plainLine('b. too'))}</tr>
        <![if !supportMisalignedColumns]><tr height=0><td width=301 style='border:none'></td></tr><![endif]>
        </table>${plainLine('b. B')}</div>`,
    )
    expect(await drawing('items')).toEqual([
      'Equipment:',
      'point: A:',
      '  table',
      '  =| Kind | Use',
      '  | • p / • q | a. typed / b. too',
      'point: B',
    ])
  })

  test('as a table of word processors on the web and of other sheets stays one, in an entry too', async () => {
    const shapes = [
      // As Google Docs writes it, in a <b> that is not bold.
      `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span>Where:</span></p>
        <div dir="ltr" align="left"><table style="border:none"><colgroup><col width="100" /><col width="100" /></colgroup><tbody>
        <tr style="height:0pt"><td style="border-left:solid #000 1pt"><p dir="ltr"><span style="font-weight:700">x1</span></p></td><td><p dir="ltr"><span>y1</span></p></td></tr>
        <tr><td><p><span>x2</span></p></td><td><p><span>y2</span></p></td></tr></tbody></table></div></b>`,
      // As its sheets are.
      `<google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}--></style><p>Where:</p>
        <table dir="ltr" border="1" data-sheets-root="1"><colgroup><col width="100"/></colgroup><tbody>
        <tr style="height:21px;"><td style="overflow:hidden;vertical-align:bottom;font-weight:bold;">x1</td><td>y1</td></tr>
        <tr><td>x2</td><td style="text-align:right;">y2</td></tr></tbody></table></google-sheets-html-origin>`,
      // As LibreOffice writes it.
      `<html><head><meta name="generator" content="LibreOffice 24.2"/><style type="text/css">td {background: transparent}</style></head><body lang="en-GB">
        <p style="line-height: 100%">Where:</p><table width="100%" cellpadding="4" cellspacing="0"><col width="128*"/><col width="128*"/>
        <tr valign="top"><td width="50%"><p style="orphans: 0"><b>x1</b></p></td><td width="50%"><p>y1</p></td></tr>
        <tr><td height="17" align="left"><font face="Liberation Sans"><b></b>x2</font></td><td>y2<br/></td></tr></table></body></html>`,
    ]
    for (const html of shapes) {
      await pasteInItems(`${plainLine('3B901 Etchers:')}${plainLine('a. first')}`)
      await caretAfter('first')
      await paste({ 'text/html': html })
      await page.keyboard.type('behind')
      expect(await drawing('items')).toEqual([
        'Etchers:',
        'point: firstWhere:',
        ...drawnRows.map((line) => `  ${line}`),
        '  behind',
      ])
      expect(await page.locator('.draft-text table strong').allTextContents()).toEqual(['x1'])
    }
  })

  test('as points with a table behind them has the caret behind the table', async () => {
    await pasteInItems(plainLine('3B901 Etchers:') + plainLine('a. first'))
    await caretAfter('Etchers:')
    await paste({ 'text/html': journalPoint('b.', 'B') + journalPoint('c.', 'C') + twoRows })
    await page.keyboard.type('behind')
    expect(await drawing('items')).toEqual([
      'Etchers:',
      'point: B',
      'point: C',
      ...drawnRows,
      'behind',
      'point: first',
    ])
  })

  test('or dropped on a cell as a table are its lines there', async () => {
    await open()
    await pasteBelow('The list is amended', twoRows)
    await page.locator('.draft-text td', { hasText: 'y1' }).evaluate((cell) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.setData('text/html', '<table><tr><td>a</td><td>b</td></tr></table>')
      const { left, top } = cell.querySelector('p')?.getBoundingClientRect() ?? new DOMRect()
      const at = { clientX: left + 1, clientY: top + 5 }
      const init = { ...at, dataTransfer, bubbles: true, cancelable: true }
      cell.dispatchEvent(new DragEvent('drop', init))
    })
    expect(await drawing('items')).toEqual(expect.arrayContaining(['| x1 | a | by1', '| x2 | y2']))
    await page.getByText('A table that was pasted came in as lines').waitFor()
  })

  test('as a table in a table, or into a cell, are its lines, and says so', async () => {
    await open()
    await pasteBelow(
      'The list is amended',
      `<table>${row('<td>outer</td>', `<td>around${twoRows}</td>`)}${row('<td>x</td>', '<td>last</td>')}</table>`,
    )
    expect(await drawing('items')).toEqual(
      expect.arrayContaining(['| outer | around / x1 | y1 / x2 | y2', '| x | last']),
    )
    const told = page.getByText('A table that was pasted came in as lines')
    await told.waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    await caretAfter('last')
    await paste({ 'text/html': `<p>, then</p>${twoRows}<ul><li>item</li></ul>` })
    expect(await drawing('items')).toEqual(
      expect.arrayContaining(['| x | last, then / x1 | y1 / x2 | y2 / • item']),
    )
    expect(await page.locator('.draft-text table').count()).toBe(1)
    await told.waitFor()
    await expectNoSerious(page)
  })

  test('as pages and mails that are laid out by tables is what stands in these', async () => {
    await open()
    await pasteBelow(
      'The list is amended',
      `<table>${row(`<td><p>Dear all,</p>${twoRows}</td>`)}${row('<td><table><tr><td>Regards</td></tr></table></td>')}</table>`,
    )
    const lines = await drawing('items')
    const first = lines.indexOf('Dear all,')
    expect(lines.slice(first, first + 5)).toEqual(['Dear all,', ...drawnRows, 'Regards'])
  })

  test('as tables and lists comes in once at any place, and no word that stood there is lost', async () => {
    await open()
    await pasteBelow(
      'The list is amended',
      `<ul><li>first item</li><li>second item</li></ul><p>between them</p><table>${row('<td>left cell</td>', '<td>right cell</td>')}</table>`,
    )
    const wordsOf = async () =>
      (await text())
        .match(/\p{L}+|\d+/gu)
        ?.toSorted()
        .join(' ')
    const lists = '<ul><li>u one<ol><li>u two</li></ol></li></ul>'
    const shapes = [
      `<p>p one</p>${twoRows}<p>p two</p>`,
      `${lists}${twoRows}`,
      lists,
      `${twoRows}${lists}<p>p <b>two</b></p>`,
    ]
    const places = [
      'The list is amended',
      'a chuck overlay',
      'The resolution is computed',
      'Pellicles',
      'first item',
      'second item',
      'left cell',
    ]
    for (const [at, place] of places.entries()) {
      for (const keys of [
        ['Home'],
        ['End'],
        ['Home', ...'move'].map((key, i) => (i ? 'ArrowRight' : key)),
      ]) {
        const before = await wordsOf()
        await caretAfter(place)
        for (const key of keys) await page.keyboard.press(key)
        const html = shapes[(at + keys.length) % shapes.length] ?? ''
        await paste({ 'text/html': html })
        const pasted = html.replaceAll(/<[^>]*>/g, ' ').match(/\p{L}+|\d+/gu) ?? []
        const inserted = (await wordsOf())?.replaceAll(' ', '')
        const all = [...(before?.split(' ') ?? []), ...pasted].join('')
        expect([...(inserted ?? '')].toSorted().join(''), `${place} ${keys.join(' ')}`).toBe(
          [...all].toSorted().join(''),
        )
      }
    }
  }, 90_000)

  test('as plain text with tabs is a table, unless its rows are lines of a list of controls', async () => {
    await open()
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    await paste({ 'text/plain': 'Item\tLimit\t\r\n1\t10 Pa\t\r\nx\t\t\r\n' })
    await page.keyboard.type('behind')
    const lines = await drawing('items')
    const first = lines.indexOf('table')
    expect(lines.slice(first, first + 5)).toEqual([
      'table',
      '| Item | Limit',
      '| 1 | 10 Pa',
      '| x | ',
      'behind',
    ])
    await paste({ 'text/plain': 'a.\tfirst\nb.\tsecond' })
    await paste({ 'text/plain': 'one\tline' })
    await paste({ 'text/plain': 'a\tb\nno tab' })
    expect(await page.locator('.draft-text table').count()).toBe(1)
  })

  test('as a copy of tables and lists of the text has their structure, and ids of its own', async () => {
    await open()
    await pasteBelow(
      'The list is amended',
      `<p>from</p><table>${row('<th>a1</th>', '<th>b1</th>')}${row('<td colspan=2><ul><li>c</li></ul></td>')}${row('<td>d</td>', '<td>e</td>')}</table><ul><li>f</li></ul><p>to</p>`,
    )
    const copied = await drawing('items')
    const from = copied.indexOf('from')
    const part = copied.slice(from, copied.indexOf('to') + 1)
    await page.evaluate(() => {
      const lines = [...document.querySelectorAll('.draft-text p')]
      const at = (words: string) => lines.find(({ textContent }) => textContent === words)
      const [start, end] = [at('from'), at('to')]
      if (!start || !end) throw new Error('the lines are not there')
      getSelection()?.setBaseAndExtent(start, 0, end, 1)
    })
    await page.waitForFunction(() => document.documentElement.dataset.heard?.startsWith('from'))
    await page.keyboard.press('Control+c')
    await caretAfter('Amendment of the list')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+v')
    expect((await drawing('subject')).slice(-part.length)).toEqual(part)
    expect(part).toContain('=| a1 | b1')
    expect(part).toContain('| colspan 2 • c')
    const ids = nodesIn(await content()).map(({ id }) => id)
    expect(ids).not.toContain(null)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('parts its lines where there is a break, as paragraphs, in whatever stands around it', async () => {
    await open()
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    await paste({
      'text/html': `<p>one<br>two <b>three<br>four</b></p><div>five<br/><br/>six<br></div>
        seven<br><i>eight</i><ul><li>nine<br>ten</li></ul>`,
    })
    const lines = (await text()).split('\n')
    const first = lines.indexOf('one')
    expect(lines.slice(first, first + 9)).toEqual([
      'one',
      'two three',
      'four',
      'five',
      'six',
      'seven',
      'eight',
      'nine',
      'ten',
    ])
    expect(await page.locator('.draft-text strong').allTextContents()).toEqual(['three', 'four'])
  })

  test('without a paragraph keeps a break apart too', async () => {
    await open()
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    await paste({ 'text/html': '<meta charset="utf-8"><span>alpha</span><br>beta' })
    expect(await text()).toContain('alpha\nbeta')
  })

  const wordItem = (level: number, mark: string, words: string) =>
    `<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level${level} lfo1'><![if !supportLists]>
      <span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span
      style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`
  const fromWord = (...items: string[]) => ({
    'text/html': `<html><head><style>p.MsoListParagraphCxSpMiddle {margin-left:36pt}</style></head>
      <body><!--StartFragment-->${items.join('')}<!--EndFragment--></body></html>`,
  })

  test('as lists of Word becomes lists, where they are bullets or count from 1', async () => {
    await open()
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    await paste(
      fromWord(
        wordItem(1, '·', 'lithography'),
        wordItem(2, 'o', 'scanners'),
        wordItem(2, 'o', 'steppers'),
        wordItem(1, '·', 'etching'),
        '<p class=MsoNormal>In this order:</p>',
        wordItem(1, '1.', 'notify'),
        wordItem(1, '2.', 'publish'),
      ),
    )
    const lists = page.locator('.draft-text > section ul, .draft-text > section ol')
    expect(await lists.allInnerTexts()).toEqual([
      expect.stringMatching(/^lithography\s+scanners\s+steppers\s+etching$/),
      expect.stringMatching(/^scanners\s+steppers$/),
      expect.stringMatching(/^notify\s+publish$/),
    ])
    expect(await page.locator('.draft-text ol li').count()).toBe(2)
  })

  test('as lists of Word keeps letters and numbers that a list would count anew', async () => {
    await open()
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    await paste(
      fromWord(
        wordItem(1, 'f.', 'Lithography'),
        wordItem(2, '5.', 'Imprint'),
        wordItem(1, 'g.', 'Masks'),
      ),
    )
    expect(await text()).toContain('f. Lithography\n5. Imprint\ng. Masks')
  })

  /** As the page of the Official Journal writes a point: a table of its letter and its words. */
  const journalPoint = (label: string, words: string, inside = '') =>
    `<table width="100%" border="0" cellspacing="0"><col width="4%"/><col width="96%"/><tbody><tr>
      <td valign="top"><p class="oj-normal">${label}</p></td>
      <td valign="top"><p class="oj-normal">${words}</p>${inside}</td></tr></tbody></table>`
  const fromJournal = {
    'text/html': `<div class="eli-subdivision" onclick="steal()">${journalPoint(
      'a.',
      'Equipment designed for epitaxial growth at 10<span class="oj-super">-4</span> Pa:',
      journalPoint('1.', 'silicon, with 10<sup>−4</sup> Pa;') + journalPoint('3.', 'germanium.'),
    )}${journalPoint('c.', 'Masks.<img src="https://evil.example/x.png" onerror="steal()">')}</div>`,
  }

  test('from the Official Journal into an entry keeps points, letters and gaps', async () => {
    await open()
    await caretAfter('Pellicles')
    await page.keyboard.press('Enter')
    await paste(fromJournal)
    const [, entry] = await entries()
    expect(outline(entry?.points ?? [])).toBe('a(1 3) c')
    expect(entry?.points[0]?.text).toBe('Equipment designed for epitaxial growth at 10-4 Pa:')
    expect(entry?.points[0]?.points[0]?.text).toBe('silicon, with 10−4 Pa;')
    expect(await page.locator('.draft-text sup').allTextContents()).toContain('−4')
    expect(await page.locator('.draft-text').innerHTML()).not.toMatch(/<img|onclick|onerror|oj-/)
  })

  test('from the Official Journal elsewhere keeps letters as words', async () => {
    await open()
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    await paste(fromJournal)
    expect(await text()).toContain(
      'a. Equipment designed for epitaxial growth at 10-4 Pa:\n1. silicon, with 10−4 Pa;\n3. germanium.\nc. Masks.',
    )
  })

  const wholeEntry = {
    'text/html': journalPoint(
      '3B501',
      'Equipment as follows:',
      journalPoint(
        'a.',
        'First point:',
        journalPoint('1.', 'inner one at 10<span class="oj-super">-4</span> Pa;') +
          '<p class="oj-normal"><i>Technical Note:</i></p><p class="oj-normal">Pa is pascal.</p>',
      ) +
        journalPoint('b.', 'Second.') +
        journalPoint('<i>Note:</i>', '<i>3B501.a. does not control <b>old</b> ones.</i>'),
    ),
  }
  test('as an entry of the Official Journal among the items becomes one, with points and notes', async () => {
    await open('?empty')
    await page.locator('#draft-items p').last().click()
    await paste(wholeEntry)
    const [entry, ...more] = await entries()
    expect(more).toEqual([])
    expect(entry).toMatchObject({ code: '3B501', heading: 'Equipment as follows:' })
    expect(outline(entry?.points ?? [])).toBe('a(1) b')
    expect(await text()).toContain(
      'inner one at 10-4 Pa;\nPa is pascal.\nSecond.\n3B501.a. does not control old ones.',
    )
    expect(await page.locator('.draft-text sup').allTextContents()).toEqual(['-4'])
    const notes = await page
      .locator('.draft-text aside')
      .evaluateAll((found) => found.map((note) => note.dataset.kind ?? note.dataset.node))
    expect(notes).toEqual(['technical-note', 'note'])
  })

  test('as rows of one table stands in the point whose lettering it goes below', async () => {
    await open('?empty')
    await page.locator('#draft-items p').last().click()
    const rows = [
      '3B502 Tools',
      'a. First:',
      '1. one',
      '2. two',
      'c. Third:',
      '1. three',
      'd. Last',
    ]
    const cells = rows.map((row) => row.split(/ (.*)/s).slice(0, 2))
    await paste({
      'text/html': `<table>${cells.map((row) => `<tr><td>${row.join('</td><td>')}</td></tr>`).join('')}</table>`,
    })
    const [entry] = await entries()
    expect(entry).toMatchObject({ code: '3B502', heading: 'Tools' })
    expect(outline(entry?.points ?? [])).toBe('a(1 2) c(1) d')
  })

  test('as rows of a sheet with a column for each level becomes an entry and its points', async () => {
    await open('?empty')
    await page.locator('#draft-items p').last().click()
    const rows = [
      ['3B502', '', '', 'Tools'],
      ['', 'a.', '', 'First:'],
      ['', '', '1.', 'at 10<sup>-4</sup> Pa'],
      ['', '', '2.', 'two'],
      ['', 'b.', '', '(not used)'],
      ['', 'c.', '', 'Last'],
    ]
    const written = (cells: string[]) => `<tr><td>${cells.join('</td><td>')}</td></tr>`
    await paste({ 'text/html': `<table>${rows.map(written).join('')}</table>` })
    const [entry] = await entries()
    expect(entry).toMatchObject({ code: '3B502', heading: 'Tools' })
    expect(outline(entry?.points ?? [])).toBe('a(1 2) b c')
    expect(entry?.points.map(({ notUsed }) => notUsed)).toEqual([false, true, false])
    expect(await page.locator('.draft-text sup').allTextContents()).toEqual(['-4'])
  })

  test('as an entry of the Official Journal into an empty entry fills it, and its points go into one that is written', async () => {
    await open('?empty')
    await page.locator('#draft-items p').last().click()
    await page.getByRole('button', { name: 'Entry', exact: true }).click()
    await paste(wholeEntry)
    const filled = await entries()
    expect(filled.map(({ code }) => code)).toEqual(['3B501'])
    expect(outline(filled[0]?.points ?? [])).toBe('a(1) b')
    await caretAfter('Second.')
    await paste(wholeEntry)
    const [entry, ...more] = await entries()
    expect(more).toEqual([])
    expect(outline(entry?.points ?? [])).toBe('a(1) b c(1) d')
    expect(await text()).toContain('Second.\n3B501 Equipment as follows:\nFirst point:')
  })

  test('as an entry of the Official Journal in another section keeps its code and letters as words', async () => {
    await open()
    await caretAfter('Amendment of the list')
    await page.keyboard.press('Enter')
    await paste(wholeEntry)
    expect(await text()).toContain(
      '3B501 Equipment as follows:\na. First point:\n1. inner one at 10-4 Pa;\nTechnical Note:',
    )
  })

  test('as lists of Word into an entry becomes points, nested as they were', async () => {
    await open()
    await caretAfter('Pellicles')
    await page.keyboard.press('Enter')
    await paste(
      fromWord(
        wordItem(1, 'a.', 'Wavelength of 193 nm'),
        wordItem(2, '1.', 'Overlay'),
        wordItem(2, '2.', 'Pitch'),
        wordItem(1, 'b.', '10<sup>-4</sup> Pa or less'),
      ),
    )
    const [, entry] = await entries()
    expect(outline(entry?.points ?? [])).toBe('a(1 2) b')
    expect(entry?.points[0]?.text).toBe('Wavelength of 193 nm')
    expect(entry?.points[0]?.points[0]?.text).toBe('Overlay')
  })

  test('as paragraphs of Word among the items becomes entries, where points begin below a code', async () => {
    await open('?empty')
    await page.locator('#draft-items p').last().click()
    await paste(
      fromWord(
        '<p class=MsoNormal>Part II</p><p class=MsoNormal><b>3B501</b> Equipment as follows:</p>',
        wordItem(1, 'a.', 'Wavelength'),
        wordItem(2, '1.', 'Overlay'),
        '<p class=MsoNormal>Note: not what is old.</p>',
        '<p class=MsoNormal>3B502 &ndash; Others:</p>',
        wordItem(1, 'a.', 'Masks'),
      ),
    )
    const found = await entries()
    expect(found.map(({ code, heading }) => [code, heading])).toEqual([
      ['3B501', 'Equipment as follows:'],
      ['3B502', 'Others:'],
    ])
    expect(found.map(({ points }) => outline(points))).toEqual(['a(1)', 'a'])
    expect(await page.locator('.draft-text aside').count()).toBe(1)
    expect(await text()).toContain('Part II')
  })

  /** As Word and LibreOffice write lines whose letters were typed: how far inwards, the letter, the words. */
  const typedLine = (inwards: number, label: string, words: string) =>
    `<p class=MsoNormal style='margin-left:${inwards}.0pt;text-indent:-18.0pt'><span lang=EN-GB>${label}</span><span
      style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp;&nbsp; </span>${words}<o:p></o:p></p>`
  const plainLine = (words: string) => `<p class=MsoNormal>${words}<o:p></o:p></p>`

  /** What stands in the items, line by line. */
  const itemsText = async () => {
    const written = nested(await content())
    const of = (written.content ?? []).filter(({ attrs }) => attrs?.key === 'items')
    const rest = { proposals: [], comments: [], notTaken: [], origin: null }
    return described({ content: { ...written, content: of }, ...rest }).text.slice(1)
  }
  /** Into the items that are empty, or a new entry there. */
  const pasteInItems = async (html: string, inEntry = false) => {
    await open('?empty')
    await page.locator('#draft-items p').last().click()
    if (inEntry) await page.getByRole('button', { name: 'Entry', exact: true }).click()
    await paste({ 'text/html': html })
  }

  test('with numbered notes keeps them in their note, from the Official Journal', async () => {
    const numbered = journalPoint('1.', 'of one') + journalPoint('2.', 'of two')
    await pasteInItems(
      journalPoint(
        '3B901',
        'Equipment:',
        journalPoint(
          'a.',
          'First:',
          journalPoint('1.', 'one') +
            journalPoint('2.', 'two') +
            `<p class="oj-normal"><i>Technical Notes:</i></p>${numbered}`,
        ) + journalPoint('b.', 'Second.'),
      ),
    )
    expect(await itemsText()).toEqual([
      '3B901 ## Equipment:',
      'a. First:',
      'a.1. one',
      'a.2. two',
      'technical-note 1. of one',
      '2. of two',
      'b. Second.',
    ])
  })

  test('with notes behind the table of their entry puts them into it', async () => {
    const line = (words: string) => `<p class="oj-normal">${words}</p>`
    const notes =
      line('<i>Technical Notes:</i>') +
      journalPoint('1.', 'of one') +
      journalPoint('2.', 'of two') +
      line('<i>N.B.</i> See also 3B902.')
    await pasteInItems(
      journalPoint('3B901', 'Equipment:', journalPoint('a.', 'First.')) +
        notes +
        journalPoint('3B902', 'Others.') +
        line('Words of no entry.'),
    )
    expect(await itemsText()).toEqual([
      '3B901 ## Equipment:',
      'a. First.',
      'technical-note 1. of one',
      '2. of two',
      'nb See also 3B902.',
      '3B902 ## Others.',
      'Words of no entry.',
    ])
  })

  test('with numbered notes keeps them in their note, from lists of Word', async () => {
    await pasteInItems(
      plainLine('3B901 Equipment:') +
        wordItem(1, 'a.', 'First:') +
        wordItem(2, '1.', 'one') +
        plainLine('Technical Notes:') +
        wordItem(1, '1.', 'of one') +
        wordItem(1, '2.', 'of two') +
        wordItem(2, '2.', 'two') +
        wordItem(1, 'b.', 'Second.'),
    )
    expect(await itemsText()).toEqual([
      '3B901 ## Equipment:',
      'a. First:',
      'a.1. one',
      'technical-note 1. of one',
      '2. of two',
      'a.2. two',
      'b. Second.',
    ])
  })

  const typedEntry = [
    typedLine(18, 'a.', 'First:'),
    typedLine(36, '1.', 'one'),
    plainLine('Technical Notes:'),
    typedLine(54, '1.', 'of one'),
    typedLine(54, '2.', 'of two'),
    typedLine(36, '2.', 'two'),
    typedLine(18, 'c.', 'Third, not &ldquo;a.&rdquo;'),
  ].join('')
  const typedPoints = [
    'a. First:',
    'a.1. one',
    'technical-note 1. of one',
    '2. of two',
    'a.2. two',
    'c. Third, not “a.”',
  ]

  test('as lines of Word with typed letters becomes an entry and its points', async () => {
    await pasteInItems(plainLine('Part II') + plainLine('3B901 Equipment:') + typedEntry)
    expect(await itemsText()).toEqual(['Part II', '3B901 ## Equipment:', ...typedPoints])
    expect(await page.getByRole('alert').textContent()).not.toContain('may belong elsewhere')
  })

  test('as several entries has those without points too, each by its code', async () => {
    const lines = [
      'Part II',
      '3B901 Scanners with a stage.',
      'designed for it',
      '3B902 Equipment:',
      'a. first',
      '3B001 applies to the others.',
      '<b>3B903</b>',
      'Etchers.',
    ]
    await pasteInItems(lines.map(plainLine).join(''))
    const several = [
      '3B901 ## Scanners with a stage.',
      'designed for it',
      '3B902 ## Equipment:',
      'a. first',
      '3B001 applies to the others.',
      '3B903 ## Etchers.',
    ]
    expect(await itemsText()).toEqual(['Part II', ...several])
    await pasteInItems('<h3>3B904 Scanners</h3><p>of light</p><h4>3B905 &ndash; etchers</h4>')
    expect(await itemsText()).toEqual(['3B904 Scanners', 'of light', '3B905 – etchers'])
    await pasteInItems('<h3>3B904 Scanners</h3><p>of light</p><h4>3B905 &ndash; Etchers</h4>')
    expect(await itemsText()).toEqual(['3B904 ## Scanners', 'of light', '3B905 ## Etchers'])
    await pasteInItems(['3B001 is controlled.', '3B002 is not.'].map(plainLine).join(''))
    expect(await itemsText()).toEqual(['3B001 is controlled.', '3B002 is not.'])
  })

  test('as several entries has running words in a point that begin with a code there', async () => {
    const inPoint = (words: string) =>
      `<p class=MsoNormal style='margin-left:36.0pt'>${words}<o:p></o:p></p>`
    const points = [
      typedLine(36, 'a.', 'first'),
      inPoint('3B001 Items in this point:'),
      typedLine(54, '1.', 'inner'),
      inPoint('3B002 Others are not.'),
    ].join('')
    await pasteInItems(
      plainLine('3B901 Scanners:') +
        points +
        plainLine('3B902 (not used)') +
        plainLine('3B001, 3B002.'),
    )
    const read = ['a. first', '3B001 Items in this point:', 'a.1. inner', '3B002 Others are not.']
    expect(await itemsText()).toEqual([
      '3B901 ## Scanners:',
      ...read,
      '3B902 ## (not used)',
      '3B001, 3B002.',
    ])
    await pasteInItems(points, true)
    expect((await itemsText()).slice(2)).toEqual(read)
  })

  test('as lines with letters that fit two places says which', async () => {
    const lines = [
      ['a.', 'First:'],
      ['1.', 'one:'],
      ['a.', 'two'],
      ['b.', 'three or second'],
    ] as const
    const html = lines.map(([label, words]) => plainLine(`${label} ${words}`)).join('')
    await pasteInItems(plainLine('3B904 Equipment:') + html)
    const told = page.getByRole('alert')
    await told.getByText('1 point that was pasted may belong elsewhere').waitFor()
    expect(await told.locator('li q').allTextContents()).toEqual(['b. three or second'])
    expect(await itemsText()).toContain('a.1.b. three or second')
    await expectNoSerious(page)
  })

  test('shows each point that it says may belong elsewhere, by a key too', async () => {
    const lines = ['3B904 Equipment:', 'a. First:', '1. one:', 'a. two', 'b. three or second']
    await pasteInItems(lines.map(plainLine).join(''))
    await page.keyboard.press('Enter')
    await page.keyboard.type('typed since')
    const show = page.getByRole('button', { name: 'Show “b. three or second”' })
    await show.focus()
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => getSelection()?.toString() === 'three or second')
    const isInText = () =>
      page.evaluate(() => document.activeElement?.matches('.draft-text') === true)
    expect(await isInText()).toBe(true)
    await page.keyboard.press('Shift+Tab')
    expect(await itemsText()).toContain('a.2. three or second')
    await page.keyboard.type('written over')
    expect(await itemsText()).toContain('a.2. written over')
    expect(await show.count()).toBe(1)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await expect.poll(() => show.count()).toBe(0)
    expect(await isInText()).toBe(true)
  })

  /** The labels of their own of the points in the items, in order. */
  const ownLabels = async () => {
    const visit = ({ type, attrs, content = [] }: ContentNode): unknown[] => [
      ...(type === 'point' ? [attrs?.label ?? null] : []),
      ...content.flatMap(visit),
    ]
    return visit(nested(await content()))
  }

  test('with a gap keeps all letters beside it, and says so', async () => {
    const lines = ['3B904 Equipment:', 'a. First', 'b. Second:', '1. one', '2. two', 'd. Fourth']
    await pasteInItems(lines.map(plainLine).join(''))
    expect(await ownLabels()).toEqual(['a', 'b', null, null, 'd'])
    const told = page.getByRole('alert')
    await told.getByText('The points that were pasted have a gap').waitFor()
    expect(await told.locator('li').last().innerText()).toMatch(
      /^After b\. comes .?d\. Fourth.? Show Put “\(not used\)” there$/,
    )
    await expectNoSerious(page)
    await page.keyboard.press('Enter')
    await page.keyboard.type('Fifth')
    await caretAfter('First')
    await page.keyboard.press('Enter')
    await page.keyboard.type('put in')
    const labels = (await itemsText()).map((line) => line.split(' ')[0])
    expect(labels.slice(1)).toEqual(['a.', 'b.', 'b.', 'b.1.', 'b.2.', 'd.', 'e.'])
  })

  test('with a gap has it filled by one act, and is lettered by place then', async () => {
    const lines = ['3B904 Equipment:', 'a. First:', '1. one', '4. four', 'b. Second', 'd. Fourth']
    await pasteInItems(lines.map(plainLine).join(''))
    const fill = (words: string) =>
      page.getByRole('button', { name: `Put “(not used)” there, before “${words}”` })
    await page.getByRole('alert').getByText('have 2 gaps').waitFor()
    await fill('4. four').click()
    await fill('d. Fourth').focus()
    await page.keyboard.press('Enter')
    expect(await itemsText()).toEqual([
      '3B904 ## Equipment:',
      'a. First:',
      'a.1. one',
      'a.2. (not used)',
      'a.3. (not used)',
      'a.4. four',
      'b. Second',
      'c. (not used)',
      'd. Fourth',
    ])
    expect((await ownLabels()).every((label) => label === null)).toBe(true)
    await expect.poll(() => page.getByRole('alert').textContent()).toBe('')
    expect(await page.evaluate(() => document.activeElement?.matches('.draft-text') === true)).toBe(
      true,
    )
  })

  test('behind points goes on from them, where their letters are taken', async () => {
    const first = ['3B904 Equipment:', 'a. First', 'b. Second']
    await pasteInItems(first.map(plainLine).join(''))
    await paste({ 'text/html': ['c. Third', 'd. Fourth'].map(plainLine).join('') })
    expect(await ownLabels()).toEqual([null, null, null, null])
    await paste({ 'text/html': ['a. A', 'b. B', 'd. D'].map(plainLine).join('') })
    expect((await itemsText()).slice(3)).toEqual(['c. Third', 'd. Fourth', 'e. A', 'f. B', 'g. D'])
    expect(await page.getByRole('alert').textContent()).toBe('')
    await paste({ 'text/html': ['k. K', 'm. M'].map(plainLine).join('') })
    expect((await ownLabels()).slice(7)).toEqual(['k', 'm'])
    await page.getByRole('alert').getByText('have a gap').waitFor()
  })

  test('as lines of Word with typed letters into an entry becomes points', async () => {
    await pasteInItems(`<div class=WordSection1>${typedEntry}</div>`, true)
    expect(await itemsText()).toEqual(['', ' ## ', ...typedPoints])
  })

  test('as numbered lists becomes points of an entry, with the letters that were seen', async () => {
    await pasteInItems(
      [
        // As LibreOffice writes them.
        '<p>3B901 Equipment:</p><ol type="a"><li><p style="margin-bottom: 0cm">First:</p>',
        '<ol><li><p>one</p></li><li><p>two</p></li></ol></li><li><p>Second</p></li></ol>',
        '<p>Technical Notes:</p><ol><li><p>of one</p></li><li><p>of two</p></li></ol>',
        // As word processors on the web write them: a list for each line, which counts on.
        '<p>3B902 Others:</p><div><ol start="6" style="list-style-type:lower-alpha"><li>F:',
        '<ol start="5"><li>five:<ol type="i"><li>r</li><li>s</li></ol></li></ol></li></ol></div>',
        // As others there write them: each item says how it counts, and inner lists stand beside theirs.
        '<p>3B903 More:</p><ol><li style="list-style-type:lower-alpha"><p>one</p></li>',
        '<ol><li style="list-style-type:decimal"><p>inner</p></li></ol>',
        '<li style="list-style-type:lower-alpha"><p>two</p></li></ol>',
      ].join(''),
    )
    expect(await itemsText()).toEqual([
      '3B901 ## Equipment:',
      'a. First:',
      'a.1. one',
      'a.2. two',
      'b. Second',
      'technical-note 1. of one',
      '2. of two',
      '3B902 ## Others:',
      'f. F:',
      'f.5. five:',
      'f.5.i. r',
      'f.5.ii. s',
      '3B903 ## More:',
      'a. one',
      'a.1. inner',
      'b. two',
    ])
    await pasteInItems(
      '<ol type="a" start="6"><li>F<ol start="5"><li>x</li></ol></li></ol><p>Note: q.</p>' +
        '<ol start="6"><li>six</li></ol><ol type="a" start="7"><li value="12">L</li></ol>',
      true,
    )
    expect((await itemsText()).slice(2)).toEqual(['f. F', 'f.5. x', 'note q.', 'f.6. six', 'l. L'])
    await pasteInItems('<ol><li>notify</li><li>publish</li></ol>')
    expect(await page.locator('.draft-text ol li').count()).toBe(2)
  })

  test('as typed lines has its notes after the points of what they are notes to', async () => {
    const lines = ['3B901 Equipment:', 'a. A:', '1. x:', 'a. p', 'b. q', 'Note: of one', '2. y']
    const named = ['Note to 3B901.a.1: of its name', 'Note to 3B901.c: of no point here', 'b. B']
    await pasteInItems([...lines, ...named].map(plainLine).join(''))
    const [{ points, notes } = { points: [], notes: [] }] = await entries()
    expect(outline(points)).toBe('a(1(a b) 2) b')
    expect(points[0]?.points[0]?.notes.map(({ text }) => text)).toEqual(['of one', 'of its name'])
    expect(notes).toEqual([])
    expect(points[0]?.notes.map(({ text }) => text)).toEqual(['to 3B901.c: of no point here'])
  })

  test('as lists counts as their type says, where a label could be read in two ways', async () => {
    const lists = (...each: string[]) => `<p>3B901 Equipment:</p>${each.join('')}`
    await pasteInItems(
      lists(
        '<ol type="a" start="7"><li>G:<ol><li>one</li></ol></li></ol>',
        '<ol type="a" start="9"><li>the letter</li></ol>',
      ),
    )
    expect(await itemsText()).toEqual(['3B901 ## Equipment:', 'g. G:', 'g.1. one', 'i. the letter'])
    await pasteInItems(
      lists(
        '<ol type="a" start="8"><li>H:<ol><li>one:</li></ol></li></ol>',
        '<ol style="list-style: outside lower-roman"><li>the number</li></ol>',
      ),
    )
    expect(await itemsText()).toEqual([
      '3B901 ## Equipment:',
      'h. H:',
      'h.1. one:',
      'h.1.i. the number',
    ])
  })

  test('with bullets below a point keeps the list there, and the entry in one', async () => {
    const bullets =
      '<ul><li>one</li><li><p>two</p><ul><li>below</li></ul></li><li></li></ul>' +
      '<ul><li>three <ol><li>first</li></ol></li></ul>'
    await pasteInItems(
      [
        ...['3B901 Equipment:', 'a. A:'].map(plainLine),
        bullets,
        ...['b. B:', 'Note: not what is:'].map(plainLine),
        '<ul><li>old</li></ul>',
        plainLine('c. C'),
      ].join(''),
    )
    expect(await itemsText()).toEqual([
      '3B901 ## Equipment:',
      'a. A:',
      '• one',
      '• two',
      '• • below',
      '• three',
      'a.1. first',
      'b. B:',
      'note not what is:',
      '• old',
      'c. C',
    ])
    await pasteInItems(
      [
        wordItem(1, 'a.', 'A:'),
        wordItem(2, '·', 'one'),
        wordItem(3, 'o', 'below'),
        wordItem(2, '§', 'two'),
        wordItem(2, '–', 'three'),
        wordItem(1, 'b.', 'B'),
        plainLine('And:'),
        wordItem(1, 'o', 'alone'),
      ].join(''),
      true,
    )
    expect((await itemsText()).slice(2)).toEqual([
      'a. A:',
      '• one',
      '• • below',
      '• two',
      '• three',
      'b. B',
      'And:',
      '• alone',
    ])
    expect(await entries()).toHaveLength(1)
    await pasteInItems('<ul><li>one</li><li>two</li></ul>', true)
    expect(await entries()).toHaveLength(1)
    expect(await page.locator('.draft-text article ul > li').allInnerTexts()).toEqual([
      'one',
      'two',
    ])
  })

  test('from Word has the levels that only its sheet of styles tells, and nothing else of it', async () => {
    const line = (name: string, words: string) => `<p class=${name}>${words}</p>`
    const item = (name: string, mark: string, words: string) =>
      `<p class=${name}><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span>&nbsp;
        </span></span><![endif]>${words}</p>`
    const sheet = `<style><!-- /* Style Definitions */
      p.MsoNormal, li.MsoNormal {margin:0cm;margin-bottom:.0001pt;font-size:11.0pt}
      p.Outer {margin-left:18.0pt;text-indent:-18.0pt;background:url(https://evil.example/x)}
      p.Middle {margin:0cm 0cm 0cm 36.0pt;text-indent:-18.0pt}
      p.Inner {margin-left:54.0pt;text-indent:-18.0pt;mso-list:url(https://evil.example/y)}
      p.ListOne {mso-style-name:"List One";mso-list:l0 level1 lfo1}
      p.ListTwo {mso-list:l0 level2 lfo1} p.ListThree {mso-list:l0 level3 lfo1}
      @list l0:level3 {mso-level-number-format:roman-lower;mso-level-text:"%3)"} --></style>`
    await pasteInItems(
      [
        sheet,
        line('MsoNormal', '3B901 typed:'),
        line('Outer', 'a. A:'),
        line('Middle', '1. x:'),
        line('Inner', 'a. p'),
        line('Outer', 'b. B'),
        line('MsoNormal', '3B902 listed:'),
        item('ListOne', 'h.', 'H:'),
        item('ListTwo', '1.', 'x:'),
        item('ListThree', 'i)', 'r'),
        item('ListOne', 'i.', 'I'),
      ].join(''),
    )
    expect(await itemsText()).toEqual([
      '3B901 ## typed:',
      'a. A:',
      'a.1. x:',
      'a.1.a. p',
      'b. B',
      '3B902 ## listed:',
      'h. H:',
      'h.1. x:',
      'h.1.i. r',
      'i. I',
    ])
    expect(await page.locator('.draft-text').innerHTML()).not.toMatch(/evil|mso-|margin|Outer/)
    const endless = `<style>${'/*'.repeat(400_000)}</style><style>${'p.x'.repeat(400_000)}</style>`
    await pasteInItems(endless + line('MsoNormal', 'as good as at once'))
    expect(await itemsText()).toEqual(['as good as at once'])
  })

  test('as lines that begin with letters elsewhere stays words', async () => {
    await open()
    await caretAfter('Amendment of the list')
    await page.keyboard.press('Enter')
    await paste({ 'text/html': plainLine('3B901 Equipment:') + typedEntry })
    expect(await text()).toMatch(/3B901 Equipment:\na\.\s+First:\n1\.\s+one\nTechnical Notes:/)
    await pasteInItems(plainLine('a. prose') + plainLine('b. more prose'))
    expect(await itemsText()).toEqual(['a. prose', 'b. more prose'])
    await pasteInItems(plainLine('a. single line of prose'), true)
    expect((await entries())[0]?.points).toEqual([])
  })

  test('as entries of pages of the Union’s law has notes and gaps where they stood', async () => {
    const point = journalPoint
    const column = (label: string, words: string, inside = '') =>
      `<div class="grid-container grid-list"><div class="list grid-list-column-1"><span>${label}
        </span></div><div class="grid-list-column-2"><p class="norm">${words}</p>${inside}</div></div>`
    await pasteInItems(
      [
        point(
          '3B901',
          'title in a row of its own:',
          point(
            'a.',
            'A:',
            point('1.', 'x') + point('Technical Notes:', '') + point('1.', 'n') + point('2.', 'o'),
          ) + point('b.', 'B'),
        ),
        point(
          '3B902',
          'points in a note:',
          point('a.', 'A') +
            point('Note:', '3B902.a does not control:', point('a.', 'x') + point('b.', 'y')) +
            point('b.', 'B'),
        ),
        point(
          '3B903',
          'notes of two levels:',
          point(
            'a.',
            'A:',
            '<p>Technical Notes:</p>' +
              point('1.', 'n:', point('a.', 'na') + point('b.', 'nb')) +
              point('2.', 'o'),
          ),
        ),
        point(
          '3B904',
          'goes on after a note:',
          point('a.', 'Not used;') +
            point('b.', 'B:', `${point('1.', 'x')}<p><i>N.B.:</i> See.</p>${point('4.', 'y')}`),
        ),
        point('3B905', 'brackets:', point('(a)', 'A:', point('(i)', 'x') + point('(ii)', 'y'))),
        `<table>${['3B906|rows:', 'a.|A:', '1.|x', 'Note:|n', '2.|y', 'b.|B']
          .map((row) => `<tr><td>${row.replace('|', '</td><td>')}</td></tr>`)
          .join('')}</table>`,
        column(
          '3B907',
          'columns:',
          column(
            'a.',
            'A:',
            `<p class="norm">Technical Notes:</p>${column('1.', 'n')}${column('2.', 'o')}`,
          ) + column('c.', 'C'),
        ),
      ].join(''),
    )
    expect(await itemsText()).toEqual(
      [
        ['3B901 ## title in a row of its own:', 'a. A:', 'a.1. x', 'technical-note 1. n', '2. o'],
        ['b. B'],
        ['3B902 ## points in a note:', 'a. A', 'note 3B902.a does not control:', 'a. x', 'b. y'],
        ['b. B'],
        ['3B903 ## notes of two levels:', 'a. A:', 'technical-note 1. n:', '1.a. na', '1.b. nb'],
        ['2. o'],
        ['3B904 ## goes on after a note:', 'a. (not used)', 'b. B:', 'b.1. x', 'nb See.', 'b.4. y'],
        ['3B905 ## brackets:', 'a. A:', 'a.i. x', 'a.ii. y'],
        ['3B906 ## rows:', 'a. A:', 'a.1. x', 'note n', 'a.2. y', 'b. B'],
        ['3B907 ## columns:', 'a. A:', 'technical-note 1. n', '2. o', 'c. C'],
      ].flat(),
    )
  })

  test('as entries of word processors is read by its typed letters, without what is hostile', async () => {
    await pasteInItems(
      [
        ...['3B901 brackets:'].map(plainLine),
        typedLine(18, '(a)', 'A:'),
        typedLine(36, '1)', 'x:'),
        typedLine(54, 'i)', 'r'),
        typedLine(54, 'ii)', 's'),
        typedLine(36, '2)', 'y'),
        typedLine(18, '(c)', 'C'),
        ...['3B902 as quoted:', 'f. F', '5. x', 'b. y', '6. z', 'g. G', 'h. H', 'i. I'].map(
          plainLine,
        ),
        ...['<b>3B903</b>', 'its heading:', 'a. A:', '1. x'].map(plainLine),
        ...['Technical Notes: 1. n', '2. o', 'b. B'].map(plainLine),
        plainLine('3B904 broken:<br>a. A:<br>1. x<br>b. B'),
        '<div><div>3B907 in wrappers:</div><div><p>a. A:</p></div><div>1. x<br>2. y</div></div>',
        plainLine('3B905 a list and typed:'),
        wordItem(1, 'a.', 'A:') + typedLine(36, '1.', 'x') + wordItem(1, 'b.', 'B'),
        plainLine('3B906 in their own spans:'),
        '<p><span><b>a</b></span><span>.</span><span>&nbsp; </span><i>A</i></p>',
        `<p onclick="steal()">b. <a href="javascript:steal()">B</a><img src=x onerror="steal()"></p>`,
        '<h2>Elsewhere</h2><p>a. prose</p><iframe src="https://evil.example"></iframe>',
      ].join(''),
    )
    expect(await itemsText()).toEqual(
      [
        ['3B901 ## brackets:', 'a. A:', 'a.1. x:', 'a.1.i. r', 'a.1.ii. s', 'a.2. y', 'c. C'],
        ['3B902 ## as quoted:', 'f. F', 'f.5. x', 'f.5.b. y', 'f.6. z', 'g. G', 'h. H', 'i. I'],
        ['3B903 ## its heading:', 'a. A:', 'a.1. x', 'technical-note 1. n', '2. o', 'b. B'],
        ['3B904 ## broken:', 'a. A:', 'a.1. x', 'b. B'],
        ['3B907 ## in wrappers:', 'a. A:', 'a.1. x', 'a.2. y'],
        ['3B905 ## a list and typed:', 'a. A:', 'a.1. x', 'b. B'],
        ['3B906 ## in their own spans:', 'a. _A_', 'b. B'],
        ['Elsewhere', 'a. prose'],
      ].flat(),
    )
    expect(await page.locator('.draft-text').innerHTML()).not.toMatch(/<img|<iframe|steal|mso-/)
  })

  test('as the columns of a consolidated text into an entry becomes points', async () => {
    const columns = (label: string, inside: string) =>
      `<div class="grid-container grid-list"><div class="list grid-list-column-1"><span>${label}
        </span></div><div class="grid-list-column-2">${inside}</div></div>`
    await open()
    await caretAfter('Pellicles')
    await page.keyboard.press('Enter')
    await paste({
      'text/html':
        columns('a.', `<p class="norm">First:</p>${columns('1.', '<p>inner</p>')}`) +
        `<div class="oj-enumeration-spacing"><p style="display:inline">b.&nbsp;</p><p
          style="display:inline">Second</p></div>`,
    })
    const [, entry] = await entries()
    expect(outline(entry?.points ?? [])).toBe('a(1) b')
    expect(entry?.points.map(({ text }) => text)).toEqual(['First:', 'Second'])
  })

  test('from Word leaves out what was not to be read any more, and says so', async () => {
    await open()
    await caretAfter('The list is amended')
    await page.keyboard.press('Enter')
    await paste({
      'text/html': `<html><head><style><!-- /* Style Definitions */
        p.MsoNormal {margin:0cm} span.Unseen {mso-style-name:Unseen; display:none; mso-hide:all}
        span.High {mso-style-name:High; vertical-align:super} --></style></head><body>
        <p class=MsoNormal>Keep <ins cite="mailto:x">inserted</ins> <del>deleted </del><span
        class=msoDel><s>struck </s></span>end<span class=MsoCommentReference><a class=msocomanchor
        href="#_msocom_1" id="_anchor_1">[AB1]</a></span>
        <span style='display:none;mso-hide:all'>secret plan </span><span class=Unseen>unseen </span>of
        10<span class=High>-4</span> Pa<a href="#_ftn1" name="_ftnref1"><span
        class=MsoFootnoteReference>[1]</span></a>.</p>
        <div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p
        class=MsoFootnoteText><a href="#_ftnref1">[1]</a> Below the line</p></div></div>
        <div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div
        id="_com_1" class=msocomtxt><p class=MsoCommentText>Comment of the minister</p></div></div>
        </div></body></html>`,
    })
    const lines = (await text()).split('\n')
    const line = lines.find((line) => line.startsWith('Keep'))
    expect(line?.replaceAll(/\s+/g, ' ')).toBe('Keep inserted end of 10-4 Pa.')
    expect(lines.join(' ')).not.toMatch(/secret|unseen|minister|AB1|Below|deleted|struck/)
    expect(await page.locator('.draft-text sup').allTextContents()).toContain('-4')
    await page
      .getByText(
        'Left out of what was pasted: 1 comment, 1 footnote, 2 pieces of hidden text and 2 passages that were deleted or struck out.',
      )
      .waitFor()
    await expectNoSerious(page)
  })

  test('is refused with its size when it is 5 MB, and nothing changes', async () => {
    await open()
    await caretAfter('The list is amended')
    const before = await content()
    await paste({ 'text/plain': 'All work and no play. '.repeat(240_000) })
    await expect
      .poll(() => page.getByRole('alert').textContent())
      .toContain('That is 5.3 MB of text. At most 120 kB can be pasted at once')
    expect(await content()).toEqual(before)
    await page.getByRole('button', { name: 'Close' }).click()
    await expect.poll(() => page.getByText('That is 5.3 MB').count()).toBe(0)
  })

  test('as a copy of a part of the text gets ids of its own', async () => {
    await open()
    await caretAfter('K is 0.35')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+v')
    const copies = await entries()
    expect(copies.length).toBe(4)
    expect(new Set(copies.map(({ id }) => id)).size).toBe(4)
    expect(copies[0]?.id).toBe('e1')
  })
})

describe('without a mouse', () => {
  test('Escape and Tab leave the text, Enter on the way goes back', async () => {
    await open()
    await caretAfter('a chuck overlay')
    await page.keyboard.press('Escape')
    const door = page.getByRole('button', { name: 'Back to the text' })
    expect(await door.evaluate((node) => node === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.keyboard.type('!')
    expect(await text()).toContain('1.50 nm.!')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    const inside = await page.evaluate(() =>
      document.querySelector('.draft-editor')?.contains(document.activeElement),
    )
    expect(inside).toBe(false)
  })

  test('the toolbar is one stop, and the arrow keys go along it', async () => {
    await open()
    await caretAfter('a chuck overlay')
    await page.locator('.tool[name=point][aria-disabled=false]').waitFor()
    await page.keyboard.press('Alt+F10')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.type('by toolbar')
    expect(outline((await entries())[0]?.points ?? [])).toBe('f(5(a b c) 6)')
    expect(await text()).toContain('by toolbar')
  })

  test('a link is set in a dialog, which refuses a hostile address', async () => {
    await open()
    await caretAfter('See also 3B001')
    await page.keyboard.press('Shift+Home')
    await wordsAreChosen()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('javascript:alert(1)')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByText('A link begins with https:').isVisible()).toBe(true)
    await page.getByLabel('Address').fill('https://eur-lex.europa.eu')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.locator('.draft-text a').getAttribute('href'))
      .toBe('https://eur-lex.europa.eu')
  })
})

describe('the room', () => {
  test('says what is saved, and keeps refused words to be copied', async () => {
    await open()
    const state = page.locator('.save-state')
    expect(await state.textContent()).toContain('Saved')
    await page.evaluate(() => window.rooms[0]?.change({ saveState: { kind: 'offline' } }))
    await expect
      .poll(() => page.locator('.save-state output').textContent())
      .toContain('No connection')
    await page.evaluate(() =>
      window.rooms[0]?.change({
        saveState: { kind: 'not-saved', reason: 'document-full', words: 'What I wrote' },
      }),
    )
    await expect
      .poll(() => page.getByRole('textbox', { name: /What you had written/ }).inputValue())
      .toBe('What I wrote')
    await page.getByRole('button', { name: 'I have what I need' }).click()
    await expect.poll(() => page.getByText('Words that were not saved').count()).toBe(0)
  })

  test('takes the tools away from one who may only read', async () => {
    await open()
    await page.evaluate(() => window.rooms[0]?.change({ canWrite: false }))
    await expect.poll(() => page.getByRole('toolbar').count()).toBe(0)
    expect(await page.locator('.draft-text').getAttribute('contenteditable')).toBe('false')
    expect(await page.locator('.entry-code').first().isDisabled()).toBe(true)
  })

  test('keeps the place of who was writing while the right to write was gone', async () => {
    await open()
    await caretAfter('Pellicles')
    await page.keyboard.press('ArrowLeft')
    await page.waitForFunction(() => document.documentElement.dataset.heard === 'Pellicles 8')
    await page.evaluate(() => window.rooms[0]?.change({ canWrite: false }))
    await expect.poll(() => page.getByRole('toolbar').count()).toBe(0)
    await page.evaluate(() => window.rooms[0]?.change({ canWrite: true }))
    await page.getByRole('toolbar').waitFor()
    await page.keyboard.type('-')
    await expect.poll(text).toContain('Pellicle-s')
  })

  test('has nothing serious for axe, in the draft and in the frozen text', async () => {
    await open('?people=1')
    await expectNoSerious(page)
    await page.context().close()
    await open('?show=frozen')
    await page.locator('.text').waitFor()
    await expectNoSerious(page)
  })
})
