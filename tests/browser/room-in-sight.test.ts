import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoActor } from '#app/demonstration/acting.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'
import { openPortal, type VisitedPortal } from './harness.ts'
import { roomScene } from './room-scene.ts'

let visited: VisitedPortal
let scene: ReturnType<typeof roomScene>

beforeAll(async () => {
  visited = await openPortal()
  scene = roomScene(visited.database.db)
}, 180_000)
afterAll(() => visited?.close())

const notice = `/files/${new Date().getFullYear()}-EE-0001/versions/1`

async function enter(person: string, path: string, options = {}): Promise<Page> {
  const page = await visited.visitAs(person, options)
  await page.goto(path)
  // The room is alive once it knows who is in it.
  await page.getByText('Present now').waitFor()
  return page
}

const announced = (page: Page) => page.getByRole('log').getByText('New comment from Germany')

/** Which of the elements that a selector finds lie over one that the other finds. */
const overlaps = (page: Page, over: string, under: string) =>
  page.evaluate(
    ([over = '', under = '']) => {
      const found = (selector: string) => [...document.querySelectorAll(selector)]
      return found(over).flatMap((above) =>
        found(under)
          .filter((below) => below !== above)
          .filter((below) => {
            const [a, b] = [above.getBoundingClientRect(), below.getBoundingClientRect()]
            return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
          })
          .map((below) => `${above.textContent} over ${below.textContent}`),
      )
    },
    [over, under],
  )

test('each part of an early notice has a button of its own, and none lies over another', async () => {
  // Where nothing can point, the buttons are always there.
  for (const options of [{}, { hasTouch: true, isMobile: true }]) {
    const page = await enter('de-drafter', notice, options)
    const buttons = page.locator('.element-tools__comment')
    const names = await buttons.evaluateAll((all) => all.map((one) => one.ariaLabel))
    expect(names).toContain('Comment on What is envisaged, “An authorisation requirement for …”')
    expect(names).toContain('Comment on What is envisaged')
    expect(new Set(names).size).toBe(names.length)
    const button = '.element-tools__comment'
    expect(await overlaps(page, button, button)).toEqual([])
    await page.context().close()
  }
})

test('where nothing can point, no button lies over words of the text', async () => {
  const { path } = await scene.room()
  const viewport = { width: 400, height: 800 }
  const page = await enter('de-drafter', path, { viewport, hasTouch: true, isMobile: true })
  const covered = await page.evaluate(() => {
    const buttons = [...document.querySelectorAll('.element-tools__comment')]
    const boxes = buttons.map((button) => button.getBoundingClientRect())
    return [...document.querySelectorAll('.room__text [data-from]')]
      .filter((words) =>
        [...words.getClientRects()].some((line) =>
          boxes.some(
            (box) =>
              line.left < box.right &&
              box.left < line.right &&
              line.top < box.bottom - 4 &&
              box.top + 4 < line.bottom,
          ),
        ),
      )
      .map((words) => words.textContent)
  })
  expect(covered).toEqual([])
  await page.context().close()
})

test('the tab of the browser and the tab of the file call a room the same', async () => {
  const { path, reference } = await scene.room()
  for (const [address, name] of [
    [path, `${reference}: Comments on version 1 | Concert`],
    [notice, `${new Date().getFullYear()}/EE/0001: Comments on the notice | Concert`],
  ] as const) {
    const page = await enter('de-drafter', address)
    expect(await page.title()).toBe(name)
    const tab = page.locator('.tabs [aria-current="page"]')
    expect(name).toContain(`: ${await tab.textContent()} |`)
    await page.context().close()
  }
})

test('what is announced lies over no form of the room, and not over what has the focus', async () => {
  const { path, ...where } = await scene.room()
  const beside = await enter('fr-drafter', path, { viewport: { width: 1280, height: 640 } })
  const below = await enter('it-drafter', path, { viewport: { width: 400, height: 800 } })
  for (const page of [beside, below])
    await page.getByRole('button', { name: 'Write a comment' }).click()
  await scene.release('de-licensing', where)
  for (const page of [beside, below]) await announced(page).waitFor()

  expect(await overlaps(beside, '.announcement', '#composer')).toEqual([])

  await below.evaluate(() => {
    const [text] = document.querySelectorAll<HTMLElement>('#composer textarea')
    text?.scrollIntoView({ block: 'end' })
  })
  const controls = await below
    .locator('#composer :is(textarea, select, input:not([type="hidden"]), button)')
    .count()
  for (let step = 0; step < controls; step++) {
    await below.keyboard.press('Tab')
    expect(await overlaps(below, '.announcement', ':focus')).toEqual([])
  }
  // What is at the very end of the page can be brought out from under it.
  await below.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  expect(await overlaps(below, '.announcement', 'footer a')).toEqual([])
  for (const page of [beside, below]) await page.context().close()
})

