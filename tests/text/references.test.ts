import { describe, expect, it } from 'vitest'
import { codesToFollow, withReferences } from '#app/text/recognised-codes.ts'
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

  it('are told of codes that are none: of those that could be, and of those known nowhere', () => {
    const content = doc(
      section('subject', paragraph('s', 'As 3B501.a, 2B999 and 3B801.')),
      section('items', entry({ id: 'e', code: '3B801' }, heading('h', 'Equipment'))),
    )
    const found = (written: string, state: string) => ({ written, state, now: written })
    expect(states(content)).toEqual([
      found('3B501.a', 'plain'),
      found('2B999', 'unknown'),
      found('3B801', 'plain'),
    ])
  })
})

describe('a point that an entry of the text does not have', () => {
  const listed = { issuer: 'NL', code: '3B801' }
  const text = (words: ReturnType<typeof run> | string) =>
    doc(
      section('subject', paragraph('s', 'As ', words)),
      section(
        'items',
        entry(
          { id: 'e', code: '3B801' },
          heading('h', 'Equipment'),
          point({ id: 'a' }, paragraph('ap', 'scanners')),
        ),
      ),
    )
  const stateOf = (words: ReturnType<typeof run> | string) =>
    referencesOf(text(words)).map(({ state }) => state)

  it('is known nowhere, also where a list has the entry', () => {
    expect(stateOf(run('3B801.zz', reference(listed)))).toEqual(['unknown'])
    expect(stateOf(run('3B801.a.1', reference(listed)))).toEqual(['unknown'])
    expect(stateOf(run('3B801.a', reference(listed)))).toEqual(['sound'])
    expect(stateOf(run('3B802.zz', reference({ ...listed, code: '3B802' })))).toEqual(['sound'])
    expect(stateOf(run('3B801.zz', reference({ ...listed, code: '3B801.zz' })))).toEqual(['sound'])
  })

  it('is not asked for in lists', () => {
    const codes = (words: string) => codesToFollow(text('nothing'), text(words))
    expect(codes('3B801.zz')).toEqual([])
    expect(codes('3B802.zz')).toMatchObject([{ code: '3B802.zz', meant: null }])
  })
})

describe('codes that came with an edit', () => {
  const items = (...points: ReturnType<typeof point>[]) =>
    section('items', entry({ id: 'e1', code: '3B801' }, heading('h1', 'Equipment'), ...points))
  const a = point({ id: 'a' }, paragraph('ap', 'scanners'))
  const b = point({ id: 'b' }, paragraph('bp', 'throughput of 3B801.a'))
  const between = point({ id: 'n' }, paragraph('np', 'kits for 3B801.b'))
  const meant = (before: Parameters<typeof codesToFollow>[0], after: typeof before) =>
    codesToFollow(before, after).map(({ code, meant, line }) => [code, meant?.target ?? null, line])

  it('are followed in lines that are new or have other words, and in no others', () => {
    const before = doc(section('grounds', paragraph('g', 'As 3B801.b.')), items(a, b))
    const after = doc(
      section('grounds', paragraph('g', 'As 3B801.b.'), paragraph('g2', 'And 3A001, 3B801.a.')),
      items(a, point({ id: 'b' }, paragraph('bp', 'less throughput of 3B801.a'))),
    )
    expect(meant(before, after)).toEqual([
      ['3A001', null, 1],
      ['3B801.a', 'a', 1],
      ['3B801.a', 'a', 4],
    ])
    expect(codesToFollow(after, after)).toEqual([])
  })

  it('mean what they meant where others have their codes since', () => {
    const before = doc(section('grounds', paragraph('g', 'As 3B801.b, 3B801.a.')), items(a, b))
    const after = doc(section('grounds', paragraph('g', 'As 3B801.b, 3B801.a.')), items(between, b))
    expect(meant(before, after)).toEqual([
      // Of the other it is told that what it meant is gone.
      ['3B801.a', 'a', 0],
      ['3B801.b', 'b', 2],
      ['3B801.a', 'a', 3],
    ])
    const pushed = doc(section('grounds', paragraph('g', 'As 3B801.b.')), items(a, between, b))
    expect(meant(before, pushed)).toEqual([
      ['3B801.b', 'b', 0],
      ['3B801.b', 'n', 3],
    ])
  })

  it('that were references in their line are the same again, whatever has their codes', () => {
    const listed = { issuer: 'ES' as const, code: '1B1901', target: null }
    const marked = paragraph(
      'g',
      'As ',
      run('3B801.a', reference({ code: '3B801.a', target: 'b' })),
      ' and ',
      run('1B1901.b', { type: 'reference', attrs: listed }),
    )
    const before = doc(section('grounds', marked), items(a, b))
    for (const words of ['As 3B801.a and 1B1901.b', 'Not as 3B801.a, and 1B1901.b']) {
      const after = doc(section('grounds', paragraph('g', words)), items(a, b))
      const [own, other] = codesToFollow(before, after)
      expect([own?.meant?.target, other?.meant]).toEqual(['b', listed])
    }
  })

  it('become references where it is known what they mean, across the formatting of a line', () => {
    const line = paragraph('g', 'As 3B', run('801', { type: 'italic' }), '.a, 3A001 and 2B999.')
    const after = doc(section('grounds', line), items(a))
    const annexI = { issuer: 'EU' as const, code: '3A001', target: null }
    const content = withReferences(after, codesToFollow({ type: 'doc' }, after), (code) =>
      code === '3A001' ? annexI : null,
    )
    const found = referencesOf(content).map(({ written, reference }) => [written, reference])
    expect(found).toEqual([
      ['3B801.a', { issuer: null, code: '3B801.a', target: 'a' }],
      ['3A001', annexI],
      ['2B999', null],
    ])
    expect(codesToFollow({ type: 'doc' }, content).map(({ code }) => code)).toEqual(['2B999'])
  })
})
