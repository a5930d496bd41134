import { describe, expect, it } from 'vitest'
import { Gathered } from '#realtime/gathered.ts'

/** Something that is read when the test says so. */
function readings() {
  const begun: { questions: string[]; finish(answers: string[]): void; fail(): void }[] = []
  let idle = 0
  const gathered = new Gathered<string, string>(
    (questions) =>
      new Promise((resolve, reject) => {
        begun.push({ questions, finish: resolve, fail: () => reject(new Error('away')) })
      }),
    () => (idle += 1),
  )
  return { begun, gathered, idle: () => idle }
}

describe('what is asked while something is being read', () => {
  it('is answered from one reading that begins afterwards', async () => {
    const { begun, gathered, idle } = readings()
    const first = gathered.ask('a')
    const later = [gathered.ask('b'), gathered.ask('c')]
    expect(begun.map(({ questions }) => questions)).toEqual([['a']])
    begun[0]?.finish(['A'])
    expect(await first).toBe('A')
    expect(begun.map(({ questions }) => questions)).toEqual([['a'], ['b', 'c']])
    expect(idle()).toBe(0)
    begun[1]?.finish(['B', 'C'])
    expect(await Promise.all(later)).toEqual(['B', 'C'])
    expect(idle()).toBe(1)
  })

  it('is answered although the reading before failed', async () => {
    const { begun, gathered } = readings()
    const [first, second] = [gathered.ask('a'), gathered.ask('b')]
    begun[0]?.fail()
    await expect(first).rejects.toThrow('away')
    begun[1]?.finish(['B'])
    expect(await second).toBe('B')
  })

  it('is never left without an answer', async () => {
    const { begun, gathered } = readings()
    const asked = gathered.ask('a')
    begun[0]?.finish([])
    await expect(asked).rejects.toThrow('not answered')
  })
})
