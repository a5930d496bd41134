import { describe, expect, test } from 'vitest'
import { english } from '#app/messages/messages.ts'
import type { Audience } from '#app/measures/audience.ts'
import { memberStates } from '#app/measures/delegation-codes.ts'
import { measureKinds } from '#app/measures/measure.ts'
import type { Content, ContentNode } from '#app/text/content.ts'
import { hintKeys } from '#app/text/readiness-hints.ts'
import { readiness, readinessSources, type FileFacts, type Readiness } from '#app/text/readiness.ts'
import { emptyDraft } from '#app/text/schema.ts'
import { doc, entry, heading, note, paragraph, point, run, scanners, section } from './sample.ts'

const facts = (content: Content, changes: Partial<FileFacts> = {}): FileFacts => ({
  owner: 'NL',
  kind: 'national-control-list',
  grounds: ['public-security'],
  language: 'en',
  content,
  versions: [],
  parallelDrafts: 0,
  ...changes,
})

const met = (lines: Readiness['obligatory']) =>
  lines.filter(({ isMet }) => isMet).map(({ key }) => key.replace('readiness.', ''))

const hints = (content: Content) =>
  readiness(facts(content)).hints.map(
    ({ key, elementId }) => `${elementId} ${key.replace('readiness.hint.', '')}`,
  )

const items = (...content: ContentNode[]) => doc(section('items', ...content))

describe('an empty draft', () => {
  const { obligatory, advised, hints } = readiness(facts(emptyDraft()))

  test('meets no line, and no line prevents anything', () => {
    expect(met(obligatory)).toEqual([])
    expect(met(advised)).toEqual([])
    expect(hints).toEqual([])
  })

  test('is told the two lists apart, each with its source', () => {
    expect(new Set(obligatory.map(({ source }) => source))).toEqual(new Set(['article-9-2']))
    expect(new Set(advised.map(({ source }) => source))).toEqual(new Set(['recommendation']))
  })
})

describe('the content that Article 9 obliges to notify', () => {
  const reasons = section('grounds', paragraph('g1', 'The items serve military ends.'))
  const written = doc(...(scanners.content ?? []), reasons)

  test('is ticked by evidence in the text', () => {
    expect(met(readiness(facts(written)).obligatory)).toEqual(['measure', 'reasons', 'items'])
    expect(met(readiness(facts(scanners)).obligatory)).toEqual(['measure', 'items'])
  })

  test('has reasons only on one of the two grounds', () => {
    expect(met(readiness(facts(written, { grounds: [] })).obligatory)).not.toContain('reasons')
  })

  test('has items only for a list, and is that of the change for an amendment', () => {
    const keysOf = (kind: FileFacts['kind']) =>
      readiness(facts(written, { kind })).obligatory.map(({ key, source }) => `${key} ${source}`)
    expect(keysOf('prohibition')).toEqual([
      'readiness.measure article-9-2',
      'readiness.reasons article-9-2',
    ])
    expect(keysOf('amendment')).toContain('readiness.items article-9-3')
    expect(keysOf('repeal')).not.toContain('readiness.items article-9-3')
    expect(keysOf('other-notified-measure')).toEqual([])
  })

  test('describes an item by a code and words', () => {
    const only = (attrs: Record<string, string>, words: string) =>
      met(
        readiness(
          facts(items(entry({ id: 'e', ...attrs }, heading('h', ...(words ? [words] : []))))),
        ).obligatory,
      )
    expect(only({ code: '3B801' }, 'Scanners')).toEqual(['items'])
    expect(only({ code: 'ex 8486 20' }, 'Scanners')).toEqual(['items'])
    expect(only({ code: '3B801' }, '')).toEqual([])
    expect(only({ code: '' }, 'Scanners')).toEqual([])
  })
})

