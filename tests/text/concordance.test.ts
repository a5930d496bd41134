import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concordanceOf, type DifferenceKind } from '#app/text/concordance.ts'
import type { ContentNode } from '#app/text/content.ts'
import { fixtureLanguages, lithography } from './concordance-texts.ts'
import { errors, plantedIn } from './concordance-errors.ts'
import { entry, heading, note, paragraph, point, run } from './sample.ts'

const translated = fixtureLanguages.filter((language) => language !== 'en')

describe('the concordance of a correct translation', () => {
  const pairs = fixtureLanguages.flatMap((one) => fixtureLanguages.map((other) => [one, other]))

  it.each(pairs)('finds no difference between %s and %s', (one, other) => {
    const { differences } = concordanceOf(
      { entry: lithography(one), language: one },
      { entry: lithography(other), language: other },
    )
    expect(differences).toEqual([])
  })

  it('reads all of it in languages whose words and units are known', () => {
    const unread = (language: 'de' | 'fr') =>
      concordanceOf(
        { entry: lithography('en'), language: 'en' },
        { entry: lithography(language), language },
      ).unread
    expect([unread('de'), unread('fr')]).toEqual([[], []])
  })
})

describe('errors planted in a correct translation', () => {
  it.each(errors.map(({ name }) => name))('finds every one: %s', (name) => {
    const error = errors.find((one) => one.name === name)
    if (!error) throw new Error(name)
    let planted = 0
    fc.assert(
      fc.property(fc.constantFrom(...translated), fc.nat(), (language, where) => {
        const found = plantedIn(lithography(language), error, where)
        if (!found) return
        planted++
        const { differences } = concordanceOf(
          { entry: lithography('en'), language: 'en' },
          { entry: found.entry, language },
        )
        const told = differences.map(({ kind, place }) => [kind, place.id])
        for (const [kind, id] of found.told) expect(told).toContainEqual([kind, id])
        // What was not touched is not named.
        expect(new Set(told.map(([, id]) => id))).toEqual(new Set(found.told.map(([, id]) => id)))
      }),
      { numRuns: 60 },
    )
    expect(planted).toBeGreaterThan(20)
  })

  it('finds several at once, each in its place', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...translated),
        fc.array(fc.tuple(fc.constantFrom(...errors), fc.nat()), { minLength: 2, maxLength: 4 }),
        (language, chosen) => {
          let node = lithography(language)
          const places = new Map<string, DifferenceKind>()
          for (const [error, where] of chosen) {
            const found = plantedIn(node, error, where)
            // Two errors in one place may tell of each other; what goes away takes along what is in it.
            if (!found || error.isStructure || found.told.some(([, id]) => places.has(id))) continue
            node = found.entry
            for (const [kind, id] of found.told) places.set(id, kind)
          }
          const { differences } = concordanceOf(
            { entry: lithography('en'), language: 'en' },
            { entry: node, language },
          )
          for (const [id, kind] of places)
            expect(differences.map(({ kind, place }) => [kind, place.id])).toContainEqual([
              kind,
              id,
            ])
        },
      ),
      { numRuns: 60 },
    )
  })
})

const one = (words: string): ContentNode => entry({ id: 'e', code: '3B999' }, paragraph('p', words))

function between(original: string, translation: string, language = 'de', of = 'en') {
  const found = concordanceOf(
    { entry: one(original), language: of },
    { entry: one(translation), language },
  )
  const told = ({
    kind,
    original,
    translation,
  }: (typeof found.differences | typeof found.unread)[number]) =>
    [kind, original, translation] as const
  return { differences: found.differences.map(told), unread: found.unread.map(told) }
}

const nothing = { differences: [], unread: [] }

