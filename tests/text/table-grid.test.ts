import { array, assert, integer, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ContentNode } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { entriesOf } from '#app/text/entries.ts'
import { columnsOf, gridOf, laidOut } from '#app/text/table-grid.ts'
import { depositions } from './sample.ts'

type Cell = readonly [colspan: number, rowspan: number]

const rows = array(array(tuple(integer({ min: 1, max: 4 }), integer({ min: 1, max: 4 }))), {
  maxLength: 6,
})
const lay = (cells: readonly (readonly Cell[])[]) =>
  laidOut(cells, ([colspan, rowspan]) => ({ colspan, rowspan }))

describe('where cells stand in a table', () => {
  test('each once, in order, none over another and none below the last row', () => {
    assert(
      property(rows, (cells) => {
        const laid = lay(cells)
        expect(laid.map((row) => row.map(({ cell }) => cell))).toEqual(cells)
        const covered = new Set<string>()
        for (const [row, placed] of laid.entries()) {
          for (const { column, colspan, rowspan } of placed) {
            expect(row + rowspan).toBeLessThanOrEqual(cells.length)
            for (let down = 0; down < rowspan; down++) {
              for (let right = 0; right < colspan; right++) {
                const place = `${row + down} ${column + right}`
                expect(covered.has(place)).toBe(false)
                covered.add(place)
              }
            }
          }
        }
      }),
    )
  })

  test('is the first column that no cell above reaches down into', () => {
    const columns = (cells: Cell[][]) => lay(cells).map((row) => row.map(({ column }) => column))
    expect(
      columns([
        [
          [1, 2],
          [2, 1],
        ],
        [
          [1, 1],
          [1, 1],
        ],
      ]),
    ).toEqual([
      [0, 1],
      [1, 2],
    ])
    expect(
      columns([
        [
          [1, 1],
          [1, 3],
        ],
        [
          [1, 1],
          [1, 1],
        ],
        [
          [2, 1],
          [1, 1],
        ],
      ]),
    ).toEqual([
      [0, 1],
      [0, 2],
      [0, 2],
    ])
  })

  test('is told of rows that a merge left shorter than others', () => {
    const cell: ContentNode = { type: 'tableCell', attrs: { colspan: 2 } }
    const row = (...content: ContentNode[]): ContentNode => ({ type: 'tableRow', content })
    const grid = gridOf({ type: 'table', content: [row(), row(cell, cell), row(cell)] })
    expect(columnsOf(grid)).toBe(4)
    expect(grid.map(({ cells }) => cells.map(({ column }) => column))).toEqual([[], [0, 2], [0]])
  })
})

describe('the lines of a table', () => {
  test('are elements of the point around, each in its cell', () => {
    const elements = elementsOf(depositions)
    const inCells = elements.flatMap(({ provision, section, text, cell }) =>
      cell ? [[provision ?? section, cell.table, cell.row, cell.column, text]] : [],
    )
    expect(inCells).toEqual([
      ['grounds', 1, 1, 1, 'State'],
      ['grounds', 1, 1, 2, 'Limit'],
      ['grounds', 1, 2, 1, 'NL'],
      ['grounds', 1, 2, 2, '≤ 45 nm'],
      ['2B805.a', 1, 1, 1, 'Technique'],
      ['2B805.a', 1, 1, 2, 'Substrate'],
      ['2B805.a', 1, 2, 1, 'CVD'],
      ['2B805.a', 1, 2, 2, 'Superalloys'],
      ['2B805.a', 1, 3, 1, 'PVD'],
      ['2B805.a', 1, 3, 2, ''],
      ['2B805.a', 2, 1, 1, 'Material'],
      ['2B805.a', 2, 2, 1, 'Carbides'],
      ['2B805', 1, 1, 1, 'Code'],
      ['2B805', 1, 2, 1, '2B005'],
    ])
  })

  test('are words of the entry, point or note', () => {
    const [entry] = entriesOf(depositions)
    expect(entry?.text).toBe('chemical\nphysical')
    expect(entry?.points[0]?.text).toBe(
      [
        'with one of these techniques:',
        'Technique\nSubstrate\nCVD\nSuperalloys\nPVD\n',
        'in vacuum\nat 1 300 K or more',
        'Material\nCarbides',
        'whichever is the larger.',
      ].join('\n'),
    )
    expect(entry?.notes[0]?.text).toBe('See:\nCode\n2B005')
  })
})
