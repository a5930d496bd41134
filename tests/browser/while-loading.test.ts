import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoActor } from '#app/demonstration/acting.server.ts'
import { openPortal, type VisitedPortal } from './harness.ts'
import { roomScene } from './room-scene.ts'

let visited: VisitedPortal
let scene: ReturnType<typeof roomScene>

beforeAll(async () => {
  visited = await openPortal()
  scene = roomScene(visited.database.db)
}, 180_000)
afterAll(() => visited?.close())

test('what is recorded between the making of a page and its first connection is shown', async () => {
  const { reference, path } = await scene.room()
  const page = await visited.visitAs('nl-representative')
  let letArrive = () => {}
  const arrival = new Promise<void>((resolve) => (letArrive = resolve))
  await page.route('**/assets/*.js', async (route) => {
    await arrival
    await route.continue()
  })
  await page.goto(path.replace(/\/versions.*/, ''), { waitUntil: 'commit' })
  await page
    .getByRole('link', { name: /[Vv]ersion 1/ })
    .first()
    .waitFor()
  const second = page.getByRole('link', { name: /[Vv]ersion 2/ })
  await scene.share(demoActor('nl-representative'), reference)
  expect(await second.count()).toBe(0)
  letArrive()
  await second.first().waitFor()
  await page.context().close()
})

test('what is told of while a page is fetched is shown on it', async () => {
  const owner = demoActor('nl-representative')
  const reference = await scene.file(owner)
  const page = await visited.visitAs('de-representative')
  const heard: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => void heard.push(String(payload))),
  )
  await page.goto('/home')
  await expect.poll(() => heard.some((frame) => frame.includes('"missed"'))).toBe(true)
  const main = page.getByRole('navigation', { name: 'Main' })
  // A page that shows nothing of the record, so that nobody there asks again.
  await main.getByRole('link', { name: 'Help' }).click()
  await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor()
  let isFirst = true
  await page.route('**/home?_data=*', async (route) => {
    if (!isFirst) return route.continue()
    isFirst = false
    const response = await route.fetch()
    await scene.share(owner, reference)
    await expect.poll(() => heard.some((frame) => frame.includes('version-shared'))).toBe(true)
    await route.fulfill({ response })
  })
  await main.getByRole('link', { name: 'Home' }).click()
  await page.getByRole('link', { name: reference }).first().waitFor()
  await page.context().close()
})
