import { expect, test } from 'vitest'
import { formatFor } from '#app/messages/format.ts'
import { english } from '#app/messages/messages.ts'
import { blocksOf } from '#app/paper/blocks.ts'
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
import { ownReading } from './own-reading.ts'

/** What Concert wrote comes back as it was: as it is printed, it is the same again. */

const words = formatFor('en')
const making = { words, now: new Date('2026-11-29T10:00:00Z'), origin: 'https://concert.example' }

async function returned(content: Content): Promise<WordDocument> {
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
  const read = readWord(bytes, ownReading)
  if (!read.ok) throw new Error(read.reason)
  expect(checkContent(read.document.content).ok).toBe(true)
  return read.document
}

/** Line by line: how far inwards, with what before it, and its words with their looks. */
function printed(content: Content): string[] {
  const sectionName = (key: (typeof sectionKeys)[number]) => english[`text.section.${key}`]
  const there = new Map((content.content ?? []).map((node) => [node.attrs?.key, node]))
  const whole = doc(...sectionKeys.map((key) => there.get(key) ?? section(key)))
  return blocksOf(whole, { words, language: 'en', sectionName })
    .filter(({ runs, numbering }) => numbering || runs.some(({ text }) => text?.trim()))
    .map(({ kind, indent, numbering, note: noteKind, runs }) =>
      [kind, indent, noteKind, numbering?.kind, numbering?.label, shown(runs)].join(' '),
    )
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
  const inside = (deep: number): ContentNode[] =>
    deep === 0
      ? [line()]
      : [
          ...some(2, line),
          ...some(3, () => onePoint(deep)),
          ...some(1, () => oneNote(deep)),
          ...some(2, () => (pick(2) === 0 ? onePoint(deep) : line())),
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
        ? section(key, ...some(2, line), ...some(3, oneEntry))
        : section(key, ...some(2, line)),
    ),
  )
}
