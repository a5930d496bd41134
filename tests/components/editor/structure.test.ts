import { array, assert, constantFrom, nat, property, tuple } from 'fast-check'
import { type Command, type EditorState, TextSelection } from 'prosemirror-state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  mergeCells,
  splitCell,
} from 'prosemirror-tables'
import { describe, expect, test } from 'vitest'
import {
  insertEntry,
  insertNote,
  insertPoint,
  setLabel,
  setLogic,
  toggleNotUsed,
  wrapInList,
} from '#app/components/editor/commands.ts'
import { dropEmptyBackward, dropEmptyForward } from '#app/components/editor/empty-points.ts'
import { letterDoubled } from '#app/components/editor/letter-doubled.ts'
import { liftItem, nestItem, nextListItem } from '#app/components/editor/lists.ts'
import { moveBlocks } from '#app/components/editor/move-blocks.ts'
import {
  deleteAcrossSections,
  hasSameSections,
  selectSection,
} from '#app/components/editor/sections.ts'
import {
  leaveWhenEmpty,
  liftPoint,
  nestPoint,
  nextPoint,
  paragraphAfterEntry,
  pointAfterHeading,
} from '#app/components/editor/structure.ts'
import {
  cellBefore,
  insertTable,
  nextCell,
  paragraphAfterTable,
  selectCell,
  toggleHeaderRow,
} from '#app/components/editor/tables.ts'
import { documentRefusal } from '#app/text/check.ts'
import { identified } from '#app/text/content.ts'
import { flattened } from '#app/text/levels.ts'
import { schema } from '#app/text/schema.ts'
import {
  depositions,
  doc,
  entry,
  heading,
  paragraph,
  point,
  scanners,
  section,
} from '#tests/text/sample.ts'
import { open, run } from './state.ts'

const restructuring: readonly Command[] = [
  nextPoint,
  pointAfterHeading,
  nextListItem,
  leaveWhenEmpty,
  paragraphAfterEntry,
  nestPoint,
  liftPoint,
  liftItem,
  nestItem,
  insertEntry,
  insertPoint,
  insertNote('technical-note'),
  wrapInList(schema.nodes.bulletList),
  wrapInList(schema.nodes.orderedList),
  setLogic('all-of'),
  setLabel('k'),
  toggleNotUsed,
  letterDoubled,
  selectSection,
  dropEmptyBackward,
  dropEmptyForward,
  moveBlocks('up'),
  moveBlocks('down'),
  insertTable,
  nextCell,
  cellBefore,
  paragraphAfterTable,
  selectCell,
  toggleHeaderRow,
  addRowBefore,
  addRowAfter,
  addColumnBefore,
  addColumnAfter,
  mergeCells,
  splitCell,
]

/** How many of them, from the first, are what Enter does. */
const enters = 4

function select(state: EditorState, from: number, to: number): EditorState {
  const size = state.doc.content.size
  const chosen = TextSelection.between(
    state.doc.resolve(from % (size + 1)),
    state.doc.resolve(to % (size + 1)),
  )
  return state.apply(state.tr.setSelection(chosen))
}

const letters = (state: EditorState) =>
  [...state.doc.textBetween(0, state.doc.content.size, '')].sort().join('')

describe('whatever is nested, lifted, wrapped or inserted', () => {
  const acts = array(tuple(nat(restructuring.length - 1), nat(3000), nat(3000)), { maxLength: 25 })

  test('no letter is lost, sections stay, the text passes the check and ids are unique', () => {
    assert(
      property(constantFrom(scanners, depositions), acts, (start, acts) => {
        let state = open(flattened(start))
        for (const [act, from, to] of acts) {
          const command = restructuring[act]
          // Enter replaces what is chosen; the others keep it, so they get something chosen.
          const chosen = select(state, from, act < enters ? from : to)
          state = command ? run(chosen, command) : chosen
          state.doc.check()
          expect(documentRefusal(state.doc)).toBeNull()
          expect(hasSameSections(chosen.doc, state.doc)).toBe(true)
          expect(letters(state)).toBe(letters(chosen))
          expect(new Set(ids(state)).size).toBe(ids(state).length)
        }
      }),
      { numRuns: 300 },
    )
  })
})

function ids(state: EditorState): unknown[] {
  const found: unknown[] = []
  state.doc.descendants((node) => {
    if (identified.has(node.type.name)) found.push(node.attrs.id)
  })
  return found
}

test('what is chosen over several sections is deleted in each of them, and no more', () => {
  const state = open(
    doc(
      section('subject', paragraph('a', 'keep cut')),
      section('grounds', paragraph('b', 'cut')),
      section('risk', paragraph('c', 'cut keep')),
    ),
  )
  const from = 2 + 'keep '.length
  const to = state.doc.content.size - 2 - ' keep'.length
  const after = run(select(state, from, to), deleteAcrossSections)
  expect(after.doc.children.map((section) => section.textContent)).toEqual(['keep ', '', ' keep'])
  expect(after.doc.children.map((section) => section.childCount)).toEqual([1, 1, 1])
})