/** Waits until what has the focus is a comment with these words. */
const focusOn = (page: Page, words: string) =>
  page.waitForFunction((words) => {
    const { activeElement } = document
    return activeElement?.matches('[data-comment]') && activeElement.textContent?.includes(words)
  }, words)

async function fill(page: Page, words: string) {
  const composer = page.locator('#composer')
  await composer.getByLabel('What it is about').selectOption('Scope')
  await composer.getByLabel('Comment', { exact: true }).fill(words)
}

test('the focus is on a comment that was written, also where the filter would hide it', async () => {
  const { path, ...where } = await scene.room()
  const id = await scene.release('it-licensing', where, { place: 'element', element: 'n2' })
  const page = await enter('fr-drafter', path)
  await page.getByRole('button', { name: 'Write a comment' }).click()
  await fill(page, 'On the whole')
  await page.getByRole('button', { name: 'Save inside' }).click()
  await focusOn(page, 'On the whole')

  await page.locator(`[data-thread-card="${id}"] .thread__add`).click()
  await fill(page, 'In a thread')
  await page.getByRole('button', { name: 'Save inside' }).press('Enter')
  await focusOn(page, 'In a thread')

  await page.getByLabel('Delegation').selectOption('Italy')
  await page.getByText('1 thread is hidden').waitFor()
  await page.getByRole('button', { name: 'Write a comment' }).press('Enter')
  await fill(page, 'Past the filter')
  await page.getByRole('button', { name: 'Save inside' }).press('Enter')
  await focusOn(page, 'Past the filter')
  await page.getByText('It stays until the filter is changed.').waitFor()
  expect(await page.locator('#composer').count()).toBe(0)
  await page.context().close()
})

test('after each release the focus is on what was released', async () => {
  const { path, ...where } = await scene.room()
  const all = ['Waits first', 'Waits second', 'Waits third']
  for (const body of all) await scene.write('fr-drafter', where, { body })
  const page = await enter('fr-representative', path)
  for (const words of all) {
    const comment = page.locator('[data-comment]', { hasText: words })
    await comment.getByRole('button', { name: 'Release …' }).press('Enter')
    await comment.getByRole('button', { name: 'Release', exact: true }).press('Enter')
    await comment.getByText('To: All Member States and the Commission').waitFor()
    await focusOn(page, words)
  }
  expect(await page.getByRole('button', { name: 'Release …' }).count()).toBe(0)
  await page.context().close()
})

test('what is pressed with the mouse stays under it until the press is over, and is clicked', async () => {
  const nl = demoActor('nl-representative')
  const reference = await scene.file(nl)
  const lines = Array.from({ length: 60 }, (_, index) => paragraph(`p${index}`, 'A measure.'))
  const content = doc(section('risk', ...lines, paragraph('last', 'The last words.')))
  const number = await scene.share(nl, reference, { kind: 'all' }, content)
  const place = { place: 'words', element: 'last', from: 4, to: 8 } as const
  await scene.release('it-licensing', { reference, number }, place)
  const path = `/files/${referenceInAddress(reference)}/versions/${number}`
  const page = await enter('nl-representative', path, { viewport: { width: 1280, height: 1100 } })
  const opener = page.locator('.thread summary', { hasText: 'Reply' }).first()
  const words = page.locator('.room__text [data-thread]')
  const isInSight = (one: Element) => {
    const { top, bottom } = one.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  }
  const box = await opener.boundingBox()
  if (!box) throw new Error('no opener')
  expect(await opener.evaluate(isInSight)).toBe(true)
  expect(await words.evaluate(isInSight)).toBe(false)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  expect(await opener.boundingBox()).toEqual(box)
  await page.mouse.up()
  expect(await opener.evaluate((one) => one.closest('details')?.open)).toBe(true)
  // Then the text comes to what the comment is about.
  await page.waitForFunction(isInSight, await words.elementHandle())
  await page.context().close()
})
