import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Content, ContentNode } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { writeParameter } from '#app/text/parameters.ts'
import { compareWords } from '#app/text/redline-words.ts'
import { redline, type RedlineElement } from '#app/text/redline.ts'
import { doc, entry, heading, note, paragraph, point, scanners, section } from './sample.ts'

const shown = ({ runs }: Pick<RedlineElement, 'runs'>) =>
  runs
    .map(({ kind, text }) => ({ same: text, added: `[+${text}]`, removed: `[-${text}]` })[kind])
    .join('')

const find = (changes: readonly RedlineElement[], id: string) =>
  changes.find(({ before, after }) => (after ?? before)?.id === id)

const list = (...points: ContentNode[]): Content =>
  doc(section('items', entry({ id: 'e', code: '3B801' }, heading('h', 'Equipment'), ...points)))

const clause = (id: string, words: string) => point({ id }, paragraph(`${id}p`, words))

describe('words', () => {
  test.each([
    ['a resolution ≤ 45 nm', 'a resolution ≤ 38 nm', 'a resolution ≤ [-45][+38] nm'],
    ['an overlay ≤ 2.40 nm', 'an overlay ≤ 1.50 nm', 'an overlay ≤ [-2.40][+1.50] nm'],
    ['at 685 °C or lower', 'below 685 °C', '[-at][+below] 685 °C[- or lower]'],
    ['see 3B801.f.5', 'see 3B801.f.6', 'see [-3B801.f.5][+3B801.f.6]'],
    ['one two three four', 'one five six four', 'one [-two three][+five six] four'],
    ['all of this goes', 'entirely new', '[-all of this goes][+entirely new]'],
    ['', 'new', '[+new]'],
  ])('%j → %j', (before, after, expected) => {
    const runs = compareWords(before, after)
    expect(shown({ runs })).toBe(expected)
  })

  const words = fc
    .array(fc.constantFrom('the', 'chuck', ' ', '≤', '1.50', 'nm', '.', '\u{1F600}', 'é'))
    .map((parts) => parts.join(' '))

  test('that are not added are the first text, that are not removed the second', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = compareWords(before, after)
        const without = (left: string) =>
          runs
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join('')
        expect(without('added')).toBe(before)
        expect(without('removed')).toBe(after)
      }),
    )
  })
})

