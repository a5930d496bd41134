import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '#tests/setup/database.ts'
import { startPortal } from '#tests/setup/portal.ts'
import { freePort } from '#tests/setup/ports.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'
import { startProvider } from './provider.ts'
import { type Visitor, visitor } from './visitor.ts'

const watchdog = startWatchdog()
const database = await freshDatabase()
const port = await freePort()
const origin = `http://localhost:${port}`
const provider = await startProvider(await freePort(), `${origin}/auth/callback`)
const folder = await mkdtemp(path.join(tmpdir(), 'concert-key-'))
const env = {
  RECORD_KEY_FILE: path.join(folder, 'record-key.pem'),
  PORT: String(port),
  DATABASE_URL: database.url,
  PUBLIC_ORIGIN: origin,
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: provider.client.id,
  OIDC_CLIENT_SECRET: provider.client.secret,
  LOG_LEVEL: 'error',
}
const portal = await startPortal(watchdog, env)
afterAll(async () => {
  await portal.stop()
  await provider.stop()
  await database.close()
  await watchdog.finish()
  await rm(folder, { recursive: true })
})

const script = fileURLToPath(new URL('../../scripts/operate.mjs', import.meta.url))

/** `npm run administrator -- …`, or another command of the operator. */
async function operate(command: 'administrator' | 'record-key' | 'verify', ...options: string[]) {
  const { PATH = '', HOME = '/' } = process.env
  const child = spawn(process.execPath, [script, command, ...options], {
    env: { PATH, HOME, NODE_ENV: 'production', ...env },
  })
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  return { code: code as number, output, errors, link: /\S+\/invitations\/\S+/.exec(output)?.[0] }
}

const administrator = (...options: string[]) => operate('administrator', ...options)

/** Opens the link and signs in at the provider as `subject`. */
async function accept(link: string, subject: string) {
  provider.subject = subject
  const browser = visitor()
  const end = await browser.follow(await browser.post(link, {}), ({ href }) =>
    href.startsWith(`${origin}/home`),
  )
  return { browser, end }
}

async function inviteBy(browser: Visitor, name: string, role: string) {
  const form = await browser.get(`${origin}/people/invite`)
  const key = /name="key" value="([^"]+)"/.exec(form.text)?.[1] ?? ''
  const made = await browser.post(`${origin}/people/invite`, { key, name, roles: role })
  const again = await browser.post(`${origin}/people/invite`, { key, name, roles: role })
  expect(again.status).toBe(409)
  return /value="([^"]+\/invitations\/[^"]+)"/.exec(made.text)?.[1] ?? ''
}