describe('the advice of the Recommendation', () => {
  const shared = (audience: Audience, isRecalled = false) =>
    met(
      readiness(facts(emptyDraft(), { versions: [{ kind: 'draft', audience, isRecalled }] }))
        .advised,
    )

  test('takes control parameters that are understood', () => {
    const advised = readiness(facts(scanners)).advised
    expect(advised.find(({ key }) => key === 'readiness.parameters')).toMatchObject({
      isMet: true,
      count: 2,
    })
  })

  test('takes a scope as exact when no entry or point is left open', () => {
    const list = (...words: string[]) =>
      items(
        entry(
          { id: 'e', code: '3B801' },
          heading('h', 'Scanners'),
          point({ id: 'p' }, paragraph('pp', ...words)),
          point({ id: 'q', notUsed: true }),
        ),
      )
    expect(met(readiness(facts(list('for wafers'))).advised)).toContain('scope')
    expect(met(readiness(facts(list())).advised)).not.toContain('scope')
    expect(met(readiness(facts(scanners)).advised)).not.toContain('scope')
  })

  test('takes the others as informed when every other state and the Commission were', () => {
    const others = memberStates.filter((code) => code !== 'NL')
    expect(shared({ kind: 'all' })).toEqual(['informed'])
    expect(shared({ kind: 'named', delegations: ['COM', ...others] })).toEqual(['informed'])
    expect(shared({ kind: 'named', delegations: [...others] })).toEqual([])
    expect(shared({ kind: 'named', delegations: ['COM', 'DE'] })).toEqual([])
    expect(shared({ kind: 'owner-commission' })).toEqual([])
    expect(shared({ kind: 'all' }, true)).toEqual([])
  })

  test('names those who were informed while others were not', () => {
    const informed = (...audiences: Audience[]) =>
      readiness(
        facts(emptyDraft(), {
          versions: audiences.map((audience) => ({ kind: 'notice', audience, isRecalled: false })),
        }),
      ).advised.find(({ key }) => key === 'readiness.informed')
    expect(informed({ kind: 'named', delegations: ['COM', 'DE', 'GSC'] })).toMatchObject({
      isMet: false,
      soFar: ['DE', 'COM'],
      outOf: 27,
    })
    expect(
      informed({ kind: 'named', delegations: ['DE'] }, { kind: 'owner-commission' }),
    ).toMatchObject({ isMet: false, soFar: ['DE', 'COM'] })
    expect(informed({ kind: 'named', delegations: ['DE'] }, { kind: 'all' })).toMatchObject({
      isMet: true,
      soFar: [],
    })
    expect(informed()).toMatchObject({ isMet: false, soFar: [] })
  })

  test('takes linked drafts as coordination', () => {
    expect(met(readiness(facts(emptyDraft(), { parallelDrafts: 1 })).advised)).toEqual([
      'coordination',
    ])
  })
})

