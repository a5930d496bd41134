/** A process full of screens, which enters with all of them and then tells what they saw. */
import { Screen, type ScreenReport, type ScreenTask } from './screen.ts'

export type ScreensQuestion = { kind: 'enter'; tasks: ScreenTask[] } | { kind: 'report' | 'hash' }
export type ScreensAnswer =
  | { kind: 'entered' }
  | { kind: 'reported'; reports: ScreenReport[] }
  | { kind: 'hashed'; hashes: string[] }
  | { kind: 'failed'; why: string }

/** So many enter at once. */
const together = 5

const screens: Screen[] = []

async function enter(tasks: readonly ScreenTask[]) {
  for (let begin = 0; begin < tasks.length; begin += together) {
    const some = tasks.slice(begin, begin + together).map((task) => new Screen(task))
    screens.push(...some)
    await Promise.all(some.map((screen) => screen.enter()))
  }
}

async function answer(question: ScreensQuestion): Promise<ScreensAnswer> {
  switch (question.kind) {
    case 'enter':
      await enter(question.tasks)
      return { kind: 'entered' }
    case 'report':
      return { kind: 'reported', reports: screens.map((screen) => screen.report()) }
    case 'hash':
      return { kind: 'hashed', hashes: screens.map((screen) => screen.roomHash()) }
  }
}

process.on('message', (question: ScreensQuestion) => {
  answer(question).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.({ kind: 'failed', why: String(error) }),
  )
})
process.once('disconnect', () => process.exit())
