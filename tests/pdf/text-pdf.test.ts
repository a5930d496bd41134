import * as fc from 'fast-check'
import type { Content, ContentTable } from 'pdfmake/interfaces'
import { expect, test } from 'vitest'
import { formatFor } from '#app/messages/format.ts'
import { blocksOf } from '#app/paper/blocks.ts'
import { paperPdf } from '#app/pdf/paper-pdf.server.ts'
import { textOf } from '#app/pdf/text-pdf.server.ts'
import { type Content as Text, withIds } from '#app/text/content.ts'
import { anyContent } from '#tests/akn/any-content.ts'
import { doc, entry, paragraph, point, section } from '#tests/text/sample.ts'
import { bullets, cell, row, table } from '#tests/text/tables.ts'

const words = formatFor('en')
const origin = 'https://concert.example'

const blocksIn = (text: Text) =>
  blocksOf(withIds(text), {
    words,
    language: 'en',
    sectionName: (key) => words.t(`text.section.${key}`),
  })

const printed = (text: Text) =>
  textOf(
    blocksIn(text).map((block) => ({ block, ending: [] })),
    origin,
  )

const isTable = (content: Content): content is ContentTable =>
  typeof content === 'object' && 'table' in content

/** The words of what is laid out, in its order. */
function said(content: unknown): string {
  if (typeof content === 'string') return content
  if (Array.isArray(content)) return content.map(said).join('')
  if (typeof content !== 'object' || content === null) return ''
  // Of a table the rows alone say something, of the rest what is laid out in it.
  const holds = ['text', 'stack', 'columns', 'table', 'body']
  return Object.entries(content)
    .map(([name, inner]) => (holds.includes(name) ? said(inner) : ''))
    .join('')
}

async function pagesOf(text: Text): Promise<number> {
  const head = {
    reference: '2026/NL/0001',
    title: 'A list',
    name: 'Draft',
    date: '29 November 2026',
    facts: [],
    marking: null,
  }
  const now = new Date('2026-11-29T10:00:00Z')
  const made = await paperPdf({ words, now, origin }, { head, blocks: blocksIn(text) })
  if (!made.ok) throw new Error(made.reason)
  return (
    Buffer.from(made.bytes)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0
  )
}

const heads = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    row({ id: `h${at}`, isHeader: true }, cell({ id: `h${at}c` }, paragraph(`h${at}p`, 'Head'))),
  )
const rows = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    row(
      { id: `r${at}` },
      cell({ id: `r${at}c` }, paragraph(`r${at}p`, `row ${at}`)),
      cell({ id: `r${at}d`, colspan: 2 }, bullets(`r${at}l`, 'one', 'two')),
    ),
  )

test('a table is one across the page, its merged cells and its head among it', () => {
  const [, laid] = printed(doc(section('grounds', table('t', ...heads(2), ...rows(3)))))
  expect(laid && isTable(laid) && laid.table).toMatchObject({ headerRows: 2 })
  const body = laid && isTable(laid) ? laid.table.body : []
  expect(body.map((cells) => cells.map(said))).toEqual([
    ['Head', '', ''],
    ['Head', '', ''],
    ...[0, 1, 2].map((at) => [`row ${at}`, '•one•two', '']),
  ])
  expect(body[2]?.[1]).toMatchObject({ colSpan: 2 })
})

test('a head is not said again where it is the whole table, too long, or goes on below', () => {
  const long = cell({ id: 'c' }, paragraph('p', 'word '.repeat(200)))
  const down = cell({ id: 'c', rowspan: 2 }, paragraph('p', 'Head'))
  for (const all of [
    heads(2),
    [row({ id: 'h', isHeader: true }, long), ...rows(1)],
    [row({ id: 'h', isHeader: true }, down), ...rows(1)],
  ]) {
    const [, laid] = printed(doc(section('grounds', table('t', ...all))))
    expect(laid && isTable(laid) && laid.table.headerRows).toBe(0)
  }
})

test('tables go on over pages, however long and wide they are', async () => {
  expect(await pagesOf(doc(section('grounds', table('t', ...heads(1), ...rows(100)))))).toBe(5)
  const wide = Array.from({ length: 63 }, (_, at) =>
    cell({ id: `c${at}` }, paragraph(`p${at}`, `unbreakable${at}`)),
  )
  const deep = point({ id: 'a' }, point({ id: 'b' }, table('w', row({ id: 'r' }, ...wide))))
  expect(await pagesOf(doc(section('items', entry({ id: 'e', code: '3B801' }, deep))))).toBe(1)
}, 60_000)

/** Without what stands in the place of signs that the font has not. */
const plain = (text: string) => text.replaceAll(/\s/g, '')

test('whatever stands in tables, every word is laid out once and within the page', async () => {
  await fc.assert(
    fc.property(anyContent, (content) => {
      const laid = printed(content)
      for (const { table: made, margin } of laid.filter(isTable)) {
        expect(new Set(made.body.map(({ length }) => length)).size).toBe(1)
        const widths = Array.isArray(made.widths) ? made.widths.map(Number) : []
        const left = Array.isArray(margin) ? margin[0] : 0
        expect(widths.reduce((sum, one) => sum + one, left)).toBeLessThan(483)
        expect(Math.min(...widths)).toBeGreaterThan(0)
      }
      const labels = blocksIn(content).map(
        ({ numbering, runs }) =>
          (numbering?.label ?? '') + runs.map(({ text = '' }) => text).join(''),
      )
      expect(plain(laid.map(said).join(''))).toBe(plain(labels.join('')))
    }),
    { numRuns: 200 },
  )
  await fc.assert(
    fc.asyncProperty(anyContent, async (content) => {
      expect(await pagesOf(content)).toBeGreaterThan(0)
    }),
    { numRuns: 10 },
  )
}, 60_000)
