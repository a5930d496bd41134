import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Watchdog {
  /** A folder of our own, removed with every database inside it at the end of the run. */
  makeFolder(name: string): string
  /** Ends this process with the run, if it is then still there. */
  watch(child: ChildProcess): void
  /** Tidies up now and waits until that is done. */
  finish(): Promise<void>
}

/** Whatever becomes of this process, what it started is stopped and its folders are removed. */
export function startWatchdog(): Watchdog {
  const script = fileURLToPath(new URL('./watchdog.mjs', import.meta.url))
  const child = spawn(process.execPath, [script], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  child.unref()
  const ended = once(child, 'exit')
  return {
    makeFolder(name) {
      const folder = mkdtempSync(path.join(tmpdir(), `concert-${name}-`))
      // So that the user who runs PostgreSQL, where root runs the tests, may pass through it.
      chmodSync(folder, 0o755)
      child.stdin.write(`folder ${folder}\n`)
      return folder
    },
    watch(watched) {
      child.stdin.write(`pid ${watched.pid}\n`)
      watched.once('exit', () => child.stdin.write(`forget ${watched.pid}\n`))
    },
    async finish() {
      child.ref()
      child.stdin.end()
      await ended
    },
  }
}
