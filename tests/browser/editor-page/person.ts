import type { Browser, Page } from 'playwright-core'

/** Opens the page of the editor; what goes wrong in it is kept in `complaints`. */
export async function openEditorPage(browser: Browser, address: string, width = 1280) {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  const page = await context.newPage()
  const complaints: string[] = []
  await page.addInitScript(() => {
    document.addEventListener('selectionchange', () => {
      const { anchorNode, anchorOffset } = getSelection() ?? {}
      document.documentElement.dataset.heard = `${anchorNode?.textContent} ${anchorOffset}`
    })
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await page.goto(address)
  return { page, complaints }
}

/** Puts the caret at the end of the line with these words, as a person would. */
export async function putCaretAfter(page: Page, words: string, room: number) {
  await page.locator(`#person-${room} .draft-text p`, { hasText: words }).first().click()
  await page.keyboard.press('End')
  // The browser tells the editor of a caret a moment after the key that moved it.
  await page.waitForFunction(() => {
    const { anchorNode, anchorOffset } = getSelection() ?? {}
    return document.documentElement.dataset.heard === `${anchorNode?.textContent} ${anchorOffset}`
  })
}
