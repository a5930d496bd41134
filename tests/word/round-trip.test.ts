import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { formatFor } from '#app/messages/format.ts'
import { english } from '#app/messages/messages.ts'
import { blocksOf, type PaperCell } from '#app/paper/blocks.ts'
import { checkContent } from '#app/text/check.ts'
import type { Content, ContentNode } from '#app/text/content.ts'
import { logics, noteKinds, sectionKeys } from '#app/text/grammar.ts'
import { readWord, type WordDocument } from '#app/word/read-word.ts'
import { draftFile } from '#app/word/write/draft-file.server.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'
import {
  doc,
  entry,
  heading,
  note,
  paragraph,
  point,
  run,
  scanners,
  section,
} from '#tests/text/sample.ts'
import { bullets, cell, numbers, row, table } from '#tests/text/tables.ts'
import { ownReading } from './own-reading.ts'

/** What Concert wrote comes back as it was: as it is printed, it is the same again. */

const words = formatFor('en')
const making = { words, now: new Date('2026-11-29T10:00:00Z'), origin: 'https://concert.example' }

async function returned(content: Content, edit = (xml: string) => xml): Promise<WordDocument> {
  const bytes = await draftFile(making, {
    reference: '2026/NL/0001',
    owner: 'NL',
    delegation: 'NL',
    title: 'Amendment of the list',
    marking: 'limited-distribution',
    language: 'en',
    content,
    notes: [],
  })
  const parts = unzipSync(bytes)
  const path = 'word/document.xml'
  parts[path] = strToU8(edit(strFromU8(parts[path] ?? new Uint8Array())))
  const read = readWord(zipSync(parts), ownReading)
  if (!read.ok) throw new Error(read.reason)
  expect(checkContent(read.document.content).ok).toBe(true)
  return read.document
}

/** Line by line: in which cell and how far inwards, with what before it, and its words with their looks. */
function printed(content: Content): string[] {
  const sectionName = (key: (typeof sectionKeys)[number]) => english[`text.section.${key}`]
  const there = new Map((content.content ?? []).map((node) => [node.attrs?.key, node]))
  const whole = doc(...sectionKeys.map((key) => there.get(key) ?? section(key)))
  return blocksOf(whole, { words, language: 'en', sectionName })
    .filter(
      ({ runs, numbering, cell }) => cell || numbering || runs.some(({ text }) => text?.trim()),
    )
    .map(({ kind, indent, numbering, note: noteKind, cell, runs }) =>
      [
        ...(cell ? [placed(cell)] : []),
        kind,
        indent,
        noteKind,
        numbering?.kind,
        numbering?.label,
        shown(runs),
      ].join(' '),
    )
}

function placed({ indent, columns, row: at, column, colspan, rowspan, isHeader }: PaperCell) {
  const over = `${at}.${column} over ${colspan}x${rowspan} of ${columns} from ${indent}`
  return isHeader ? `head ${over}` : over
}

function shown(runs: readonly ContentNode[]): string {
  return runs
    .map(({ text, marks = [] }) => {
      const looks = marks.map(({ type }) => type).filter((type) => type !== 'parameter')
      return looks.length > 0 ? `<${looks.join(' ')}: ${text}>` : text
    })
    .join('')
}

