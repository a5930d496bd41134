import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import { percentile } from '../statistics.ts'

/** What a stretch of work in the browser kept its one thread busy with. */
export interface Stretch {
  /** Tasks of more than 50 ms, which the browser itself reports, and the longest. */
  long: number
  longest: number
  /** The same by the time that its processor worked on them: no busy machine can blur it. */
  longWork: number
  longestWork: number
  /** The longest time from one picture to the next. */
  gap: number
  /** From a key or a turn of the wheel until the next picture: one that is late is seen. */
  p95: number
}

const watch = fileURLToPath(new URL('./watch.js', import.meta.url))

declare global {
  interface Window {
    bench: { long: number[]; gaps: number[]; answers: number[] }
  }
}

export async function openScreen(browser: Browser, origin: string, cookie: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    viewport: { width: 1280, height: 900 },
  })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }])
  await context.addInitScript({ path: watch })
  return context.newPage()
}

/** What the browser noted while `work` was done. */
export async function during(page: Page, work: () => Promise<unknown>): Promise<Stretch> {
  if (page.url() !== 'about:blank') {
    await quiet(page)
    await page.evaluate(() => {
      for (const list of Object.values(window.bench)) list.length = 0
    })
  }
  const browser = page.context().browser()
  await browser?.startTracing(page, { categories: ['toplevel'] })
  await work()
  await quiet(page)
  const traced = await browser?.stopTracing()
  const tasks = workOfTasks(JSON.parse(String(traced)))
  const { long, gaps, answers } = await page.evaluate(() => window.bench)
  return {
    long: long.length,
    longest: Math.max(0, ...long),
    longWork: tasks.filter((ms) => ms > longTaskMs).length,
    longestWork: Math.max(0, ...tasks),
    gap: Math.max(0, ...gaps),
    p95: percentile(
      answers.toSorted((a, b) => a - b),
      0.95,
    ),
  }
}

const longTaskMs = 50

const traceSchema = z.object({
  traceEvents: z.array(
    z.looseObject({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** Microseconds of its thread. */
      tdur: z.number().optional(),
      args: z.looseObject({ name: z.unknown().optional() }).optional(),
    }),
  ),
})

/** Milliseconds of processor that each task of a page's one thread took. */
function workOfTasks(trace: unknown): number[] {
  const { traceEvents } = traceSchema.parse(trace)
  const threads = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    .map(({ pid, tid }) => `${pid} ${tid}`)
  return traceEvents.flatMap(({ name, pid, tid, tdur }) =>
    name.endsWith('RunTask') && tdur !== undefined && threads.includes(`${pid} ${tid}`)
      ? [tdur / 1_000]
      : [],
  )
}

/** Two pictures and an idle moment: what was asked for has been done. */
async function quiet(page: Page) {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 2_000 })),
        ),
      ),
  )
}
