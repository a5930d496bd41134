import { describe, expect, it } from 'vitest'
import { formatFor } from '#app/messages/format.ts'
import { blocksOf } from '#app/paper/blocks.ts'
import { redlined, type RedlinedBlock } from '#app/paper/redlined.ts'
import { withTables } from '#app/paper/tables.ts'
import type { Content, ContentNode } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'
import { doc, entry, heading, paragraph, point, run, section } from '#tests/text/sample.ts'
import { bullets, cell, row, table } from '#tests/text/tables.ts'

const words = formatFor('en')
const by = { author: 'Netherlands', at: '2026-11-29T10:00:00.000Z' }

const side = (content: Content, language = 'en') => ({
  language,
  blocks: blocksOf(content, {
    words,
    language,
    sectionName: (key) => words.t(`text.section.${key}`),
  }),
  elements: elementsOf(content),
})

const compare = (before: Content, after: Content) => redlined(side(before), side(after), by)

/** How it reads when every change is accepted, or rejected. */
function reading(blocks: readonly RedlinedBlock[], without: 'inserted' | 'deleted'): string[] {
  return blocks
    .filter(({ change }) => change?.kind !== without)
    .map(({ pieces }) =>
      pieces
        .filter(({ change }) => change?.kind !== without)
        .map(({ text }) => text)
        .join(''),
    )
}

const printed = (content: Content) =>
  side(content).blocks.map(({ runs }) => runs.map(({ text }) => text ?? '').join(''))

const points = (...lines: [string, string][]) =>
  lines.map(([id, text]) => point({ id }, paragraph(`${id}p`, text)))

const list = (logic: string, ...lines: [string, string][]) =>
  doc(
    section('subject', paragraph('s1', 'A list')),
    section(
      'items',
      entry({ id: 'e1', code: '3B801', logic }, heading('h1', 'Equipment'), ...points(...lines)),
    ),
  )

describe('two versions as one text', () => {
  const before = list('any-of', ['a', 'overlay ≤ 1.50 nm'], ['b', 'goes'], ['c', 'moves down'])
  const after = list('all-of', ['c', 'moves down'], ['a', 'overlay ≤ 1.20 nm'], ['d', 'comes in'])

  it('read as the later one when all is accepted, and as the earlier one when all is rejected', () => {
    const blocks = compare(before, after)
    expect(reading(blocks, 'deleted')).toEqual(printed(after))
    expect(reading(blocks, 'inserted')).toEqual(printed(before))
  })

  it('set two languages against each other place by place', () => {
    const [english, dutch] = [
      list('any-of', ['a', 'equipment for devices'], ['b', 'and other masks']),
      doc(
        section('subject', paragraph('n1', 'Een lijst')),
        section(
          'items',
          entry(
            { id: 'x1', code: '3B801', logic: 'any-of' },
            heading('xh', 'Apparatuur'),
            ...points(['xa', 'apparatuur voor inrichtingen'], ['xb', 'en andere maskers']),
          ),
        ),
      ),
    ]
    const blocks = redlined(side(english), side(dutch, 'nl'), by)
    expect(blocks.filter(({ change }) => change).map(({ block }) => block.key)).toEqual([])
    expect(blocks.find(({ block }) => block.key === 'xap')?.pieces).toMatchObject([
      { text: 'equipment for devices', change: { kind: 'deleted' } },
      { text: 'apparatuur voor inrichtingen', change: { kind: 'inserted' } },
    ])
  })

  it('are set against each other in seconds where thousands of paragraphs are others', () => {
    const many = (name: string) =>
      doc(
        section(
          'grounds',
          ...Array.from({ length: 8_000 }, (_, n) => paragraph(`${name}${n}`, `${name} ${n}`)),
        ),
      )
    const [one, other] = [side(many('old')), side(many('young'))]
    const started = performance.now()
    const blocks = redlined(one, other, by)
    const took = performance.now() - started
    console.log(`8 000 other paragraphs: ${Math.round(took)} ms`)
    expect(took).toBeLessThan(10_000)
    expect(blocks).toHaveLength(16_001)
  }, 60_000)

  it('change word by word where a paragraph stayed, and say who did it', () => {
    const [one, other] = ['1.50', '1.20'].map((value) =>
      list('any-of', ['a', `overlay ≤ ${value} nm`], ['b', 'stays']),
    )
    const line = compare(one ?? before, other ?? after).find(({ block }) => block.key === 'ap')
    expect(line?.change).toBeNull()
    expect(line?.pieces.filter(({ change }) => change)).toEqual([
      { text: '1.50', marks: [], change: { kind: 'deleted', ...by } },
      { text: '1.20', marks: [], change: { kind: 'inserted', ...by } },
    ])
  })

  it('keep what is raised and bold in the words of either', () => {
    const raised = { type: 'superscript' }
    const text = (...runs: Parameters<typeof paragraph>[1][]) =>
      doc(section('subject', paragraph('s1', ...runs)))
    const [line] = compare(
      text('10', run('-4', raised), ' now'),
      text('10', run('-6', raised), ' now'),
    ).filter(({ block }) => block.key === 's1')
    expect(
      line?.pieces.map(({ text: words, marks, change }) => [words, marks, change?.kind]),
    ).toEqual([
      ['10', [], undefined],
      ['-', [raised], undefined],
      ['4', [raised], 'deleted'],
      ['6', [raised], 'inserted'],
      [' now', [], undefined],
    ])
  })

  it('read as either one, whatever went, came, moved or changed', () => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))
    console.log(`seed ${seed}`)
    const pick = seededRandom(seed)
    const some = () =>
      Array.from({ length: 1 + pick(6) }, () => pick(8))
        .filter((id, index, all) => all.indexOf(id) === index)
        .map((id): [string, string] => [
          `p${id}`,
          Array.from({ length: pick(6) }, () => 'alpha beta gamma 1.5 nm'.split(' ')[pick(5)]).join(
            ' ',
          ),
        ])
    for (let round = 0; round < 200; round++) {
      const [one, other] = [list('any-of', ...some()), list('any-of', ...some())]
      const blocks = compare(one, other)
      expect(reading(blocks, 'deleted')).toEqual(printed(other))
      expect(reading(blocks, 'inserted')).toEqual(printed(one))
    }
  })
})

