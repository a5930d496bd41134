import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Watchdog } from '../setup/watchdog.ts'
import type { ClientTask, Typing } from './client.ts'
import type { LongText } from './long-text.ts'

/** What is typed: single letters, or words that stand nowhere else. */
export type Letters = 'single' | 'numbered'

/** What `crowd-process.ts` is asked. */
export type Question =
  | { kind: 'open'; tasks: ClientTask[] }
  | { kind: 'prepare' }
  | { kind: 'type'; typists: number; perSecond: number; seconds: number; letters: Letters }
  | { kind: 'quiet'; ms: number }
  | { kind: 'typings' }
  | { kind: 'latencies'; typings: Typing[] }
  | { kind: 'load'; task: ClientTask; text: Pick<LongText, 'state' | 'stateVector'> }
  | { kind: 'expect-end' }
  | { kind: 'forget' }
  | { kind: 'close' }

export type Answer =
  | { kind: 'done' }
  | { kind: 'typings'; typings: Typing[] }
  | { kind: 'latencies'; latencies: Float64Array; missing: number; messages: number }
  | { kind: 'loaded'; bytes: number; applied: number }
  | { kind: 'failed'; why: string }

/** Clients in processes of their own, dealt out in turn. */
export class Crowd {
  private readonly processes: CrowdProcess[]

  constructor(watchdog: Watchdog, processes = 2) {
    this.processes = Array.from({ length: processes }, () => new CrowdProcess(watchdog))
  }

  /** The first of `tasks` go to the first places of each process, so they can be its typists. */
  async open(tasks: readonly ClientTask[]): Promise<void> {
    await this.each((index) => ({
      kind: 'open',
      tasks: tasks.filter((_, place) => place % this.processes.length === index),
    }))
    await this.each(() => ({ kind: 'prepare' }))
  }

  /** The first `typists` of the tasks type. */
  async type(
    typists: number,
    perSecond: number,
    seconds: number,
    letters: Letters = 'single',
  ): Promise<void> {
    const count = this.processes.length
    await this.each((index) => ({
      kind: 'type',
      typists: Math.floor((typists - index + count - 1) / count),
      perSecond,
      seconds,
      letters,
    }))
  }

  /** Until for so long nothing has come to anybody. */
  async quiet(ms: number): Promise<void> {
    await this.each(() => ({ kind: 'quiet', ms }))
  }

  async typings(): Promise<Typing[]> {
    const answers = await this.each(() => ({ kind: 'typings' }))
    return answers.flatMap((answer) => (answer.kind === 'typings' ? answer.typings : []))
  }

  /** How long each edit took to each of the others, in milliseconds, ascending. */
  async latencies(): Promise<{ latencies: Float64Array; missing: number; messages: number }> {
    const typings = await this.typings()
    const all = { latencies: [] as number[], missing: 0, messages: 0 }
    for (const answer of await this.each(() => ({ kind: 'latencies', typings }))) {
      if (answer.kind !== 'latencies') continue
      for (const latency of answer.latencies) all.latencies.push(latency)
      all.missing += answer.missing
      all.messages += answer.messages
    }
    return { ...all, latencies: Float64Array.from(all.latencies).sort() }
  }

  /** How long one client takes to the whole text; `text` says what that is. */
  async load(task: ClientTask, text: LongText): Promise<Extract<Answer, { kind: 'loaded' }>> {
    const [process] = this.processes
    const { state, stateVector } = text
    const answer = await process?.ask({ kind: 'load', task, text: { state, stateVector } })
    if (answer?.kind !== 'loaded') throw new Error('nothing was loaded')
    return answer
  }

  /** From now on it is no failure that a line ends. */
  async expectEnd(): Promise<void> {
    await this.each(() => ({ kind: 'expect-end' }))
  }

  async forget(): Promise<void> {
    await this.each(() => ({ kind: 'forget' }))
  }

  async close(): Promise<void> {
    await this.each(() => ({ kind: 'close' }))
  }

  end(): void {
    for (const process of this.processes) process.end()
  }

  private each(question: (index: number) => Question): Promise<Answer[]> {
    return Promise.all(this.processes.map((process, index) => process.ask(question(index))))
  }
}

class CrowdProcess {
  private readonly child: ChildProcess
  private readonly waiting = new Map<number, (answer: Answer) => void>()
  private last = 0

  constructor(watchdog: Watchdog) {
    this.child = fork(fileURLToPath(new URL('./crowd-process.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
    })
    watchdog.watch(this.child)
    this.child.on('message', ({ id, answer }: { id: number; answer: Answer }) => {
      this.waiting.get(id)?.(answer)
      this.waiting.delete(id)
    })
    this.child.on('exit', () => {
      for (const resolve of this.waiting.values()) resolve({ kind: 'failed', why: 'it ended' })
    })
  }

  async ask(question: Question): Promise<Answer> {
    const id = ++this.last
    const answer = await new Promise<Answer>((resolve) => {
      this.waiting.set(id, resolve)
      this.child.send({ id, question })
    })
    if (answer.kind === 'failed') throw new Error(`a client failed: ${answer.why}`)
    return answer
  }

  end(): void {
    this.child.disconnect()
  }
}
