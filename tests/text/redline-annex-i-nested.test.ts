import { describe, expect, it } from 'vitest'
import { netherlandsEntries } from '#app/demonstration/lists/netherlands.ts'
import { allOf, anyOf, draft, type Entry, point } from '#app/demonstration/text.ts'
import { writeParameter } from '#app/text/parameters.ts'
import { redline } from '#app/text/redline.ts'

/**
 * 3B501 as it is nested in Annex I, with the thresholds that were compared with the Dutch 3B801; the
 * words are ours. `words` are those of the points in question.
 */
const annexI = (
  words: Record<'epitaxy' | 'work' | 'vessel' | 'light' | 'feature' | 'overlay', string>,
) =>
  draft({}, [
    {
      code: '3B501',
      heading:
        'Equipment for manufacturing semiconductor devices or materials, and their components',
      logic: 'any-of',
      children: [
        anyOf(
          'a',
          'Equipment for epitaxial growth, as follows:',
          allOf(
            '4',
            'Equipment for epitaxial growth of silicon (Si) or silicon germanium (SiGe), having all of the following:',
            point('a', 'a chamber in which the surface of the wafer is cleaned beforehand;'),
            point('b', words.epitaxy),
          ),
        ),
        anyOf(
          'f',
          'Lithography equipment, as follows:',
          anyOf(
            '1',
            'Align-and-expose step-and-scan equipment for wafer processing that uses photo-optical methods, having any of the following:',
            point('a', 'a light source wavelength shorter than 193 nm;'),
            allOf('b', words.light, point('1', words.feature), point('2', words.overlay)),
          ),
        ),
        point('m', 'Pellicles designed for equipment that uses extreme ultraviolet light.'),
        anyOf(
          'n',
          'Equipment for deposition, as follows:',
          anyOf(
            '1',
            'Equipment for atomic layer deposition, as follows:',
            allOf(
              'c',
              'Equipment for the deposition of a work-function metal, having all of the following:',
              point('1', 'deposits titanium aluminium carbide (TiAlC);'),
              point('2', words.work),
              point('3', words.vessel),
            ),
          ),
        ),
      ],
    },
  ])

const inDutchWords = annexI({
  epitaxy: 'deposition below 685 °C.',
  work: 'the work function of the metal exceeds 4.0 eV;',
  vessel: 'a precursor vessel that operates at 30 °C or more.',
  light:
    'a light source wavelength equal to or longer than 193 nm, and having all of the following:',
  feature:
    'a capability to produce a pattern with a minimum resolvable feature size of 45 nm or less;',
  overlay: 'a maximum dedicated chuck overlay equal to or less than 1.50 nm.',
})

const inSentences = annexI({
  epitaxy: 'Having a chamber for deposition that was built to run at a temperature below 685 °C;',
  work: 'Depositing films of a metal with a work function greater than 4.0 eV; and',
  vessel: 'Holding the chemicals in a precursor vessel, operating at or above 30 °C;',
  light:
    'Illuminating with a light source wavelength that is 193 nm or longer, and all of the following:',
  feature:
    'Printing features down to a minimum resolvable feature size of not more than 45 nm; and',
  overlay: 'Placing layers with a maximum dedicated chuck overlay of at most 1.50 nm;',
})

const dutch = draft({}, netherlandsEntries.slice(0, 1))

function differences(before: ReturnType<typeof draft>, after: ReturnType<typeof draft>) {
  return redline(before, after)
    .flatMap(({ parameters }) => parameters)
    .map(({ before: old, after: young, change, wording }) => {
      const values = [old, young].map((one) => (one ? writeParameter(one) : 'nothing')).join(' → ')
      return `${values}: ${change}${wording ? `, ${wording.before} → ${wording.after}` : ''}`
    })
    .sort()
}

/** What 3B501 has no counterpart of, and its shorter wavelength, which 3B801 has none of. */
const oneSided = [
  '> 1.50 nm, ≤ 2.40 nm → nothing: removed',
  '> 75 °C → nothing: removed',
  'nothing → < 193 nm: added',
  '≥ 1 % → nothing: removed',
  '≥ 30 Torr → nothing: removed',
]

describe('the Dutch 3B801 against 3B501 in its own nesting', () => {
  it.each([
    ['with the words of the Dutch list', inDutchWords, 'or more'],
    ['with sentences of its own', inSentences, 'at or above'],
  ])(
    'tells each difference with its direction, and nothing of what was absorbed, %s',
    (_, eu, vessel) => {
      expect(differences(dutch, eu)).toEqual(
        [
          ...oneSided,
          '≤ 685 °C → < 685 °C: tighter, or lower → below',
          `> 30 °C → ≥ 30 °C: looser, more than → ${vessel}`,
        ].sort(),
      )
    },
  )
})

describe('thresholds of one amount in two entries', () => {
  const of = (code: string, ...points: string[]): Entry => ({
    code,
    heading: 'Equipment for the manufacture of semiconductor devices or materials',
    logic: 'any-of',
    children: [...shared, ...points].map((words, index) =>
      point(String.fromCharCode(97 + index), words),
    ),
  })
  /** By these the two entries are known to be the same. */
  const shared = [
    'Pellicles designed for equipment that uses extreme ultraviolet light.',
    'Equipment designed for void-free plasma-enhanced deposition of low-k dielectrics;',
    'Equipment designed to remove polymer residue and copper oxide before the deposition of copper;',
    'Align-and-expose step-and-scan equipment for wafer processing that uses photo-optical methods;',
  ]
  const between = (before: string[], after: string[]) =>
    differences(draft({}, [of('3B801', ...before)]), draft({}, [of('3B501', ...after)]))

  it('are not set against each other where they are of two things', () => {
    expect(
      between(
        ['a wall of the furnace kept at a temperature above 30 °C'],
        ['Holding precious chemicals in any vessel with a temperature of 30 °C or more'],
      ),
    ).toEqual(['> 30 °C → nothing: removed', 'nothing → ≥ 30 °C: added'])
    expect(
      between(
        ['a tube with an inner diameter of more than 5 mm'],
        ['Conveying the gases through any tube with an outer diameter of 5 mm or more'],
      ),
    ).toEqual(['> 5 mm → nothing: removed', 'nothing → ≥ 5 mm: added'])
  })

  const vessel = 'a precursor vessel that operates at more than 30 °C'
  const costly =
    'Holding costly chemicals ahead of use in a precursor vessel, operating at or above 30 °C'

  it('are where they are said of one thing', () => {
    expect(between([vessel], [costly])).toEqual([
      '> 30 °C → ≥ 30 °C: looser, more than → at or above',
    ])
  })

  it('are not where one of two could be meant', () => {
    const another =
      'Supplying whatever is needed later from another precursor vessel, running at or above 30 °C'
    expect(between([vessel], [costly, another])).toEqual([
      '> 30 °C → nothing: removed',
      'nothing → ≥ 30 °C: added',
      'nothing → ≥ 30 °C: added',
    ])
  })
})
