import { createHash, randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPersonId } from '#app/demonstration/load-people.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findActorById } from '#db/actors.server.ts'
import { createDocument } from '#db/documents.server.ts'
import { drawReference } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import { item } from '#tests/db/adopted-list.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'
import { expectNoSerious } from './axe.ts'
import { openPortal, type VisitedPortal } from './harness.ts'
import { field } from './story-steps.ts'

const planted = 'Zwaluwstaart'
const formula = '=HYPERLINK("https://example.org")'

let portal: VisitedPortal
let path: string

/** A file of the Netherlands with a draft, as if it had been written in the drafting room. */
async function openFile(code: string): Promise<string> {
  const { db } = portal.database
  const actor = await findActorById(db, demoPersonId('nl-drafter'))
  if (!actor) throw new Error('nobody of that name')
  return db.transaction(async (tx) => {
    const reference = await drawReference(tx, 'NL', 2026)
    const [measureId, documentId] = [randomUUID(), randomUUID()]
    await record(tx, actor, null, [
      {
        type: 'file-opened',
        measureId,
        reference,
        owner: 'NL',
        kind: 'national-control-list',
        originalLanguage: 'en',
        documentId,
        changes: null,
        title: 'Metrology equipment',
        grounds: ['public-security'],
        marking: 'none',
        contact: 'export.control@example.org',
      },
    ])
    await createDocument(tx, actor, {
      id: documentId,
      measureId,
      purpose: 'draft',
      content: doc(
        section('subject', paragraph('s', 'Control of metrology equipment')),
        section('risk', paragraph('r', planted)),
        section('items', item('e1', code, `${formula} with an accuracy ≤ 0.5 nm`)),
      ),
    })
    return reference
  })
}

beforeAll(async () => {
  portal = await openPortal()
  path = `/files/${referenceInAddress(await openFile('9B977'))}`
})
afterAll(() => portal.close())

