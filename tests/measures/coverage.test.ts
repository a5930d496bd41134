import { describe, expect, it } from 'vitest'
import { netherlandsEntries } from '#app/demonstration/lists/netherlands.ts'
import { draft } from '#app/demonstration/text.ts'
import { compareWithAnnexI } from '#app/measures/coverage.ts'
import { childrenOf, type ContentNode } from '#app/text/content.ts'
import { pointsOf, wordsOfPoint } from '#app/text/point-words.ts'
import { entry, heading, paragraph, point } from '#tests/text/sample.ts'

/** 3B801 as the Netherlands have it: its thresholds, in words of ours. */
const scanners = (draft({}, netherlandsEntries).content ?? [])
  .flatMap((section) => childrenOf(section, 'entry'))
  .find(({ attrs }) => attrs?.code === '3B801') as ContentNode

const compare = (words: string, annexI: string, counterpart = '3B501') =>
  compareWithAnnexI(
    { text: words, language: 'en' },
    { text: annexI, language: 'en' },
    counterpart !== '',
  )

const row = (
  quantity: string | null,
  entryHas: string | null,
  annexI: string | null,
  relation: string,
) => ({
  quantity,
  entry: entryHas,
  annexI,
  relation,
})

describe('the points of the Dutch list beside Annex I of November 2025', () => {
  it.each([
    [
      'f.5 and 3B501.f.1.b: the same thresholds',
      'f.5',
      '3B501.f.1.b',
      'a light source wavelength of 193 nm or more; a resolvable feature size of 45 nm or less; a chuck overlay of 1.50 nm or less',
      [
        row('light source wavelength', '≥ 193 nm', '≥ 193 nm', 'same'),
        row('minimum resolvable feature size', '≤ 45 nm', '≤ 45 nm', 'same'),
        row('maximum dedicated chuck overlay', '≤ 1.50 nm', '≤ 1.50 nm', 'same'),
      ],
      'wholly',
    ],
    [
      'a.4 and 3B501.a.4: 685 °C or lower, below 685 °C',
      'a.4',
      '3B501.a.4',
      'deposition below 685 °C',
      [row('deposition', '≤ 685 °C', '< 685 °C', 'less')],
      'partly',
    ],
    [
      'd.1 and 3B501.n.1.c: more than 30 °C, 30 °C or more',
      'd.1',
      '3B501.n.1.c',
      'a precursor vessel that operates at 30 °C or more',
      [
        row('work function of the metal', '> 4.0 eV', null, 'entry-only'),
        row(null, '> 30 °C', '≥ 30 °C', 'more'),
      ],
      'wholly',
    ],
    ['d.2 and 3B501.n.5: no thresholds, the words decide', 'd.2', '3B501.n.5', 'words', [], null],
    ['l and 3B501.m: pellicles, no thresholds', 'l', '3B501.m', 'pellicles', [], null],
    ['f.6: no counterpart was found, nothing is compared', 'f.6', '', '', [], 'not'],
    ['f.6 without words: nothing is compared or proposed', 'f.6', '3B501.f', '', [], null],
  ])('%s', (_, place, code, annexI, parameters, proposed) => {
    const words = wordsOfPoint(scanners, place)
    expect(words).not.toBeNull()
    const compared = compare(words ?? '', annexI, code)
    expect(compared.parameters).toEqual(parameters)
    expect(compared.proposed).toBe(proposed)
    expect(compared).toMatchObject({ entryWords: words, annexIWords: annexI })
  })
})

describe('what is proposed', () => {
  it.each([
    [
      'overlay ≤ 2.40 nm',
      'overlay ≤ 2.40 nm; resolution ≤ 45 nm',
      'partly',
      ['same', 'annex-i-only'],
    ],
    ['overlay ≤ 2.40 nm', 'overlay ≥ 2.00 nm', 'partly', ['overlapping']],
    ['overlay ≤ 2.40 nm', 'overlay ≥ 2.40 nm', 'partly', ['overlapping']],
    ['overlay < 2.40 nm', 'overlay ≥ 2.40 nm', 'not', ['apart']],
    ['overlay > 1.50 nm and ≤ 2.40 nm', 'overlay ≤ 1.50 nm', 'not', ['apart']],
    [
      'overlay ≤ 1.50 nm',
      'overlay ≤ 1.50 nm; pressure > 30 Torr',
      'partly',
      ['same', 'annex-i-only'],
    ],
    ['pressure ≥ 30 Torr', 'pressure ≥ 3 kPa', 'wholly', ['more']],
    ['overlay ≤ 1.50 nm', 'equipment for lithography', null, ['entry-only']],
  ])('of %s beside %s is %s', (words, annexI, proposed, relations) => {
    const compared = compare(words, annexI)
    expect(compared.parameters.map(({ relation }) => relation)).toEqual(relations)
    expect(compared.proposed).toBe(proposed)
  })

  it('is not, whatever the thresholds, where no counterpart is named', () => {
    expect(compare('overlay ≤ 1.50 nm', 'overlay ≤ 1.50 nm', '').proposed).toBe('not')
  })

  it('pairs what two languages name differently', () => {
    const { parameters, proposed } = compareWithAnnexI(
      { text: 'een overlay van 1,50 nm of minder', language: 'nl' },
      { text: 'chuck registration of 1.50 nm or less', language: 'en' },
      true,
    )
    expect([parameters.map(({ relation }) => relation), proposed]).toEqual([['same'], 'wholly'])
  })
})

describe('the words of a point', () => {
  const node = entry(
    { id: 'e', code: '4A906' },
    heading('h', 'Computers'),
    point(
      { id: 'a' },
      paragraph('ap', 'qubits: 34 or more'),
      point({ id: 'a1' }, paragraph('a1p', 'error')),
    ),
    point({ id: 'b', label: 'd' }, paragraph('bp', 'software')),
  )

  it('are those of the point and of what stands in it', () => {
    expect(pointsOf(node)).toEqual(['a', 'a.1', 'd'])
    expect(wordsOfPoint(node, 'a')).toBe('qubits: 34 or more\nerror')
    expect(wordsOfPoint(node, 'a.1')).toBe('error')
    expect(wordsOfPoint(node, 'd')).toBe('software')
    expect(wordsOfPoint(node, null)).toBe('Computers\nqubits: 34 or more\nerror\nsoftware')
    expect(wordsOfPoint(node, 'b')).toBeNull()
  })
})
