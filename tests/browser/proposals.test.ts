import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNoSerious } from './axe.ts'
import { openPortal, type VisitedPortal } from './harness.ts'
import { roomScene } from './room-scene.ts'
import { paragraph, point } from '#tests/text/sample.ts'

let visited: VisitedPortal
let scene: ReturnType<typeof roomScene>

beforeAll(async () => {
  visited = await openPortal()
  scene = roomScene(visited.database.db)
}, 400_000)
afterAll(() => visited?.close())

const overlay = { place: 'words', element: 'f5bp', from: 2, to: 25 } as const
const wavelength = { place: 'words', element: 'f5ap', from: 2, to: 25 } as const
const wholePoint = {
  place: 'element',
  element: 'f5b',
  change: 'replace',
  proposedWording: null,
  slice: JSON.stringify([point({ id: 'f5b' }, paragraph('f5bp', 'an overlay ≤ 1.30 nm.'))]),
} as const

/** In order at both widths: named, and without sideways scrolling. */
async function expectInOrder(page: Page, picture: string) {
  for (const width of [1280, 400]) {
    await page.setViewportSize({ width, height: 900 })
    const { folder = '' } = { folder: process.env.PICTURES }
    if (folder) await page.screenshot({ path: `${folder}/${picture}-${width}.png`, fullPage: true })
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wider).toBeLessThanOrEqual(0)
    await expectNoSerious(page)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** Goes on with Tab until something with this name has the focus. */
async function tabTo(page: Page, name: string) {
  for (let step = 0; step < 200; step++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const at = document.activeElement
      const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : null
      return (label ?? at?.getAttribute('aria-label') ?? at?.textContent ?? '').trim()
    })
    if (focused === name) return
  }
  throw new Error(`no "${name}" to tab to`)
}

