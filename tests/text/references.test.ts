import { describe, expect, it } from 'vitest'
import { codesIn, enclosingCodes, leadsThere, referencesOf } from '#app/text/references.ts'
import { doc, entry, heading, paragraph, point, run, section } from './sample.ts'

const reference = (attrs: { issuer?: string; code: string; target?: string }) => ({
  type: 'reference',
  attrs: { issuer: null, target: null, ...attrs },
})

/** Two points of one entry, and a paragraph that refers to the second. */
const referring = (label: string | null, target: string, code = '3B801') =>
  doc(
    section(
      'items',
      entry(
        { id: 'e1', code },
        heading('h1', 'Equipment'),
        point({ id: 'a' }, paragraph('ap', 'scanners')),
        point(
          { id: 'b', label },
          paragraph('bp', 'throughput of ', run('3B801.b', reference({ code: '3B801.b', target }))),
        ),
      ),
    ),
  )

describe('codes in words', () => {
  it.each([
    ['see 3B801.f.5.', ['3B801.f.5']],
    ['1B1901, 3A001.a.13.b and 6A004', ['1B1901', '3A001.a.13.b', '6A004']],
    ['3B801.The next sentence', ['3B801']],
    ['3D printing, 5A, X3B801, 3B80112 and 3b801', []],
    ['(4A506)–(4A507)', ['4A506', '4A507']],
  ])('%s', (words, codes) => {
    expect(codesIn(words).map(({ code }) => code)).toEqual(codes)
  })

  it('stand in those around them', () => {
    expect(enclosingCodes('3B801.f.5')).toEqual(['3B801.f.5', '3B801.f', '3B801'])
  })
})

describe('references of a text', () => {
  const states = (content: Parameters<typeof referencesOf>[0]) =>
    referencesOf(content).map(({ written, state, now }) => ({ written, state, now }))

  it('follow what they mean when it is renumbered', () => {
    const written = '3B801.b'
    expect(states(referring(null, 'b'))).toEqual([{ written, state: 'sound', now: written }])
    expect(states(referring('d', 'b'))).toEqual([{ written, state: 'moved', now: '3B801.d' }])
    expect(states(referring(null, 'z'))).toEqual([{ written, state: 'gone', now: written }])
  })

  it('are sound however the entry writes its own code', () => {
    const written = '3B801.b'
    const content = referring('B', 'b', ' 3b801 ')
    expect(states(content)).toEqual([{ written, state: 'sound', now: written }])
    const moved = referring('D', 'b', '3b801')
    expect(states(moved)).toEqual([{ written, state: 'moved', now: '3B801.d' }])
  })

  it.each([
    ['3B501', '3B501.a', true],
    ['3B501', '3B501', true],
    ['3B501', '3B5011', false],
    ['3B501.a', '3B501', false],
    ['3B501.a', '3B501.aa', false],
  ])('%s into a list is where %s leads: %s', (code, written, leads) => {
    expect(leadsThere({ issuer: 'EU', code, target: null }, written)).toBe(leads)
  })

  it('are codes of Annex I and of the text without a mark too, and not those known nowhere', () => {
    const content = doc(
      section('subject', paragraph('s', 'As 3B501.a, 2B999 and 3B801.')),
      section('items', entry({ id: 'e', code: '3B801' }, heading('h', 'Equipment'))),
    )
    expect(states(content)).toEqual([{ written: '2B999', state: 'unknown', now: '2B999' }])
  })
})
