import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { XmlElement } from 'xmldoc'
import { formatFor } from '#app/messages/format.ts'
import { type Block, blocksOf } from '#app/paper/blocks.ts'
import type { NoteView } from '#app/queries/word-notes.server.ts'
import { type Content, type ContentNode, withIds } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { redlined } from '#app/paper/redlined.ts'
import { writeWord } from '#app/word/write/file.server.ts'
import { Numbers } from '#app/word/write/paragraph.server.ts'
import { wordText } from '#app/word/write/text.server.ts'
import { draftFile } from '#app/word/write/draft-file.server.ts'
import { anyContent } from '#tests/akn/any-content.ts'
import { doc, entry, heading, note, paragraph, point, section } from '#tests/text/sample.ts'
import { bullets, cell, row, table } from '#tests/text/tables.ts'
import { allIn, everythingIn, OpenedWord } from './opened-word.ts'

const words = formatFor('en')
const making = { words, now: new Date('2026-11-29T10:00:00Z'), origin: 'https://concert.example' }

async function written(content: Content, notes: readonly NoteView[] = []): Promise<OpenedWord> {
  const bytes = await draftFile(making, {
    reference: '2026/NL/0001',
    owner: 'NL',
    delegation: 'NL',
    title: 'Amendment of the list',
    marking: 'none',
    language: 'en',
    content,
    notes: [...notes],
  })
  return new OpenedWord(bytes)
}

function blocksIn(content: Content): Block[] {
  return blocksOf(withIds(content), {
    words,
    language: 'en',
    sectionName: (key) => words.t(`text.section.${key}`),
  })
}

const value = (node: XmlElement | undefined, ...path: string[]) =>
  path.reduce<XmlElement | undefined>((at, name) => at?.childNamed(name), node)?.attr['w:val']

/** Of each row: how the cells cover its columns, a cell that goes on from above with an arrow. */
function laid(tbl: XmlElement): string[][] {
  return tbl.childrenNamed('w:tr').map(laidRow)
}

function laidRow(tr: XmlElement): string[] {
  return tr.childrenNamed('w:tc').map((tc) => {
    const span = Number(value(tc, 'w:tcPr', 'w:gridSpan') ?? 1)
    const merge = value(tc, 'w:tcPr', 'w:vMerge')
    const text = everythingIn(tc)
      .filter(({ name }) => name === 'w:t' || name === 'w:delText')
      .map(({ val }) => val)
      .join('/')
    return [merge === 'continue' ? '^' : merge === 'restart' ? `${text} v` : text, span]
      .filter((part) => part !== 1)
      .join(' ')
  })
}

/** What Word wants of every table, whatever stands in it. */
function checkTable(tbl: XmlElement) {
  const columns = tbl.childNamed('w:tblGrid')?.childrenNamed('w:gridCol').length ?? 0
  expect(columns).toBeGreaterThan(0)
  expect(columns).toBeLessThan(64)
  let above = new Map<number, number>()
  for (const tr of tbl.childrenNamed('w:tr')) {
    const cells = tr.childrenNamed('w:tc')
    expect(cells.length).toBeGreaterThan(0)
    const merged = new Map<number, number>()
    let column = 0
    for (const tc of cells) {
      expect(tc.lastChild).toMatchObject({ name: 'w:p' })
      const span = Number(value(tc, 'w:tcPr', 'w:gridSpan') ?? 1)
      const merge = value(tc, 'w:tcPr', 'w:vMerge')
      if (merge) merged.set(column, span)
      expect(merge === 'continue' ? above.get(column) : span).toBe(span)
      column += span
    }
    expect(column + Number(value(tr, 'w:trPr', 'w:gridAfter') ?? 0)).toBe(columns)
    above = merged
  }
}

function check(opened: OpenedWord) {
  const body = opened.part('word/document.xml').childNamed('w:body')
  if (!body) throw new Error('there is no body')
  for (const tbl of allIn(body, 'w:tbl')) checkTable(tbl)
  const names = body.children.flatMap((child) => (child instanceof XmlElement ? [child.name] : []))
  const tables = names.flatMap((name, at) => (name === 'w:tbl' ? [at] : []))
  expect(tables.filter((at) => names[at + 1] !== 'w:p')).toEqual([])
  const within = everythingIn(body)
  for (const range of ['w:bookmark', 'w:commentRange'].map((name) => [
    `${name}Start`,
    `${name}End`,
  ])) {
    const [starts = [], ends = []] = range.map((name) =>
      within.filter((node) => node.name === name).map(({ attr }) => attr['w:id']),
    )
    expect(starts.toSorted()).toEqual(ends.toSorted())
    expect(new Set(starts).size).toBe(starts.length)
  }
}

