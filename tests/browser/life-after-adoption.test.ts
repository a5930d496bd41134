import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entries } from '#db/schema/register.ts'
import { expectNoSerious } from './axe.ts'
import { openPortal, type VisitedPortal } from './harness.ts'

let portal: VisitedPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

async function entryId(code: string): Promise<string> {
  const [row] = await portal.database.db
    .select({ id: entries.id })
    .from(entries)
    .where(and(eq(entries.issuer, 'NL'), eq(entries.code, code)))
  return row?.id ?? ''
}

test('an entry is looked at as of a day, with what was law and what others could rely on then', async () => {
  const page = await portal.visit()
  await page.goto('/register/NL/3B1001')
  await page.getByLabel('As of').fill('2023-10-19')
  await page.getByRole('button', { name: 'Show this day' }).click()
  await page.getByText('As of 19 October 2023').waitFor()
  await page.getByText('It becomes a basis for requirements in other states on').waitFor()
  await expectNoSerious(page)
  await page.goto('/register/NL/3B1001?on=2023-06-22')
  await page.getByText('On this day the national act had not been adopted.').waitFor()
  await page.goto('/register?issuer=NL&state=ended&on=2025-04-01')
  await page.getByRole('link', { name: '3B1001' }).click()
  await page.waitForURL('**/register/NL/3B1001?on=2025-04-01')
  await page.goto('/register/NL/3B1001?on=22.6.2023')
  await page.getByText('The day in the address could not be read.').waitFor()
  await page.context().close()
})

test('a day that is not established says so in the register, and the form asks for one or the other', async () => {
  const reader = await portal.visit()
  await reader.goto('/register/measures')
  const spanish = reader.getByRole('row', { name: /Orden ICT/ })
  expect(await spanish.innerText()).toMatch(/31 May 2023[^]*day not established/)
  await reader.context().close()

  const page = await portal.visitAs('fi-representative')
  const [file] = await portal.database.sql<{ reference: string }[]>`
    SELECT reference FROM measures WHERE owner = 'FI'`
  const path = `/files/${file?.reference.replaceAll('/', '-')}/record`
  await page.goto(path)
  await page.getByLabel('Title of the national act').fill('Valtioneuvoston asetus')
  await page.getByRole('textbox', { name: 'Adopted on' }).fill('2024-09-01')
  const unknown = page.getByRole('checkbox', { name: 'The day is not established' }).first()
  await unknown.check()
  const confirm = page.getByRole('button', { name: 'Record adoption' })
  await confirm.click()
  await page.getByText('say that the day is not established: not both').first().waitFor()
  await page.getByRole('textbox', { name: 'Adopted on' }).fill('')
  await expectNoSerious(page)
  await confirm.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Record adoption' }).click()
  await page
    .getByRole('row', { name: /Adopted/ })
    .getByText('day not established')
    .waitFor()
  await page.context().close()
})

test('an officer sets a point beside Annex I, is told what the thresholds say, and decides', async () => {
  const officer = await portal.visitAs('com-officer')
  await officer.goto(`/commission/coverage/${await entryId('3B802')}`)
  await officer.getByLabel('Point of the entry').selectOption('c.2')
  await officer.getByLabel('Code in Annex I').fill('3B501.z')
  await officer.getByLabel('What Annex I says there').fill('measurement accuracy below 0.5 nm')
  await officer.getByRole('button', { name: 'Compare' }).click()
  const compared = officer.getByRole('row', { name: /measurement accuracy/ })
  expect(await compared.innerText()).toMatch(/≤ 0\.5 nm\s+< 0\.5 nm\s+less/)
  await officer.getByText('By the thresholds: nearly covered, in part').waitFor()
  expect(await officer.getByRole('radio', { name: 'in part' }).isChecked()).toBe(true)
  await expectNoSerious(officer)
  // The person decides, whatever is proposed.
  await officer.getByRole('radio', { name: 'wholly' }).check()
  await officer.getByLabel('Annex I as it applies from').fill('2025-11-15')
  await officer.getByRole('button', { name: 'Record' }).click()
  await officer.waitForURL(/\/commission\/coverage\/[\da-f-]+$/)
  await officer.getByText('What this rests on').click()
  await officer.getByText('By the thresholds alone it would be: in part.').waitFor()
  await officer.context().close()

  const reader = await portal.visit()
  await reader.goto('/register/NL/3B802')
  await reader.getByText('What this rests on').click()
  await reader.getByText('< 0.5 nm').waitFor()
  await expectNoSerious(reader)
  await reader.context().close()
})