describe('an empty point', () => {
  const state = open(
    doc(
      section(
        'items',
        entry(
          { id: 'e', code: '3B801' },
          heading('h', 'Machines'),
          point({ id: 'a', level: 0 }, paragraph('ap', 'lasers')),
          point({ id: 'b', level: 0 }, paragraph('bp')),
          point({ id: 'c', level: 0 }, paragraph('cp', 'valves')),
        ),
      ),
    ),
  )
  const withoutB = ['items', 'e', 'h', 'a', 'ap', 'c', 'cp']
  const placeIn = (id: string, end: boolean) => {
    let place = 0
    state.doc.descendants((node, position) => {
      if (node.attrs.id === id) place = position + (end ? node.nodeSize - 1 : 1)
    })
    return select(state, place, place)
  }
  const caret = ({ selection: { $from } }: EditorState) => [
    $from.parent.attrs.id,
    $from.parentOffset,
  ]

  test.each([
    ['Backspace in it', dropEmptyBackward, placeIn('bp', false), ['ap', 6]],
    ['Backspace behind it', dropEmptyBackward, placeIn('cp', false), ['cp', 0]],
    ['Delete in it', dropEmptyForward, placeIn('bp', false), ['cp', 0]],
    ['Delete before it', dropEmptyForward, placeIn('ap', true), ['ap', 6]],
  ] as const)('goes with %s, and nothing of it stays elsewhere', (_, command, from, there) => {
    const after = run(from, command)
    expect(ids(after)).toEqual(withoutB)
    expect(caret(after)).toEqual(there)
  })

  test.each([
    ['Backspace at the beginning of a line', dropEmptyBackward, placeIn('ap', false)],
    ['Delete at its end', dropEmptyForward, placeIn('cp', true)],
    ['Backspace at its end', dropEmptyBackward, placeIn('ap', true)],
  ] as const)('is not what goes with %s where none is beside', (_, command, from) => {
    expect(command(from)).toBe(false)
  })
})

describe('moved up or down', () => {
  const level = (id: string, level: number, label: string | null = null) =>
    point({ id, level, label }, paragraph(`${id}p`, `words of ${id}`))
  const withBlocks = (...blocks: ReturnType<typeof level>[]) =>
    open(
      doc(
        section(
          'items',
          paragraph('i', 'before'),
          entry({ id: 'e', code: '3B801' }, heading('h', 'Machines'), ...blocks),
          entry({ id: 'f', code: '3B802' }, heading('fh', 'Others')),
        ),
      ),
    )
  const move = (state: EditorState, id: string, by: 'up' | 'down') => {
    let place = 0
    state.doc.descendants((node, position) => {
      if (node.attrs.id === id) place = position + 3
    })
    return run(select(state, place, place), moveBlocks(by))
  }
  const told = (state: EditorState) => {
    const found: string[] = []
    state.doc.descendants(({ type, attrs }) => {
      if (type.name === 'point') {
        found.push(`${attrs.id}${attrs.level}${attrs.label === null ? '' : `=${attrs.label}`}`)
      }
    })
    return found.join(' ')
  }
  const five = withBlocks(
    level('a', 0),
    level('b', 0),
    level('b1', 1),
    level('b2', 1),
    level('c', 0),
  )

  test.each([
    ['a', 'down', 'b0 b11 b21 a0 c0'],
    ['b', 'up', 'b0 b11 b21 a0 c0'],
    ['b', 'down', 'a0 c0 b0 b11 b21'],
    ['c', 'up', 'a0 c0 b0 b11 b21'],
    ['b1', 'down', 'a0 b0 b21 b11 c0'],
    // Out of the point around it, and out of its entry, it goes by other keys.
    ['b1', 'up', 'a0 b0 b11 b21 c0'],
    ['b2', 'down', 'a0 b0 b11 b21 c0'],
    ['a', 'up', 'a0 b0 b11 b21 c0'],
    ['c', 'down', 'a0 b0 b11 b21 c0'],
  ] as const)('%s, %s', (id, by, expected) => {
    const after = move(five, `${id}p`, by)
    expect(told(after)).toBe(expected)
    // The caret goes along.
    expect(after.selection.$from.parent.attrs.id).toBe(`${id}p`)
    expect(after.selection.$from.parentOffset).toBe(2)
  })

  test('labels of their own stay at their places', () => {
    const lettered = withBlocks(level('a', 0, 'a'), level('d', 0, 'd'), level('d1', 1, '7'))
    expect(told(move(lettered, 'ap', 'down'))).toBe('d0=a d11=7 a0=d')
  })

  test('labels that stand twice beside each other are taken off, and gaps stay', () => {
    const lettered = withBlocks(
      level('a', 0, 'a'),
      level('n', 0),
      level('b', 0, 'b'),
      level('b1', 1, '1'),
      level('c', 0, 'c'),
      level('f', 0, 'f'),
    )
    const at = (id: string) => {
      let place = 0
      lettered.doc.descendants((node, position) => {
        if (node.attrs.id === id) place = position + 3
      })
      return select(lettered, place, place)
    }
    expect(told(run(at('ap'), letterDoubled))).toBe('a0=a n0 b0 b11=1 c0 f0=f')
    // Those beside the caret alone are meant, and there is nothing to do a second time.
    expect(letterDoubled(at('b1p'))).toBe(false)
    expect(letterDoubled(run(at('cp'), letterDoubled))).toBe(false)
  })

  test('from its heading an entry goes, with all that stands in it', () => {
    const order = (state: EditorState) => state.doc.child(0).children.map(({ attrs }) => attrs.id)
    const after = move(five, 'h', 'down')
    expect(order(after)).toEqual(['i', 'f', 'e'])
    expect(told(after)).toBe(told(five))
    expect(order(move(five, 'h', 'up'))).toEqual(['e', 'i', 'f'])
  })
})

test('points that come inside of points stand beside them after the next edit', () => {
  const state = open(scanners)
  const after = state.apply(state.tr.insertText('!', 3))
  const folded: unknown[] = []
  after.doc.descendants((node, _position, parent) => {
    if (parent?.type.name === 'point' && node.type.name !== 'paragraph') folded.push(node.type.name)
  })
  expect(folded).toEqual([])
  expect(letters(after)).toBe(`!${letters(state)}`.split('').sort().join(''))
})
