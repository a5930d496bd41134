import type { Page } from 'playwright-core'
import { answersToClicks } from './story-steps.ts'

type Key = 'Tab' | 'Shift+Tab'

/** The words by which the element that has the focus is announced. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    const isControl =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
    const label = isControl ? element.labels?.[0]?.cloneNode(true) : null
    // A label may stand around its control, whose own words are not its name.
    if (label instanceof HTMLElement) label.querySelector('select, textarea')?.remove()
    const words = label ? label.textContent : element?.textContent
    const naming = element?.getAttribute('aria-labelledby')
    const named =
      element?.getAttribute('aria-label') ??
      (naming ? document.getElementById(naming)?.textContent : null)
    return (named ?? words ?? '').replaceAll(/\s+/g, ' ').trim()
  })
}

/** Goes on with Tab until something with this name has the focus, as a person would. */
export async function tabTo(page: Page, name: string, key: Key = 'Tab') {
  const passed: string[] = []
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press(key)
    const here = await focused(page)
    if (here === name) return
    passed.push(here.slice(0, 40))
  }
  throw new Error(`${key} does not reach "${name}", only: ${[...new Set(passed)].join(' | ')}`)
}

/** Follows a link or presses a button. */
export async function use(page: Page, name: string) {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** Types into the next field with this label. */
export async function write(page: Page, label: string, words: string) {
  await tabTo(page, label)
  await page.keyboard.type(words)
}

/** Chooses in the list with this label, line by line. */
export async function choose(page: Page, label: string, option: string, key: Key = 'Tab') {
  await tabTo(page, label, key)
  const chosen = () =>
    page
      .locator('select:focus')
      .evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.text)
  await page.keyboard.press('Home')
  for (let presses = 0; presses < 40; presses++) {
    if ((await chosen()) === option) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the list "${label}" has no "${option}"`)
}

/** Sends the form that the button with these words stands in, and says yes in the dialog. */
export async function useAndConfirm(page: Page, opener: string, title: string, answer = opener) {
  await use(page, opener)
  await page.getByRole('dialog', { name: title }).waitFor()
  await use(page, answer)
}

/** Signs somebody in on the page where one chooses whom to be. */
export async function enter(page: Page, name: string) {
  await page.goto('/sign-in/demonstration')
  await answersToClicks(page)
  await write(page, 'Find a delegation or a role', name.replace(',', ''))
  await page.getByText('1 person found').waitFor()
  await use(page, `Sign in as ${name}`)
  await page.waitForURL('**/home')
  await answersToClicks(page)
}