describe('elements', () => {
  const before = list(
    clause('a', 'source wavelength ≥ 193 nm;'),
    clause('b', 'resolution ≤ 45 nm; and'),
    clause('c', 'overlay ≤ 2.40 nm.'),
  )

  test('that stayed are the same', () => {
    expect(
      redline(scanners, scanners).every(({ status, isMoved }) => status === 'same' && !isMoved),
    ).toBe(true)
  })

  test('changed in a threshold tell its direction', () => {
    const after = list(
      clause('a', 'source wavelength ≥ 193 nm;'),
      clause('b', 'resolution better than 45 nm; and'),
      clause('c', 'overlay ≤ 1.50 nm.'),
    )
    const changes = redline(before, after)
    const changed = changes.filter(({ status }) => status !== 'same')
    expect(changed.map((change) => [change.after?.id, shown(change)])).toEqual([
      ['bp', 'resolution [-≤][+better than] 45 nm; and'],
      ['cp', 'overlay ≤ [-2.40][+1.50] nm.'],
    ])
    expect(
      changed
        .flatMap(({ parameters }) => parameters)
        .map(({ before, after, change }) => [
          before && writeParameter(before),
          after && writeParameter(after),
          change,
        ]),
    ).toEqual([
      ['≤ 45 nm', '< 45 nm', 'tighter'],
      ['≤ 2.40 nm', '≤ 1.50 nm', 'tighter'],
    ])
  })

  test('that went stand behind what they stood behind, and later points are renumbered', () => {
    const changes = redline(
      before,
      list(clause('a', 'source wavelength ≥ 193 nm;'), clause('c', 'overlay ≤ 2.40 nm.')),
    )
    expect(
      changes.map(({ before, after, status }) => `${(after ?? before)?.id} ${status}`),
    ).toEqual([
      'items same',
      'e same',
      'h same',
      'a same',
      'ap same',
      'b removed',
      'bp removed',
      'c renumbered',
      'cp same',
    ])
    expect(find(changes, 'c')?.attributes).toEqual([{ name: 'label', before: 'c', after: 'b' }])
    expect(find(changes, 'bp')?.parameters).toMatchObject([{ change: 'removed' }])
  })

  test('that moved are told once', () => {
    const changes = redline(
      before,
      list(
        clause('c', 'overlay ≤ 2.40 nm.'),
        clause('a', 'source wavelength ≥ 193 nm;'),
        clause('b', 'resolution ≤ 45 nm; and'),
      ),
    )
    expect(changes.filter(({ isMoved }) => isMoved).map(({ after }) => after?.id)).toEqual(['c'])
    expect(find(changes, 'c')?.status).toBe('moved')
  })

  test('that moved under another one are the same elements', () => {
    const changes = redline(
      before,
      list(
        clause('a', 'source wavelength ≥ 193 nm;'),
        point(
          { id: 'b' },
          paragraph('bp', 'resolution ≤ 45 nm; and'),
          clause('c', 'overlay ≤ 2.40 nm.'),
        ),
      ),
    )
    expect(find(changes, 'c')).toMatchObject({
      status: 'moved',
      matchedBy: 'id',
      attributes: [{ name: 'label', before: 'c', after: '1' }],
    })
    expect(find(changes, 'cp')?.status).toBe('same')
  })

  describe('whose words were cut out and put elsewhere', () => {
    const words = 'pumps for cryogenic fluids'
    const four = list(
      clause('a', 'lasers with a power of 5 kW or more'),
      clause('b', words),
      clause('c', 'valves made of nickel alloys'),
      clause('d', 'detectors for infrared light'),
    )
    const [a, , c, d] = ['a', 'b', 'c', 'd'].map((id) => {
      const { kind: _, text } = find(redline(four, four), `${id}p`)?.after ?? { kind: '', text: '' }
      return clause(id, text)
    })
    const told = (after: Content) =>
      redline(four, after)
        .filter(({ status }) => status !== 'same')
        .map(({ before, after, status }) => `${before?.id}→${after?.id} ${status}`)

    test('are moved, and the later ones renumbered', () => {
      if (!a || !c || !d) throw new Error('four points')
      expect(told(list(a, c, d, clause('x', words)))).toEqual([
        'c→c renumbered',
        'd→d renumbered',
        'b→x moved',
      ])
    })

    test('are so too where the emptied line stayed, in its point or joined to the one before', () => {
      if (!a || !c || !d) throw new Error('four points')
      const emptied = point({ id: 'b' }, paragraph('bp', ''))
      expect(told(list(a, emptied, c, d, clause('x', words)))).toEqual([
        'undefined→b added',
        'undefined→bp added',
        'b→x moved',
      ])
      const joined = point({ id: 'a' }, ...(a.content ?? []), paragraph('bp', ''))
      expect(told(list(joined, c, d, clause('x', words)))).toEqual([
        'undefined→bp added',
        'c→c renumbered',
        'd→d renumbered',
        'b→x moved',
      ])
    })

    test('are so too where others were written in their place', () => {
      if (!a || !c || !d) throw new Error('four points')
      const other = clause('b', 'gyroscopes that drift by less than 0.5 degrees an hour')
      expect(told(list(a, other, c, d, clause('x', words)))).toEqual([
        'undefined→b added',
        'undefined→bp added',
        'b→x moved',
      ])
    })
  })

  test('that were written anew keep their ids where nothing else has their words', () => {
    const after = list(
      clause('a', 'gyroscopes of any kind'),
      clause('b', 'resolution ≤ 45 nm; and'),
    )
    expect(find(redline(before, after), 'ap')).toMatchObject({ status: 'changed', matchedBy: 'id' })
  })

  test('without common ids are found by code and by their words', () => {
    const other = doc(
      section(
        'items',
        entry(
          { id: 'x', code: '3B801' },
          heading('xh', 'Equipment'),
          point({ id: 'x1' }, paragraph('x1p', 'source wavelength ≥ 193 nm;')),
          point({ id: 'x2' }, paragraph('x2p', 'overlay ≤ 2.40 nm, measured on one chuck.')),
        ),
      ),
    )
    const changes = redline(before, other)
    expect(find(changes, 'x')).toMatchObject({ status: 'same', matchedBy: 'key' })
    expect(find(changes, 'x1p')).toMatchObject({ status: 'same', matchedBy: 'words' })
    expect(find(changes, 'x2p')).toMatchObject({ status: 'changed', matchedBy: 'words' })
    expect(
      changes.filter(({ status }) => status === 'removed').map(({ before }) => before?.id),
    ).toEqual(['b', 'bp'])
  })

  test('of which one became two are told as parts of it, and only what changed is marked', () => {
    const whole = 'overlay ≤ 2.40 nm on one chuck; resolution ≤ 45 nm of any layer'
    const changes = redline(
      list(clause('a', whole), clause('b', 'a stage that moves by itself')),
      list(
        clause('a', 'overlay ≤ 1.50 nm on one chuck;'),
        clause('c', 'resolution ≤ 45 nm of any layer'),
        clause('b', 'a stage that moves by itself'),
      ),
    )
    expect(find(changes, 'ap')).toMatchObject({
      status: 'changed',
      parting: { kind: 'split', after: [{ id: 'ap' }, { id: 'cp' }] },
      parameters: [{ change: 'tighter' }],
    })
    expect(find(changes, 'cp')).toMatchObject({
      status: 'split',
      parting: { kind: 'split', before: [{ id: 'ap' }] },
      parameters: [],
    })
    expect(changes.filter(({ runs }) => runs.length > 0).map(shown)).toEqual([
      'Equipment',
      'overlay ≤ [-2.40][+1.50] nm on one chuck;',
      'resolution ≤ 45 nm of any layer',
      'a stage that moves by itself',
    ])
    expect(find(changes, 'b')).toMatchObject({
      status: 'renumbered',
      attributes: [{ name: 'label', before: 'b', after: 'c' }],
    })
  })

  test('of which two became one are told where they stand now', () => {
    const changes = redline(
      list(
        clause('a', 'overlay ≤ 2.40 nm on one chuck; and'),
        clause('b', 'resolution ≤ 45 nm of any layer'),
      ),
      list(clause('a', 'overlay ≤ 2.40 nm on one chuck and resolution ≤ 38 nm of any layer')),
    )
    expect(find(changes, 'ap')).toMatchObject({
      status: 'changed',
      parting: { kind: 'joined', before: [{ id: 'ap' }, { id: 'bp' }] },
      parameters: [{ change: 'tighter' }],
    })
    expect(find(changes, 'bp')).toMatchObject({ status: 'joined', runs: [], parameters: [] })
    expect(changes.map(shown).filter(Boolean)).toEqual([
      'Equipment',
      'overlay ≤ 2.40 nm on one chuck[-;] and resolution ≤ [-45][+38] nm of any layer',
    ])
  })

  test('that share a few words with what another one lost are new', () => {
    const changes = redline(
      list(clause('a', 'overlay ≤ 2.40 nm on one chuck; resolution ≤ 45 nm of any layer')),
      list(
        clause('a', 'overlay ≤ 2.40 nm on one chuck;'),
        clause('c', 'a source of light, whose resolution nobody measured'),
      ),
    )
    expect(find(changes, 'cp')).toMatchObject({ status: 'added', parting: null })
  })

  const overlay = 'overlay ≤ 2.40 nm on one chuck of the machine'
  const resolution = 'resolution ≤ 45 nm of any layer of the mask'

  test('of which the whole is gone are split all the same, and joined where the parts are', () => {
    const tool = 'a stage that moves by itself in two directions'
    const one = list(clause('a', `${overlay} ${resolution} ${tool}`))
    const three = list(clause('x', overlay), clause('y', resolution), clause('z', tool))
    const ids = ['ap', 'xp', 'yp', 'zp']
    const [split, joined] = [redline(one, three), redline(three, one)]
    expect(new Set(ids.map((id) => find(split, id)?.status))).toEqual(new Set(['split']))
    expect(new Set(ids.map((id) => find(joined, id)?.status))).toEqual(new Set(['joined']))
  })

  test('that have the words of another one in another order are no part of it', () => {
    const changes = redline(
      list(clause('a', `${overlay}; ${resolution}`)),
      list(clause('a', overlay), clause('c', 'mask the of layer any of nm 45 resolution')),
    )
    expect(find(changes, 'cp')).toMatchObject({ status: 'added', parting: null })
  })

  test('of another entry with a stock phrase of what was lost are no part of it', () => {
    const other = (...points: ContentNode[]) => entry({ id: 'o', code: '3B802' }, ...points)
    const textOf = (words: string, ...points: ContentNode[]) =>
      doc(section('items', entry({ id: 'e', code: '3B801' }, clause('a', words)), other(...points)))
    const stock = 'equipment specially designed for their production'
    const lost = `${resolution}, ${stock}, and whatever else serves to make or to mend a layer`
    const changes = redline(
      textOf(`${overlay}; ${lost}`, clause('b', 'a stage')),
      textOf(overlay, clause('b', 'a stage'), clause('c', stock)),
    )
    expect(find(changes, 'cp')).toMatchObject({ status: 'added', parting: null })
    const moved = redline(
      textOf(`${overlay}; ${lost}`, clause('b', 'a stage')),
      textOf(overlay, clause('b', 'a stage'), clause('c', lost)),
    )
    expect(find(moved, 'cp')).toMatchObject({ status: 'split' })
  })

  test('that say what they were split off from are parts of it, however short', () => {
    const tail = { type: 'paragraph', attrs: { id: 'cp', splitFrom: 'ap' } }
    const changes = redline(
      list(clause('a', `${overlay} and wafers`)),
      list(
        clause('a', overlay),
        point({ id: 'c' }, { ...tail, content: [{ type: 'text', text: 'and wafers' }] }),
      ),
    )
    expect(find(changes, 'cp')).toMatchObject({ status: 'split', parting: { kind: 'split' } })
  })

  test('whose code alone is another one are renumbered', () => {
    const one = (code: string) =>
      doc(section('items', entry({ id: 'e', code }, heading('h', 'It'))))
    expect(find(redline(one('3B801'), one('3B901')), 'e')).toMatchObject({
      status: 'renumbered',
      attributes: [{ name: 'code', before: '3B801', after: '3B901' }],
    })
  })

  test('are read each in the language of its text', () => {
    const [change] = redline(
      list(clause('a', 'een afwijking van minder dan 1,50 nm')),
      list(clause('a', 'a deviation of less than 1.20 nm')),
      'en',
      'nl',
    ).flatMap(({ parameters }) => parameters)
    expect(change).toMatchObject({ change: 'tighter', after: { values: ['1.20'] } })
  })

  test('of texts in two languages are the same where they stand at one place', () => {
    const german = list(
      clause('x', 'Lichtquelle mit einer Wellenlänge größer/gleich 193 nm;'),
      clause('y', 'Überdeckung kleiner/gleich 1,50 nm.'),
    )
    const english = list(
      clause('a', 'light source wavelength ≥ 193 nm;'),
      clause('b', 'overlay ≤ 2.40 nm.'),
    )
    const changes = redline(german, english, 'en', 'de')
    expect(find(changes, 'bp')).toMatchObject({
      before: { id: 'yp' },
      matchedBy: 'place',
      parameters: [{ change: 'looser' }],
    })
    expect(find(changes, 'ap')).toMatchObject({ before: { id: 'xp' }, parameters: [] })
    expect(find(redline(german, english), 'bp')).toMatchObject({ before: null })
  })

  test('of lines with like words, set those against each other whose thresholds agree', () => {
    const changes = redline(
      list(point({ id: 'a' }, paragraph('ap', 'a light source wavelength of 193 nm or longer;'))),
      list(
        point({ id: 'x' }, paragraph('xp', 'a light source wavelength shorter than 193 nm;')),
        point(
          { id: 'y' },
          paragraph('yp', 'a light source wavelength of 193 nm or longer, with the following:'),
        ),
      ),
    )
    expect(find(changes, 'yp')).toMatchObject({ before: { id: 'ap' }, parameters: [] })
    expect(find(changes, 'xp')).toMatchObject({ before: null })
  })

  test('tell what was set otherwise', () => {
    const scoped = (attrs: ContentNode['attrs'], kind: string) =>
      doc(
        section(
          'items',
          entry(
            { id: 'e', ...attrs },
            note({ id: 'n', kind }, paragraph('np', 'Not for ceramics.')),
          ),
        ),
      )
    const changes = redline(
      scoped({ code: '2B909', destinations: null, logic: 'any-of' }, 'note'),
      scoped({ code: '2B910', destinations: 'Syria', logic: 'any-of' }, 'nb'),
    )
    expect(find(changes, 'e')?.attributes).toEqual([
      { name: 'code', before: '2B909', after: '2B910' },
      { name: 'destinations', before: null, after: 'Syria' },
    ])
    expect(find(changes, 'n')?.attributes).toEqual([{ name: 'kind', before: 'note', after: 'nb' }])
  })
})

const anyPoint = fc.record({
  id: fc.option(fc.constantFrom('p', 'q', 'r', 's', 't', 'u'), { nil: null }),
  words: fc.constantFrom(
    'overlay ≤ 1.50 nm on one chuck',
    'overlay ≤ 2.40 nm on one chuck',
    'a source of 193 nm',
    'not used',
    '',
  ),
})
const anyList = fc
  .array(anyPoint, { maxLength: 8 })
  .map((points) =>
    list(
      ...points.map(({ id, words }) => point({ id }, paragraph(null, ...(words ? [words] : [])))),
    ),
  )

test('every element of both texts stands in the redline once', () => {
  fc.assert(
    fc.property(anyList, anyList, (before, after) => {
      const changes = redline(before, after)
      const ids = (side: 'before' | 'after') => changes.flatMap((change) => change[side]?.id ?? [])
      expect(ids('after')).toEqual(elementsOf(after).map(({ id }) => id))
      expect(ids('before').sort()).toEqual(
        elementsOf(before)
          .map(({ id }) => id)
          .sort(),
      )
    }),
  )
})