/** The tables as they lie when every change is accepted, or rejected: row by row, cell by cell. */
function tablesIn(
  blocks: readonly Pick<RedlinedBlock, 'block' | 'pieces' | 'change'>[],
  without: string,
) {
  const there = blocks.filter(({ change }) => change?.kind !== without)
  return withTables(there, ({ block }) => block, {
    line: () => [],
    table: ({ rows }) => [
      rows.map(({ isHeader, slots }) =>
        slots.map((slot) => {
          if (slot.kind !== 'cell') return [slot.kind]
          const { colspan, rowspan } = slot.cell
          const lines = slot.items.map(({ pieces }) =>
            pieces.flatMap(({ change, text }) => (change?.kind === without ? [] : text)).join(''),
          )
          return [colspan, rowspan, isHeader, lines.filter((line) => line !== '')]
        }),
      ),
    ],
  }).flat()
}

const lying = (content: Content) =>
  tablesIn(
    side(content).blocks.map((block) => ({
      block,
      pieces: block.runs.map(({ text = '' }) => ({ text, marks: [], change: null })),
      change: null,
    })),
    '',
  )

describe('tables of two versions as one', () => {
  const values = (...rows: ContentNode[]) => doc(section('grounds', table('t', ...rows)))
  const pair = (id: string, left: string, right: string, attrs = {}) =>
    row(
      { id, ...attrs },
      cell({ id: `${id}l` }, ...(left === '' ? [] : [paragraph(`${id}lp`, left)])),
      cell({ id: `${id}r` }, paragraph(`${id}rp`, right)),
    )
  const both = (before: Content, after: Content) => {
    const blocks = compare(before, after)
    expect(tablesIn(blocks, 'deleted')).toEqual(lying(after))
    expect(tablesIn(blocks, 'inserted')).toEqual(lying(before))
    return blocks
  }
  const changed = (blocks: readonly RedlinedBlock[]) =>
    blocks.flatMap(({ block, change }) =>
      change ? [`${change.kind} ${block.cell?.row} ${block.key}`] : [],
    )

  it('change word by word in the cells of rows that stayed, beside rows that came and went', () => {
    const blocks = both(
      values(pair('a', 'first', '1.5 nm'), pair('b', '', 'goes'), pair('c', 'third', 'stays')),
      values(pair('a', 'first', '1.2 nm'), pair('d', '', 'comes'), pair('c', 'third', 'stays')),
    )
    expect(changed(blocks)).toEqual([
      'deleted 1 bl cell',
      'deleted 1 brp',
      'inserted 2 dl cell',
      'inserted 2 drp',
    ])
    const line = blocks.find(({ block }) => block.key === 'arp')
    expect(line?.pieces.map(({ text, change }) => [text, change?.kind])).toContainEqual([
      '1.2',
      'inserted',
    ])
  })

  it('have one paragraph at the end of a cell, also where all of it is another', () => {
    const ends = (id: string, text: string) =>
      values(
        row(
          { id: 'a' },
          cell({ id: 'al' }, paragraph('x', 'stays')),
          cell({ id: 'ar' }, paragraph(id, text)),
        ),
      )
    const blocks = both(ends('p', 'alpha'), ends('q', 'omega'))
    expect(changed(blocks)).toEqual([])
    expect(blocks.at(-1)?.pieces.map(({ text, change }) => [text, change?.kind])).toEqual([
      ['alpha', 'deleted'],
      ['omega', 'inserted'],
    ])
  })

  it('take rows whose cells lie otherwise as gone and come', () => {
    const wide = row({ id: 'a' }, cell({ id: 'al', colspan: 2 }, paragraph('alp', 'first')))
    const blocks = both(
      values(pair('a', 'first', 'second'), pair('c', 'third', 'stays')),
      values(wide, pair('c', 'third', 'stays')),
    )
    expect(changed(blocks)).toEqual(['deleted 0 alp', 'deleted 0 arp', 'inserted 1 alp'])
  })

  it('are one where all its words are others, and others where it went and one came', () => {
    const other = (id: string) => doc(section('grounds', table(id, pair('z', 'alpha', 'beta'))))
    const first = other('t')
    expect(
      new Set(both(values(pair('a', 'x', 'y')), first).map(({ block }) => block.cell?.table)),
    ).toEqual(new Set([undefined, 't']))
    expect(
      new Set(both(values(pair('a', 'x', 'y')), other('u')).map(({ block }) => block.cell?.table)),
    ).toEqual(new Set([undefined, 'before t', 'u']))
  })

  it('read as either one, whatever rows, cells and words went, came and changed', () => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))
    console.log(`seed ${seed}`)
    const pick = seededRandom(seed)
    const distinct = (most: number, below: number) => [
      ...new Set(Array.from({ length: pick(most + 1) }, () => pick(below))),
    ]
    const inCell = (id: string) =>
      distinct(2, 3).map((n) =>
        n === 2
          ? bullets(`${id}b`, ...distinct(2, 2).map((at) => ['', 'item'][at] ?? ''))
          : paragraph(`${id}p${n}`, `words ${pick(3)}`),
      )
    const some = (id: string) =>
      table(
        id,
        ...distinct(4, 5).map((r) =>
          row(
            { id: `${id}r${r}`, isHeader: pick(5) === 0 },
            ...distinct(3, 4).map((c) =>
              cell(
                {
                  id: `${id}r${r}c${c}`,
                  rowspan: 1 + (pick(4) === 0 ? 1 : 0),
                  colspan: 1 + pick(2),
                },
                ...inCell(`${id}r${r}c${c}`),
              ),
            ),
          ),
        ),
      )
    const any = () =>
      doc(
        section('grounds', ...distinct(2, 2).map((n) => some(`t${n}`)), paragraph('g', 'between')),
        section(
          'items',
          entry(
            { id: 'e', code: '3B801' },
            point({ id: 'a' }, some('u'), paragraph('ap', 'after')),
          ),
        ),
      )
    for (let round = 0; round < 300; round++) {
      const [one, other] = [any(), any()]
      const blocks = both(one, other)
      expect(reading(blocks, 'deleted')).toEqual(printed(other))
      expect(reading(blocks, 'inserted')).toEqual(printed(one))
    }
  })
})
