/** A process full of clients, which does what `crowd.ts` asks and answers when it is done. */
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { newLiveText } from '../../app/text/live-text.ts'
import { Client, type ClientTask, type Typing } from './client.ts'
import { now } from './clock.ts'
import type { Answer, Question } from './crowd.ts'

/** So many come at once; more would wait for each other and for the limits of the portal. */
const together = 10

let clients: Client[] = []
let failure: string | null = null
/** The server is going to be killed: that lines end then is no failure. */
let isEndExpected = false

async function open(tasks: readonly ClientTask[]) {
  for (let begin = 0; begin < tasks.length; begin += together) {
    const some = tasks.slice(begin, begin + together).map((task) => new Client(task))
    clients.push(...some)
    for (const client of some) client.onFailure = noteFailure
    await Promise.all(some.map(({ entered }) => entered))
  }
}

function noteFailure(why: string) {
  if (!isEndExpected) failure = why
}

/** Each of the first `typists` types a few letters `perSecond` times a second, each in its own beat. */
async function type({ typists, perSecond, seconds, letters }: Extract<Question, { kind: 'type' }>) {
  const pause = 1000 / perSecond
  const begin = now() + 50
  const some = clients.slice(0, typists)
  await Promise.all(
    some.map(async (client, index) => {
      const first = begin + (pause * index) / some.length
      for (let stroke = 0; stroke < perSecond * seconds; stroke++) {
        await wait(Math.max(first + stroke * pause - now(), 0))
        client.type(letters === 'numbered' ? `[${client.clientId}:${stroke}]` : letterOf(stroke))
      }
    }),
  )
}

const letterOf = (stroke: number) => (stroke % 6 === 5 ? ' ' : 'abcdefghij'.charAt(stroke % 10))

/** Until no message has come for `ms`. */
async function quiet(ms: number) {
  const count = () => clients.reduce((sum, { messages }) => sum + messages, 0)
  for (let before = -1; before !== count();) {
    before = count()
    await wait(ms)
  }
}

function latencies(typings: readonly Typing[]): Answer {
  const found = clients.map((client) => client.latencies(typings))
  return {
    kind: 'latencies',
    latencies: Float64Array.from(found.flatMap(({ latencies }) => latencies)),
    missing: found.reduce((sum, { missing }) => sum + missing, 0),
    messages: clients.reduce((sum, { messages }) => sum + messages, 0),
  }
}

/**
 * Connects one client and reads the text that it is given: when the last of its bytes were there, and
 * when it was.
 */
async function load({ task, text }: Extract<Question, { kind: 'load' }>): Promise<Answer> {
  // Reading is compiled by now, as it is in a client that has read something before.
  for (let rehearsal = 0; rehearsal < 3; rehearsal++) Y.applyUpdate(newLiveText().doc, text.state)
  const begin = now()
  const client = new Client(task)
  await client.entered
  let bytes = client.enteredAt - begin
  const { doc } = newLiveText()
  Y.applyUpdate(doc, client.text)
  while (!Buffer.from(Y.encodeStateVector(doc)).equals(text.stateVector)) {
    await turn()
    for (const { at, update } of client.take()) {
      bytes = at - begin
      Y.applyUpdate(doc, update)
    }
  }
  const applied = now() - begin
  client.close()
  return { kind: 'loaded', bytes, applied }
}

function close() {
  for (const client of clients) client.close()
  clients = []
  failure = null
  isEndExpected = false
}

async function answer(question: Question): Promise<Answer> {
  const done: Answer = { kind: 'done' }
  switch (question.kind) {
    case 'open':
      return open(question.tasks).then(() => done)
    case 'prepare':
      for (const client of clients) client.prepare()
      return done
    case 'type':
      return type(question).then(() => done)
    case 'quiet':
      return quiet(question.ms).then(() => done)
    case 'typings':
      return { kind: 'typings', typings: clients.map(({ typing }) => typing) }
    case 'latencies':
      return latencies(question.typings)
    case 'load':
      return load(question)
    case 'expect-end':
      isEndExpected = true
      return done
    case 'forget':
      for (const client of clients) client.forget()
      return done
    case 'close':
      close()
      return done
  }
}

process.on('message', ({ id, question }: { id: number; question: Question }) => {
  answer(question).then(
    (answer) => process.send?.({ id, answer: failure ? { kind: 'failed', why: failure } : answer }),
    (error: unknown) => process.send?.({ id, answer: { kind: 'failed', why: String(error) } }),
  )
})
process.once('disconnect', () => process.exit())
