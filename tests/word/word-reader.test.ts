import { beforeAll, expect, test } from 'vitest'
import { archiveLimits } from '#app/word/archive.ts'
import { bundledWorker } from '#app/word/bundled-worker.server.ts'
import { openWordReader, type WordReader } from '#app/word/word-reader.server.ts'
import { p, r, wordFile } from './word-file.ts'

const ownWords = { withoutCode: '', logics: {} }
const options = { sections: {}, section: 'risk', idPrefix: 'w', ownWords } as const
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

test('what is hostile is refused while other work goes on, and the next one is read (row 40)', async () => {
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

test('more memory than a document takes ends the thread and nothing else (row 40)', async () => {
  const hungry = openWordReader('const all = []; for (;;) all.push(new Array(10000).fill({}))')
  expect(await hungry(good, options)).toEqual({ ok: false, reason: 'word-too-large' })
}, 60_000)

test('a thread that fails is told and refuses its document', async () => {
  const told: unknown[] = []
  const failing = openWordReader('throw new Error("a fault of ours")', (error) => told.push(error))
  expect(await failing(good, options)).toEqual({ ok: false, reason: 'word-damaged' })
  expect(told).toEqual([expect.objectContaining({ message: 'a fault of ours' })])
})

test('who waits behind too many is told so, and is read once there are fewer', async () => {
  // Reads nothing and ends at once: all are there before the first is done, however short it takes.
  const blank = openWordReader('')
  const results = await Promise.all(Array.from({ length: 22 }, () => blank(good, options)))
  const reasons = results.map((result) => !result.ok && result.reason)
  expect(reasons.slice(0, 20)).toEqual(Array(20).fill('word-damaged'))
  expect(reasons.slice(20)).toEqual(Array(2).fill('word-took-too-long'))
  expect(await blank(good, options)).toEqual({ ok: false, reason: 'word-damaged' })
}, 60_000)

test('a thread that does not start fails its document and none of those behind it', async () => {
  // A proxy cannot be handed to a thread.
  const [failed, next] = await Promise.allSettled([
    read(good, new Proxy(options, {})),
    read(good, options),
  ])
  expect(failed.status).toBe('rejected')
  expect(next).toMatchObject({ status: 'fulfilled', value: { ok: true } })
})

test('what is larger than a document as it is sent does not wait at all', async () => {
  const ended: string[] = []
  const large = new Uint8Array(archiveLimits.packed + 1)
  await Promise.all([
    read(good, options).then(() => ended.push('good')),
    read(large, options).then((result) => ended.push(result.ok ? 'read' : result.reason)),
  ])
  expect(ended).toEqual(['word-too-large', 'good'])
})

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
