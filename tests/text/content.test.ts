import { describe, expect, test } from 'vitest'
import { checkContent } from '#app/text/check.ts'
import { plainText, withIds } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { entriesOf } from '#app/text/entries.ts'
import { emptyDraft } from '#app/text/schema.ts'
import { doc, entry, heading, paragraph, point, scanners, section } from './sample.ts'

test('the sample is a text', () => {
  expect(checkContent(scanners)).toEqual({ ok: true, content: scanners })
})

test('plain text has one line for each paragraph and heading', () => {
  expect(plainText(scanners).split('\n')).toEqual([
    'Amendment of the list of advanced semiconductor equipment',
    'The list is amended as follows.',
    'Equipment for the manufacture of semiconductor devices',
    'Lithography equipment:',
    'Align and expose step and scan equipment with all of the following:',
    'a light source wavelength ≥ 193 nm;',
    'a chuck overlay ≤ 1.50 nm.',
    'The resolution is computed as follows:',
    'K is 0.35.',
    'See also 3B001.',
    'Pellicles',
  ])
})

describe('the entries of a text', () => {
  const [scanner, pellicles] = entriesOf(scanners)

  test('are read in order with code, heading and logic', () => {
    expect(scanner).toMatchObject({
      id: 'e1',
      section: 'items',
      code: '3B801',
      heading: 'Equipment for the manufacture of semiconductor devices',
      logic: 'any-of',
      activities: ['export'],
      destinations: null,
    })
  })

  test('an entry without a code is named by its place', () => {
    expect(pellicles).toMatchObject({ code: '', path: '#2', heading: 'Pellicles' })
  })

  test('points are named from the code down, by their own labels where they have them', () => {
    const five = scanner?.points[0]?.points[0]
    expect(five?.path).toBe('3B801.f.5')
    expect(five?.points.map(({ path }) => path)).toEqual(['3B801.f.5.a', '3B801.f.5.b'])
    expect(five?.notes[0]).toMatchObject({ kind: 'technical-note', ordinal: 1 })
    expect(five?.notes[0]?.points[0]?.path).toBe('a')
    expect(scanner?.points[0]?.points[1]).toMatchObject({ path: '3B801.f.6', notUsed: true })
  })
})

describe('the elements of a text', () => {
  const elements = elementsOf(scanners)
  const find = (id: string) => elements.find((element) => element.id === id)

  test('stand in reading order, each before what stands in it', () => {
    expect(elements.map(({ id }) => id).join(' ')).toBe(
      'subject s1 items i1 e1 h1 f f0 f5 f5p f5a f5ap f5b f5bp n1 n1p n1a n1ap f6 n2 n2p e2 h2',
    )
  })

  test('carry words at their offsets in the plain text', () => {
    const plain = plainText(scanners)
    for (const { text, from, to } of elements) expect(plain.slice(from, to)).toBe(text)
    expect(find('f5')?.text.split('\n')).toHaveLength(5)
    expect(find('f6')?.text).toBe('')
  })

  test('know the provision and the note that they stand in', () => {
    expect(find('i1')).toMatchObject({ provision: null, note: null, parentId: 'items' })
    expect(find('f5ap')).toMatchObject({ provision: '3B801.f.5.a', entryId: 'e1', parentId: 'f5a' })
    expect(find('n1ap')).toMatchObject({
      provision: '3B801.f.5',
      note: { kind: 'technical-note', ordinal: 1, path: 'a' },
    })
    expect(find('n2')).toMatchObject({
      provision: '3B801',
      note: { kind: 'nb', ordinal: 1, path: '' },
    })
    expect(find('h2')).toMatchObject({ provision: '#2', kind: 'heading' })
  })

  test('an empty draft has sections and paragraphs without words', () => {
    const empty = elementsOf(emptyDraft())
    expect(empty.map(({ kind }) => kind)).toContain('section')
    expect(plainText(emptyDraft()).trim()).toBe('')
    for (const { text } of empty) expect(text).toBe('')
  })
})

describe('ids', () => {
  const bare = doc(
    section(
      'items',
      paragraph('x', 'first'),
      paragraph('x', 'second'),
      entry({}, heading(null, 'third'), point({ id: 'at-1' })),
    ),
  )

  test('are given where they lack or repeat, and the first of two keeps its own', () => {
    const ids = elementsOf(bare).map(({ id }) => id)
    expect(ids).toEqual(['items', 'x', 'at-2', 'at-3', 'at-4', 'at-1'])
  })

  test('given to one text are always the same, and a text that has them is not changed', () => {
    expect(withIds(withIds(bare))).toEqual(withIds(bare))
    expect(withIds(scanners)).toEqual(scanners)
  })
})
