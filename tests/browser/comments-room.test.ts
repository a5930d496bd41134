import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNoSerious } from './axe.ts'
import { openPortal, type VisitedPortal } from './harness.ts'
import { demoActor } from '#app/demonstration/acting.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
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
const news = (page: Page, words: string) =>
  page.getByRole('log').getByText(words, { exact: true }).waitFor()

/** Browsers complain of answers that refuse a form. */
function expectRefusals(count: number) {
  const complaints = visited.takeComplaints()
  expect(complaints.filter((complaint) => complaint.includes('422'))).toHaveLength(count)
  expect(complaints).toHaveLength(count)
}

test('what is released appears on every other screen, and before that on none', async () => {
  const { path } = await scene.room()
  const [expert, representative, france, owner] = await Promise.all([
    enter('de-licensing', path),
    enter('de-representative', path),
    enter('fr-drafter', path),
    enter('nl-representative', path),
  ])

  await expert.getByRole('button', { name: 'Comment on 3B801.f.5.b', exact: true }).click()
  await expert.getByLabel('What it is about').selectOption('Control parameter')
  await expert.getByLabel('Comment', { exact: true }).fill('Several producers sell below this.')
  await expert.getByRole('button', { name: 'Save inside' }).click()
  await news(representative, 'New comment inside your delegation')
  await expert.getByText('A representative of your delegation can release it.').waitFor()
  expect(await comments(france).count()).toBe(0)

  await representative.getByRole('button', { name: 'Release …' }).click()
  const dialog = representative.getByRole('dialog', { name: 'Release to others?' })
  await dialog.getByText('It reaches 27 other delegations:').waitFor()
  await dialog.getByLabel('Netherlands and the Commission').check()
  await dialog.getByText('It reaches 2 other delegations:').waitFor()
  await dialog.getByRole('button', { name: 'Release', exact: true }).click()
  await news(owner, 'New comment from Germany')
  await dialog.waitFor({ state: 'hidden' })
  expect(await comments(france).count()).toBe(0)
  for (const page of [expert, representative, owner])
    await page.getByText('To: Netherlands and the Commission').waitFor()

  await owner.getByText('Reply', { exact: true }).click()
  await owner.getByLabel('Not taken up').check()
  await owner.getByRole('button', { name: 'Send the reply' }).click()
  await owner.getByText('Reasons are needed here.').first().waitFor()
  expectRefusals(1)
  await owner.getByLabel('Reasons').fill('The value is that of the risk assessment.')
  await owner.getByRole('button', { name: 'Send the reply' }).click()
  await news(representative, 'Netherlands has replied')
  await representative.getByText('The value is that of the risk assessment.').waitFor()
  for (const page of [expert, representative, france, owner]) await page.context().close()
})

test('words are chosen in the text, and a proposed wording comes into the draft', async () => {
  const { path } = await scene.room()
  const page = await enter('com-officer', path)
  await page.locator('#el-f5bp [data-from]').evaluate((line) => {
    const words = line.firstChild
    if (!words) throw new Error('an empty line')
    document.getSelection()?.setBaseAndExtent(words, 2, words, 25)
  })
  await page.getByRole('button', { name: 'Comment on these words' }).click()
  await page.getByLabel('What it is about').selectOption('Control parameter')
  await page.getByLabel('Comment', { exact: true }).fill('Annex I says 1.40 nm.')
  await page.getByLabel('Proposed wording').fill('chuck overlay ≤ 1.40 nm')
  await page.getByRole('button', { name: 'Save inside' }).click()
  await page.getByRole('button', { name: 'Release …' }).click()
  await page.getByRole('button', { name: 'Release', exact: true }).click()

  const owner = await enter('nl-representative', path)
  await owner.getByRole('button', { name: 'Take up the wording …' }).click()
  const dialog = owner.getByRole('dialog', { name: 'Take up this wording?' })
  await dialog.locator('del', { hasText: '1.50' }).waitFor()
  await dialog.locator('ins', { hasText: '1.40' }).waitFor()
  await dialog.getByRole('button', { name: 'Take up', exact: true }).click()
  await owner.getByText('The proposed wording was put into the draft').waitFor()
  await page.getByText('The proposed wording was put into the draft').waitFor()
  await owner.goto(path.replace('versions/1', 'draft'))
  const draft = owner.locator('[contenteditable]')
  await draft.getByText('chuck overlay ≤ 1.40 nm').waitFor()
  expect(await draft.getByText('chuck overlay ≤ 1.50 nm').count()).toBe(0)
  for (const one of [page, owner]) await one.context().close()
})