test('a list with everything that a text may hold', async () => {
  const list = doc(
    section('subject', paragraph('s1', 'Amendment of the list')),
    section('grounds', paragraph('g1', 'Note: this is a line of its own.'), {
      type: 'orderedList',
      content: [
        {
          type: 'listItem',
          content: [
            paragraph('l1', 'first'),
            {
              type: 'bulletList',
              content: [{ type: 'listItem', content: [paragraph('l2', 'within')] }],
            },
          ],
        },
        { type: 'listItem', content: [paragraph('l3', 'second')] },
      ],
    }),
    section(
      'items',
      paragraph('i1', 'The list is amended as follows.'),
      entry(
        { id: 'e1', code: '3B801', logic: 'any-of' },
        heading('h1', 'Equipment ', run('in vivo', { type: 'italic' })),
        paragraph('e1p', '3B001 stays as it is.'),
        point(
          { id: 'a', logic: 'all-of' },
          paragraph('ap', 'a. is how this line begins'),
          point({ id: 'a1' }, paragraph('a1p', 'at most 10', run('-4', { type: 'superscript' }))),
          point({ id: 'a2' }, paragraph('a2p', 'an overlay'), paragraph('a2q', 'and more')),
          note({ id: 'n0', kind: 'nb' }, paragraph('n0p', 'Of the point.')),
          paragraph('aq', 'after its points'),
        ),
        point({ id: 'b', notUsed: true }),
        point({ id: 'f', label: 'f' }, paragraph('fp', 'leads on')),
        point(
          { id: 'fbis', label: 'f bis' },
          point({ id: 'fb1' }, paragraph('fb1p', 'below none')),
        ),
        point({ id: 'g' }, paragraph('gp')),
        note(
          { id: 'n1', kind: 'technical-note' },
          paragraph('n1p', 'Measured by'),
          point({ id: 'n1a' }, paragraph('n1ap', 'one')),
          point({ id: 'n1b' }, paragraph('n1bp', 'or the other')),
          note({ id: 'n2', kind: 'note' }, paragraph('n2p', 'Within.')),
        ),
        note({ id: 'n3', kind: 'technical-note' }, paragraph('n3p', 'The second.')),
        paragraph('e1q', 'It ends here.'),
      ),
      entry({ id: 'e2', code: 'ex 9030 20 00' }, paragraph('e2p', 'No heading.')),
      entry({ id: 'e3', code: '' }, heading('h3', 'Without a code')),
    ),
  )
  for (const content of [list, scanners]) {
    const { content: came, notTaken, proposals } = await returned(content)
    expect(printed(came)).toEqual(printed(content))
    expect({ notTaken, proposals }).toEqual({ notTaken: [], proposals: [] })
  }
})

test('tables and lists, wherever they stand', async () => {
  const values = (id: string) =>
    table(
      id,
      row(
        { id: `${id}1`, isHeader: true },
        cell({ id: `${id}1a`, rowspan: 2 }, paragraph(`${id}1ap`, 'Code')),
        cell({ id: `${id}1b`, colspan: 2 }, paragraph(`${id}1bp`, 'Values')),
      ),
      row(
        { id: `${id}2`, isHeader: true },
        cell({ id: `${id}2a` }, paragraph(`${id}2ap`, 'least')),
        cell({ id: `${id}2b` }, paragraph(`${id}2bp`, 'most')),
      ),
      row(
        { id: `${id}3` },
        cell({ id: `${id}3a` }, paragraph(`${id}3ap`, '3B001')),
        cell({ id: `${id}3b` }),
        cell(
          { id: `${id}3c` },
          paragraph(`${id}3cp`, 'a. is how it begins'),
          numbers(`${id}n`, 'one', 'two'),
          bullets(`${id}b`, 'three'),
          paragraph(`${id}3cq`, 'after them'),
        ),
      ),
      row(
        { id: `${id}4`, isHeader: true },
        cell({ id: `${id}4a` }, paragraph(`${id}4p`, 'Part 2')),
      ),
    )
  const list = doc(
    section('grounds', paragraph('g1', 'Before.'), values('t'), values('u'), numbers('gn', 'one')),
    section(
      'items',
      values('v'),
      entry(
        { id: 'e', code: '3B801', logic: 'any-of' },
        heading('h', 'Masks'),
        bullets('eb', 'of the entry'),
        point(
          { id: 'a' },
          values('w'),
          paragraph('ap', 'behind it'),
          point({ id: 'a1' }, paragraph('a1p', 'Having:'), numbers('an', 'no point', 'either')),
          point({ id: 'a2' }, paragraph('a2p', 'is one'), values('x')),
          bullets('ab', 'of the point'),
        ),
        note(
          { id: 'n', kind: 'note' },
          paragraph('np', 'As follows:'),
          numbers('nn', 'one'),
          values('y'),
        ),
        values('z'),
      ),
    ),
  )
  const { content, notTaken } = await returned(list)
  expect(printed(content)).toEqual(printed(list))
  expect(notTaken).toEqual([])
})

test('what is put in beside in Word: another table, and words behind one', async () => {
  const words = (id: string, text: string) =>
    table(id, row({ id: `${id}r` }, cell({ id: `${id}c` }, paragraph(`${id}p`, text))))
  const text = (...inside: ContentNode[]) =>
    doc(
      section(
        'items',
        entry(
          { id: 'e', code: '3B801' },
          point({ id: 'a' }, paragraph('ap', 'one'), bullets('b', 'item'), ...inside),
          point({ id: 'c' }, paragraph('cp', 'other')),
        ),
      ),
    )
  const tableInWord =
    '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>put in</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
  const put = await returned(text(), (xml) => {
    const end = xml.indexOf('</w:p>', xml.indexOf('>item<')) + '</w:p>'.length
    return `${xml.slice(0, end)}${tableInWord}<w:p/>${xml.slice(end)}`
  })
  expect(printed(put.content)).toEqual(printed(text(words('t', 'put in'))))
  const behind = await returned(text(words('t', 'first')), (xml) =>
    xml.replace(
      /(<w:pStyle w:val="ConcertAfterTable"\/>.*?)<\/w:p>/,
      '$1<w:r><w:t>on</w:t></w:r></w:p>',
    ),
  )
  expect(printed(behind.content)).toEqual(printed(text(words('t', 'first'), paragraph('p', 'on'))))
})

