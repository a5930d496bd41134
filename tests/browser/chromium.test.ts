import { expect, test } from 'vitest'
import { fromNpm, launch } from './chromium.ts'

/** npm has it for this platform only; elsewhere a machine must bring its own. */
const isInNpm = process.platform === 'linux' && process.arch === 'x64'

test.runIf(isInNpm)('the Chromium out of npm shows a page', { timeout: 120_000 }, async () => {
  const found = await fromNpm()
  if (!found) throw new Error('the Chromium out of npm does not run here')
  const browser = await launch(found)
  const page = await browser.newPage()
  await page.setContent('<h1>Concert</h1>')
  const heading = page.getByRole('heading', { name: 'Concert' })
  const width = await heading.evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    return range.getBoundingClientRect().width
  })
  // Without a font there would be a page, and nothing to read on it.
  expect(width).toBeGreaterThan(50)
  await browser.close()
})