/** As it is written: without what XML does not know and the library leaves out. */
const plain = (text: string) => text.replaceAll(/[\s\uFFFE\uFFFF]/g, '')

test('a table of a text is a table, with its head, its merged cells and its lists', async () => {
  const opened = await written(
    doc(
      section(
        'grounds',
        table(
          't',
          row(
            { id: 'r1', isHeader: true },
            cell({ id: 'c1', rowspan: 2 }, paragraph('p1', 'Code')),
            cell({ id: 'c2', colspan: 2 }, paragraph('p2', 'Values')),
          ),
          row(
            { id: 'r2', isHeader: true },
            cell({ id: 'c3' }, paragraph('p3', 'least')),
            cell({ id: 'c4' }, paragraph('p4', 'most')),
          ),
          row(
            { id: 'r3' },
            cell({ id: 'c5', rowspan: 9 }, paragraph('p5', '3B001')),
            cell({ id: 'c6' }),
            cell({ id: 'c7' }, paragraph('p7', 'with'), bullets('l', 'one', 'two')),
          ),
          row({ id: 'r4' }, cell({ id: 'c8' }, paragraph('p8', 'ends early'))),
        ),
      ),
    ),
  )
  check(opened)
  const [tbl] = allIn(opened.part('word/document.xml'), 'w:tbl')
  if (!tbl) throw new Error('there is no table')
  expect(laid(tbl)).toEqual([
    ['Code v', 'Values 2'],
    ['^', 'least', 'most'],
    ['3B001 v', '', 'with/one/two'],
    ['^', 'ends early'],
  ])
  const rows = tbl.childrenNamed('w:tr').map((tr) => tr.childNamed('w:trPr'))
  expect(rows.map((properties) => properties?.childNamed('w:tblHeader') !== undefined)).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(opened.labelled.filter(({ label }) => label)).toEqual([
    { label: '•', text: 'one' },
    { label: '•', text: 'two' },
  ])
  expect(opened.at('el_p8').text).toBe('ends early')
})

test('a table stands as far inwards as what it stands in, and keeps room for its words', async () => {
  const within = (id: string) =>
    table(id, row({ id: `${id}r` }, cell({ id: `${id}c` }, paragraph(`${id}p`, 'words'))))
  const deep = (left: number): ContentNode =>
    point({ id: `d${left}` }, ...(left === 0 ? [within('deepest')] : [deep(left - 1)]))
  const opened = await written(
    doc(
      section('grounds', within('t0')),
      section(
        'items',
        entry(
          { id: 'e', code: '3B801' },
          heading('h', 'Masks'),
          within('t1'),
          point({ id: 'a' }, within('t2'), paragraph('ap', 'after it')),
          note({ id: 'n', kind: 'note' }, paragraph('np', 'before it'), within('t3')),
          deep(14),
        ),
      ),
    ),
  )
  check(opened)
  const places = allIn(opened.part('word/document.xml'), 'w:tblPr').map((properties) =>
    ['w:tblInd', 'w:tblW'].map((name) => Number(properties.childNamed(name)?.attr['w:w'])),
  )
  expect(places).toEqual([
    [0, 9638],
    [0, 9638],
    [425, 9213],
    [425, 9213],
    [3855, 5783],
  ])
  // The letter of a point stands before a table that it begins with.
  const lines = opened.labelled.map(({ label, text }) => `${label} ${text}`)
  expect(lines.slice(lines.indexOf('a. '), lines.indexOf('a. ') + 2)).toEqual(['a. ', ' words'])
})

const said: NoteView = {
  id: '0190b6a0-0000-7000-8000-000000000001',
  kind: 'comment',
  author: 'Anna Visser',
  statedAt: '2026-11-28T10:00:00.000Z',
  text: 'Too wide.',
  before: '',
  after: '',
  wording: null,
  answers: null,
  isResolved: false,
  quote: '',
  condition: 'exact',
  place: null,
  canBeTakenUp: false,
}

