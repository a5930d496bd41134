import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { openPortal } from './harness.ts'
import { awake, field } from './story-steps.ts'

const portal = await openPortal()
afterAll(() => portal.close())

const year = new Date().getFullYear()

describe('the form that opens a file', () => {
  test('names the fields in its summary, and the links lead into them', async () => {
    const page = await portal.visitAs('nl-drafter')
    await page.goto('/files/new')
    await page.getByRole('button', { name: 'Open the file' }).click()
    const summary = page.locator('.error-summary')
    await summary.getByRole('link', { name: 'Title: Fill this in.' }).press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('title')
    await summary.getByRole('link', { name: 'Grounds: Choose at least one.' }).waitFor()
    expect(portal.takeComplaints()).toEqual([expect.stringContaining('422')])
    await page.context().close()
  })

  test('asks which measure is changed, out of one’s own, where there is something to change', async () => {
    const page = await portal.visitAs('nl-drafter')
    await page.goto('/files/new')
    const changed = page.getByLabel('Which measure does it change?')
    expect(await changed.isVisible()).toBe(false)
    await page.getByLabel('Amendment').check()
    const own = await changed.getByRole('option').allTextContents()
    expect(own).toHaveLength(4)
    expect(own.slice(1).every((option) => option.startsWith(`${year}/NL/`))).toBe(true)
    await changed.selectOption(`${year}/NL/0001`)
    await page.getByLabel('Title').fill('Second amendment of the list')
    await page.getByLabel('Public security').check()
    await page.getByRole('button', { name: 'Open the file' }).click()
    // It starts from the text of the list.
    await page.locator('.draft-text').getByText('3B801').first().waitFor()
    await page.context().close()
  })
})

describe('the form that shares a draft', () => {
  test('names delegations only where some are to be named, and says that an empty draft cannot go', async () => {
    const page = await portal.visitAs('nl-representative')
    await page.goto('/files/new')
    await page.getByLabel('Title').fill('A file with an empty draft')
    await page.getByLabel('Public security').check()
    await page.getByRole('button', { name: 'Open the file' }).click()
    await page.getByRole('link', { name: 'Share for comments' }).click()
    await page.getByText('The draft says nothing yet').waitFor()
    const germany = page.getByLabel('Germany')
    expect(await germany.isVisible()).toBe(false)
    await page.getByLabel('Named delegations').check()
    expect(await germany.isVisible()).toBe(true)
    await page.context().close()
  })
})

const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n%%EOF'),
})

