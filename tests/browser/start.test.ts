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

test('an address that cannot be read says so, and leads on', async () => {
  const page = await portal.visitAs('nl-drafter')
  let loads = 0
  page.on('load', () => loads++)
  for (const address of ['/register/%', '/files/%E0%A4%A', '/files/%00']) {
    loads = 0
    const answer = await page.goto(portal.origin + address)
    expect([address, answer?.status()]).toEqual([address, 400])
    await page.getByText('This address cannot be read').waitFor()
    expect(await page.getByText('Drafter, Netherlands').first().isVisible()).toBe(true)
    // Nothing that runs there loads it once more, because it finds another page than it expects.
    expect(await page.locator('script[src], script:not([src]):not([type])').count()).toBe(0)
    await expectNoSerious(page)
    expect(loads).toBe(1)
  }
  await page.getByRole('link', { name: 'Go to the start page' }).click()
  await page.waitForURL(`${portal.origin}/home`)
  expect(portal.takeComplaints().filter((words) => !words.includes('400'))).toEqual([])
})