describe('numbers', () => {
  it('are read as each language writes them', () => {
    expect(between('0.01 Pa', '0,01 Pa', 'nl')).toEqual(nothing)
    expect(between('2 000 units', '2\u202F000 Einheiten')).toEqual(nothing)
    expect(between('2 000 units', '2.000 Einheiten')).toEqual(nothing)
    expect(between('1,234.5 h', '1.234,5 h')).toEqual(nothing)
    expect(between('0.5 %', '0.5 %', 'ga')).toEqual(nothing)
    // In the Official Journal all languages have a comma (Interinstitutional Style Guide, 6.5).
    expect(between('0,5 %', '0.5 %', 'en', 'nl')).toEqual(nothing)
    expect(between('0,5 %', '0,5 %', 'en', 'nl')).toEqual(nothing)
  })

  it('with a point for a comma, or the other way round, are told apart', () => {
    expect(between('1.50 nm', '1.50 nm').differences).toEqual([['separator', '1.50 nm', '1.50 nm']])
    expect(between('1.500 nm', '1.500 nm').differences).toEqual([
      ['separator', '1.500 nm', '1.500 nm'],
    ])
    expect(between('1 500 nm', '1,500 nm').differences).toEqual([
      ['separator', '1 500 nm', '1,500 nm'],
    ])
  })

  it('that can be read in two ways are not read', () => {
    expect(between('1 500 nm', '1,500 nm', 'en', 'nl')).toEqual({
      differences: [],
      unread: [['number', '1 500 nm', '1,500 nm']],
    })
    expect(between('on 20.10.2023', 'am 20.10.2023')).toEqual(nothing)
  })

  it('keep their last figures, their sign and their power', () => {
    expect(between('1.50 nm', '1,5 nm').differences).toEqual([['number', '1.50 nm', '1,5 nm']])
    expect(between('at −40 °C', 'bei –40 °C')).toEqual(nothing)
    expect(between('at −40 °C', 'bei minus 40 °C')).toEqual(nothing)
    expect(between('at −40 °C', 'bei 40 °C').differences).toEqual([['number', '-40 °C', '40 °C']])
    expect(between('5 × 10⁻³ mm', '5 · 10^-3 mm')).toEqual(nothing)
    expect(between('5 × 10⁻³ mm', '5 × 10³ mm').differences).toHaveLength(1)
    expect(between('an error of 10⁻⁴', 'ein Fehler von 10-4').differences).toEqual([
      ['exponent', '10⁻⁴', '10'],
    ])
  })

  it('of a range share a unit, however the range is written', () => {
    expect(between('5 to 10 nm', '5 nm bis 10 nm').differences).toEqual([])
    expect(between('5-10 nm', '5 bis 10 nm').differences).toEqual([])
    expect(between('1, 2 or 3 nm', '1, 2 oder 3 nm')).toEqual(nothing)
  })
})

describe('operators', () => {
  it('are read as signs in all languages, and in words where the words are known', () => {
    expect(between('≤ 45 nm', '<= 45 nm', 'hu')).toEqual(nothing)
    expect(between('≤ 45 nm', '< 45 nm', 'hu').differences).toEqual([
      ['operator', '≤ 45 nm', '< 45 nm'],
    ])
    expect(between('685 °C or lower', '685 °C ou moins', 'fr')).toEqual(nothing)
    expect(between('685 °C or lower', 'enintään 685 °C', 'fi')).toEqual(nothing)
    expect(between('685 °C or lower', 'inferior a 685 °C', 'es').differences).toEqual([
      ['operator', '685 °C or lower', 'inferior a 685 °C'],
    ])
    expect(between('5 nm or more', 'lika med eller större än 5 nm', 'sv')).toEqual(nothing)
    expect(between('more than 5 nm', 'nie większej niż 5 nm', 'pl').differences).toHaveLength(1)
    expect(between('not less than 5 nm', 'non inferiore a 5 nm', 'it')).toEqual(nothing)
    expect(between('less than 5 nm', 'inferior a 5 nm', 'pt')).toEqual(nothing)
    expect(between('5 nm or more', '5 nm eller derover', 'da')).toEqual(nothing)
  })

  it('in words that are not known are not read, which is told', () => {
    expect(between('685 °C or lower', 'legfeljebb 685 °C', 'hu')).toEqual({
      differences: [],
      unread: [['operator', '685 °C or lower', '685 °C']],
    })
    // What was dropped cannot be told from words that are not understood; it never passes silently.
    expect(between('an overlay ≤ 45 nm', 'eine Überlagerung von 45 nm').unread).toEqual([
      ['operator', '≤ 45 nm', '45 nm'],
    ])
    expect(between('685 °C or lower', 'legfeljebb 658 °C', 'hu').differences).toHaveLength(1)
  })

  it('may stand at other places of the sentence, but with their own numbers', () => {
    const english = 'an overlay ≤ 1.50 nm at a source ≥ 193 nm'
    expect(between(english, 'bei einer Quelle ≥ 193 nm eine Überlagerung ≤ 1,50 nm')).toEqual(
      nothing,
    )
    expect(
      between(english, 'bei einer Quelle ≤ 193 nm eine Überlagerung ≥ 1,50 nm').differences,
    ).toHaveLength(2)
  })
})

describe('units', () => {
  it('are the same in symbols and words, raised or not', () => {
    expect(between('100 cm³', '100 cm3')).toEqual(nothing)
    expect(between('45 micrometres', '45 µm')).toEqual(nothing)
    expect(between('45 μm', '45 µm')).toEqual(nothing)
    expect(between('300-mm wafers', '300-mm-Wafer')).toEqual(nothing)
    expect(between('45 nm', '45 µm').differences).toEqual([['unit', '45 nm', '45 µm']])
    expect(between('45 nm', '45').differences).toEqual([['unit', '45 nm', '45']])
    expect(between('1 K', '1 °C').differences).toEqual([['unit', '1 K', '1 °C']])
  })

  it('that are not known are told as not read, unless both have the same', () => {
    expect(between('5 GFLOPS', '5 GFLOPS')).toEqual(nothing)
    expect(between('5 GFLOPS', '5 TFLOPS').unread).toEqual([['unit', '5', '5']])
    expect(between('99 qubits', '99 kubitów', 'pl').unread).toEqual([['unit', '99 qubits', '99']])
  })

  it('are not seen in words of a language', () => {
    expect(between('2 with a step', '2 s krokem', 'cs').differences).toEqual([])
    expect(between('of 2023', '2023 m.', 'lt').differences).toEqual([])
  })
})