test('everything in the room can be done with the keyboard alone', async () => {
  const { path, ...where } = await scene.room()
  await scene.release('fr-licensing', where, overlay)
  await scene.release('it-licensing', where, { place: 'element', element: 'n2' })
  const page = await enter('de-representative', path)
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-comment'))

  await page.keyboard.press('j')
  const first = await focused()
  await page.keyboard.press('j')
  expect(await focused()).not.toBe(first)
  await page.keyboard.press('k')
  expect(await focused()).toBe(first)

  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys in this room' }).waitFor()
  await page.keyboard.press('Escape')

  await page.keyboard.press('c')
  await page.keyboard.type('By keyboard: j, k and c mean nothing here.')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('S')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const written = page.locator('[data-comment]', {
    has: page.locator('.comment__body', { hasText: 'By keyboard: j, k and c mean nothing here.' }),
  })
  await written.waitFor()
  await written.focus()
  await page.keyboard.press('r')
  await page.getByRole('dialog', { name: 'Release to others?' }).waitFor()
  await page.getByRole('button', { name: 'Release', exact: true }).focus()
  await page.keyboard.press('Enter')
  await written.getByText('To: All Member States and the Commission').waitFor()
  // The button that opened the dialog is gone; the focus is where it was about.
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-comment') !== null)
  await page.context().close()
})

