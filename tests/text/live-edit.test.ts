import { array, assert, constantFrom, nat, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { canonicalJson } from '#app/text/canonical.ts'
import { withIds, type ContentNode } from '#app/text/content.ts'
import { editLive, writeLive } from '#app/text/live-edit.ts'
import { appendContent, newLiveText, shownContent } from '#app/text/live-text.ts'
import { referencesOf } from '#app/text/references.ts'
import { findElement, idsIn, linesIn, withOwnIds, withSlice, type Slice } from '#app/text/slice.ts'
import { standingLines } from '#app/text/standing-lines.ts'
import { doc, entry, note, paragraph, point, run, scanners, section } from './sample.ts'

function opened(content = scanners) {
  const live = newLiveText()
  live.doc.transact(() => appendContent(live.text, content))
  return live
}

const read = ({ text }: ReturnType<typeof opened>) => withIds(shownContent(text))
const start = read(opened())

function elementIn(id: string): ContentNode {
  const found = findElement(start, id)
  if (!found) throw new Error(`no ${id}`)
  return found.node
}

/** Which characters a line is made of, however they are cut. */
function merged(units: ReturnType<typeof standingLines>[number]['units']): string[] {
  return units.flatMap(({ client, clock, length }) =>
    Array.from({ length }, (_, offset) => `${client} ${clock + offset}`),
  )
}

/** What Yjs was made to write, in bytes. */
function writing({ doc }: ReturnType<typeof opened>, edit: () => void): number {
  let bytes = 0
  const count = (update: Uint8Array) => void (bytes += update.length)
  doc.on('update', count)
  doc.transact(edit)
  doc.off('update', count)
  return bytes
}

describe('an edit of a living text by element', () => {
  it('puts a point with what stands in it in the place of another', () => {
    const live = opened()
    const slice = [
      point(
        { id: 'f5', label: '5', logic: 'any-of' },
        paragraph('f5p', 'Align and expose equipment with any of the following:'),
        point(
          { id: 'new' },
          paragraph('newp', 'a throughput of more than 10', run('2', { type: 'superscript' })),
        ),
        point({ id: 'f5b' }, paragraph('f5bp', 'a chuck overlay ≤ 1.40 nm.')),
      ),
    ]
    expect(editLive(live.text, { kind: 'replace', elementId: 'f5', slice })).toBe(true)
    const found = findElement(read(live), 'f5')
    expect(found?.around).toEqual(['items', 'e1', 'f'])
    expect(idsIn(found?.node.content ?? [])).toEqual(['f5p', 'new', 'newp', 'f5b', 'f5bp'])
    expect(found?.node.attrs?.logic).toBe('any-of')
    expect(findElement(read(live), 'f6')?.around).toEqual(['items', 'e1', 'f'])
    expect(JSON.stringify(found?.node)).toContain('superscript')
  })

  it('has words refer without writing them anew, and takes the references off', () => {
    const words = paragraph('i1', 'As ', run('3B801.f.5', { type: 'bold' }), ', (3B801.f) too.')
    const referring = (id: string, code: string) => ({
      type: 'reference',
      attrs: { issuer: null, code, target: id },
    })
    const marked = paragraph(
      'i1',
      'As ',
      run('3B801.f.5', referring('f5', '3B801.f.5'), { type: 'bold' }),
      ', (',
      run('3B801.f', referring('f', '3B801.f')),
      ') too.',
    )
    const live = opened(doc(section('items', words)))
    const unitsOf = () => standingLines(live.text).map(({ units }) => merged(units))
    const before = unitsOf()
    writeLive(live.text, doc(section('items', marked)))
    const referred = referencesOf(shownContent(live.text)).map(({ reference }) => reference?.target)
    expect(referred).toEqual(['f5', 'f'])
    expect(unitsOf()).toEqual(before)
    expect(writing(live, () => writeLive(live.text, doc(section('items', marked))))).toBe(0)
    writeLive(live.text, doc(section('items', words)))
    expect(referencesOf(shownContent(live.text)).map(({ state }) => state)).toEqual([
      'unknown',
      'unknown',
    ])
    expect(unitsOf()).toEqual(before)
    expect(JSON.stringify(read(live))).toContain('bold')
  })

  it('writes words that come side by side as one stretch, whatever spaces were there', () => {
    const live = opened()
    live.doc.clientID = 1
    const line = elementIn('f5bp')
    const slice = [{ ...line, content: [run('a stage with an overlay ≤ 1.40 nm.')] }]
    editLive(live.text, { kind: 'replace', elementId: 'f5bp', slice })
    const units = standingLines(live.text).flatMap(({ units }) => units)
    expect(units.filter(({ client }) => client === 1).map(({ length }) => length)).toEqual([
      'stage with an '.length,
      '1.40'.length,
    ])
  })

  it('leaves the words that stay as they are, for those who have a place in them', () => {
    const live = opened()
    const line = elementIn('f5bp')
    const there = [...live.text.createTreeWalker((node) => node instanceof Y.XmlText)]
      .map((text) => text as Y.XmlText)
      .find((text) => String(text).includes('chuck overlay'))
    if (!there) throw new Error('no line')
    const behind = Y.createRelativePositionFromTypeIndex(there, 'a chuck overlay ≤ 1.50 nm'.length)
    const slice = [{ ...line, content: [run('a dedicated chuck overlay ≤ 1.50 nm.')] }]
    editLive(live.text, { kind: 'replace', elementId: 'f5bp', slice })
    const now = Y.createAbsolutePositionFromRelativePosition(behind, live.doc)
    expect(now?.index).toBe('a dedicated chuck overlay ≤ 1.50 nm'.length)
  })

  it('writes nothing where nothing is to change', () => {
    const live = opened()
    for (const id of ['e1', 'f', 'f5', 'f5ap', 'n1', 'h1', 'items']) {
      const slice = [elementIn(id)]
      expect(
        writing(live, () => editLive(live.text, { kind: 'replace', elementId: id, slice })),
      ).toBe(0)
    }
  })

  it('puts points behind a point and what stands in it, and takes elements out', () => {
    const live = opened()
    const slice = [
      point(
        { id: 'x' },
        paragraph('xp', 'a new one'),
        note({ id: 'xn' }, paragraph('xnp', 'noted')),
      ),
    ]
    editLive(live.text, { kind: 'insert-after', elementId: 'f5', slice })
    editLive(live.text, { kind: 'replace', elementId: 'f5a', slice: [] })
    const f = findElement(read(live), 'f')?.node
    expect((f?.content ?? []).map((node) => node.attrs?.id)).toEqual(['f0', 'f5', 'x', 'f6'])
    expect(idsIn(findElement(read(live), 'x')?.node.content ?? [])).toEqual(['xp', 'xn', 'xnp'])
    expect(findElement(read(live), 'f5a')).toBeNull()
  })

  it('puts an entry behind an entry', () => {
    const live = opened()
    const slice = [
      entry({ id: 'e9', code: '3B802' }, point({ id: 'q' }, paragraph('qp', 'lenses'))),
    ]
    editLive(live.text, { kind: 'insert-after', elementId: 'e1', slice })
    expect(findElement(read(live), 'e9')).toMatchObject({ index: 2, around: ['items'] })
  })

  it('refuses an element that is not there', () => {
    const live = opened()
    expect(editLive(live.text, { kind: 'replace', elementId: 'nowhere', slice: [] })).toBe(false)
    expect(canonicalJson(read(live))).toBe(canonicalJson(start))
  })
})

const replaceable = [
  'f',
  'f5',
  'f5a',
  'f5b',
  'f5ap',
  'f5bp',
  'n1',
  'n1a',
  'f6',
  'e1',
  'e2',
  'h1',
  'i1',
]
const words = array(constantFrom('lens', 'of', '≤', '1.5', 'nm'), { minLength: 1, maxLength: 5 })
const draw = tuple(constantFrom(...replaceable), nat(4), nat(20), words)
const seed = Number(process.env.LIVE_EDIT_SEED ?? 20261129)

/** Another form of an element: a line or a point of it changed, taken out or put in. */
function changed(node: ContentNode, kind: number, at: number, text: string): Slice {
  const lines = linesIn([node])
  const line = lines[at % Math.max(lines.length, 1)]
  const change = (one: ContentNode): ContentNode[] => {
    if (one === line && kind === 0) return [{ ...one, content: [run(text)] }]
    if (one === line && kind === 1)
      return [{ ...one, content: [...(one.content ?? []), run(text, { type: 'bold' })] }]
    const content = (one.content ?? []).flatMap((child) =>
      child.type === 'text' ? [child] : change(child),
    )
    if (one.type !== 'point') return [{ ...one, content }]
    if (kind === 2 && one !== node) return []
    if (kind === 3)
      return [
        { ...one, content },
        point({ id: `n-${text}`.replaceAll(/[^a-z0-9]/g, '.') }, paragraph(null, text)),
      ]
    return [{ ...one, attrs: { ...one.attrs, notUsed: kind === 4 }, content }]
  }
  return change(node)
}

describe(`any edits of a living text (seed ${seed})`, () => {
  it('make of it what they say, and of the rest nothing', () => {
    assert(
      property(array(draw, { maxLength: 4 }), (draws) => {
        const live = opened()
        for (const [id, kind, at, word] of draws) {
          const before = read(live)
          const node = findElement(before, id)?.node
          if (!node) continue
          const others = new Set(idsIn(before.content ?? []))
          for (const own of idsIn([node])) others.delete(own)
          let fresh = 0
          const slice = withOwnIds(changed(node, kind, at, word.join(' ')), others, () => {
            do fresh++
            while (others.has(`fresh-${fresh}`))
            return `fresh-${fresh}`
          })
          editLive(live.text, { kind: 'replace', elementId: id, slice })
          const wanted = withSlice(before, id, slice)
          if (!wanted) throw new Error('the element was there')
          const content = opened(wanted)
          expect(canonicalJson(read(live))).toBe(canonicalJson(read(content)))
        }
      }),
      { numRuns: 150, seed },
    )
  })
})
