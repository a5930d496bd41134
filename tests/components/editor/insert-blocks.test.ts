import { assert, constantFrom, nat, property, record } from 'fast-check'
import { Fragment, Node, Slice } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { insertBlocks } from '#app/components/editor/insert-blocks.ts'
import {
  closedAtTables,
  inCell,
  isInCell,
  linesOfTable,
} from '#app/components/editor/table-lines.ts'
import { documentRefusal } from '#app/text/check.ts'
import { schema } from '#app/text/schema.ts'

const p = (text: string, level = 0) => ({
  type: 'paragraph',
  ...(level > 0 && { attrs: { level } }),
  ...(text !== '' && { content: [{ type: 'text', text }] }),
})
const list = (...items: unknown[][]) => ({
  type: 'bulletList',
  content: items.map((content) => ({ type: 'listItem', content })),
})
const cell = (content: unknown[], attrs = {}) => ({ type: 'tableCell', attrs, content })
const table = (...rows: unknown[][]) => ({
  type: 'table',
  content: rows.map((content) => ({ type: 'tableRow', content })),
})
const point = (level: number, ...content: unknown[]) => ({
  type: 'point',
  attrs: { level },
  content,
})

/** A text as it is written, with a place of each kind. */
const doc = Node.fromJSON(schema, {
  type: 'doc',
  content: [
    {
      type: 'section',
      attrs: { key: 'subject' },
      content: [p('ab'), p(''), list([p('cd'), list([p('ef')])], [p('')]), p('gh')],
    },
    {
      type: 'section',
      attrs: { key: 'items' },
      content: [
        {
          type: 'entry',
          content: [
            { type: 'entryHeading', content: [{ type: 'text', text: 'ij' }] },
            p('kl'),
            point(0, p('mn'), list([p('op')])),
            point(1, p('')),
            p('qr', 1),
            {
              type: 'note',
              attrs: { level: 1 },
              content: [p('st'), point(0, p('uv')), p('wx', 1)],
            },
            point(0, table([cell([p('yz')]), cell([p('')])])),
          ],
        },
      ],
    },
  ],
})

const grid = table(
  [cell([p('1'), p('2')]), cell([p('3')])],
  [cell([list([p('4')])]), cell([p('')])],
)
const slices = [
  [0, 0, grid],
  [1, 1, p('5'), grid, p('6')],
  [0, 1, grid, list([p('7')], [p('8')]), p('9')],
  [3, 3, list([p('7')], [p('8')])],
  [1, 0, p('5'), grid],
].map(([openStart, openEnd, ...nodes]) => {
  const content = nodes.map((node) => Node.fromJSON(schema, node))
  return new Slice(Fragment.from(content), Number(openStart), Number(openEnd))
})

const signsIn = (node: Node | Slice) =>
  [...('content' in node ? node.content.textBetween(0, node.content.size) : '')].filter(
    (sign) => sign !== '|' && sign !== ' ',
  )

function stateAt(from: number, to: number): EditorState {
  const selection = TextSelection.between(doc.resolve(from), doc.resolve(to))
  return EditorState.create({ doc, selection })
}

test('tables and lists come in once wherever the caret is, it stands behind them, and no word is lost', () => {
  const place = nat({ max: doc.content.size })
  assert(
    property(record({ place, slice: constantFrom(...slices) }), ({ place, slice }) => {
      const before = stateAt(place, place)
      const { $from } = before.selection
      const here = isInCell($from) ? inCell(slice).slice : slice
      let after = before
      const isPut = insertBlocks(here, false)(before, (tr) => (after = before.apply(tr)))
      expect(insertBlocks(here, false)(before)).toBe(isPut)
      expect(isPut || after === before).toBe(true)
      if (!isPut) return
      expect(documentRefusal(after.doc)).toBe(null)
      const [start, end] = [before.doc.resolve($from.pos), before.doc.content.size]
      const signs = [
        ...signsIn(doc.slice(0, start.pos)),
        ...signsIn(slice),
        ...signsIn(doc.slice(start.pos, end)),
      ]
      // Before the words of a heading there is no place.
      const isBefore = $from.parent.type === schema.nodes.entryHeading && $from.parentOffset === 0
      const ordered = (all: string[]) => (isBefore ? all.toSorted() : all)
      expect(ordered(signsIn(after.doc))).toEqual(ordered(signs))
      const { $head, empty } = after.selection
      expect(empty && $head.parent.inlineContent).toBe(true)
      const behind = signsIn(after.doc.slice($head.pos, after.doc.content.size))
      expect(behind).toEqual(signs.slice(signs.length - behind.length))
      expect(behind.join('')).not.toMatch(/\d/)
    }),
    { numRuns: 400 },
  )
})

test('what was chosen gives way to them', () => {
  const places = record({
    from: nat({ max: doc.content.size }),
    to: nat({ max: doc.content.size }),
  })
  assert(
    property(places, constantFrom(...slices), ({ from, to }, slice) => {
      const before = stateAt(from, to)
      if (isInCell(before.selection.$from)) return
      let after = before
      if (!insertBlocks(slice, false)(before, (tr) => (after = before.apply(tr)))) return
      expect(documentRefusal(after.doc)).toBe(null)
      expect(signsIn(after.doc).filter((sign) => /\d/.test(sign))).toEqual(signsIn(slice))
    }),
    { numRuns: 200 },
  )
})

test('a list in an item is left to ProseMirror, and words alone are too', () => {
  const inItem = stateAt(11, 11)
  expect(inItem.selection.$from.node(-1).type).toBe(schema.nodes.listItem)
  const [, , , lists = Slice.empty] = slices
  expect(insertBlocks(lists, false)(inItem)).toBe(false)
  const words = new Slice(Fragment.from(Node.fromJSON(schema, p('5'))), 1, 1)
  expect(insertBlocks(words, false)(stateAt(2, 2))).toBe(false)
})

test('the lines of a table keep empty and covered cells apart', () => {
  const lines = linesOfTable(
    Node.fromJSON(
      schema,
      table(
        [cell([p('a')], { rowspan: 2 }), cell([p('b'), list([p('c')])]), cell([p('')])],
        [cell([p('')]), cell([p('d')])],
        [cell([p('')])],
        [cell([p('e')], { colspan: 2 }), cell([p('f')])],
      ),
    ),
  )
  expect(lines.map(({ textContent }) => textContent)).toEqual(['a | b c', '| | d', 'e | | f'])
})

test('a copy of some cells is a table, and one of words in a cell these words', () => {
  const open = (...nodes: unknown[]) => {
    const content = nodes.map((node) => Node.fromJSON(schema, node))
    return closedAtTables(new Slice(Fragment.from(content), 4, 4))
  }
  const words = open(table([cell([p('a')])]))
  expect([words.openStart, words.openEnd]).toEqual([4, 4])
  const cells = open(table([cell([p('a')]), cell([p('b')])]))
  expect([cells.openStart, cells.openEnd]).toEqual([0, 0])
})
