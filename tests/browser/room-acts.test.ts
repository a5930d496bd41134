import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endRole } from '#app/commands/end-role.server.ts'
import { grantRole } from '#app/commands/grant-role.server.ts'
import { takeUpWording } from '#app/commands/take-up-wording.server.ts'
import { demoActor, must } from '#app/demonstration/acting.server.ts'
import { openPortal, type VisitedPortal } from './harness.ts'
import { roomScene } from './room-scene.ts'

let visited: VisitedPortal
let scene: ReturnType<typeof roomScene>

beforeAll(async () => {
  visited = await openPortal()
  scene = roomScene(visited.database.db)
}, 180_000)
afterAll(() => visited?.close())

const overlay = { place: 'words', element: 'f5bp', from: 2, to: 25 } as const

async function enter(person: string, path: string): Promise<Page> {
  const page = await visited.visitAs(person)
  await page.goto(path)
  // The room is alive once it knows who is in it.
  await page.getByText('Present now').waitFor()
  return page
}

const comments = (page: Page) => page.locator('[data-comment]')

test('an office replies inside to what another office of its state wrote', async () => {
  const { path, ...where } = await scene.room()
  await scene.write('de-licensing', where, { body: 'Customs must be able to tell.' })
  const page = await enter('de-customs', path)
  await page.getByText('Reply inside', { exact: true }).click()
  await page.getByLabel('To your colleagues').fill('By the tariff heading alone we cannot.')
  await page.getByRole('button', { name: 'Send inside' }).click()
  const said = page.locator('.reply--inside', { hasText: 'By the tariff heading alone we cannot.' })
  await said.waitFor()
  await page.getByText('Reply inside', { exact: true }).click()
  await page.getByLabel('To your colleagues').fill('By the data sheet we can.')
  await page.getByRole('button', { name: 'Send inside' }).click()
  await said.getByText('By the data sheet we can.').waitFor()
  expect(await said.getByRole('listitem').count()).toBe(2)
  await page.context().close()
})

test('merged comments keep the wording that one proposed, and say which is left out', async () => {
  const { path, ...where } = await scene.room()
  const first = await scene.write('de-licensing', where, { ...overlay, body: 'Too wide.' })
  await scene.write('de-customs', where, {
    thread: first,
    body: 'We agree.',
    proposedWording: 'a kit specially designed',
  })
  await scene.write('de-drafter', where, {
    thread: first,
    body: 'Or so.',
    proposedWording: 'a kit made for it',
  })
  const page = await enter('de-representative', path)
  await page.getByRole('button', { name: 'Merge comments …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge comments into one?' })
  const wording = dialog.getByLabel('Proposed wording')
  await dialog.getByLabel('Too wide.').check()
  await dialog.getByLabel('We agree.').check()
  await expect.poll(() => wording.inputValue()).toBe('a kit specially designed')
  expect(await dialog.getByText('not in the merged comment').count()).toBe(0)

  // Of two that differ the desk chooses one, and reads that the other is left out.
  await dialog.getByLabel('Or so.').check()
  await dialog.getByText('2 proposals of those chosen are not in the merged comment').waitFor()
  expect(await wording.inputValue()).toBe('')
  await dialog
    .getByRole('listitem')
    .filter({ hasText: 'a kit specially designed' })
    .getByRole('button', { name: 'Propose this wording' })
    .click()
  await dialog.getByText('One proposal of those chosen is not in the merged comment').waitFor()
  await dialog.getByRole('button', { name: 'Put the words of those chosen below' }).click()
  await dialog.getByLabel('What it is about').selectOption('Scope')
  await dialog.getByRole('button', { name: 'Merge inside' }).click()
  const merged = page.locator('[data-comment]', { hasText: 'Made of 3' })
  await merged.getByText('a kit specially designed').waitFor()
  await page.context().close()
})

test('the place of a comment takes the focus, and the keys lead on from the comment', async () => {
  const { path, ...where } = await scene.room()
  const first = await scene.release('fr-licensing', where, overlay)
  const second = await scene.release('it-licensing', where, { place: 'element', element: 'n2' })
  const page = await enter('nl-representative', path)
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-comment'))
  await page.keyboard.press('j')
  expect(await focused()).toBe(first)
  await page.keyboard.press('p')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('el-f5bp')
  await page.getByText(/^Thread 1: 3B801\.f\.5\.b.*its place in the text/i).waitFor()
  await page.keyboard.press('j')
  expect(await focused()).toBe(second)

  await page.keyboard.press('k')
  await page.keyboard.press('a')
  const inForm = () => page.evaluate(() => document.activeElement?.closest('.answer') !== null)
  expect(await inForm()).toBe(true)
  await page.getByRole('textbox', { name: 'Reasons' }).waitFor()
  await page.keyboard.press('a')
  expect(await page.getByRole('textbox', { name: 'Reasons' }).isVisible()).toBe(true)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('outcome')
  await page.context().close()
})

test('what the owner typed stays when a colleague changes the same words of the draft', async () => {
  const { path, ...where } = await scene.room()
  const wording = (proposedWording: string) => ({ ...overlay, proposedWording })
  const settled = await scene.release('fr-licensing', where, wording('chuck overlay ≤ 1.40 nm'))
  const other = await scene.release('it-licensing', where, wording('chuck overlay ≤ 1.44 nm'))
  const page = await visited.visitAs('nl-representative')
  await page.goto(`${path.replace(/\/versions\/1$/, '')}/proposals/${settled}`)
  const editor = page.locator('.slice-field .draft-text')
  await editor.getByText('a chuck overlay ≤ 1.40 nm.').waitFor()
  await editor.focus()
  await page.keyboard.press('Control+End')
  for (let step = 0; step < '1.40 nm.'.length; step++) await page.keyboard.press('Backspace')
  const typed = 'the finest that can be printed, 1.30 nm.'
  await page.keyboard.type(typed)
  await editor.getByText(`a chuck overlay ≤ ${typed}`).waitFor()

  const colleague = demoActor('nl-representative')
  const { db } = visited.database
  const form = { key: randomUUID(), comment: other, reason: '' }
  must('taking up', await takeUpWording({ db }, colleague, where.reference, form))
  await page.getByRole('button', { name: 'Take up with this wording' }).click()
  await page.getByText('The draft was changed while you wrote').waitFor()
  await page.locator('.notice q', { hasText: 'a chuck overlay ≤ 1.44 nm.' }).waitFor()
  await editor.getByText(`a chuck overlay ≤ ${typed}`).waitFor()
  expect(await editor.getByText('1.44').count()).toBe(0)
  visited.takeComplaints()
  await page.context().close()
})

test('an open room hears that its reader became a deputy, and that it ended', async () => {
  const { path, ...where } = await scene.room()
  await scene.write('fr-licensing', where)
  const page = await enter('fr-customs', path)
  const release = page.getByRole('button', { name: 'Release …' })
  expect(await release.count()).toBe(0)
  const { db } = visited.database
  const { personId } = demoActor('fr-customs')
  const administrator = demoActor('fr-administrator')
  const key = randomUUID()
  const role = { key, role: 'deputy' as const, from: null, until: '2050-12-31' as const }
  must('a role', await grantRole({ db }, administrator, personId, role))
  await release.waitFor()
  must('its end', await endRole({ db }, administrator, personId, key))
  await release.waitFor({ state: 'detached' })
  expect(await comments(page).count()).toBe(1)
  await page.context().close()
})
