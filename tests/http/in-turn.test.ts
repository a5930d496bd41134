import { expect, test } from 'vitest'
import { inTurn } from '#app/http/in-turn.server.ts'

const someFile = '2026/NL/0001'

/** An act that ends when it is told to. */
function heldAct() {
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  return { ended, end: () => end() }
}

test('acts on one file are done one after the other, in the order in which they came', async () => {
  const done: string[] = []
  const first = heldAct()
  const acts = [
    inTurn(someFile, () => first.ended.then(() => done.push('first'))),
    inTurn(someFile, async () => done.push('second')),
    inTurn(someFile, async () => done.push('third')),
  ]
  // Another file waits for nobody.
  await inTurn('2026/NL/0002', async () => done.push('elsewhere'))
  expect(done).toEqual(['elsewhere'])
  first.end()
  await Promise.all(acts)
  expect(done).toEqual(['elsewhere', 'first', 'second', 'third'])
})

test('an act that fails is told to who did it, and the next one is done', async () => {
  const failing = inTurn(someFile, () => Promise.reject(new Error('the database is away')))
  const next = inTurn(someFile, async () => 'done')
  await expect(failing).rejects.toThrow('the database is away')
  expect(await next).toBe('done')
})
