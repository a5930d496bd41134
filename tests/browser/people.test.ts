import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { expectNoSerious } from './axe.ts'
import { openPortal } from './harness.ts'

const portal = await openPortal()
afterAll(() => portal.close())

async function tabTo(page: Page, name: string) {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
  for (let n = 0; n < 40; n++) {
    await page.keyboard.press('Tab')
    if ((await focused()) === name) return
  }
  throw new Error(`${name} is not reached by the Tab key`)
}

describe('signing in to the demonstration', { timeout: 60_000 }, () => {
  it('takes a few keys: look for a role, go to it, press Enter', async () => {
    const page = await portal.visit()
    await page.goto('/sign-in?return=/help')
    await expectNoSerious(page)
    await page.getByRole('searchbox').focus()
    await page.keyboard.type('de customs')
    await page.getByText('1 person found').waitFor()
    await tabTo(page, 'Sign in as Expert, customs, Germany')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/help')
    expect(await page.getByRole('banner').textContent()).toContain('Expert, customs, Germany')
  })

  it('finds people without script too', async () => {
    const page = await portal.visit({ javaScriptEnabled: false })
    await page.goto('/sign-in?return=/help')
    await page.getByRole('searchbox').fill('commission officer')
    await page.keyboard.press('Enter')
    await page.getByText('1 person found').waitFor()
    await page.getByRole('button', { name: 'Sign in as Officer, European Commission' }).click()
    await page.waitForURL('**/help')
    expect(await page.getByRole('banner').textContent()).toContain('Officer')
  })

  it('ends with signing out, after which the way back shows nothing', async () => {
    const page = await portal.visitAs('nl-drafter')
    await page.goto('/account')
    await expectNoSerious(page)
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.waitForURL(`${portal.origin}/`)
    await page.goto('/account')
    expect(page.url()).toContain('/sign-in')
  })
})

describe('an administrator', { timeout: 120_000 }, () => {
  it('invites somebody, who accepts; gives a role for a period; takes all access away', async () => {
    const page = await portal.visitAs('nl-administrator')
    await page.goto('/people')
    await expectNoSerious(page)
    await page.getByRole('link', { name: 'Invite somebody' }).click()
    await page.getByRole('button', { name: 'Make the invitation' }).click()
    await page.getByText('This was not accepted').waitFor()
    await expectNoSerious(page)
    await page.getByLabel('Name').fill('Expert, ministry')
    await page.getByRole('checkbox', { name: 'Expert' }).check()
    await page.getByRole('button', { name: 'Make the invitation' }).click()
    const link = await page.getByLabel('Link of the invitation').inputValue()
    await expectNoSerious(page)

    const newcomer = await portal.visit()
    await newcomer.goto(link)
    await expectNoSerious(newcomer)
    await newcomer.getByRole('button', { name: 'Accept and sign in' }).click()
    await newcomer.waitForURL('**/home')

    await page.goto('/people')
    await page.getByRole('link', { name: 'Expert, ministry' }).click()
    await page.getByLabel('Role', { exact: true }).selectOption('deputy')
    await page.getByRole('button', { name: 'Give a role' }).click()
    await page.getByRole('link', { name: 'Say which day is the last one' }).waitFor()
    await expectNoSerious(page)
    await page.getByLabel('Last day').fill('2050-12-31')
    await page.getByRole('button', { name: 'Give a role' }).click()
    await page.getByText('until 31 December 2050').waitFor()

    await page.getByRole('button', { name: 'Take all access away' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take all access away' }).click()
    await page.waitForURL('**/people')
    await newcomer.goto('/account')
    expect(newcomer.url()).toContain('/sign-in')
    // What was refused on purpose above.
    expect(portal.takeComplaints().filter((line) => !line.includes('status of 422'))).toEqual([])
  })
})
