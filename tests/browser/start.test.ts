import { afterAll, expect, test } from 'vitest'
import { expectNoSerious } from './axe.ts'
import { openPortal } from './harness.ts'

const portal = await openPortal()
afterAll(() => portal.close())

test('the start page comes to life under its own content security policy', async () => {
  const page = await portal.visit()
  const answer = await page.goto('/')
  expect(answer?.status()).toBe(200)
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  await page.waitForFunction(() =>
    Object.keys(document.body).some((key) => key.startsWith('__react')),
  )
  await expectNoSerious(page)
})

test('somebody of the demonstration is signed in', async () => {
  const page = await portal.visitAs('nl-drafter')
  await page.goto('/help')
  expect(await page.getByText('Drafter, Netherlands').first().isVisible()).toBe(true)
})

test('an address that leads nowhere says so', async () => {
  const page = await portal.visit()
  const answer = await page.goto('/nowhere')
  expect(answer?.status()).toBe(404)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('')
  // Chromium reports the status of the page itself.
  expect(portal.takeComplaints()).toEqual([expect.stringContaining('404')])
})