describe('from an empty production to a delegation', { timeout: 120_000 }, () => {
  it('the operator invites the first administrator, who invites everybody else', async () => {
    const { link = '', code } = await administrator(
      '--delegation',
      'NL',
      '--name',
      'The administrator',
    )
    expect(code).toBe(0)
    expect(link.startsWith(origin)).toBe(true)
    const shown = await visitor().get(link)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('The administrator')

    const { browser, end } = await accept(link, 'subject-of-administrator')
    expect(end.location).toBe(`${origin}/home`)
    const people = await browser.get(`${origin}/people`)
    expect(people.status).toBe(200)
    expect(people.text).toContain('The administrator')

    const second = await inviteBy(browser, 'A drafter', 'drafter')
    const drafter = await accept(second, 'subject-of-drafter')
    expect((await drafter.browser.get(`${origin}/account`)).text).toContain('A drafter')
    expect((await drafter.browser.get(`${origin}/people`)).status).toBe(404)
  })

  it('a used link is refused, to look at and to accept', async () => {
    const { link = '' } = await administrator('--delegation', 'BE', '--name', 'First')
    await accept(link, 'subject-of-first')
    const opened = await visitor().get(link)
    expect(opened.status).toBe(410)
    expect(opened.text).toContain('has already been used')
    expect(opened.text).not.toContain('First')
    const { browser, end } = await accept(link, 'subject-of-second')
    expect(end.status).toBe(410)
    expect(browser.cookies(origin).get('concert')).toBeUndefined()
  })

  it('a link that was withdrawn while somebody was at the provider is refused', async () => {
    provider.subject = 'subject-of-administrator'
    const browser = visitor()
    await browser.follow(
      await browser.post(`${origin}/sign-in`, {}),
      ({ pathname }) => pathname === '/home',
    )
    const link = await inviteBy(browser, 'Too late', 'expert')
    provider.subject = 'subject-of-too-late'
    const late = visitor()
    const atProvider = await late.follow(
      await late.post(link, {}),
      ({ pathname }) => pathname === '/auth/callback',
    )
    const { text: page } = await browser.get(`${origin}/people`)
    const invitation = /name="invitation" value="([^"]+)"/.exec(page)?.[1] ?? ''
    await browser.post(`${origin}/people`, { invitation })
    const end = await late.get(atProvider.location ?? '')
    expect(end.status).toBe(410)
    expect(end.text).toContain('is no longer valid')
    expect(late.cookies(origin).get('concert')).toBeUndefined()
  })

  it('the operator makes a second administrator, who grants the first what nobody grants to themself', async () => {
    provider.subject = 'subject-of-administrator'
    const first = visitor()
    const home = ({ pathname }: URL) => pathname === '/home'
    await first.follow(await first.post(`${origin}/sign-in`, {}), home)
    const own = /href="\/people\/([\w-]+)"[^>]*>The administrator</.exec(
      (await first.get(`${origin}/people`)).text,
    )?.[1]
    const page = `${origin}/people/${own}`
    const grant = { act: 'grant', key: randomUUID(), role: 'reader', from: '', until: '' }
    expect((await first.get(page)).text).toContain('Nobody grants a role to themself.')
    const refused = await first.post(page, grant)
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('Nobody grants a role to themself.')

    const { link = '', code } = await administrator('--delegation', 'NL', '--name', 'The second')
    expect(code).toBe(0)
    const { browser: second } = await accept(link, 'subject-of-second-administrator')
    expect((await second.post(page, grant)).status).toBe(302)
    expect((await first.get(`${origin}/account`)).text).toContain('Reader')
  })

  it('the operator cannot make a third administrator', async () => {
    const { code, errors, output } = await administrator('--delegation', 'NL', '--name', 'Another')
    expect(code).toBe(1)
    expect(errors.trim()).toBe('Netherlands has two administrators already, who can invite others')
    expect(output).toBe('')
  })

  it('the operator says that a backup was put back', async () => {
    const { code, output } = await administrator('--restored')
    expect(code).toBe(0)
    expect(output).toMatch(/^\d+ texts begin anew\. /)
  })

  it.each([
    [[], /^usage: npm run administrator/],
    [['--delegation', 'GR', '--name', 'A'], /^--delegation must be one of BE, BG, .*, EL, /],
    [['--delegation', 'NL', '--name', ' '], /^--name must have/],
  ])('the command says on one line what is wrong with %j', async (options, problem) => {
    const { code, errors } = await administrator(...options)
    expect(code).toBe(1)
    expect(errors).toMatch(problem)
    expect(errors.trim().split('\n')).toHaveLength(1)
  })

  it('the operator signs the record, changes the key, and verifies with what was noted elsewhere', async () => {
    expect((await operate('record-key', '--rotate')).errors).toContain('see --new')
    const made = await operate('record-key', '--new')
    expect(made).toMatchObject({ code: 0, errors: '' })
    expect((await operate('record-key', '--new')).code).toBe(1)
    expect((await operate('record-key', '--rotate')).code).toBe(0)
    const keys = (await operate('record-key')).output.trim().split('\n')
    expect(keys.map((line) => line.split('  ').at(-1))).toEqual(['first', 'endorsed'])

    const first = await operate('verify', '--database')
    expect(first).toMatchObject({ code: 0, errors: '' })
    const [, noted = ''] =
      /^valid: \d+ events, \d+ signed checkpoints, and every table as they give it\nnote elsewhere: (\d+:[0-9a-f]{64})$/m.exec(
        first.output,
      ) ?? []
    expect((await operate('verify', '--database', '--noted', noted)).output).toBe(first.output)
    const wrong = await operate('verify', '--database', '--noted', noted.replace(/.$/, 'x'))
    expect(wrong).toMatchObject({ code: 1, output: '' })
    expect(wrong.errors).toMatch(/^usage: /)
    const kept = await operate('verify', '--database', '--checkpoint', script)
    expect(kept.errors.trim()).toBe(`not valid: ${script} is no checkpoint`)
  })
})
