import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoActor } from '#app/demonstration/acting.server.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { type ContentNode, withIds } from '#app/text/content.ts'
import { versionFile } from '#app/word/write/version-file.server.ts'
import { keepText } from '#db/version-texts.server.ts'
import { making } from '#tests/commands/word-scene.ts'
import { scanners } from '#tests/text/sample.ts'
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

/** The same structure, its words marked as German, and a threshold that is another one. */
function inGerman(node: ContentNode): ContentNode {
  return {
    ...node,
    ...(node.text && { text: asGerman(node.text) }),
    ...(node.content && { content: node.content.map(inGerman) }),
  }
}

const asGerman = (text: string) =>
  text
    .replace('1.50', '1,60')
    .replace('overlay', 'Overlay')
    .replace('wavelength', 'Wellenlänge')
    .replace(/^(?=\w)/, 'Deutsch: ')

async function translatedRoom() {
  const { reference, number, path } = await scene.room()
  const [version] = await scene.versions(reference)
  const sha256 = await visited.database.db.transaction((tx) => keepText(tx, inGerman(scanners)))
  await scene.happen(demoActor('nl-representative'), reference, {
    type: 'translation-added',
    translationId: randomUUID(),
    versionId: version?.id ?? '',
    number,
    language: 'de',
    sha256,
  })
  return path
}

async function enter(path: string): Promise<Page> {
  const page = await visited.visitAs('de-drafter')
  await page.goto(path)
  await page.getByText('Present now').waitFor()
  return page
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const boxOf = async (page: Page, id: string) => {
  const box = await page.locator(`[id="${id}"]`).boundingBox()
  if (!box) throw new Error(`no ${id} on the page`)
  return box
}

test('original and translation stand side by side, chosen and commented on by keyboard', async () => {
  const page = await enter(await translatedRoom())
  expect(await page.locator('[lang="de"]').count()).toBe(0)
  const both = page.getByRole('link', { name: 'English and German side by side' })
  await both.focus()
  await page.keyboard.press('Enter')
  await page.locator('.pair__translation').first().waitFor()
  expect(await both.getAttribute('aria-current')).toBe('true')
  expect(await both.evaluate((link) => link === document.activeElement)).toBe(true)
  await page.getByText('differ in 1 place').waitFor()
  await page.getByText('≤ 1.60 nm').waitFor()

  const [ours, theirs] = [await boxOf(page, 'el-e1'), await boxOf(page, 'tr-e1')]
  expect(theirs.x).toBeGreaterThanOrEqual(ours.x + ours.width)
  expect(Math.abs(theirs.y - ours.y)).toBeLessThan(40)
  const languages = await page
    .locator('[data-element="f5bp"]')
    .evaluateAll((all) => all.map((one) => one.closest('[lang]')?.getAttribute('lang')))
  expect(languages).toEqual(['en', 'de'])
  await expectNoSerious(page)

  const comment = page
    .locator('.pair__translation')
    .getByRole('button', { name: 'Comment on 3B801.f.5.b', exact: true })
  await comment.focus()
  await page.keyboard.press('Enter')
  await page.locator('.composer__subject', { hasText: '3B801.f.5.b' }).waitFor()
  await page.getByLabel('What it is about').selectOption('Control parameter')
  await page.getByLabel('Comment', { exact: true }).fill('The German says another value.')
  await page.getByRole('button', { name: 'Save inside' }).click()
  await page.locator('[data-comment]').waitFor()
  // One thread, at the same point of both.
  const marks = page.locator('.room__text [data-element="f5b"] > .element-tools a')
  await expect.poll(() => marks.count()).toBe(2)
  const threads = await marks.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(new Set(threads).size).toBe(1)

  await page.setViewportSize({ width: 400, height: 900 })
  const [above, below] = [await boxOf(page, 'el-e1'), await boxOf(page, 'tr-e1')]
  expect(below.y).toBeGreaterThanOrEqual(above.y + above.height)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await expectNoSerious(page)
  await page.context().close()
}, 90_000)

test('words that are chosen in the translation stand for the element of the original', async () => {
  const page = await enter(`${await translatedRoom()}?language=de`)
  expect(await page.locator('.text').getAttribute('lang')).toBe('de')
  await page.locator('[data-element="f5bp"]').evaluate((line) => {
    document.getSelection()?.selectAllChildren(line.querySelector('[data-from]') ?? line)
  })
  await page.locator('.room__chosen').getByRole('button').click()
  await page.locator('.composer__subject', { hasText: '3B801.f.5.b' }).waitFor()
  await expectNoSerious(page)
  await page.context().close()
})

test('the page on which translations are put beside a version is in order', async () => {
  const path = await translatedRoom()
  const page = await visited.visitAs('nl-representative')
  await page.goto(`${path}/translations`)
  await page.getByText('German: courtesy translation').waitFor()
  await expectNoSerious(page)
  await page.setViewportSize({ width: 400, height: 900 })
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.getByLabel('Language of the translation').selectOption('English')
  await page.getByRole('button', { name: 'See how it aligns' }).click()
  await page
    .locator('.field__error', { hasText: 'This is the language of the version itself' })
    .waitFor()
  await expectNoSerious(page)
  // Browsers complain of answers that refuse a form.
  expect(visited.takeComplaints()).toHaveLength(1)
  await page.context().close()
})

test('a Word document is looked at, put beside the version, and withdrawn with a reason', async () => {
  const { reference, path } = await scene.room()
  const deps = { db: visited.database.db }
  const found = await findCommentsRoom(deps, demoActor('nl-representative'), reference, 1)
  if (!found.ok) throw new Error(found.reason)
  const content = withIds({ ...scanners, ...inGerman(scanners), type: 'doc' })
  const buffer = await versionFile(making, { ...found.room, content }, { withInner: false })

  const page = await visited.visitAs('nl-representative')
  await page.goto(`${path}/translations`)
  await page.getByLabel('Language of the translation').selectOption('German')
  await page.getByLabel('Word document (DOCX)').setInputFiles({
    name: 'Liste.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(buffer),
  })
  await page.getByRole('button', { name: 'See how it aligns' }).click()
  await page.getByText('Everything in the original has something beside it.').waitFor()
  await page.getByText('≤ 1.60 nm').waitFor()
  await expectNoSerious(page)
  await page.getByRole('button', { name: 'Put it beside the version' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Put it beside the version' }).click()
  await page.getByText('German: courtesy translation').waitFor()
  await page.getByText('Withdraw the German translation').first().click()
  await page.getByLabel('Reason, told to all').fill('A wrong value.')
  await page.getByRole('button', { name: 'Withdraw the German translation' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Withdraw the German translation' }).click()
  await page.getByText('No translation stands beside this version.').waitFor()
  await page.context().close()
}, 90_000)