test('comments and changes stand at their words in cells, also from one cell to another', async () => {
  const opened = await written(
    doc(
      section(
        'grounds',
        paragraph('g', 'Above.'),
        table(
          't',
          row({ id: 'r' }, cell({ id: 'c1' }, paragraph('p1', 'at least')), cell({ id: 'c2' })),
          row({ id: 's' }, cell({ id: 'c3' }, paragraph('p3', 'at most 5 nm'))),
        ),
      ),
    ),
    [
      { ...said, place: { elementId: 'grounds', from: 10, to: 22 }, quote: 'least\nat most' },
      {
        ...said,
        id: '0190b6a0-0000-7000-8000-000000000002',
        kind: 'proposal',
        text: '',
        place: { elementId: 'p3', from: 8, to: 12 },
        quote: '5 nm',
        before: '5',
        after: '7',
        wording: '7 nm',
      },
    ],
  )
  check(opened)
  expect(opened.commented('0')).toBe('leastat mos')
  expect(opened.changes.map(({ kind, text }) => [kind, text])).toEqual([
    ['del', '5'],
    ['ins', '7'],
  ])
})

test('rows that came or went did so as rows, with their words', async () => {
  const values = (...ids: string[]) => {
    const rows = ids.map((id) =>
      row({ id }, cell({ id: `${id}c` }, paragraph(`${id}p`, id)), cell({ id: `${id}d` })),
    )
    const content = doc(section('grounds', table('t', ...rows)))
    return { blocks: blocksIn(content), elements: elementsOf(content), language: 'en' }
  }
  const by = { author: 'Netherlands', at: '2026-11-29T10:00:00.000Z' }
  const plain = { bookmarks: [], starts: [], ends: [], origin: making.origin }
  const paragraphs = redlined(values('stays', 'goes', 'ends'), values('stays', 'comes', 'ends'), by)
  const bytes = await writeWord(words, {
    head: { reference: '', title: '', name: '', marking: null, date: '', facts: [] },
    version: null,
    children: wordText(
      paragraphs.map((one) => ({ ...plain, ...one })),
      new Numbers(),
    ),
  })
  const opened = new OpenedWord(bytes)
  check(opened)
  const rows = allIn(opened.part('word/document.xml'), 'w:tr').map((tr) => {
    const change = tr.childNamed('w:trPr')?.children.at(-1)
    return [
      change instanceof XmlElement && change.attr['w:author'] ? change.name : '',
      laidRow(tr)[0],
    ]
  })
  expect(rows).toEqual([
    ['', 'stays'],
    ['w:del', 'goes'],
    ['w:ins', 'comes'],
    ['', 'ends'],
  ])
  expect(opened.changes.filter(({ text }) => text).map(({ kind, text }) => [kind, text])).toEqual([
    ['del', 'goes'],
    ['ins', 'comes'],
  ])
})

test('what no table of Word has room for stands line by line', async () => {
  const cells = Array.from({ length: 64 }, (_, n) =>
    cell({ id: `c${n}` }, paragraph(`p${n}`, `word ${n}`)),
  )
  const opened = await written(doc(section('grounds', table('t', row({ id: 'r' }, ...cells)))))
  expect(allIn(opened.part('word/document.xml'), 'w:tbl')).toEqual([])
  expect(opened.at('el_p63').text).toBe('word 63')
})

test('whatever stands in tables, the file is one that Word opens, with every word once', async () => {
  await fc.assert(
    fc.asyncProperty(anyContent, fc.boolean(), async (any, isInside) => {
      const content = isInside ? tablesInPoints(any) : any
      const opened = await written(content)
      check(opened)
      const body = opened.paragraphs.map(({ text }) => plain(text)).join('')
      const blocks = blocksIn(content).map(({ runs }) =>
        plain(runs.map(({ text = '' }) => text).join('')),
      )
      expect(body.endsWith(blocks.join(''))).toBe(true)
    }),
    { numRuns: 80 },
  )
}, 60_000)

/** The tables of a text in a point and a note of an entry. */
function tablesInPoints(content: Content): Content {
  const tables = (content.content ?? [])
    .flatMap(({ content: nodes = [] }) => nodes)
    .filter(({ type }) => type === 'table')
  const inside = tables.map((one, at) =>
    at % 2 === 0 ? point({}, one) : note({ kind: 'note' }, one),
  )
  return doc(section('items', entry({ id: 'e', code: '3B801' }, ...inside)))
}
