import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeDetails } from '#app/commands/change-details.server.ts'
import { demoActor, must } from '#app/demonstration/acting.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { endSessions } from '#db/sessions.server.ts'
import { openPortal, type VisitedPortal } from './harness.ts'
import { roomScene } from './room-scene.ts'

let visited: VisitedPortal
let scene: ReturnType<typeof roomScene>

beforeAll(async () => {
  visited = await openPortal()
  scene = roomScene(visited.database.db)
}, 180_000)
afterAll(() => visited?.close())

for (const width of [1280, 400])
  test(`what is saved and who is here stay in sight in a long text, and the caret too (${width})`, async () => {
    const { path } = await scene.room()
    const address = path.replace(/versions.*/, 'draft')
    const viewport = { width, height: 600 }
    const page = await visited.visit({ viewport })
    const sessionId = await visited.signIn(page, 'nl-drafter')
    await page.goto(address)
    await page.getByRole('toolbar').waitFor()
    const text = page.getByRole('textbox', { name: 'Text of the draft' })
    await page.locator('.draft-text p').first().click()
    await page.keyboard.press('Control+End')
    await page.getByText('Saved', { exact: true }).waitFor()
    const head = await page.locator('.room-state').boundingBox()
    expect(head?.y).toBe(0)
    for (let line = 0; line < 40; line++) {
      await page.keyboard.press('ArrowUp')
      const caret = await text.evaluate(() => {
        const selection = document.getSelection()
        const range = selection?.rangeCount ? selection.getRangeAt(0) : null
        const [box] = range?.getClientRects() ?? []
        if (box) return box.top
        // In an empty line there is nothing to measure but what stands at the place.
        const place = selection?.focusNode
        const child = place?.childNodes[selection?.focusOffset ?? 0] ?? place
        const element = child instanceof Element ? child : child?.parentElement
        return element?.getBoundingClientRect().top ?? Number.NaN
      })
      const covered = await page.evaluate(() =>
        Math.max(
          ...['.draft-editor__head', '.room-state'].map((part) => {
            const found = document.querySelector(part)
            const isSticky = found && getComputedStyle(found).position === 'sticky'
            return isSticky ? found.getBoundingClientRect().bottom : 0
          }),
        ),
      )
      expect(caret).toBeGreaterThanOrEqual(covered)
    }
    await visited.database.db.transaction((tx) => endSessions(tx, { sessionId }))
    await page.locator('.save-state__words', { hasText: 'you are signed out' }).waitFor()
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    await page.context().close()
  })

test('the caret stays where it is while the page is loaded again around the text', async () => {
  const { path, reference } = await scene.room()
  const page = await visited.visit()
  await visited.signIn(page, 'nl-drafter')
  await page.goto(path.replace(/versions.*/, 'draft'))
  await page.getByRole('toolbar').waitFor()
  const line = page.locator('.draft-text').getByText('Pellicles')
  await line.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' for')
  must('a change of the title', await retitle(reference, 'Pellicles, and what goes with them'))
  await page.getByRole('heading', { name: 'Pellicles, and what goes with them' }).waitFor()
  await page.keyboard.type(' masks')
  await page.getByText('Saved', { exact: true }).waitFor()
  expect(await line.innerText()).toBe('Pellicles for masks')
  await page.context().close()
})

async function retitle(reference: string, title: string) {
  const { db } = visited.database
  const measure = await findMeasureByReference(db, reference)
  if (!measure) throw new Error(`${reference} is not there`)
  const { revision, details } = measure
  const changed = { ...details, grounds: [...details.grounds], title, revision, changes: '' }
  return changeDetails({ db }, demoActor('nl-representative'), reference, changed)
}