test('every comment of one page view is a comment, by mouse and by keyboard', async () => {
  const { path, ...where } = await scene.room()
  const id = await scene.release('it-licensing', where, overlay)
  const page = await enter('fr-drafter', path)
  const fill = async (words: string) => {
    await page.locator('#composer').getByLabel('What it is about').selectOption('Scope')
    await page.locator('#composer').getByLabel('Comment', { exact: true }).fill(words)
  }
  const isThere = async (words: string) => {
    await page.locator('.comment__body').getByText(words, { exact: true }).waitFor()
    await page.locator('#composer').waitFor({ state: 'detached' })
  }

  await page.getByRole('button', { name: 'Write a comment' }).click()
  await fill('The first by mouse')
  await page.getByRole('button', { name: 'Save inside' }).click()
  await isThere('The first by mouse')
  await page.locator(`[data-thread-card="${id}"] .thread__add`).click()
  await fill('The second by mouse')
  await page.getByRole('button', { name: 'Save inside' }).click()
  await isThere('The second by mouse')

  for (const words of ['The first by keyboard', 'The second by keyboard']) {
    await page.keyboard.press('c')
    await page.waitForFunction(() => document.activeElement?.matches('#composer textarea'))
    await page.keyboard.type(words)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('S')
    for (let step = 0; step < 3; step++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await isThere(words)
  }
  expect(await comments(page).count()).toBe(5)
  await page.context().close()
})

test('an address of a comment opens it, past any filter, or says that it is not there', async () => {
  const { path, ...where } = await scene.room()
  const id = await scene.release('fr-licensing', where, overlay)
  const page = await visited.visitAs('de-drafter')
  await page.goto(`${path}?show=inner#comment-${id}`)
  await page.waitForFunction(
    (id) => document.activeElement?.getAttribute('data-comment') === id,
    id,
  )
  expect(new URL(page.url()).search).toBe('')
  await page.locator('.thread-words.is-active').waitFor()

  await page.goto(`${path}#comment-00000000-0000-4000-8000-000000000000`)
  await page.reload()
  await page.getByText('is not on this page').waitFor()
  await page.context().close()
})

test('an address of a comment that names an earlier version leads to where it stands', async () => {
  const { path, ...where } = await scene.room()
  const number = await scene.share(demoActor('nl-representative'), where.reference)
  const id = await scene.release('fr-licensing', { ...where, number }, overlay)
  const page = await visited.visitAs('de-drafter')
  await page.goto(`${path}#comment-${id}`)
  await page.getByRole('link', { name: 'stands on version 2' }).click()
  await page.waitForURL(`**/versions/2#comment-${id}`)
  await page.waitForFunction(
    (id) => document.activeElement?.getAttribute('data-comment') === id,
    id,
  )
  expect(await page.getByText('stands on version 2').count()).toBe(0)
  await page.context().close()
})

test('a position is stated after being asked once more, and others see it come', async () => {
  const { path } = await scene.room()
  const owner = await enter('nl-drafter', path)
  const page = await enter('se-representative', path)
  await page.getByRole('link', { name: 'State our position' }).click()
  await page.getByLabel('Concern').check()
  await page.getByRole('button', { name: 'State the position …' }).click()
  await page.getByText('Reasons are needed here.').first().waitFor()
  expect(await page.getByRole('button', { name: 'State it' }).isVisible()).toBe(false)
  await page.getByLabel('Reasons').fill('Our producers export these to partners.')
  await page.getByRole('button', { name: 'State the position …' }).click()
  await page.getByRole('button', { name: 'State it' }).click()
  await page.getByRole('row', { name: 'Sweden' }).getByText('Concern').waitFor()
  await news(owner, 'Sweden has stated its position')
  for (const one of [page, owner]) await one.context().close()
})

test('only those of other states can mean a comment as a question to the owner', async () => {
  const { path } = await scene.room()
  for (const [person, count] of [
    ['fr-drafter', 1],
    ['nl-drafter', 0],
  ] as const) {
    const page = await enter(person, path)
    await page.getByRole('button', { name: 'Write a comment' }).click()
    const composer = page.locator('#composer')
    expect(await composer.getByLabel('question to the owner').count()).toBe(count)
    await page.context().close()
  }
})

test('the compiled table says what it leaves out, and shows it when that is chosen', async () => {
  const { path, ...where } = await scene.room()
  await scene.release('fr-drafter', where, overlay)
  await scene.write('fr-drafter', where, { body: 'Still to be released.' })
  const page = await visited.visitAs('fr-drafter')
  await page.goto(`${path}/table`)
  await page.getByText('1 of 2 lines are shown. One line inside your delegation is left').waitFor()
  await page.getByText('Status', { exact: true }).first().click()
  await page.getByLabel('Inside, not released').check()
  await page.getByRole('button', { name: 'Show results' }).click()
  await page.getByText('Still to be released.').waitFor()
  expect(await page.getByText('is left out').count()).toBe(0)
  await page.context().close()
})

test('the owner answers in the compiled table by keyboard, and the line stays while it is worked on', async () => {
  const { path, ...where } = await scene.room()
  const first = await scene.release('fr-drafter', where, overlay)
  const second = await scene.release('de-licensing', where, { body: 'Who is meant by this?' })
  const page = await visited.visitAs('nl-representative')
  await page.goto(`${path}/table?status=unanswered&order=waiting`)
  await page.getByText('2 of 2 lines are shown.').waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-comment'))
  // What is pressed before the page has come to life is heard by nobody.
  const goToFirst = async () => {
    if ((await focused()) === null) await page.keyboard.press('j')
    return focused()
  }
  await expect.poll(goToFirst).toBe(first)
  await page.keyboard.press('a')
  await page.getByRole('textbox', { name: 'Reasons' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.type('The assessment names that value.')
  await page.keyboard.press('Control+Enter')
  const line = page.locator(`#comment-${first}`)
  await line.getByText('This line no longer fits the filters.').waitFor()
  await line.getByText('The assessment names that value.').first().waitFor()
  await page.getByRole('textbox', { name: 'Reasons' }).waitFor({ state: 'detached' })
  const place = () => page.evaluate(() => document.activeElement?.closest('tr')?.id)
  await expect.poll(place).toBe(`comment-${first}`)
  await page.keyboard.press('j')
  await expect.poll(focused).toBe(second)
  await page.goto(`${path}/table?status=unanswered&order=waiting`)
  await page.getByText('1 of 2 lines are shown.').waitFor()
  await page.context().close()
})

test('home and the history call a place as the room does', async () => {
  const reference = `${new Date().getFullYear()}/EE/0001`
  const where = { reference, number: 1 }
  const path = `/files/${referenceInAddress(reference)}`
  await scene.write('de-drafter', where)
  const place = { place: 'element', element: 'subject', isQuestion: true } as const
  await scene.release('de-drafter', where, place)

  const page = await visited.visitAs('de-drafter')
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const history = await page.getByText('wrote a comment on').allTextContents()
  expect(history).toEqual([
    expect.stringContaining('wrote a comment on What is envisaged inside the delegation'),
    expect.stringContaining('wrote a comment on the text as a whole inside the delegation'),
  ])
  const owner = await visited.visitAs('ee-drafter')
  await owner.goto('/home')
  await owner.getByRole('row', { name: reference }).getByText('What is envisaged').waitFor()
  for (const one of [page, owner]) await one.context().close()
})

test('axe finds nothing serious in the room, the table, the positions and the redline', async () => {
  const { path, ...where } = await scene.room()
  const id = await scene.release('fr-licensing', where, { ...overlay, proposedWording: 'other' })
  await scene.release('de-licensing', where, { thread: id, isQuestion: true })
  await scene.share(demoActor('nl-representative'), where.reference)
  const file = path.replace(/\/versions.*/, '')
  for (const [person, address] of [
    ['nl-representative', `${file}/versions/2`],
    ['de-representative', `${file}/versions/2`],
    ['nl-representative', `${file}/versions/2/table`],
    ['de-representative', `${file}/positions`],
    ['fr-drafter', `${file}/compare?from=1&to=2`],
  ] as const) {
    const page = await visited.visitAs(person)
    await page.goto(address)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectNoSerious(page)
    await page.context().close()
  }
})

test('one steps through the redline by key, and hears which change it is', async () => {
  const year = new Date().getFullYear()
  const page = await visited.visitAs('de-representative')
  await page.goto(`/files/${year}-NL-0003/compare?from=1&to=2`)
  const said = page.locator('output.steps__said')
  await page.getByRole('button', { name: 'Next change' }).click()
  await expect
    .poll(() => said.textContent())
    .toBe(
      'Change 1 of 9: 3B801.a.4.b. Changed. deposition: 685 °C, ‘or lower’ → ‘below’ (narrower)',
    )
  await page.keyboard.press('n')
  await expect.poll(() => said.textContent()).toMatch(/^Change 2 of 9: 3B801\.f\.6\.a\. Changed/)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('3.002.40')
  await page.keyboard.press('p')
  await page.keyboard.press('p')
  await expect.poll(() => said.textContent()).toBe('There is no change before this one.')
  await page.context().close()
})
