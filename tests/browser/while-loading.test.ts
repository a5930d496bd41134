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
