import { beforeAll, expect, test } from 'vitest'
import { bundledWorker } from '#app/word/bundled-worker.server.ts'
import { openWordReader, type WordReader } from '#app/word/word-reader.server.ts'
import { p, r, wordFile } from './word-file.ts'

const options = { sections: {}, section: 'risk', idPrefix: 'w' } as const
const good = wordFile({ body: p('', r('words')) })
let read: WordReader
const reported: unknown[] = []

beforeAll(async () => {
  read = openWordReader(await bundledWorker(), (error) => void reported.push(error))
})

test('a document is read in a thread of its own', async () => {
  const result = await read(good, options)
  expect(result.ok && result.document.content.content?.[2]?.content?.[0]?.content).toEqual([
    { type: 'text', text: 'words' },
  ])
})

test('what is hostile is refused while other work goes on, and the next one is read', async () => {
  const bomb = wordFile({
    body: '',
    more: { 'word/document.xml': new Uint8Array(64 * 1024 * 1024).fill(0x20) },
  })
  const paragraphs = wordFile({ body: '<w:p/>'.repeat(500_000) })
  let turns = 0
  const beat = setInterval(() => (turns += 1), 5)
  const [first, second, third] = await Promise.all([
    read(bomb, options),
    read(paragraphs, options),
    read(good, options),
  ])
  clearInterval(beat)
  expect(first).toEqual({ ok: false, reason: 'word-too-large' })
  expect(second).toEqual({ ok: false, reason: 'word-too-large' })
  expect(third.ok).toBe(true)
  expect(turns).toBeGreaterThan(5)
  expect(reported).toEqual([])
})

test('more memory than a document takes ends the thread and nothing else', async () => {
  const hungry = openWordReader('const all = []; for (;;) all.push(new Array(10000).fill({}))')
  expect(await hungry(good, options)).toEqual({ ok: false, reason: 'word-too-large' })
}, 60_000)

test('a thread that fails is told and refuses its document', async () => {
  const told: unknown[] = []
  const failing = openWordReader('throw new Error("a fault of ours")', (error) => told.push(error))
  expect(await failing(good, options)).toEqual({ ok: false, reason: 'word-damaged' })
  expect(told).toEqual([expect.objectContaining({ message: 'a fault of ours' })])
})

test('who waits behind too many is told so', async () => {
  const slow = openWordReader('setTimeout(() => {}, 500)')
  const results = await Promise.all(Array.from({ length: 22 }, () => slow(good, options)))
  expect(results.at(-1)).toEqual({ ok: false, reason: 'word-took-too-long' })
}, 60_000)

test('a document of 60 pages with 600 comments is read', async () => {
  const lines = Array.from({ length: 1_200 }, (_, n) =>
    p(
      '',
      `<w:commentRangeStart w:id="${n}"/>`,
      r(`Line ${n} of a long document, in runs `),
      r('as Word writes them.'),
      `<w:commentRangeEnd w:id="${n}"/>`,
    ),
  )
  const comments = Array.from(
    { length: 600 },
    (_, n) =>
      `<w:comment w:id="${n}" w:author="A" w:date="2026-03-04T12:00:00Z">${p('', r(`Comment ${n}`))}</w:comment>`,
  )
  const result = await read(
    wordFile({ body: lines.join(''), comments: comments.join('') }),
    options,
  )
  expect(result.ok && result.document.comments.filter(({ place }) => place)).toHaveLength(600)
})
