import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

declare global {
  interface Window {
    /** Put there by `axe.source`. */
    axe: typeof axe
  }
}

/** What good practice asks of the landmarks of a page. Nothing serious, and disorienting by ear all the same. */
export const landmarks = ['region', 'landmark-unique']

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Nothing serious or critical on the page as it stands, by WCAG 2.2 AA and good practice. Colours are
 * the same at every width, and comparing them takes most of the time: `besides: ['color-contrast']`
 * for a page that was looked at already. Nothing at all by the rules of `strictly`.
 */
export async function expectNoSerious(
  page: Page,
  {
    besides = [],
    strictly = [],
  }: { besides?: readonly string[]; strictly?: readonly string[] } = {},
): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const serious = await page.evaluate(
    async ([tags, left, strict]) => {
      const { violations } = await window.axe.run({
        runOnly: { type: 'tag', values: tags },
        rules: Object.fromEntries(left.map((rule) => [rule, { enabled: false }])),
        resultTypes: ['violations'],
      })
      const found = violations
        .filter(
          ({ id, impact }) => impact === 'serious' || impact === 'critical' || strict.includes(id),
        )
        .flatMap(({ id, help, nodes }) =>
          nodes.map(({ target, failureSummary }) => ({
            id,
            help,
            target: target.join(' '),
            failureSummary,
          })),
        )
      const standing: typeof found = []
      for (const one of found) {
        if (one.id === 'target-size' && !(await isSmallInSight(one.target))) continue
        standing.push(one)
      }
      return standing

      /** What the edge of a region that scrolls cuts off is looked at again once it is scrolled into sight. */
      async function isSmallInSight(target: string): Promise<boolean> {
        document.querySelector(target)?.scrollIntoView({ block: 'center' })
        const again = await window.axe.run(target, {
          runOnly: { type: 'rule', values: ['target-size'] },
        })
        return again.violations.length > 0
      }
    },
    [TAGS, [...besides], [...strictly]] as const,
  )
  expect(serious, `axe on ${page.url()}`).toEqual([])
}