describe('hints', () => {
  test('name what is odd, where it is', () => {
    const mark = { type: 'parameter', attrs: { id: 'k' } }
    expect(
      hints(
        items(
          entry({ id: 'e1', code: '3B501' }, heading('h1', 'One'), heading('h2', 'Two')),
          entry({ id: 'e2', code: '' }, point({ id: 'p' }), point({ id: 'q', notUsed: true })),
          entry(
            { id: 'e3', code: '3B801' },
            heading('h3', 'Three'),
            paragraph('pp', 'resolution ', run('far below 45 nm', mark)),
            note({ id: 'n', kind: 'note' }, point({ id: 'np' })),
          ),
          entry({ id: 'e4', code: '3b801' }, heading('h4', 'Four')),
        ),
      ),
    ).toEqual([
      'e1 code-annex-i-series',
      'h2 headings',
      'e2 code-missing',
      'e2 heading-missing',
      'p point-empty',
      'pp parameter-not-understood',
      'np point-empty',
      'e4 code-spelling',
      'e4 code-twice',
    ])
  })

  test('name a point with the label of one beside it, and no gap', () => {
    const lettered = (...labels: (string | null)[]) =>
      hints(
        items(
          entry(
            { id: 'e', code: '3B801' },
            heading('h', 'Scanners'),
            ...labels.map((label, at) =>
              point({ id: `p${at}`, ...(label && { label }) }, paragraph(`w${at}`, 'words')),
            ),
          ),
        ),
      )
    expect(lettered('a', null, 'b', 'c')).toEqual(['p2 point-twice'])
    expect(lettered('a', 'f', null, 'l')).toEqual([])
  })

  test('name a point of a note with the label of one beside it, by what the note belongs to', () => {
    const labelled = (id: string, label: string, ...inside: ReturnType<typeof point>[]) =>
      point({ id, label }, paragraph(`${id}p`, 'words'), ...inside)
    const found = readiness(
      facts(
        items(
          entry(
            { id: 'e', code: '3B801' },
            heading('h', 'Scanners'),
            point(
              { id: 'p' },
              paragraph('pp', 'words'),
              note(
                { id: 'n', kind: 'note' },
                labelled('a', 'a', labelled('a1', '1'), labelled('a2', '1')),
                labelled('b', 'b', labelled('b1', '1')),
              ),
            ),
            note({ id: 'm', kind: 'note' }, labelled('ma', 'a'), labelled('mb', 'a')),
          ),
        ),
      ),
    ).hints
    expect(found.map(({ elementId, values }) => [elementId, values])).toEqual([
      ['a2', { provision: '3B801.a', written: 'a.1', now: '' }],
      ['mb', { provision: '3B801', written: 'a', now: '' }],
    ])
  })

  test('name a note that begins with the number of one of its kind beside it', () => {
    const noted = (id: string, kind: string, words: string) =>
      note({ id, kind }, paragraph(`${id}p`, words))
    expect(
      hints(
        items(
          entry(
            { id: 'e', code: '3B801' },
            heading('h', 'Scanners'),
            noted('n1', 'note', 'Note 1: Pellicles are not controlled.'),
            noted('t1', 'technical-note', '1. The resolution is computed.'),
            noted('n2', 'note', '1. Masks are not controlled.'),
            noted('n3', 'note', '1.50 nm is the overlay.'),
            noted('n4', 'note', '2) Lenses are not controlled.'),
          ),
        ),
      ),
    ).toEqual(['n2 note-twice'])
  })

  test('say where, in words of the text', () => {
    const [first] = readiness(
      facts(items(entry({ id: 'e', code: '4A650' }, heading('h', 'One')))),
    ).hints
    expect(first?.values).toEqual({ provision: '4A650', written: '4A650', now: '' })
  })
})

describe('labels of points', () => {
  const p = (id: string, label: string | null, ...more: ContentNode[]) =>
    point({ id, label }, paragraph(`${id}p`, 'words'), ...more)
  const labelHints = (...points: ContentNode[]) =>
    hints(items(entry({ id: 'e', code: '3B801' }, heading('h', 'Scanners'), ...points)))

  test('are told where they are neither letter nor number', () => {
    expect(labelHints(p('a', 'zz.9'), p('b', 'ä1'), p('c', null))).toEqual([
      'a point-label',
      'b point-label',
    ])
    expect(labelHints(p('a', 'a'), p('b', 'a bis'), p('c', 'F'), p('d', null))).toEqual([])
  })

  test('are told once where those of one level are of two kinds', () => {
    const inside = [p('x', '3'), p('y', 'c'), p('z', '4')]
    expect(labelHints(p('a', null, ...inside))).toEqual(['y point-labels-mixed'])
    expect(labelHints(p('a', null, p('x', '3'), p('y', null)), p('b', null))).toEqual([])
  })

  test('of points that are not used and have words are told', () => {
    const notUsed = (id: string, ...lines: string[]) =>
      point({ id, notUsed: true }, paragraph(`${id}p`, ...lines))
    expect(labelHints(notUsed('a', 'a stage'), notUsed('b'))).toEqual(['a point-not-used'])
  })
})

test('every line, hint and source has its words', () => {
  const known = new Set<string>(Object.keys(english))
  const lines = measureKinds.flatMap((kind) => {
    const { obligatory, advised } = readiness(facts(scanners, { kind }))
    return [...obligatory, ...advised].map(({ key }) => key)
  })
  const missing = [...lines, ...Object.values(hintKeys), ...Object.values(readinessSources)].filter(
    (key) => !known.has(key),
  )
  expect(missing).toEqual([])
})
