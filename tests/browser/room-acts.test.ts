import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPortal, type VisitedPortal } from './harness.ts'
import { roomScene } from './room-scene.ts'

let visited: VisitedPortal
let scene: ReturnType<typeof roomScene>

beforeAll(async () => {
  visited = await openPortal()
  scene = roomScene(visited.database.db)
}, 180_000)
afterAll(() => visited?.close())

async function enter(person: string, path: string): Promise<Page> {
  const page = await visited.visitAs(person)
  await page.goto(path)
  // The room is alive once it knows who is in it.
  await page.getByText('Present now').waitFor()
  return page
}

test('an office replies inside to what another office of its state wrote', async () => {
  const { path, ...where } = await scene.room()
  await scene.write('de-licensing', where, { body: 'Customs must be able to tell.' })
  const page = await enter('de-customs', path)
  await page.getByText('Reply inside', { exact: true }).click()
  await page.getByLabel('To your colleagues').fill('By the tariff heading alone we cannot.')
  await page.getByRole('button', { name: 'Send inside' }).click()
  const said = page.locator('.reply--inside', { hasText: 'By the tariff heading alone we cannot.' })
  await said.waitFor()
  await page.getByText('Reply inside', { exact: true }).click()
  await page.getByLabel('To your colleagues').fill('By the data sheet we can.')
  await page.getByRole('button', { name: 'Send inside' }).click()
  await said.getByText('By the data sheet we can.').waitFor()
  expect(await said.getByRole('listitem').count()).toBe(2)
  await page.context().close()
})
