import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Watchdog } from '../setup/watchdog.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const probe = fileURLToPath(new URL('./probe.mjs', import.meta.url))

/** Bytes. `live`: what the garbage collector kept, and what lies outside its heap. */
export interface Memory {
  rss: number
  live: number
}

/** What comes from the probe, or from a peer about itself. */
type Told = 'ready' | { cpu: number } | { memory: Memory } | { stored: string; at: number }

export interface ServerProcessOptions {
  env?: Record<string, string>
  /** Where to leave a profile of the processor when it ends. */
  profileFolder?: string | undefined
}

/** A server in a process of its own, with the probe in it and nothing in its environment that was not said here. */
export class ServerProcess {
  readonly child: ChildProcess
  /** When which document was stored, as far as the server says so. */
  readonly stores: { document: string; at: number }[] = []
  readonly ready: Promise<void>
  private readonly asked: ((told: Told) => void)[] = []
  private output = ''

  constructor(watchdog: Watchdog, script: string, args: string[], options: ServerProcessOptions) {
    const { PATH = '', HOME = '/' } = process.env
    const { profileFolder, env } = options
    this.child = fork(fileURLToPath(new URL(script, `file://${root}`)), args, {
      cwd: root,
      env: { PATH, HOME, NODE_ENV: 'production', ...env },
      execArgv: [
        '--import',
        probe,
        ...(profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : []),
      ],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    watchdog.watch(this.child)
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => (this.output += chunk))
    }
    let resolveReady = () => {}
    this.ready = new Promise((resolve, reject) => {
      resolveReady = resolve
      this.child.once('exit', () => reject(new Error(`a server ended:\n${this.output}`)))
    })
    this.ready.catch(() => {})
    this.child.on('message', (told: Told) => {
      if (told === 'ready') resolveReady()
      else if ('stored' in told) this.stores.push({ document: told.stored, at: told.at })
      else this.asked.shift()?.(told)
    })
  }

  /** Milliseconds of processor time since its start. */
  async cpu(): Promise<number> {
    const told = await this.ask('cpu')
    return told !== 'ready' && 'cpu' in told ? told.cpu : Number.NaN
  }

  /** After a collection of garbage. */
  async memory(): Promise<Memory> {
    const told = await this.ask('memory')
    if (told === 'ready' || !('memory' in told)) throw new Error('the server did not tell')
    return told.memory
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const ended = once(this.child, 'exit')
    this.child.kill(signal)
    await ended
  }

  private ask(question: 'cpu' | 'memory'): Promise<Told> {
    return new Promise((resolve, reject) => {
      this.child.once('exit', () => reject(new Error(`a server ended:\n${this.output}`)))
      this.asked.push(resolve)
      this.child.send(question)
    })
  }
}
