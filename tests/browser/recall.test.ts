import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoActor } from '#app/demonstration/acting.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import { said } from '#tests/commands/scene.ts'
import { expectNoSerious } from './axe.ts'
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
const quote = 'chuck overlay ≤ 1.50 nm'
const keptWords = 'It has not been sent. Copy it before you go on.'

async function enter(person: string, path: string): Promise<Page> {
  const page = await visited.visitAs(person)
  await page.goto(path)
  return page
}

const filePath = (path: string) => path.replace(/\/versions\/.*/, '')

test('a recall asks for its reason beside the field before it asks whether to recall', async () => {
  const { path } = await scene.room()
  const owner = await enter('nl-representative', filePath(path))
  await owner.locator('summary', { hasText: 'Recall' }).click()
  await owner.locator('#recall').getByRole('button', { name: 'Recall', exact: true }).click()
  await owner.locator('#recall .field__error', { hasText: 'Fill this in.' }).waitFor()
  expect(await owner.getByRole('dialog').count()).toBe(0)
  expect(
    await owner.evaluate(() => document.activeElement?.classList.contains('error-summary')),
  ).toBe(true)
  await owner.getByLabel('Reason, shown to those who had it').fill('The wrong thresholds.')
  await owner.locator('#recall').getByRole('button', { name: 'Recall', exact: true }).click()
  const dialog = owner.getByRole('dialog', { name: 'Recall version 1?' })
  await dialog.getByRole('button', { name: 'Recall', exact: true }).click()
  const steps = owner.getByRole('list', { name: 'Voluntary steps' })
  await steps.getByText('Recalled on').waitFor()
  await owner.context().close()
})

test('an open room turns into the trace of its version, says so, and keeps what was half typed', async () => {
  const { path, ...where } = await scene.room()
  await writeComment({ db: visited.database.db }, demoActor('de-licensing'), where, said(overlay))
  await scene.release('fr-licensing', where, { ...overlay, body: 'Said by France.' })
  const page = await enter('de-representative', path)
  await page.getByText('Present now').waitFor()
  await page.getByText('Said by France.').waitFor()
  await page.getByRole('button', { name: 'Write a comment' }).click()
  await page.locator('#composer').getByLabel('Comment').fill('Half of what we wanted to')

  const [version] = await scene.versions(where.reference)
  const versionId = version?.id ?? ''
  const reason = 'The thresholds were those of an earlier draft.'
  const owner = demoActor('nl-representative')
  await scene.happen(owner, where.reference, {
    type: 'version-recalled',
    versionId,
    number: 1,
    reason,
  })

  const news = page
    .getByRole('log')
    .getByText('Netherlands has recalled version 1', { exact: true })
  await news.waitFor()
  await page.locator('.notice', { hasText: 'Version 1 was recalled' }).waitFor()
  await page.getByText(reason).waitFor()
  expect(await page.getByLabel(keptWords).inputValue()).toBe('Half of what we wanted to')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  expect(await page.locator('.quote').allTextContents()).toEqual([quote])
  expect(await page.getByText('Said by France.').count()).toBe(0)
  await page.getByText('No later version has been shared with you.').waitFor()
  await expectNoSerious(page)

  // The address keeps working, also in the other rooms of the version.
  for (const address of [path, `${path}/table`, `${filePath(path)}/positions?version=1`]) {
    await page.goto(address)
    await page.locator('.notice', { hasText: 'Version 1 was recalled' }).waitFor()
    expect(await page.getByText('Half of what we wanted to').count()).toBe(0)
  }
  await scene.share(owner, where.reference)
  await page.getByRole('link', { name: 'Go to version 2' }).click()
  await page.getByText('Present now').waitFor()
  await page.context().close()
})

test('a comment that one released can be recalled after its version was, from each of its rooms', async () => {
  const owner = demoActor('nl-representative')
  for (const roomOf of [(path: string) => path, (path: string) => `${path}/table`]) {
    const { path, ...where } = await scene.room()
    await scene.release('de-licensing', where, { ...overlay, body: 'Said by Germany.' })
    const [version] = await scene.versions(where.reference)
    const versionId = version?.id ?? ''
    await scene.happen(owner, where.reference, {
      type: 'version-recalled',
      versionId,
      number: 1,
      reason: 'The wrong thresholds.',
    })
    const page = await enter('de-representative', roomOf(path))
    const comment = page.locator('.comment', { hasText: 'Said by Germany.' })
    await comment.getByRole('button', { name: 'Recall …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Recall this comment?' })
    await dialog.getByLabel('Why it is recalled').fill('It quoted the wrong thresholds.')
    await dialog.getByRole('button', { name: 'Recall', exact: true }).click()
    await comment.getByText('It quoted the wrong thresholds.').waitFor()
    await comment.getByRole('button', { name: 'Recall …' }).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^comment-/)
    await expectNoSerious(page)
    await page.context().close()
  }
})

test('what is chosen in the text is what a comment will be about, and nothing that was chosen before', async () => {
  const { path } = await scene.room()
  const page = await enter('de-representative', path)
  await page.getByText('Present now').waitFor()
  const chosen = page.locator('.room__chosen q')
  const subject = page.locator('.composer__subject')
  const choose = () =>
    page.locator('#el-f5bp [data-from]').evaluate((line) => {
      const words = line.firstChild
      if (words) document.getSelection()?.setBaseAndExtent(words, 2, words, 25)
    })

  await choose()
  await chosen.getByText(quote).waitFor()
  await page.keyboard.press('Control+a')
  await chosen.waitFor({ state: 'detached' })
  await page.keyboard.press('c')
  await subject.getByText('The text as a whole').waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()

  // A caret elsewhere leaves the words chosen: the button that comments on them is there.
  await choose()
  await chosen.getByText(quote).waitFor()
  await page.getByRole('heading', { name: 'Comments', exact: true }).click()
  await page.getByRole('button', { name: 'Comment on these words' }).click()
  await subject.getByText(quote).waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()

  // The whole text selected says no more once the focus is at one place of it.
  await page.locator('.room__text .text').evaluate((text) => {
    document.getSelection()?.selectAllChildren(text)
  })
  await page.getByRole('button', { name: 'Comment on 3B801.f.5.b', exact: true }).focus()
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('')
  await page.context().close()
})