test('what a form says of an entry and not its words is named', async () => {
  const destinations = 'All but EU001'
  const { content, notTaken } = await returned(
    doc(section('items', entry({ id: 'e', code: '3B801', destinations }, heading('h', 'Masks')))),
  )
  expect(printed(content)).not.toContainEqual(expect.stringContaining(destinations))
  expect(notTaken).toEqual([
    { kind: 'particular', count: 1, samples: [`Destinations: ${destinations}`] },
  ])
})

test('whatever stands in it', async () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))
  console.log(`seed ${seed}`)
  const pick = seededRandom(seed)
  for (let round = 0; round < 60; round++) {
    const content = randomText(pick)
    expect(printed((await returned(content)).content)).toEqual(printed(content))
  }
}, 60_000)

function randomText(pick: (below: number) => number): Content {
  let ids = 0
  const id = () => `r${++ids}`
  const some = <One>(most: number, make: () => One) => Array.from({ length: pick(most + 1) }, make)
  const starts = ['a. ', '1. ', 'Note: ', '3B001 ', '', '', '', 'Subject ', 'any of the following ']
  const line = () => paragraph(id(), `${starts[pick(starts.length)]}words ${pick(100)}`)
  const logic = () => ({ logic: [...logics, null][pick(3)] ?? null })
  const label = () => {
    const labels = [null, null, null, 'f', '7', 'f bis', 'aa']
    return { label: labels[pick(labels.length)] ?? null }
  }
  const oneItem = (deep: number): ContentNode => ({
    type: 'listItem',
    attrs: { id: id() },
    content: [line(), ...some(1, line), ...(deep > 0 ? some(1, () => oneList(deep - 1)) : [])],
  })
  const oneList = (deep: number): ContentNode => ({
    type: ['bulletList', 'orderedList'][pick(2)] ?? 'bulletList',
    attrs: { id: id() },
    content: [oneItem(deep), ...some(2, () => oneItem(deep))],
  })
  const inCell = () => [...some(2, line), ...some(1, () => oneList(1))]
  /** Its cells leave no columns free before others. */
  const oneTable = () => {
    const rows = 1 + pick(3)
    const down = pick(2) === 0 ? 1 : rows
    return table(
      id(),
      ...Array.from({ length: rows }, (_, at) =>
        row(
          { id: id(), isHeader: pick(3) === 0 },
          ...(at === 0 || down === 1 ? [cell({ id: id(), rowspan: down }, ...inCell())] : []),
          ...some(2, () => cell({ id: id(), colspan: 1 + pick(2) }, ...inCell())),
        ),
      ),
    )
  }
  const block = () => [line, line, () => oneList(1), oneTable][pick(4)]?.() ?? line()
  const inside = (deep: number): ContentNode[] =>
    deep === 0
      ? [line()]
      : [
          ...some(2, block),
          ...some(3, () => onePoint(deep)),
          ...some(1, () => oneNote(deep)),
          ...some(2, () => (pick(2) === 0 ? onePoint(deep) : block())),
        ]
  const onePoint = (deep: number): ContentNode =>
    pick(8) === 0
      ? point({ id: id(), notUsed: true })
      : point({ id: id(), ...label(), ...logic() }, ...inside(deep - 1))
  const oneNote = (deep: number): ContentNode =>
    note({ id: id(), kind: noteKinds[pick(3)] ?? 'note' }, ...inside(deep - 1))
  const oneEntry = () =>
    entry(
      { id: id(), code: ['3B801', '', 'ex 9030'][pick(3)] ?? '', ...logic() },
      ...some(1, () => heading(id(), `Heading ${pick(9)}`)),
      ...inside(3),
    )
  return doc(
    ...sectionKeys.map((key) =>
      key === 'items'
        ? section(key, ...some(2, block), ...some(3, oneEntry))
        : section(key, ...some(2, block)),
    ),
  )
}
