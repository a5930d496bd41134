import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { mendedDriver } from '../../scripts/mended-driver.mjs'
import { freePort } from '#tests/setup/ports.ts'
import type { Watchdog } from '#tests/setup/watchdog.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A node in a process of its own. */
export interface NodeProcess {
  port: number
  /** What people call it. */
  origin: string
  schemaVersion: string
  /** Ends it without a word and waits until it has gone. */
  kill(): Promise<void>
  /** Ends it as an operator would. */
  stop(): Promise<void>
  /** Stops its time: nothing is read, sent or waited for until it wakes. */
  pause(): void
  wake(): void
}

export interface NodeProgram {
  /** Starts it on a database, on a free port unless told; `origin` is what people call it. */
  start(url: string, options?: { port?: number; origin?: string }): Promise<NodeProcess>
  remove(): void
}

/** The program of a node, made of the sources as they are, or as `plugins` change them. */
export async function buildNode(
  watchdog: Watchdog,
  name: string,
  plugins: Plugin[] = [],
): Promise<NodeProgram> {
  // Inside the project, so that it finds the packages.
  const folder = path.join(root, '.cache')
  const file = path.join(folder, `${name}-${process.pid}.mjs`)
  mkdirSync(folder, { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: ['tests/realtime/node-process.ts'],
    outfile: file,
    bundle: true,
    packages: 'external',
    plugins: [...plugins, mendedDriver],
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
  return {
    async start(url, options = {}) {
      const port = options.port ?? (await freePort())
      const origin = options.origin ?? `http://127.0.0.1:${port}`
      const child = spawn(process.execPath, [file, url, String(port), origin], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      watchdog.watch(child)
      const [said] = await once(child.stdout, 'data')
      const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
        if (child.exitCode !== null || child.signalCode !== null) return
        const ended = once(child, 'exit')
        child.kill(signal)
        await ended
      }
      return {
        port,
        origin,
        schemaVersion: String(said).trim(),
        kill: () => end('SIGKILL'),
        stop: () => end('SIGTERM'),
        pause: () => void child.kill('SIGSTOP'),
        wake: () => void child.kill('SIGCONT'),
      }
    },
    remove: () => rmSync(file, { force: true }),
  }
}