test('a point is proposed in an editor of its own, with the keyboard alone', async () => {
  const { path } = await scene.room()
  const page = await visited.visitAs('de-representative')
  await page.goto(path)
  await page.getByText('Present now').waitFor()
  await page.getByRole('button', { name: 'Comment on 3B801.f.5.b', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('What it is about').selectOption('Scope')
  await page.getByLabel('Comment', { exact: true }).fill('Narrower.')
  await page.getByLabel('No wording').focus()
  await page.keyboard.press('ArrowDown')
  const editor = page.locator('.slice-field .draft-text')
  await editor.getByText('a chuck overlay ≤ 1.50 nm.').waitFor()
  await editor.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' That is')
  await page.keyboard.press('Enter')
  await page.keyboard.type('measured')
  await expectInOrder(page, 'compose')
  await page.getByRole('button', { name: 'Save inside' }).focus()
  await page.keyboard.press('Enter')
  const comment = page.locator('[data-comment]')
  await comment.getByText('Proposed wording of this part').waitFor()
  expect(await comment.locator('ins').allTextContents()).toEqual([' That is', 'measured'])
  await page.context().close()
}, 120_000)

test('the owner takes up several proposals in one act, without a mouse', async () => {
  const room = await scene.room()
  await scene.release('fr-licensing', room, {
    ...overlay,
    proposedWording: 'chuck overlay ≤ 1.40 nm',
  })
  await scene.release('it-licensing', room, {
    ...wavelength,
    proposedWording: 'light source below 193',
  })
  await scene.release('de-licensing', room, wholePoint)
  const page = await visited.visitAs('nl-representative')
  const file = room.path.replace(/\/versions\/1$/, '')
  await page.goto(`${file}/proposals`)
  await page.getByText('Proposals that change the same words').waitFor()
  expect(await page.getByText('Can be taken up as it is').count()).toBe(3)
  await expectInOrder(page, 'proposals')
  await tabTo(page, 'Choose the proposal of France: 3B801.f.5.b')
  await page.keyboard.press('Space')
  await tabTo(page, 'Choose the proposal of Germany: 3B801.f.5.b')
  await page.keyboard.press('Space')
  await page.getByText('They cannot be taken up in one act.').first().waitFor()
  expect(await page.getByText('Take up those chosen …').count()).toBe(0)
  await page.keyboard.press('Space')
  await page.getByLabel('Choose the proposal of Italy: 3B801.f.5.a').focus()
  await page.keyboard.press('Space')
  await page.getByText('2 chosen').waitFor()
  await tabTo(page, 'Take up those chosen …')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Take up all of them')
  await page.keyboard.press('Enter')
  await page.getByText('The draft was changed in the same words').waitFor()
  expect(await page.getByText('Taken up', { exact: true }).count()).toBeGreaterThanOrEqual(2)

  // What collided stands beside a changed draft now, and is settled by the owner.
  await page.getByRole('link', { name: 'Look at it beside the draft …' }).click()
  await page.getByRole('heading', { name: 'In the draft now' }).waitFor()
  await page.getByText('Conflict: both changed this.').first().waitFor()
  const editor = page.locator('.slice-field .draft-text')
  await editor.getByText(/overlay ≤ 1\.40 nm\./).waitFor()
  await expectInOrder(page, 'settle')
  await editor.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' or an overlay ≤ 1.30 nm')
  await page.getByRole('button', { name: 'Take up with this wording' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/proposals?version=1')
  await page.goto(`${file}/words`)
  await page.getByText('What was taken up').first().waitFor()
  await page.getByText('with changes').waitFor()
  expect(await page.locator('.credited-words').allTextContents()).toContain('1.40')
  await expectInOrder(page, 'words')
  await page.context().close()
}, 240_000)

test('version and proposal are quoted as they are where the line was changed since', async () => {
  const room = await scene.room()
  const proposed = (office: string, from: number, to: number, proposedWording: string) =>
    scene.release(office, room, { ...overlay, from, to, proposedWording })
  await proposed('fr-licensing', 2, 17, 'table overlay <')
  await proposed('de-licensing', 16, 25, '≤ 1.40 nm')
  await proposed('de-licensing', 18, 22, '1.30')
  const page = await visited.visitAs('nl-representative')
  const list = `${room.path.replace(/\/versions\/1$/, '')}/proposals?version=1`
  await page.goto(list)
  const germany = page.locator('.proposals__item', {
    hasText: 'Proposal of Germany: 3B801.f.5.b, no. 1',
  })
  await germany.getByText('Changes the same words as: DE, 3B801.f.5.b, no. 2').waitFor()
  await expectInOrder(page, 'one-line')
  await page.getByLabel('Choose the proposal of France: 3B801.f.5.b').focus()
  await page.keyboard.press('Space')
  await tabTo(page, 'Take up those chosen …')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Take up all of them')
  await page.keyboard.press('Enter')
  await page.getByText('into the draft, since version 1').waitFor()
  await germany.getByText('The draft was changed beside it').waitFor()
  await germany.getByRole('link', { name: 'Look at it beside the draft …' }).click()
  await page.getByRole('heading', { name: 'In the draft now' }).waitFor()
  expect(await page.locator('.side-by-side__one p').allTextContents()).toEqual([
    'a chuck overlay ≤ 1.50 nm.',
    'a chuck overlay ≤ 1.40 nm.',
    'a table overlay < 1.50 nm.',
  ])
  await expectInOrder(page, 'one-line-settle')
  await page.goto(list.replace('proposals', 'words'))
  await page.getByText('Taken up into the draft since version 1').waitFor()
  await expectInOrder(page, 'one-line-words')
  await page.context().close()
}, 240_000)

test('a declined proposal says why', async () => {
  const room = await scene.room()
  await scene.release('fr-licensing', room, {
    ...overlay,
    proposedWording: 'chuck overlay ≤ 1.40 nm',
  })
  const page = await visited.visitAs('nl-representative')
  await page.goto(`${room.path.replace(/\/versions\/1$/, '')}/proposals`)
  await page.getByText('Decline', { exact: true }).click()
  await page.getByLabel('Reasons').fill('The risk assessment says 1.50.')
  await page.getByRole('button', { name: 'Decline, with this reason' }).click()
  await page.getByText('Not taken up').first().waitFor()
  expect(await page.getByRole('link', { name: 'Look at it beside the draft …' }).count()).toBe(1)
  await page.context().close()
}, 120_000)
