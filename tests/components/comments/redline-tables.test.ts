import { expect, test } from 'vitest'
import { inTables } from '#app/components/comments/redline-tables.ts'
import { comparedLines } from '#app/queries/compared-lines.ts'
import type { ContentNode } from '#app/text/content.ts'
import { redline } from '#app/text/redline.ts'
import { doc, entry, heading, paragraph, point, section, table } from '#tests/text/sample.ts'

const limits = table(
  't',
  ['Material', 'Process', 'Temperature'],
  ['Carbides', 'CVD', '1 300 K'],
  ['Nitrides', 'PVD', '700 K'],
)
const text = (...content: ContentNode[]) =>
  doc(
    section(
      'items',
      entry({ id: 'e', code: '2B805' }, heading('h', 'Equipment'), point({ id: 'a' }, ...content)),
    ),
  )
const lead = paragraph('ap', 'within these limits:')

/** The tables of the redline: rows of cells, what is new and gone in it with a sign. */
function shown(before: ContentNode[], after: ContentNode[]) {
  return inTables(comparedLines(redline(text(...before), text(...after)))).flatMap((part) =>
    'rows' in part
      ? [
          part.rows.map((cells) =>
            cells.map((lines) =>
              lines
                .map(({ status, runs }) => {
                  const words = runs
                    .map(({ kind, text }) =>
                      kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}${text}`,
                    )
                    .join('')
                  return status === 'moved' ? `~${words}` : words
                })
                .join(' / '),
            ),
          ),
        ]
      : [],
  )
}

function changed(change: (rows: ContentNode[]) => ContentNode[]): ContentNode {
  return { ...limits, content: change([...(limits.content ?? [])]) }
}

function withCells(change: (cells: ContentNode[], row: number) => ContentNode[]): ContentNode {
  return changed((rows) =>
    rows.map((row, index) => ({ ...row, content: change([...(row.content ?? [])], index) })),
  )
}

const rows = [
  ['Material', 'Process', 'Temperature'],
  ['Carbides', 'CVD', '1 300 K'],
  ['Nitrides', 'PVD', '700 K'],
]
const [, row] = table('n', [], ['Borides', 'CVD', '900 K']).content ?? []

test('a table that stayed is shown as a table', () => {
  expect(shown([lead, limits], [lead, limits])).toEqual([rows])
})

test('a row that came, and one that went, are rows of their own', () => {
  const more = changed(([first, second, third]) =>
    [first, row, second, third].flatMap((one) => (one ? [one] : [])),
  )
  expect(shown([lead, limits], [lead, more])).toEqual([
    [rows[0], ['+Borides', '+CVD', '+900 K'], rows[1], rows[2]],
  ])
  expect(shown([lead, more], [lead, limits])).toEqual([
    [rows[0], ['-Borides', '-CVD', '-900 K'], rows[1], rows[2]],
  ])
})

test('a column that went stays in its rows', () => {
  const less = withCells(([first, , third]) => [first, third].flatMap((one) => (one ? [one] : [])))
  expect(shown([lead, limits], [lead, less])).toEqual([
    [
      ['Material', '-Process', 'Temperature'],
      ['Carbides', '-CVD', '1 300 K'],
      ['Nitrides', '-PVD', '700 K'],
    ],
  ])
  const withoutFirst = withCells(([, ...others]) => others)
  expect(shown([lead, limits], [lead, withoutFirst])[0]?.map((cells) => cells.length)).toEqual([
    3, 3, 3,
  ])
})

test('lines of one cell stand in it, and words that changed are told in their cell', () => {
  const longer = withCells((cells, index) =>
    cells.map((cell, column) =>
      index === 1 && column === 2
        ? { ...cell, content: [paragraph('tr1c2p', '1 200 K'), paragraph('new', 'in vacuum')] }
        : cell,
    ),
  )
  expect(shown([lead, limits], [lead, longer])[0]?.[1]).toEqual([
    'Carbides',
    'CVD',
    '1 -300+200 K / +in vacuum',
  ])
})

test('two tables beside each other are two, and lines between them are lines', () => {
  const second = table('s', ['Other'], ['1'])
  const found = inTables(
    comparedLines(redline(text(lead, limits), text(lead, limits, paragraph('p', 'and'), second))),
  )
  const kinds = found.map((part) => ('rows' in part ? `table of ${part.rows.length}` : part.kind))
  expect(kinds).toEqual([
    'section',
    'entry',
    'heading',
    'point',
    'paragraph',
    'table of 3',
    'paragraph',
    'table of 2',
  ])
})

test('a row that went and another that came are not one that changed', () => {
  const [other] = table('n', [], ['Carbides', 'CVD', '1 350 K']).content?.slice(1) ?? []
  const exchanged = changed(([first, , third]) =>
    [first, third, other].flatMap((one) => (one ? [one] : [])),
  )
  expect(shown([lead, limits], [lead, exchanged])).toEqual([
    [rows[0], ['-Carbides', '-CVD', '-1 300 K'], rows[2], ['+Carbides', '+CVD', '+1 350 K']],
  ])
})

test('what covers several columns, or changed in rows and columns at once, is told line by line', () => {
  const kinds = (before: ContentNode, after: ContentNode) =>
    inTables(comparedLines(redline(text(lead, before), text(lead, after)))).map((part) =>
      'rows' in part ? 'table' : part.kind,
    )
  const wide = withCells((cells, index) =>
    index === 0
      ? cells
          .slice(0, 2)
          .map((cell, column) =>
            column === 0 ? { ...cell, attrs: { ...cell.attrs, colspan: 2 } } : cell,
          )
      : cells,
  )
  expect(kinds(wide, wide)).not.toContain('table')
  // A row that is new has no cell for the column that went.
  const [short] = table('n', [], ['Borides', 'CVD']).content?.slice(1) ?? []
  const narrow = changed((all) =>
    [...all.map((one) => ({ ...one, content: (one.content ?? []).slice(0, 2) })), short].flatMap(
      (one) => one ?? [],
    ),
  )
  expect(kinds(limits, narrow)).not.toContain('table')
  expect(kinds(limits, limits)).toContain('table')
})
