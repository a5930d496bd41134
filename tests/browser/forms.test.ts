import { afterAll, describe, expect, test } from 'vitest'
import { openPortal } from './harness.ts'

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
    expect(own).toHaveLength(3)
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
