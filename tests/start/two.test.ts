import { spawn } from 'node:child_process'
import { text as allOf } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freePort } from '#tests/setup/ports.ts'
import { spawnPortal, type PortalProcess } from '#tests/setup/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'

/** `npm run start:two`, and `npm run client` at both of its nodes. */

const root = fileURLToPath(new URL('../..', import.meta.url))
const watchdog = startWatchdog()
let portal: PortalProcess
let origins: [string, string]

beforeAll(async () => {
  const port = await freePort(2)
  origins = [`http://localhost:${port}`, `http://localhost:${port + 1}`]
  const env = { PORT: String(port), DATA_DIR: watchdog.makeFolder('two') }
  portal = spawnPortal(watchdog, env, [process.execPath, 'scripts/start-two.mjs'])
  const isReady = () => portal.output().includes('Two nodes on one database')
  const early = portal.ended.then(() => {
    throw new Error(`it ended at once:\n${portal.output()}${portal.errors()}`)
  })
  early.catch(() => {})
  await Promise.race([vi.waitUntil(isReady, { timeout: 170_000 }), early])
}, 180_000)
afterAll(() => watchdog.finish())

/** Runs the client with these lines; resolves when it has ended. */
async function client(script: string, at = 0, options: Record<string, string> = {}) {
  const file = await draftOfTheNetherlands()
  const given = { as: 'nl-drafter', file, portal: origins[at] ?? '', ...options }
  const args = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value])
  const child = spawn('npx', ['tsx', 'scripts/client/main.ts', ...args], { cwd: root })
  watchdog.watch(child)
  child.stdin.end(script)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [output, errors] = await Promise.all([allOf(child.stdout), allOf(child.stderr)])
  return { code: await ended, output, errors }
}

let found: string | null = null

/** A file of the demonstration that the Netherlands is still drafting. */
async function draftOfTheNetherlands(): Promise<string> {
  if (found) return found
  const signedIn = await fetch(`${origins[0]}/sign-in/demonstration`, {
    method: 'POST',
    headers: { origin: origins[0] },
    body: new URLSearchParams({ person: 'nl-drafter' }),
    redirect: 'manual',
  })
  const [cookie = ''] = signedIn.headers.getSetCookie().map((each) => each.split(';')[0] ?? '')
  const list = await (await fetch(`${origins[0]}/files`, { headers: { cookie } })).text()
  for (const [, file] of list.matchAll(/\/files\/(\d{4}-NL-\d{4})/g)) {
    const draft = await fetch(`${origins[0]}/files/${file}/draft`, { headers: { cookie } })
    if (file && draft.ok && (await draft.text()).includes('"mayWrite":true')) found = file
    if (found) return found
  }
  throw new Error('the demonstration has no draft of the Netherlands')
}

describe('two nodes on one database', { timeout: 60_000 }, () => {
  it('show a text to two clients of the protocol as one', async () => {
    const waiting = client('wait written elsewhere\ntype , and answered here\nprint', 1, {
      as: 'nl-second-drafter',
    })
    const writing = client(
      'type  - written nowhere\ndelete 7\ntype elsewhere\nwait , and answered here\nprint',
    )
    const [theirs, mine] = await Promise.all([waiting, writing])
    expect([theirs.errors, mine.errors]).toEqual(['', ''])
    expect([theirs.code, mine.code]).toEqual([0, 0])
    const [line] = mine.output.split('\n')
    expect(line).toContain(' - written elsewhere, and answered here')
    const later = await client('print', 1)
    expect(later.output).toBe(mine.output)
    expect(later.output).toBe(theirs.output)
  })

  it('refuse a client that may not write, and one that speaks of what is not there', async () => {
    const reader = await client('type mine', 0, { as: 'nl-reader' })
    expect([reader.code, reader.errors]).toEqual([1, 'this text can only be read: read-only\n'])
    const stranger = await client('print', 0, { as: 'de-drafter' })
    expect(stranger).toMatchObject({ code: 1, output: '' })
    expect(stranger.errors).toMatch(/^no draft at .*\(40[34]\)\n$/)
    const unclear = await client('dance', 0)
    expect(unclear.errors).toBe('line 1 of the script says nothing known: dance\n')
  })

  it('end together when they are told to, and leave no database behind', async () => {
    portal.child.kill('SIGTERM')
    expect(await portal.ended).toBe(0)
    for (const origin of origins) await expect(fetch(origin)).rejects.toThrow('fetch failed')
  })
})
