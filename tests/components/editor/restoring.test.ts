import { array, assert, constantFrom, nat, property, tuple } from 'fast-check'
import type { EditorState } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { putWhereTheyBelong, restoreWords } from '#app/components/editor/restoring.ts'
import { checkContent, documentRefusal } from '#app/text/check.ts'
import { identified } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { flattened, nested } from '#app/text/levels.ts'
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

/** Where each element stands: its code, and its note. */
function places({ doc }: EditorState) {
  const checked = checkContent(doc.toJSON())
  if (!checked.ok) throw new Error(checked.reason)
  const elements = elementsOf(nested(checked.content))
  return new Map(elements.map(({ id, provision, note }) => [id, { provision, note }]))
}

function idsIn({ doc }: EditorState): string[] {
  const ids: string[] = []
  doc.descendants(({ type, attrs }) => {
    if (identified.has(type.name)) ids.push(String(attrs.id))
  })
  return ids
}

const lost = (after: string | null) => ({
  key: '1',
  words: 'restored',
  by: 'Expert',
  at: '',
  units: [],
  after,
  moved: null,
})

describe('words that are put in again', () => {
  const optics = open(
    doc(
      section(
        'items',
        entry(
          { id: 'e', code: '6A903' },
          heading('h', 'Optics'),
          point({ id: 'a', level: 0 }, paragraph('ap', 'optics as follows:')),
          point({ id: 'a1', level: 1 }, paragraph('a1p', 'lens >= 5 mm')),
          point({ id: 'a3', level: 1 }, paragraph('a3p', 'filter >= 9 mm')),
        ),
      ),
    ),
  )

  test.each(['h', 'a', 'ap', 'a1', 'a1p', 'a3'])('leave the points behind %s their codes', (id) => {
    expect(places(optics).get('a3')).toMatchObject({ provision: '6A903.a.2' })
    const after = run(optics, restoreWords(lost(id)))
    expect(after.doc.textContent).toContain('restored')
    expect(places(after).get('a3')).toMatchObject({ provision: '6A903.a.2' })
  })

  test('change the place of no other element, wherever they go and whatever the levels are', () => {
    const levels = array(tuple(nat(60), nat(4)), { maxLength: 12 })
    assert(
      property(constantFrom(scanners, depositions), levels, nat(200), (text, levels, at) => {
        const start = open(flattened(text))
        const { tr } = start
        const blocks: number[] = []
        tr.doc.descendants((node, position, parent) => {
          const isIn = parent?.type.name === 'entry' || parent?.type.name === 'note'
          if (isIn && 'level' in node.attrs) blocks.push(position)
        })
        for (const [block, level] of levels) {
          const position = blocks[block % blocks.length]
          if (position !== undefined) tr.setNodeAttribute(position, 'level', level)
        }
        const before = start.apply(tr)
        const ids = idsIn(before)
        const after = run(before, restoreWords(lost(ids[at % (ids.length + 1)] ?? null)))
        expect(after.doc.textContent).toContain('restored')
        expect(documentRefusal(after.doc)).toBeNull()
        const now = places(after)
        for (const [id, place] of places(before)) expect([id, now.get(id)]).toEqual([id, place])
      }),
      { numRuns: 300 },
    )
  })
})

test('words that stayed behind go where they belong in one act, instead of what they were written for', () => {
  const before = open(
    doc(section('subject', paragraph('p', 'not on the wafer,10'), paragraph('n', ' 2.40 nm;'))),
  )
  const by = { key: '1', by: 'Expert' }
  const replaces = { ...by, elementId: 'n', from: 3, to: 5, words: '40' }
  const belongs = { elementId: 'n', at: 5 }
  const one = { ...by, elementId: 'p', from: 17, to: 19, words: '10', belongs, replaces }
  const lines = (state: EditorState) =>
    state.doc.firstChild?.children.map((line) => line.textContent)
  expect(lines(run(before, putWhereTheyBelong(one)))).toEqual(['not on the wafer,', ' 2.10 nm;'])
  const changed = { ...one, replaces: { ...replaces, words: '41' } }
  expect(lines(run(before, putWhereTheyBelong(changed)))?.[1]).toBe(' 2.4010 nm;')
})
