import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unzipSync } from 'fflate'
import { expectNoSerious } from './axe.ts'
import { openPortal, type VisitedPortal } from './harness.ts'

let visited: VisitedPortal
let officer: Page

beforeAll(async () => {
  visited = await openPortal()
  officer = await visited.visitAs('com-officer')
}, 180_000)
afterAll(() => visited?.close())

const list = `/files/${new Date().getFullYear()}-PL-0001/languages`

async function download(page: Page, name: string) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ])
  return readFileSync(await file.path())
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('an officer sees how far the languages are, and goes to one by keyboard', async () => {
  await officer.goto('/commission/languages')
  await officer.getByRole('heading', { name: 'Entries that are ready' }).waitFor()
  const german = officer.getByRole('link', { name: '1/1 ready in German' })
  await german.focus()
  await officer.keyboard.press('Enter')
  await officer.waitForURL(`**${list}/de`)
  const row = officer.getByRole('row', { name: /3A901/ })
  expect(await row.innerText()).toContain('checked')
})

test('a table goes out, comes back with an error in it, and the concordance names the place', async () => {
  await officer.goto(`${list}/es`)
  const table = (await download(officer, 'Table of lines (CSV)')).toString('utf8')
  const spanish = [
    'Circuitos integrados para el control de dispositivos cuánticos',
    'Circuitos integrados con todas las características siguientes:',
    'para funcionar a 4 K o menos;',
    'una disipación de potencia de 10 W o menos.',
  ]
  const [heading, ...lines] = table.trimEnd().split('\r\n')
  const filled = lines.map((line, index) => line.replace(/""$/, `"${spanish[index]}"`))
  await officer.setInputFiles('input[type=file]', {
    name: 'es.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([heading, ...filled].join('\r\n')),
  })
  await officer.getByRole('button', { name: 'See how it stands beside the list' }).click()
  await officer.getByText('1 entry of the list is in it.').waitFor()
  await officer.getByText('another unit', { exact: false }).waitFor()
  await expectNoSerious(officer)
  await officer.getByRole('button', { name: 'Bring it in as a draft' }).click()
  await officer.getByRole('dialog').getByRole('button', { name: 'Bring it in as a draft' }).click()
  await officer.waitForURL(`**${list}/es`)
  await officer.getByText('1 difference', { exact: true }).waitFor()

  await officer.getByRole('link', { name: '3A901', exact: true }).click()
  await officer.getByText('1 difference from the act').waitFor()
  const place = officer.getByRole('link', { name: /3A901\.a\.2/ })
  await place.focus()
  await officer.keyboard.press('Enter')
  const row = officer.getByRole('row', { name: /3A901\.a\.2/ })
  await row.getByText('another unit').waitFor()
  expect(await row.innerText()).toContain('una disipación de potencia de 10 W o menos.')
  await expectNoSerious(officer)
})

test('it is recorded as checked with a reason, because the difference stays', async () => {
  await officer.goto(`${list}/es`)
  await officer.getByLabel(/3A901/).last().check()
  await officer.getByRole('button', { name: 'Record as checked' }).click()
  const refused = officer.waitForResponse((response) => response.status() === 422)
  await officer.getByRole('dialog').getByRole('button', { name: 'Record as checked' }).click()
  await refused
  await officer.getByText('The concordance finds differences').first().waitFor()
  await officer.getByLabel(/Why it is right all the same/).fill('The act has a misprint.')
  await officer.getByRole('button', { name: 'Record as checked' }).click()
  await officer.getByRole('dialog').getByRole('button', { name: 'Record as checked' }).click()
  await officer.getByText('There is no draft to check.').waitFor()
  expect(visited.takeComplaints()).toMatchObject([expect.stringContaining('422')])
})

test('a package with gaps is handed over with a reason, and says everywhere that it is not complete', async () => {
  await officer.goto('/commission/languages/packages/new')
  await officer.getByLabel('Why it is handed over with gaps').waitFor()
  await officer.getByRole('button', { name: 'Hand a package over' }).click()
  await officer.getByText('Not every language is complete.').first().waitFor()
  await officer.getByLabel('Why it is handed over with gaps').fill('The rest follows.')
  await officer.getByRole('button', { name: 'Hand a package over' }).click()
  await officer.getByRole('dialog').getByRole('button', { name: 'Hand a package over' }).click()
  await officer.getByRole('link', { name: 'Download the package (ZIP)' }).waitFor()
  await officer.getByText('1 of 24 languages, not complete').waitFor()
  await expectNoSerious(officer)
  const files = unzipSync(await download(officer, 'Download the package (ZIP)'))
  expect(Object.keys(files).sort()).toEqual(['about.txt', 'en.docx', 'manifest.json'])
  const about = Buffer.from(files['about.txt'] ?? []).toString('utf8')
  expect(about).toContain('1 of 24 languages, not complete')
  expect(about).toContain('The rest follows.')
  await officer.goto('/commission/languages')
  expect(await officer.getByText('1 of 24 languages, not complete').count()).toBe(2)
})

test('the state whose list it is sees how far it is, and does nothing there', async () => {
  const poland = await visited.visitAs('pl-drafter')
  await poland.goto(list)
  await poland.getByRole('link', { name: 'French' }).click()
  await poland.waitForURL(`**${list}/fr`)
  expect(await poland.locator('form[method=post] input[type=file]').count()).toBe(0)
  await poland.getByRole('link', { name: '3A901', exact: true }).click()
  await poland.getByText('1 difference from the act').waitFor()
  expect(await poland.getByRole('button', { name: 'Record as checked' }).count()).toBe(0)
})

test('every page of it fits a narrow screen', async () => {
  const narrow = await visited.visitAs('com-officer', { viewport: { width: 400, height: 900 } })
  for (const path of [
    '/commission/languages',
    '/commission/languages/packages/new',
    list,
    `${list}/fr`,
  ]) {
    await narrow.goto(path)
    await narrow.locator('main').waitFor()
    expect([path, await overflow(narrow)]).toEqual([path, 0])
    await expectNoSerious(narrow)
  }
  await narrow.goto(`${list}/fr`)
  await narrow.getByRole('link', { name: '3A901', exact: true }).click()
  await narrow.getByText('1 difference from the act').waitFor()
  expect(await overflow(narrow)).toBe(0)
})
