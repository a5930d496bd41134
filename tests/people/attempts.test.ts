import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '#app/demonstration/people.ts'
import { countAttempts } from '#app/http/attempts.server.ts'
import type { FreshDatabase } from '#tests/setup/database.ts'
import { demonstrationDatabase } from '#tests/setup/demonstration.ts'
import { type Portal, startPortal } from '#tests/setup/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'

const watchdog = startWatchdog()
let database: FreshDatabase
let portal: Portal

beforeAll(async () => {
  database = await demonstrationDatabase()
  portal = await startPortal(watchdog, { DATABASE_URL: database.url })
})
afterAll(async () => {
  await portal.stop()
  await database.close()
  await watchdog.finish()
})

/** Asks from a given address of this machine, with whatever headers somebody may invent. */
async function ask(path: string, form: Record<string, string> | null, from = '127.0.0.1') {
  const sent = request({
    host: '127.0.0.1',
    port: portal.port,
    localAddress: from,
    path,
    method: form ? 'POST' : 'GET',
    headers: {
      Host: `localhost:${portal.port}`,
      Origin: portal.origin,
      'X-Forwarded-For': randomBytes(4).join('.'),
      ...(form && { 'Content-Type': 'application/x-www-form-urlencoded' }),
    },
  })
  sent.end(form ? new URLSearchParams(form).toString() : undefined)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: response.statusCode, body: await text(response) }
}

const signIn = (person: string, from?: string) =>
  ask('/sign-in/demonstration', { person, return: '/help' }, from)

describe('attempts to sign in (row 42)', () => {
  it('let a whole delegation in from one address at once', async () => {
    const others = demoPeople.filter(({ delegation }) => delegation !== 'PT')
    const people = [...others, ...others].slice(0, 150)
    const answers = await Promise.all(people.map(({ key }) => signIn(key, '127.0.0.2')))
    expect(answers.filter(({ status }) => status !== 302)).toEqual([])
  })

  it('are limited for one account, and for nobody else behind the same address', async () => {
    const statuses: (number | undefined)[] = []
    for (let n = 0; n < 31; n++) statuses.push((await signIn('pt-drafter', '127.0.0.3')).status)
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 302))
    expect(statuses[30]).toBe(429)
    expect((await signIn('pt-drafter', '127.0.0.4')).status).toBe(429)
    expect((await signIn('pt-representative', '127.0.0.3')).status).toBe(302)
  })

  it('answer the same about an account that there is not, once they are limited', async () => {
    for (let n = 0; n < 31; n++) await signIn('pt-nobody', '127.0.0.5')
    const [known, unknown] = [await signIn('pt-drafter'), await signIn('pt-nobody')]
    const words = ({ body }: { body: string }) => /<main[^]*?<\/main>/.exec(body)?.[0]
    expect(unknown.status).toBe(429)
    expect(words(unknown)).toBe(words(known))
  })
})

describe('links of invitations', () => {
  it('cannot be guessed at for long from one address, whatever it claims to be', async () => {
    const guess = () =>
      ask(`/invitations/${randomBytes(32).toString('base64url')}`, null, '127.0.0.6')
    const statuses: (number | undefined)[] = []
    for (let n = 0; n < 121; n++) statuses.push((await guess()).status)
    expect(new Set(statuses.slice(0, 120))).toEqual(new Set([404]))
    expect(statuses[120]).toBe(429)
    const elsewhere = await ask(`/invitations/${'x'.repeat(43)}`, null, '127.0.0.7')
    expect(elsewhere.status).toBe(404)
  })
})

describe('counting by address', () => {
  it('takes a household of IPv6 and an IPv4 address in either form as one', async () => {
    const attempts = countAttempts()
    const isLetIn = (address: string) => attempts.mayTry('invitation', address)
    for (let n = 0; n < 120; n++) {
      await isLetIn(`2001:db8:1:2::${n.toString(16)}`)
      await isLetIn('::ffff:192.0.2.1')
    }
    expect(await isLetIn('2001:db8:1:2:ffff:1:2:3')).toBe(false)
    expect(await isLetIn('2001:db8:1:3::1')).toBe(true)
    expect(await isLetIn('192.0.2.1')).toBe(false)
    expect(await isLetIn('::1')).toBe(true)
  })
})
