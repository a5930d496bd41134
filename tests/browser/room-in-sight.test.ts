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

const notice = `/files/${new Date().getFullYear()}-EE-0001/versions/1`

async function enter(person: string, path: string, options = {}): Promise<Page> {
  const page = await visited.visitAs(person, options)
  await page.goto(path)
  // The room is alive once it knows who is in it.
  await page.getByText('Present now').waitFor()
  return page
}

/** Which of the elements that a selector finds lie over one that the other finds. */
const overlaps = (page: Page, over: string, under: string) =>
  page.evaluate(
    ([over = '', under = '']) => {
      const found = (selector: string) => [...document.querySelectorAll(selector)]
      return found(over).flatMap((above) =>
        found(under)
          .filter((below) => below !== above)
          .filter((below) => {
            const [a, b] = [above.getBoundingClientRect(), below.getBoundingClientRect()]
            return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
          })
          .map((below) => `${above.textContent} over ${below.textContent}`),
      )
    },
    [over, under],
  )

test('each part of an early notice has a button of its own, and none lies over another', async () => {
  // Where nothing can point, the buttons are always there.
  for (const options of [{}, { hasTouch: true, isMobile: true }]) {
    const page = await enter('de-drafter', notice, options)
    const buttons = page.locator('.element-tools__comment')
    const names = await buttons.evaluateAll((all) => all.map((one) => one.ariaLabel))
    expect(names.slice(0, 2)).toEqual([
      'Comment on What is envisaged, “An authorisation requirement for …”',
      'Comment on What is envisaged',
    ])
    expect(new Set(names).size).toBe(names.length)
    const button = '.element-tools__comment'
    expect(await overlaps(page, button, button)).toEqual([])
    await page.context().close()
  }
})

test('the tab of the browser and the tab of the file call a room the same', async () => {
  const { path, reference } = await scene.room()
  for (const [address, name] of [
    [path, `${reference}: Comments on version 1 | Concert`],
    [notice, `${new Date().getFullYear()}/EE/0001: Comments on the notice | Concert`],
  ] as const) {
    const page = await enter('de-drafter', address)
    expect(await page.title()).toBe(name)
    const tab = page.locator('.tabs [aria-current="page"]')
    expect(name).toContain(`: ${await tab.textContent()} |`)
    await page.context().close()
  }
})