describe('codes and formulae', () => {
  it('are the same as German writes them', () => {
    expect(between('see 3B001.f.1.b. and point f.5', 'siehe 3B001f1b und Buchstabe f5')).toEqual(
      nothing,
    )
    expect(between('see 3B001.f.1.b', 'siehe 3B001f1a').differences).toEqual([
      ['code', '3B001.f.1.b', '3B001.f.1.a'],
    ])
  })

  it('with a letter of another alphabet are others, and say so', () => {
    expect(between('see 3A001', 'вж. 3А001', 'bg').differences).toEqual([
      ['code', '3A001', '3А001 (А: U+0410)'],
    ])
  })

  it('tell substances and numbers of registers apart, and leave abbreviations to translators', () => {
    expect(between('SiGe', 'SiGa').differences).toEqual([['formula', 'SiGe', 'SiGa']])
    expect(between('CO₂', 'CO2')).toEqual(nothing)
    expect(between('CAS 7440-57-5', 'CAS 7440-57-6').differences).toHaveLength(1)
    expect(between('a UAV with LiDAR', 'un drone avec lidar', 'fr')).toEqual(nothing)
  })
})

describe('the structure', () => {
  const original = entry(
    { id: 'e', code: '3B999', logic: 'any-of', destinations: 'Iran' },
    heading('h', 'Equipment'),
    point({ id: 'a' }, paragraph('ap', 'one:'), point({ id: 'a1' }, paragraph('a1p', 'of it'))),
    point({ id: 'b' }, paragraph('bp', 'two')),
    note({ id: 'n' }, paragraph('np', 'A note.'), paragraph('nq', 'More of it.')),
  )
  const told = (translation: ContentNode) =>
    concordanceOf(
      { entry: original, language: 'en' },
      { entry: translation, language: 'de' },
    ).differences.map(({ kind, place, original, translation }) => [
      kind,
      place.isDestinations ? 'destinations' : place.id,
      original,
      translation,
    ])

  it('names what is not there once, with its place', () => {
    const translation = entry(
      { id: 'e', code: '3B998', logic: 'all-of' },
      heading('h', 'Ausrüstung'),
      point({ id: 'x' }, paragraph('xp', 'eins')),
      point({ id: 'b' }, paragraph('bp', 'zwei')),
      point({ id: 'y' }, paragraph('yp', 'drei:'), point({ id: 'y1' }, paragraph('y1p', 'davon'))),
      note({ id: 'n' }, paragraph('np', 'Eine Anmerkung.')),
    )
    expect(told(translation)).toEqual([
      ['code', 'e', '3B999', '3B998'],
      ['missing', 'destinations', 'Iran', null],
      ['logic', 'e', 'any-of', 'all-of'],
      ['missing', 'a1', 'of it', null],
      ['paragraphs', 'n', '2', '1'],
      ['extra', 'y', null, 'drei:'],
    ])
  })

  it('names points without words, and nothing of what stands in a point that is missing', () => {
    const translation = entry(
      { id: 'e', code: '3B999', logic: 'any-of', destinations: 'Iran' },
      heading('h', ''),
      point({ id: 'b', label: 'b' }, paragraph('bp', ' ')),
      note({ id: 'n' }, paragraph('np', 'Eine Anmerkung.'), paragraph('nq', 'Mehr davon.')),
    )
    expect(told(translation)).toEqual([
      ['missing', 'h', 'Equipment', null],
      ['missing', 'a', 'one:', null],
      ['missing', 'b', 'two', null],
    ])
  })

  it('reads raised figures, as formatting or as characters', () => {
    const raised = entry(
      { id: 'e' },
      paragraph(
        'p',
        '10',
        run('−4', { type: 'superscript' }),
        ' in CO',
        run('2', { type: 'subscript' }),
      ),
    )
    const plain = (words: string) => entry({ id: 'e' }, paragraph('p', words))
    const kinds = (words: string) =>
      concordanceOf(
        { entry: raised, language: 'en' },
        { entry: plain(words), language: 'de' },
      ).differences.map(({ kind }) => kind)
    expect(kinds('10⁻⁴ in CO₂')).toEqual([])
    expect(kinds('10-4 in CO₂')).toEqual(['exponent'])
    expect(kinds('10⁻⁵ in CO')).toEqual(['formula', 'exponent'])
  })
})

it('takes no longer for long lines than for many short ones', () => {
  const long = Array.from(
    { length: 3_000 },
    (_, index) => `≤ ${index},${index % 10} nm 3B${(index % 900) + 100}`,
  )
  const other = long.map((words) => words.replace('nm', 'µm')).toReversed()
  const began = performance.now()
  const { differences } = between(long.join(' '), other.join(' '), 'de', 'nl')
  expect(differences.length).toBeGreaterThan(2_999)
  expect(performance.now() - began).toBeLessThan(10_000)
})
