import { array, assert, nat, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { idOf, lineOf, type ContentNode } from '#app/text/content.ts'
import { mergeSlices } from '#app/text/merge-slices.ts'
import { linesIn } from '#app/text/slice.ts'
import { paragraph, table } from './sample.ts'

const limits = table(
  't',
  ['Material', 'Pressure'],
  ['tungsten', '≥ 10 Torr'],
  ['cobalt', '≥ 5 Torr'],
)
const withRows = (change: (rows: ContentNode[]) => ContentNode[]): ContentNode => ({
  ...limits,
  content: change([...(limits.content ?? [])]),
})
const moved = withRows(([head, first, second]) => [head, second, first].flatMap((r) => r ?? []))
const merged = withRows(([head, first, second]) => {
  const [material, pressure] = first?.content ?? []
  const [other, below] = second?.content ?? []
  if (!head || !first || !second || !material || !pressure || !other || !below) return []
  const both = [...(pressure.content ?? []), ...(below.content ?? [])]
  const cell = { ...pressure, attrs: { ...pressure.attrs, rowspan: 2 }, content: both }
  return [head, { ...first, content: [material, cell] }, { ...second, content: [other] }]
})

test.each([
  ['a row moved and cells joined', moved, merged],
  ['cells joined and a row moved', merged, moved],
])('%s keep all words, and a person decides how they are laid out', (_, now, proposed) => {
  const { slice, conflicts } = mergeSlices([limits], [now], [proposed])
  const words = linesIn(slice).map(lineOf)
  expect(words.toSorted()).toEqual(linesIn([limits]).map(lineOf).toSorted())
  expect(conflicts).toBeGreaterThan(0)
})

test('words typed into a cell that was joined to another stand once, in the joined one', () => {
  const typed = withRows((rows) =>
    rows.map((row, index) =>
      index === 2
        ? {
            ...row,
            content: (row.content ?? []).map((cell, column) =>
              column === 1
                ? { ...cell, content: [paragraph('tr2c1p', '≥ 5 Torr in vacuum')] }
                : cell,
            ),
          }
        : row,
    ),
  )
  const { slice, conflicts } = mergeSlices([limits], [typed], [merged])
  expect(linesIn(slice).map(lineOf)).toEqual([
    'Material',
    'Pressure',
    'tungsten',
    '≥ 10 Torr',
    '≥ 5 Torr in vacuum',
    'cobalt',
  ])
  expect(conflicts).toBe(0)
})

test('whatever two do to a table, no line that both keep is gone or there twice', () => {
  const act = record({ kind: nat(3), from: nat(20), to: nat(20) })
  assert(
    property(array(act, { maxLength: 5 }), array(act, { maxLength: 5 }), (ours, theirs) => {
      const [now, proposed] = [ours, theirs].map((acts) => acts.reduce(changed, limits))
      if (!now || !proposed) return
      const { slice } = mergeSlices([limits], [now], [proposed])
      const kept = linesIn(slice).map(idOf)
      const both = linesIn([now])
        .map(idOf)
        .filter((id) => linesIn([proposed]).some((line) => idOf(line) === id))
      for (const id of both) expect(kept.filter((one) => one === id)).toEqual([id])
    }),
    { numRuns: 2000 },
  )
})

/** A row moved or taken out, the lines of a cell put into another with it gone, or a cell taken out. */
function changed(
  node: ContentNode,
  { kind, from, to }: { kind: number; from: number; to: number },
): ContentNode {
  const rows = [...(node.content ?? [])]
  if (rows.length === 0) return node
  const [a, b] = [from % rows.length, to % rows.length]
  if (kind === 0) rows.splice(b, 0, ...rows.splice(a, 1))
  if (kind === 1) rows.splice(a, 1)
  if (kind < 2) return { ...node, content: rows }
  const cells = rows.flatMap((row) => row.content ?? [])
  const [source, target] = [cells[from % cells.length], cells[to % cells.length]]
  if (kind === 2 && source === target) return node
  const content = rows.map((row) => ({
    ...row,
    content: (row.content ?? []).flatMap((cell) => {
      if (cell === source) return []
      const isTarget = cell === target && kind === 2 && source
      return isTarget
        ? [{ ...cell, content: [...(cell.content ?? []), ...(source.content ?? [])] }]
        : [cell]
    }),
  }))
  return { ...node, content }
}
