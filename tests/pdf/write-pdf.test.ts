import { expect, test } from 'vitest'
import { pdfDownload } from '#app/http/paper.server.ts'
import { formatFor } from '#app/messages/format.ts'
import { openPdfWriter } from '#app/pdf/write-pdf.server.ts'

const words = formatFor('en')
const head = {
  reference: '2026/NL/0001',
  title: 'A list',
  name: 'Draft',
  date: '29 November 2026',
  facts: [],
  marking: null,
}

test('who asks for a PDF when too many wait is told so at once, and gets it when there are fewer', async () => {
  const write = openPdfWriter(2)
  const paper = { head, content: [{ text: 'words' }] }
  const asked = [1, 2, 3].map(() => write(words, paper))
  expect(await Promise.race(asked)).toEqual({ ok: false, reason: 'papers-waiting' })
  expect((await Promise.all(asked)).map(({ ok }) => ok)).toEqual([true, true, false])
  expect(await write(words, paper)).toMatchObject({ ok: true })
}, 60_000)

test('the answer to them says so in words, and when to ask again', async () => {
  const answer = pdfDownload('list', { ok: false, reason: 'papers-waiting' })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('Retry-After')).toBe('60')
  expect(await answer.text()).toContain('Many others are waiting')
})
