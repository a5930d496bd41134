import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openJointComment } from '#app/commands/open-joint-comment.server.ts'
import { demoActor } from '#app/demonstration/acting.server.ts'
import { EditedWord } from '#tests/word/edited-word.ts'
import { comment, from, p, r, style, to, wordFile } from '#tests/word/word-file.ts'
import { openPortal, type VisitedPortal } from './harness.ts'
import { roomScene } from './room-scene.ts'

let visited: VisitedPortal
let page: Page
let scene: ReturnType<typeof roomScene>

beforeAll(async () => {
  visited = await openPortal()
  scene = roomScene(visited.database.db)
  page = await visited.visitAs('nl-representative')
}, 400_000)
afterAll(() => visited?.close())

const file = `/files/${new Date().getFullYear()}-NL-0003`

async function onPaper(path: string, who = page) {
  await who.emulateMedia({ media: 'screen' })
  await who.goto(path)
  await who.locator('h1').waitFor()
  await who.emulateMedia({ media: 'print' })
}

/** What can only be pressed or followed on a screen, by what it says. */
const toPress = (who = page) =>
  who
    .locator('button, .button, summary, [role=toolbar], nav a:not([aria-current])')
    .evaluateAll((all) =>
      all
        .filter((one) => one.getClientRects().length > 0)
        .filter((one) => !one.matches('details[open] > summary'))
        .map((one) => one.textContent),
    )

test.each([
  ['the compiled table', `${file}/versions/2/table`],
  ['a redline', `${file}/compare?from=1&to=2`],
  ['the comments room', `${file}/versions/2`],
  ['who wrote which words', `${file}/authors`],
])('%s has nothing on paper that could be pressed', async (_, path) => {
  await onPaper(path)
  expect(await toPress()).toEqual([])
})

test('proposals, one beside the draft, and a joint comment have nothing on paper that could be pressed', async () => {
  const room = await scene.room()
  const proposal = { place: 'words', element: 'f5bp', from: 2, to: 25 } as const
  const id = await scene.release('fr-licensing', room, {
    ...proposal,
    proposedWording: 'chuck overlay ≤ 1.40 nm',
  })
  const own = room.path.replace(/\/versions\/1$/, '')
  await onPaper(`${own}/proposals`)
  expect(await toPress()).toEqual([])
  expect(await page.getByLabel('Choose the proposal of France').isVisible()).toBe(false)
  await onPaper(`${own}/proposals/${id}`)
  await page.getByRole('heading', { name: 'In the draft now' }).waitFor()
  expect(await toPress()).toEqual([])
  // As wide as a page of A4 between its margins.
  await page.setViewportSize({ width: 680, height: 900 })
  const tops = await page
    .locator('.side-by-side__one')
    .evaluateAll((all) => new Set(all.map((one) => one.getBoundingClientRect().top)).size)
  expect(tops).toBe(1)
  await page.setViewportSize({ width: 1280, height: 900 })

  const deps = { db: visited.database.db }
  const opening = {
    key: randomUUID(),
    element: 'f5b',
    commentType: 'scope' as const,
    isQuestion: false,
    invited: ['FR' as const],
  }
  const opened = await openJointComment(deps, demoActor('de-representative'), room, opening)
  const german = await visited.visitAs('de-representative')
  await german.goto(`${own}/joint/${opened.ok ? opened.jointId : ''}`)
  await german.locator('.draft-text').waitFor()
  await german.emulateMedia({ media: 'print' })
  expect(await toPress(german)).toEqual([])
  const height = async () => (await german.locator('.draft-text').boundingBox())?.height ?? null
  await expect.poll(height).toBeLessThan(100)
  await german.context().close()
})

test('on paper a heading stays with what follows, and a changed line in one piece', async () => {
  await onPaper(`${file}/compare?from=1&to=2`)
  const breaks = (selector: string) =>
    page.locator(selector).evaluateAll((all) => [
      ...new Set(
        all.map((one) => {
          const { breakAfter, breakInside } = getComputedStyle(one)
          return `${breakAfter} ${breakInside}`
        }),
      ),
    ])
  expect(await breaks('.redline__section')).toEqual(['avoid auto'])
  expect(await breaks('.redline__line')).toEqual(['auto avoid'])
  expect(await breaks('.section__head')).toEqual(['avoid auto'])
})

/** What is filled in on a screen and is to be seen on paper. */
const toFill = (who: Page) =>
  who
    .locator('input, textarea')
    .evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).map(({ id }) => id))

async function sendWord(who: Page, path: string, bytes: Uint8Array) {
  await who.emulateMedia({ media: 'screen' })
  await who.goto(path)
  await who.setInputFiles('input[type=file]', {
    name: 'from-word.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(bytes),
  })
  await who.getByRole('button', { name: 'See what would come in' }).click()
}

test('what would come in of a Word document has on paper what was chosen, and nothing to choose', async () => {
  await onPaper(`${file}/word`)
  expect(await toFill(page)).toEqual([])
  const bytes = wordFile({
    body: p(style('berschrift1'), r('Grounds')) + p('', r('On '), from(0), r('grounds'), to(0)),
    comments: comment(0, 'Which grounds?'),
  })
  await sendWord(page, `${file}/word`, bytes)
  const main = page.getByRole('main')
  await page.getByLabel('They stay: what comes stands after them').check()
  await page.emulateMedia({ media: 'print' })
  expect(await toFill(page)).toEqual([])
  expect(await toPress()).toEqual([])
  expect(await main.innerText()).toContain('They stay: what comes stands after them')
  expect(await main.innerText()).not.toContain('They give way')
  expect(await main.innerText()).toContain('Which grounds?')
  await page.emulateMedia({ media: 'screen' })
  await page.reload()
  await main.getByText('They give way').waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await main.innerText()).not.toContain('What becomes of the words of the draft')
}, 60_000)

test('answers from Word have on paper those that were chosen', async () => {
  const german = await visited.visitAs('de-representative')
  const room = `${file}/versions/2`
  const written = await german.context().request.get(`${room}/text.docx`)
  const word = new EditedWord(new Uint8Array(await written.body()))
    .comment('work-function metal', 'Which metals are meant?')
    .comment('silicon germanium', 'Not to come in.')
  await sendWord(german, `${room}/answers`, word.bytes)
  const answers = german.getByRole('checkbox')
  await expect.poll(() => answers.count()).toBe(2)
  await answers.nth(1).uncheck()
  await german.emulateMedia({ media: 'print' })
  expect(await toFill(german)).toEqual([])
  const text = await german.getByRole('main').innerText()
  expect(text).toContain('Which metals are meant?')
  expect(text).not.toContain('Not to come in.')
  await german.context().close()
}, 60_000)

test('parallel drafts mark words only where their lines correspond, on paper without colour too', async () => {
  const parallel = `${file}/parallel/${new Date().getFullYear()}-DE-0002`
  await onPaper(parallel)
  const alone = page.locator('tr.sides', { hasText: 'nothing that corresponds' })
  expect(await alone.count()).toBeGreaterThan(0)
  expect(await alone.locator('mark').count()).toBe(0)
  const marks = page.locator('tr.sides mark')
  expect(await marks.count()).toBeGreaterThan(0)
  const looks = await marks.first().evaluate((mark) => getComputedStyle(mark).textDecorationLine)
  expect(looks).toBe('underline')
  await onPaper(`${parallel}?view=redline`)
  const whole = page.locator(':is(.redline__line--added, .redline__line--removed)')
  expect(await whole.count()).toBeGreaterThan(0)
  expect(await whole.locator('.redline__words :is(ins, del)').count()).toBe(0)
})
