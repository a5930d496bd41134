import type { Locator, Page } from 'playwright-core'

/** Today in Brussels, as a date field takes it. */
export const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format()

/** Through the page where one chooses whom to be. */
export async function signIn(page: Page, name: string) {
  await page.goto('/sign-in/demonstration')
  await page.getByRole('button', { name: `Sign in as ${name}`, exact: true }).click()
  await page.waitForURL('**/home')
}

/** Opens a page and waits until its script answers to clicks. */
export async function awake(page: Page, path: string) {
  await page.goto(path)
  await answersToClicks(page)
}

export async function answersToClicks(page: Page) {
  await page.waitForFunction(() =>
    Object.keys(document).some((key) => key.startsWith('__reactContainer')),
  )
}

/** A field by the words that its label begins with: optional ones say so behind. */
export function field(within: Page | Locator, label: string): Locator {
  return within.getByLabel(new RegExp(`^${label}( \\(optional\\))?$`))
}

/** The button that asks first, and the answer in its dialog. */
export async function confirm(
  page: Page,
  opener: string | RegExp,
  title: string | RegExp,
  answer = opener,
) {
  await page.getByRole('button', { name: opener, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.getByRole('button', { name: answer, exact: true }).click()
}

/** Leaves a mark in the page that a reload would take away. */
export async function keep(page: Page) {
  await page.evaluate(() => Object.assign(window, { kept: true }))
}

export function wasKept(page: Page): Promise<boolean> {
  return page.evaluate(() => 'kept' in window)
}

/** Chooses words of the frozen text, as with the mouse. */
export async function chooseWords(page: Page, line: string, words: string) {
  await page
    .locator('[data-from]', { hasText: line })
    .first()
    .evaluate((element, words) => {
      const text = element.firstChild
      const from = text?.textContent?.indexOf(words) ?? -1
      if (!text || from < 0) throw new Error(`the line does not say ${words}`)
      document.getSelection()?.setBaseAndExtent(text, from, text, from + words.length)
    }, words)
}

/** Saves what is in the composer, and releases it to everybody who has the version. */
export async function release(page: Page) {
  await page.getByRole('button', { name: 'Save inside' }).click()
  await page.getByRole('button', { name: 'Release …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Release to others?' })
  await dialog.getByRole('button', { name: 'Release', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Shares the draft as it stands with everybody. */
export async function share(representative: Page, file: string) {
  await awake(representative, `${file}/share`)
  await confirm(representative, /^Share version \d+$/, /^Share version \d+ for comments\?$/)
  await representative.waitForURL((url) => !url.pathname.endsWith('/share'))
}
