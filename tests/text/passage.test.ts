import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Place } from '#app/measures/anchor.ts'
import { lineOf, type Content } from '#app/text/content.ts'
import { appendContent, newLiveText } from '#app/text/live-text.ts'
import { findPassage, replacePassage } from '#app/text/passage.ts'
import { doc, heading, entry, paragraph, point, run, section } from './sample.ts'

const before = doc(
  section(
    'items',
    entry(
      { id: 'e', code: '3B801' },
      heading('h', 'Scanners'),
      point({ id: 'a' }, paragraph('ap', 'an overlay of 1.50 nm')),
      point(
        { id: 'b' },
        paragraph('bp', 'a source of ', run('193 nm', { type: 'bold' }), ' or more'),
      ),
    ),
  ),
)

const words = (elementId: string, from: number, to: number): Place => ({
  kind: 'words',
  elementId,
  from,
  to,
})

function live(content: Content) {
  const text = newLiveText()
  text.doc.transact(() => appendContent(text.text, content))
  return text
}

function linesOf(parent: Y.XmlFragment): string[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child.toJSON()]
    return child instanceof Y.XmlElement ? linesOf(child) : []
  })
}

describe('a passage', () => {
  it('is found where the same words stand in one line', () => {
    expect(findPassage(words('ap', 14, 21), before, before)).toMatchObject({
      elementId: 'ap',
      words: '1.50 nm',
      line: 1,
    })
    expect(findPassage({ kind: 'element', elementId: 'a' }, before, before)).toMatchObject({
      words: 'an overlay of 1.50 nm',
    })
  })

  it('is not found on the whole, over several lines, or where the words have changed', () => {
    const changed = doc(section('items', paragraph('ap', 'an overlay of 2.40 nm')))
    expect(findPassage({ kind: 'whole' }, before, before)).toBeNull()
    expect(findPassage({ kind: 'element', elementId: 'e' }, before, before)).toBeNull()
    expect(findPassage(words('ap', 14, 21), before, changed)).toBeNull()
  })

  it('is replaced in the living text, with the formatting that all of its words had', () => {
    const { text } = live(before)
    const bold = findPassage(words('bp', 12, 18), before, before)
    const mixed = findPassage(words('bp', 2, 18), before, before)
    if (!bold || !mixed) throw new Error('no passage')
    expect(replacePassage(text, bold, '248 nm')).toBe(true)
    expect(linesOf(text)).toContain('a source of <bold>248 nm</bold> or more')
    const other = live(before)
    expect(replacePassage(other.text, mixed, 'wavelength')).toBe(true)
    expect(linesOf(other.text)).toContain('a wavelength or more')
  })

  it('is left alone where the line is not what it was', () => {
    const passage = findPassage(words('ap', 14, 21), before, before)
    if (!passage) throw new Error('no passage')
    const other = doc(section('items', paragraph('x', 'Scanners'), paragraph('ap', 'nothing')))
    const { text } = live(other)
    expect(replacePassage(text, passage, '1.40 nm')).toBe(false)
    expect(linesOf(text)).toEqual((other.content?.[0]?.content ?? []).map(lineOf))
  })
})
