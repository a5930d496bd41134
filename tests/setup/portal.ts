import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './ports.ts'
import type { Watchdog } from './watchdog.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const startCommand = [process.execPath, 'scripts/start.mjs']

/** `npm start` as a process, with nothing in its environment that was not said here. */
export interface PortalProcess {
  child: ChildProcess
  /** All that it has printed. */
  output(): string
  errors(): string
  /** Its exit code, once it has ended; null after a signal that it could not answer. */
  ended: Promise<number | null>
}

export interface Portal extends PortalProcess {
  port: number
  origin: string
  /** Ends it as an operator would and waits for it. */
  stop(): Promise<number | null>
}

export function spawnPortal(
  watchdog: Watchdog,
  env: Record<string, string>,
  [command = '', ...args] = startCommand,
): PortalProcess {
  const { PATH = '', HOME = '/' } = process.env
  const child = spawn(command, args, {
    cwd: root,
    env: { PATH, HOME, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  watchdog.watch(child)
  const output = collect(child.stdout)
  const errors = collect(child.stderr)
  const ended = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null))
  return { child, output, errors, ended }
}

/** Starts a portal, on a free port unless one is given, and waits until it is ready. */
export async function startPortal(
  watchdog: Watchdog,
  env: Record<string, string>,
  command = startCommand,
): Promise<Portal> {
  const port = env.PORT ? Number(env.PORT) : await freePort()
  const origin = `http://localhost:${port}`
  // Its own, and never that of a portal that somebody runs out of this checkout.
  const RECORD_KEY_FILE = path.join(watchdog.makeFolder('key'), 'record-key.pem')
  const portal = spawnPortal(watchdog, { PORT: String(port), RECORD_KEY_FILE, ...env }, command)
  let hasEnded = false
  void portal.ended.then(() => (hasEnded = true))
  while (!(await isReady(origin)))
    if (hasEnded) throw new Error(`the portal did not start:\n${portal.output()}${portal.errors()}`)
  return {
    ...portal,
    port,
    origin,
    stop() {
      portal.child.kill('SIGTERM')
      return portal.ended
    },
  }
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(5_000) })).ok
  } catch {
    return new Promise((resolve) => setTimeout(resolve, 50, false))
  }
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => (text += chunk))
  return () => text
}
