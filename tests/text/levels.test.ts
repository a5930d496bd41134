import {
  array,
  assert,
  boolean,
  constantFrom,
  letrec,
  nat,
  option,
  property,
  record,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkContent } from '#app/text/check.ts'
import type { ContentNode } from '#app/text/content.ts'
import { plainText } from '#app/text/content.ts'
import { entriesOf, type Point } from '#app/text/entries.ts'
import { flattened, nested, outline } from '#app/text/levels.ts'
import { depositions, doc, entry, note, paragraph, point, scanners, section } from './sample.ts'

const line = (words: string, level = 0): ContentNode => ({
  ...paragraph(null, words),
  attrs: { id: null, ...(level > 0 && { level }) },
})
const at = (level: number, words: string) => point({ level }, line(words))
const paths = (points: readonly Point[]): string[] =>
  points.flatMap((one) => [one.path, ...paths(one.points)])
const inEntry = (...content: ContentNode[]) =>
  doc(section('items', entry({ code: '3B801' }, ...content)))

describe('the form in which a text is written', () => {
  const flat = flattened(scanners)

  test('has the points and notes of an entry side by side, each with its level', () => {
    const [, items] = flat.content ?? []
    const scanner = items?.content?.[1]
    const shape = scanner?.content?.map(({ type, attrs }) => [attrs?.id, type, attrs?.level ?? 0])
    expect(shape).toEqual([
      ['h1', 'entryHeading', 0],
      ['f', 'point', 0],
      ['f5', 'point', 1],
      ['f5a', 'point', 2],
      ['f5b', 'point', 2],
      ['n1', 'note', 2],
      ['f6', 'point', 1],
      ['n2', 'note', 0],
    ])
  })

  test('has the same words in the same order, passes the check and freezes to what it was', () => {
    expect(plainText(flat)).toBe(plainText(scanners))
    expect(checkContent(flat)).toMatchObject({ ok: true })
    expect(nested(flat)).toEqual(scanners)
    expect(nested(scanners)).toEqual(scanners)
    expect(flattened(flat)).toEqual(flat)
  })

  test('has lists and tables that lead in to points in the point, and others beside it', () => {
    const written = flattened(depositions)
    const [, items] = written.content ?? []
    const deposition = items?.content?.[0]
    const shape = (node: ContentNode) => [node.attrs?.id, node.attrs?.level ?? 0]
    expect(deposition?.content?.map(shape)).toEqual([
      ['h1', 0],
      ['l1', 0],
      ['a', 0],
      ['a1', 1],
      ['tb', 1],
      ['ac', 1],
      ['n1', 0],
    ])
    expect(deposition?.content?.[2]?.content?.map(({ attrs }) => attrs?.id)).toEqual([
      'ap',
      'ta',
      'la',
    ])
    expect(checkContent(written)).toMatchObject({ ok: true })
    expect(nested(written)).toEqual(depositions)
  })

  test('keeps words that follow the points of a point behind them', () => {
    const closing = inEntry(
      point({}, line('lead'), point({}, line('inner')), line('closing words')),
    )
    expect(plainText(flattened(closing))).toBe('lead\ninner\nclosing words')
    expect(nested(flattened(closing))).toEqual(closing)
  })

  test('is read as entries and points like the frozen one', () => {
    expect(entriesOf(flat)).toEqual(entriesOf(scanners))
  })

  test('reads a level that skips one as the next one', () => {
    const skipping = inEntry(at(3, 'first'), at(2, 'second'), at(9, 'third'), at(1, 'fourth'))
    const [read] = entriesOf(skipping)
    expect(paths(read?.points ?? [])).toEqual(['3B801.a', '3B801.a.1', '3B801.a.1.a', '3B801.a.2'])
  })

  test('lets nothing stand in a point that something else came between', () => {
    const between = inEntry(at(0, 'a'), note({ level: 0 }, line('note')), at(1, 'b'))
    const [read] = entriesOf(between)
    expect(paths(read?.points ?? [])).toEqual(['3B801.a', '3B801.b'])
  })
})

test('whatever the levels, every place is in a point of the level above, and the order stays', () => {
  const item = record({ isPoint: boolean(), level: nat(9) })
  assert(
    property(array(item, { maxLength: 40 }), (items) => {
      const places = outline(items)
      for (const [index, { level, parent }] of places.entries()) {
        expect(level).toBeLessThanOrEqual(items[index]?.level ?? 0)
        expect(parent).toBeLessThan(index)
        expect(level).toBe(parent === -1 ? 0 : (places[parent]?.level ?? 0) + 1)
        expect(parent === -1 || items[parent]?.isPoint).toBe(true)
      }
      const text = inEntry(
        ...items.map(({ isPoint, level }, n) =>
          isPoint ? at(level, `p${n}`) : line(`l${n}`, level),
        ),
      )
      expect(plainText(nested(text))).toBe(plainText(text))
      expect(nested(flattened(text))).toEqual(nested(text))
    }),
  )
})

test('any frozen text is written and frozen again without a change', () => {
  const { node } = letrec<{ node: ContentNode }>((tie) => ({
    node: record({
      type: constantFrom('paragraph', 'point', 'note'),
      content: option(array(tie('node'), { maxLength: 3 }), { nil: [], depthSize: 'small' }),
    }).map(({ type, content }) =>
      type === 'paragraph'
        ? line('words')
        : {
            type,
            attrs: { id: null },
            content,
          },
    ),
  }))
  assert(
    property(array(node, { maxLength: 5 }), (content) => {
      const text = inEntry(...content)
      expect(nested(flattened(text))).toEqual(text)
      expect(plainText(flattened(text))).toBe(plainText(text))
    }),
  )
})
