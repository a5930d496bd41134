import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Watchdog } from '../../setup/watchdog.ts'
import type { ScreenReport, ScreenTask } from './screen.ts'
import type { ScreensAnswer, ScreensQuestion } from './screens-process.ts'

/** Screens in processes of their own, dealt out in turn. */
export class Screens {
  private readonly children: ChildProcess[]

  constructor(watchdog: Watchdog, processes = 2) {
    this.children = Array.from({ length: processes }, () => {
      const child = fork(fileURLToPath(new URL('./screens-process.ts', import.meta.url)), {
        execArgv: ['--import', 'tsx'],
        serialization: 'advanced',
      })
      watchdog.watch(child)
      return child
    })
  }

  async enter(tasks: readonly ScreenTask[]): Promise<void> {
    const { length } = this.children
    await Promise.all(
      this.children.map((child, index) =>
        ask(child, {
          kind: 'enter',
          tasks: tasks.filter((_, place) => place % length === index),
        }),
      ),
    )
  }

  /** Until no screen has asked anything for a while. */
  async quiet(): Promise<void> {
    const count = async () =>
      (await this.reports()).reduce((sum, { questions }) => sum + questions, 0)
    for (let before = -1, now = 0; before !== now; now = await count()) {
      before = now
      await wait(1_000)
    }
  }

  /** In the order of the tasks. */
  async reports(): Promise<ScreenReport[]> {
    const answers = await this.askAll({ kind: 'report' })
    return inTurn(answers.map((answer) => (answer.kind === 'reported' ? answer.reports : [])))
  }

  /** What each holds, as a hash, in the order of the tasks. */
  async hashes(): Promise<string[]> {
    const answers = await this.askAll({ kind: 'hash' })
    return inTurn(answers.map((answer) => (answer.kind === 'hashed' ? answer.hashes : [])))
  }

  end(): void {
    for (const child of this.children) if (child.connected) child.disconnect()
  }

  private askAll(question: ScreensQuestion): Promise<ScreensAnswer[]> {
    return Promise.all(this.children.map((child) => ask(child, question)))
  }
}

/** Back in the order in which they were dealt out. */
function inTurn<Item>(hands: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(...hands.map(({ length }) => length))
  return Array.from({ length: longest }, (_, round) =>
    hands.flatMap((hand) => hand.slice(round, round + 1)),
  ).flat()
}

async function ask(child: ChildProcess, question: ScreensQuestion): Promise<ScreensAnswer> {
  child.send(question)
  const [answer] = (await once(child, 'message')) as [ScreensAnswer]
  if (answer.kind === 'failed') throw new Error(`a screen failed: ${answer.why}`)
  return answer
}