describe('the form that adds an attachment', () => {
  test('asks before one goes to those who have a version, and names them', async () => {
    const page = await portal.visitAs('nl-drafter')
    await page.goto(`/files/${year}-NL-0003/attachments`)
    const file = page.getByLabel('File', { exact: false }).first()
    await file.setInputFiles(pdf('risk assessment.pdf'))
    const shown = page.getByLabel('Goes along with what is put before others')
    const dialog = page.getByRole('dialog')
    await shown.check()
    await page.getByText('If it goes along, others can read it at once').waitFor()
    // Neither the button nor the Enter key of a field sends it unasked.
    await page.getByLabel('Name').press('Enter')
    expect(await dialog.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Add the attachment' }).click()
    await dialog.getByText('It reaches at once: All Member States and the Commission.').waitFor()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await shown.uncheck()
    await page.getByRole('button', { name: 'Add the attachment' }).click()
    await page.getByText('inside your delegation only').waitFor()
    await page.context().close()
  })
})

describe('the forms that share a draft and give a notice', () => {
  const attach = async (page: Page, file: string, name: string, isShown: boolean) => {
    await page.goto(`${file}/attachments`)
    await page.getByLabel('File', { exact: false }).first().setInputFiles(pdf(name))
    if (isShown) await page.getByLabel('Goes along with what is put before others').check()
    await page.getByRole('button', { name: 'Add the attachment' }).click()
    await page.waitForURL(`**${file}#attachments`)
  }

  const namesWhatGoesAlong = async (page: Page, room: string, act: string) => {
    await page.goto(room)
    await page.locator('.notice').getByText('for everybody.pdf (Attachment)').waitFor()
    await page.getByRole('button', { name: act }).click()
    await page.getByRole('dialog').getByText('for everybody.pdf (Attachment)').waitFor()
    return page.locator('.notice li, dialog li').allTextContents()
  }

  const fileOf = (page: Page) => /\/files\/\d{4}-NL-\d{4}/.exec(page.url())?.[0] ?? ''

  test('name the attachments that go along, on the page and where it is confirmed', async () => {
    const page = await portal.visitAs('nl-representative')
    await page.goto('/files/new')
    await page.getByLabel('Title').fill('A file with attachments')
    await page.getByLabel('Public security').check()
    await page.getByRole('button', { name: 'Open the file' }).click()
    await page.waitForURL(/NL-\d{4}/)
    const draft = fileOf(page)
    await attach(page, draft, 'for everybody.pdf', true)
    await attach(page, draft, 'for ourselves.pdf', false)
    const along = ['for everybody.pdf (Attachment)', 'for everybody.pdf (Attachment)']
    expect(await namesWhatGoesAlong(page, `${draft}/share`, 'Share version 1')).toEqual(along)

    await page.goto('/notices/new')
    await page.getByLabel('Title').fill('A notice with attachments')
    await page.getByLabel('Public security').check()
    await page.getByLabel('Risk identified').fill('Overlay for advanced nodes.')
    await page.getByRole('button', { name: 'Keep the notice' }).click()
    await page.waitForURL(/NL-\d{4}/)
    const notice = fileOf(page)
    await attach(page, notice, 'for everybody.pdf', true)
    await attach(page, notice, 'for ourselves.pdf', false)
    const give = 'Give the early notice'
    expect(await namesWhatGoesAlong(page, `${notice}/notice`, give)).toEqual(along)
    await page.context().close()
  })
})
describe('a question before an act', () => {
  test('names the files that are answered “no comments”, and is not asked about none', async () => {
    const page = await portal.visitAs('de-representative')
    await awake(page, '/home')
    const dialog = page.getByRole('dialog')
    const answer = page.getByRole('button', { name: 'Answer “no comments” to the chosen files' })
    await answer.click()
    const said = page.locator('form#no-comments .field__error')
    expect(await said.textContent()).toContain('Choose at least one.')
    expect(await dialog.count()).toBe(0)
    const box = page.getByRole('checkbox', { name: /^Choose / }).first()
    const name = (await box.getAttribute('aria-label')) ?? ''
    await box.check()
    await answer.click()
    await dialog.getByText(name.replace('Choose ', '')).waitFor()
    expect(await said.count()).toBe(0)
    await page.context().close()
  })

  test('names the position that is stated, and whom it reaches', async () => {
    const page = await portal.visitAs('de-representative')
    await awake(page, `/files/${new Date().getFullYear()}-NL-0003/positions`)
    await page.getByRole('radio', { name: 'Concern' }).check()
    await field(page, 'Reasons').fill('Hospitals would need authorisations.')
    await page.getByRole('button', { name: 'State the position …' }).click()
    const asked = await page.getByRole('dialog').textContent()
    expect(asked).toContain('The text as a whole: Concern')
    expect(asked).toContain('Hospitals would need authorisations.')
    expect(asked).toMatch(/It reaches \d+ other delegations?:/)
    await page.context().close()
  })

  test('names whom an early notice reaches, and is not asked about a day that has passed', async () => {
    const page = await portal.visitAs('nl-representative')
    await awake(page, '/notices/new')
    await page.getByLabel('Title').fill('A notice to Germany')
    await page.getByLabel('Public security').check()
    for (const label of ['Risk identified', 'Technology', 'What is envisaged', 'Timetable'])
      await field(page, label).fill('Words.')
    await page.getByRole('button', { name: 'Keep the notice' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/notices'))
    await awake(page, `${new URL(page.url()).pathname}/notice`)
    const give = page.getByRole('button', { name: 'Give the early notice' })
    await page.getByLabel('Named delegations').check()
    await page.getByLabel('Germany').check()
    await field(page, 'Comments requested by').fill('2026-01-05')
    await give.click()
    await page.getByText('This date has passed. Choose today or a later date.').first().waitFor()
    const dialog = page.getByRole('dialog')
    expect(await dialog.count()).toBe(0)
    await field(page, 'Comments requested by').fill('')
    await give.click()
    await dialog.getByText('It reaches at once: Germany.').waitFor()
    await page.context().close()
  })

  test('gives an early notice with what was changed on the page and not kept before', async () => {
    const page = await portal.visitAs('nl-representative')
    await awake(page, '/notices/new')
    await page.getByLabel('Title').fill('A notice that changes')
    await page.getByLabel('Public security').check()
    await field(page, 'Risk identified').fill('As it was kept.')
    await page.getByRole('button', { name: 'Keep the notice' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/notices'))
    const file = new URL(page.url()).pathname
    await awake(page, `${file}/notice`)
    await field(page, 'Risk identified').fill('As it was changed.')
    await page.getByRole('button', { name: 'Keep the changes' }).click()
    await page.waitForURL(`**${file}`)
    await page.getByText('As it was changed.').waitFor()
    await awake(page, `${file}/notice`)
    await field(page, 'Timetable').fill('In the spring.')
    await page.getByRole('button', { name: 'Give the early notice' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Give the early notice' }).click()
    await page.waitForURL(`**${file}`)

    const reader = await portal.visitAs('de-representative')
    await reader.goto(file)
    const told = await reader.locator('#notice .as-written').allTextContents()
    expect(told).toEqual(['As it was changed.', 'In the spring.'])
    await Promise.all([page.context().close(), reader.context().close()])
  })
})

test('a code written in another way leads to the address of its entry', async () => {
  const page = await portal.visitAs('nl-representative')
  await page.goto('/register/ES/1b1901')
  expect(new URL(page.url()).pathname).toBe('/register/ES/1B1901')
  await page.context().close()
})
