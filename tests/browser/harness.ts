import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { demoPersonId } from '#app/demonstration/load-people.server.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'
import { openSession } from '#db/sessions.server.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { demonstrationDatabase } from '#tests/setup/demonstration.ts'
import { startPortal, type Portal } from '#tests/setup/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'
import { launchChromium } from './chromium.ts'

/** The built portal with the demonstration in a database of its own, and a Chromium to visit it. */
export interface VisitedPortal {
  origin: string
  database: FreshDatabase
  browser: Browser
  portal: Portal
  /** A page in a new context: another person at another machine. */
  visit(options?: BrowserContextOptions): Promise<Page>
  /** The same, signed in as somebody of the demonstration: `nl-drafter`. */
  visitAs(person: string, options?: BrowserContextOptions): Promise<Page>
  /** Puts a new session into the browser of a page, as a sign-in in another tab does; gives its id. */
  signIn(page: Page, person: string): Promise<string>
  /**
   * What browsers complained of since the last call: script errors, refused resources, breaches of
   * the content security policy. `close` throws if there is still something.
   */
  takeComplaints(): string[]
  close(): Promise<void>
}

/** `env`: for a portal that is no demonstration. */
export async function openPortal(env?: Record<string, string>): Promise<VisitedPortal> {
  const watchdog = startWatchdog()
  const database = await (env ? freshDatabase() : demonstrationDatabase())
  const [portal, browser] = await Promise.all([
    startPortal(watchdog, { DATABASE_URL: database.url, ...env }),
    launchChromium(),
  ])
  const { origin } = portal
  const complaints: string[] = []

  const visit = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      baseURL: origin,
      locale: 'en-GB',
      timezoneId: 'Europe/Brussels',
      viewport: { width: 1280, height: 900 },
      ...options,
    })
    context.on('weberror', (error) => complaints.push(error.error().message))
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        complaints.push(`${message.page()?.url()}: ${message.text()} ${message.location().url}`)
    })
    return context.newPage()
  }

  const signIn = async (page: Page, person: string) => {
    const { token, sessionId } = await database.db.transaction((tx) =>
      openSession(tx, demoPersonId(person), null),
    )
    const [pair = ''] = sessionCookie(origin).keep(token).split(';')
    const [name = '', value = ''] = pair.split('=')
    await page.context().addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }])
    return sessionId
  }

  return {
    origin,
    database,
    browser,
    portal,
    visit,
    signIn,
    async visitAs(person, options) {
      const page = await visit(options)
      await signIn(page, person)
      return page
    },
    takeComplaints: () => complaints.splice(0),
    async close() {
      await browser.close()
      await portal.stop()
      await database.close()
      await watchdog.finish()
      if (complaints.length > 0) throw new Error(complaints.join('\n'))
    },
  }
}