async function adopt(page: Page) {
  await page.getByLabel('Title of the national act').fill('Regeling meetapparatuur')
  await field(page, 'Adopted on').fill('2026-10-01')
  await page.getByRole('button', { name: 'Record adoption' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Record adoption' }).click()
}

/** Browsers complain of answers that refuse a form, which they were meant to be, and of nothing else. */
function expectRefusalsOnly() {
  for (const complaint of portal.takeComplaints()) expect(complaint).toMatch(/status of (409|422)/)
}

const fold = (page: Page, title: string) => page.getByText(title, { exact: true }).click()
const submit = (page: Page, form: string) =>
  page.locator(`form#${form}`).getByRole('button', { name: 'Record' }).click()

describe('from adoption to Article 10', { timeout: 180_000 }, () => {
  it('the state records adoption, once; a form that was open meanwhile keeps what was typed', async () => {
    const page = await portal.visitAs('nl-representative')
    const other = await portal.visitAs('nl-deputy', { javaScriptEnabled: false })
    await other.goto(`${path}/record`)
    await page.goto(`${path}/record`)
    await expectNoSerious(page)
    await page.getByRole('button', { name: 'Record adoption' }).click()
    // Asked for in vain: what is missing is said first.
    await page.getByText('This was not accepted').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await expectNoSerious(page)
    await adopt(page)
    await page.getByRole('cell', { name: '1 October 2026' }).first().waitFor()
    expect(await page.getByRole('link', { name: 'Prepare a notification' }).count()).toBe(1)

    await other.getByLabel('Title of the national act').fill('Een tweede')
    await field(other, 'Adopted on').fill('2026-10-02')
    const [response] = await Promise.all([
      other.waitForResponse((answer) => answer.request().method() === 'POST'),
      other.locator('form#adoption').evaluate((form: HTMLFormElement) => form.submit()),
    ])
    expect(response.status()).toBe(409)
    const html = await response.text()
    expect(html).toContain('Adoption of this measure has already been recorded')
    expect(html).toContain('<dd>Een tweede</dd>')
    expectRefusalsOnly()
  })

  it('records what follows, makes the notification and says to whom it went', async () => {
    const page = await portal.visitAs('nl-representative')
    await page.goto(`${path}/record`)
    await fold(page, 'Record publication in the gazette')
    const gazette = page.locator('form#record-gazette')
    await gazette.getByLabel('Gazette', { exact: true }).fill('Staatscourant')
    await field(gazette, 'Published in the gazette on').fill('2026-09-30')
    await submit(page, 'record-gazette')
    // Asked for in vain: a day that cannot be is said before anything is confirmed.
    await page.getByText('This date lies before the date of adoption.').first().waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await field(gazette, 'Published in the gazette on').fill('2026-10-05')
    await submit(page, 'record-gazette')
    const question = page.getByRole('dialog', { name: 'Record publication in the gazette?' })
    await question.getByText('stand in the public register at once').waitFor()
    await expectNoSerious(page)
    await question.getByRole('button', { name: 'Record' }).click()
    await page.getByRole('cell', { name: '5 October 2026' }).waitFor()
    await fold(page, 'Record entry into force')
    await page.getByLabel('Enters into force on').fill('2026-11-01')
    await submit(page, 'record-in-force')
    await page.getByRole('cell', { name: '1 November 2026' }).first().waitFor()

    await page.getByRole('link', { name: 'Prepare a notification' }).click()
    await page.getByRole('button', { name: 'Make the pack' }).click()
    await page.getByText('Article 9(2) obliges the notification to state them').first().waitFor()
    await expectNoSerious(page)
    await page.getByLabel('Precise reasons').fill('Risk of diversion to military end-use.')
    await page.getByRole('button', { name: 'Make the pack' }).click()
    await page.getByRole('heading', { name: 'Notification under Article 9(2)' }).waitFor()
    await expectNoSerious(page)
    const pack = await page.request.get(`${new URL(page.url()).pathname}/pack`)
    const bytes = await pack.body()
    const hash = createHash('sha256').update(bytes).digest('hex')
    expect(await page.content()).toContain(hash)
    expect(bytes.toString()).not.toContain(planted)

    await fold(page, 'Record the sending')
    await page.getByLabel('Channel').fill('Letter')
    await field(page, 'Sent on').fill('2026-09-30')
    await submit(page, 'sending')
    await page.getByText('This date lies before the date of adoption.').first().waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await field(page, 'Sent on').fill('2026-10-10')
    await submit(page, 'sending')
    const sent = page.getByRole('dialog', { name: 'Record the sending?' })
    await sent.getByText('to whom stays').waitFor()
    await sent.getByRole('button', { name: 'Record' }).click()
    await expect.poll(() => page.getByRole('row', { name: /Letter/ }).count()).toBe(27)
    await expectNoSerious(page)

    await fold(page, 'Correct the record of the sending')
    await field(page, 'Sent on').fill('2026-10-09')
    await page.getByLabel('Why it is corrected').fill('The tenth was the day of receipt.')
    await submit(page, 'sending-correction')
    await expect.poll(() => page.getByRole('cell', { name: '9 October 2026' }).count()).toBe(27)
    await expectNoSerious(page)
    expectRefusalsOnly()
  })

  it('reaches the Commission, which acknowledges and asks; the state answers; neither reloads', async () => {
    const officer = await portal.visitAs('com-officer')
    await officer.goto('/commission?open=acknowledgement')
    await expectNoSerious(officer)
    await officer
      .getByRole('row', { name: /Regeling meetapparatuur/ })
      .getByRole('link', { name: 'Article 9(2)' })
      .click()
    await officer.getByRole('heading', { name: 'Notification under Article 9(2)' }).waitFor()
    const page = await portal.visitAs('nl-representative')
    await page.goto(new URL(officer.url()).pathname)

    await fold(officer, 'Record the acknowledgement')
    await officer.getByLabel('Received and acknowledged on').fill('2026-10-12')
    await submit(officer, 'acknowledgement')
    await page.getByText('12 October 2026').waitFor()
    await fold(officer, 'Correct the acknowledgement')
    await officer.getByLabel('Received and acknowledged on').fill('2026-10-13')
    await officer.getByLabel('Why it is corrected').fill('A slip of the pen.')
    await submit(officer, 'acknowledgement-correction')
    await page.getByText('13 October 2026').waitFor()
    await fold(officer, 'Ask for missing content')
    await officer.getByLabel('What is missing').fill('Which destinations?')
    await officer.getByRole('button', { name: 'Send the question' }).click()
    await page.getByText('Which destinations?').waitFor()
    await page.getByLabel('What you supply').fill('All outside the Union.')
    await page.getByRole('button', { name: 'Send the answer' }).click()
    await officer.getByText('All outside the Union.').waitFor()
    await expectNoSerious(officer)
  })

  it('is compiled as the Official Journal has it', async () => {
    const officer = await portal.visitAs('com-officer')
    await officer.goto('/commission/compilations/new')
    await expectNoSerious(officer)
    expect(await officer.getByRole('checkbox', { name: '9B977, edition 1' }).isChecked()).toBe(true)
    await officer.getByLabel('Official Journal reference').fill('C/2026/9977')
    await officer.getByLabel('Published on').fill('2026-12-15')
    await officer.getByLabel('Title').fill('Compilation of national control lists')
    await officer.getByRole('button', { name: 'Record the compilation' }).click()
    await officer.getByText('This date lies in the future.').first().waitFor()
    expect(await officer.getByRole('dialog').count()).toBe(0)
    await officer.getByLabel('Published on').fill('2026-11-15')
    await officer.getByRole('button', { name: 'Record the compilation' }).click()
    const question = officer.getByRole('dialog', { name: 'Record the compilation?' })
    await question.getByText('the next compilation supersedes it').waitFor()
    await expectNoSerious(officer)
    await question.getByRole('button', { name: 'Record the compilation' }).click()
    await officer.waitForURL('**/compilations/*')
    await officer.getByRole('heading', { name: '9B977' }).waitFor()
    await expectNoSerious(officer)
    // Its number was mistyped: that is corrected where it stands, with the reason.
    await officer.locator('summary', { hasText: 'Correct where it stands' }).click()
    await officer.getByLabel('Official Journal reference').fill('C/2026/9978')
    await officer.getByLabel('Why it is corrected').fill('Mistyped.')
    await officer.getByRole('button', { name: 'Correct where it stands' }).click()
    const dialog = officer.getByRole('dialog', { name: 'Correct this record?' })
    await expectNoSerious(officer)
    await dialog.getByRole('button', { name: 'Correct where it stands' }).click()
    await officer.getByText('until then OJ C, C/2026/9977, 15.11.2026').waitFor()
    // A corrigendum begins with what it corrects, and keeps what was typed.
    await officer.goto('/commission/compilations/new')
    await officer.getByLabel('Title').fill('Corrigendum')
    await officer.getByLabel('Corrects').selectOption({ label: 'OJ C, C/2026/9978, 15.11.2026' })
    await officer.getByText('which is to be corrected').waitFor()
    expect(await officer.getByRole('checkbox', { name: '9B977, edition 1' }).isChecked()).toBe(true)
    expect(await officer.getByLabel('Title').inputValue()).toBe('Corrigendum')
    expect(await officer.getByRole('radio', { name: 'Corrigendum' }).isChecked()).toBe(true)
    await expectNoSerious(officer)
  })

  it('is found by anybody, in the page, as JSON and as harmless CSV', async () => {
    const page = await portal.visit()
    await page.goto('/register?q=9B977')
    await expectNoSerious(page)
    await page.getByRole('link', { name: '9B977' }).click()
    await page.getByRole('heading', { name: 'National control' }).waitFor()
    await page.getByText('Only if your authority has informed you.').waitFor()
    await expectNoSerious(page)
    const csv = await (await page.request.get('/register.csv?q=9B977')).text()
    expect(csv).toContain('"9B977"')
    for (const line of csv.split('\r\n')) expect(line).not.toMatch(/(^|,)"?\s*[=+@]/)
    const json = await (await page.request.get('/register.json?q=9B977')).json()
    expect(json.entries).toMatchObject([{ issuer: 'NL', code: '9B977', isCompiled: true }])
    const entry = await page.request.get('/register/NL/9B977/entry.json')
    expect(await entry.json()).toMatchObject({
      editions: [{ article10: { basis: { state: 'holds', since: '2026-11-15' } } }],
    })
    for (const address of ['/register/measures', '/register/compilations']) {
      await page.goto(address)
      await expectNoSerious(page)
    }
    await page.getByRole('link', { name: 'Measures' }).click()
    await page.getByRole('link', { name: 'Regeling meetapparatuur' }).click()
    await page.getByText('Control of metrology equipment').waitFor()
    expect(await page.content()).not.toContain(planted)
    await expectNoSerious(page)
  })

  it('is relied on by another state, which tells whom it chooses, and ends it', async () => {
    const page = await portal.visitAs('de-representative')
    await page.goto('/register/NL/9B977')
    await page.getByRole('link', { name: /Record a requirement/ }).click()
    await page.getByRole('heading', { name: 'Rely on 9B977' }).waitFor()
    await expectNoSerious(page)
    await page.getByLabel('Exporter informed on').fill('2026-11-16')
    await page.getByRole('radio', { name: 'The Commission', exact: true }).check()
    await page.getByLabel('Why you inform them').fill('The Commission compiles.')
    await page.getByRole('button', { name: 'Record the requirement' }).click()
    await page.getByText('Say what you tell the others.').first().waitFor()
    await page.getByLabel('What you tell them').fill('Metrology of 9B977.')
    await page.getByRole('button', { name: 'Record the requirement' }).click()
    await page.waitForURL('**/article-10')
    const row = page.getByRole('row', { name: /9B977/ })
    await row.waitFor()
    await expectNoSerious(page)

    const officer = await portal.visitAs('com-officer')
    await officer.goto('/commission/article-10')
    await officer.getByText('Metrology of 9B977.').waitFor()
    await expectNoSerious(officer)
    for (const other of ['nl-representative', 'fr-representative']) {
      const reader = await portal.visitAs(other)
      await reader.goto('/article-10')
      expect(await reader.content()).not.toContain('Metrology of 9B977.')
    }

    await row.getByRole('link', { name: 'Open, end' }).click()
    await page.getByLabel('Ended on').fill('2026-11-18')
    await page.getByLabel('Why it ends').fill('The export was given up.')
    await expectNoSerious(page)
    await page.getByRole('button', { name: 'End the requirement' }).click()
    await page.getByRole('row', { name: /ended on 18 November 2026/ }).waitFor()
  })

  it('is the basis of a refusal, which all are told after one question', async () => {
    const page = await portal.visitAs('de-representative')
    await page.goto('/register/NL/9B977')
    await page.getByRole('link', { name: /Record a requirement/ }).click()
    const form = page.locator('form#refusal')
    await form.getByLabel('Reference in the Dual-Use e-System').fill('DE-2026-77')
    await form.getByLabel('Refused on').fill('2056-11-01')
    await submit(page, 'refusal')
    await page.getByText('This date lies in the future.').first().waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await form.getByLabel('Refused on').fill('2026-11-17')
    await submit(page, 'refusal')
    const question = page.getByRole('dialog', { name: 'Record the refusal?' })
    await expectNoSerious(page)
    await question.getByRole('button', { name: 'Record the refusal' }).click()
    await page.getByRole('row', { name: /DE-2026-77.*9B977.*17 November 2026/ }).waitFor()
    const reader = await portal.visitAs('fr-representative')
    await reader.goto('/article-10')
    await reader.getByRole('row', { name: /DE-2026-77/ }).waitFor()
    expectRefusalsOnly()
  })
})

describe('those who may not', { timeout: 120_000 }, () => {
  it('get nothing from the loaders of the record, called alone or past their parents', async () => {
    const file = `/files/${referenceInAddress(await openFile('9B978'))}`
    const addresses = [
      `${file}/record`,
      `${file}/record/notification`,
      `${file}/record/notifications/${randomUUID()}`,
      `${file}/record/notifications/${randomUUID()}/pack`,
      `/register/measures/${file.split('/').at(-1)}`,
      '/register/NL/9B978',
      '/register/NL/9B978/entry.json',
      '/commission',
      '/commission/compilations/new',
      '/commission/article-10',
      `/article-10/requirements/${randomUUID()}`,
    ]
    const routes = ['', '?_data=routes%2Ffiles.%24reference.record._index', '?_data=root']
    for (const person of [null, 'de-representative', 'gsc-reader'] as const) {
      const page = person ? await portal.visitAs(person) : await portal.visit()
      for (const address of addresses)
        for (const route of routes) {
          const response = await page.request.get(`${address}${route}`)
          const text = await response.text()
          for (const secret of [planted, '9B978', 'Metrology equipment'])
            expect(text.replaceAll(address, ''), `${person} ${address}${route}`).not.toContain(
              secret,
            )
        }
    }
  })
})
