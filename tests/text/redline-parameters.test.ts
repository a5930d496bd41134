import { describe, expect, test } from 'vitest'
import { writeParameter, type Parameter } from '#app/text/parameters.ts'
import { allParameterChanges } from '#app/text/redline-parameters.ts'

/** What a redline tells: `≤ 2.40 nm → ≤ 1.50 nm (tighter)`; what is not understood in quotation marks. */
function told(before: string, after: string, language = 'en'): string[] {
  const side = (parameter: Parameter | null, words: string | undefined) =>
    parameter ? writeParameter(parameter) : words ? `‘${words}’` : '-'
  return allParameterChanges({ text: before, language }, { text: after, language }).map(
    ({ change: { before, after, change, wording } }) =>
      change === 'not-understood'
        ? `${side(before, wording?.before)} → ${side(after, wording?.after)}`
        : `${side(before, '')} → ${side(after, '')} (${change})`,
  )
}

describe('the direction of a change', () => {
  test.each([
    ['overlay ≤ 2.40 nm', 'overlay ≤ 1.50 nm', ['≤ 2.40 nm → ≤ 1.50 nm (tighter)']],
    ['minus 40 °C or less', 'minus 50 °C or less', ['≤ -40 °C → ≤ -50 °C (tighter)']],
    [
      'an inner diameter of 65 mm or more',
      'an outer diameter of 100 mm or more',
      ['≥ 65 mm → - (removed)', '- → ≥ 100 mm (added)'],
    ],
    [
      'a minimum width of 5 nm or less',
      'a maximum width of 5 nm or less',
      ['≤ 5 nm → - (removed)', '- → ≤ 5 nm (added)'],
    ],
    ['temperature stability better than 0.1 °C', 'temperature stability better than 0.1 K', []],
    ['a temperature change exceeding 20 °C', 'a temperature change exceeding 20 K', []],
    [
      'accuracy better than 10 seconds of arc',
      'accuracy better than 10 s',
      ['< 10 arcsec → - (removed)', '- → < 10 s (added)'],
    ],
  ])('%s → %s', (before, after, changes) => expect(told(before, after)).toEqual(changes))

  test('a bound that is turned round is none', () => {
    expect(told('45 nm ou moins', '45 nm ou plus petit', 'fr')).toEqual([])
    expect(told('45 nm ou plus petit', '30 nm ou plus petit', 'fr')).toEqual([
      '≤ 45 nm → ≤ 30 nm (tighter)',
    ])
  })
})

describe('what changed and is not understood', () => {
  test.each([
    [
      'not having an overlay ≤ 2.40 nm',
      'having an overlay ≤ 2.40 nm',
      ['‘not having an overlay ≤ 2.40 nm’ → ≤ 2.40 nm'],
    ],
    ['45 nm or less', 'twice 45 nm or less', ['≤ 45 nm → ‘twice 45 nm or less’']],
    [
      'a width of 5 mm or more, polished',
      'a width of about 5 mm or more, polished',
      ['≥ 5 mm → ‘a width of about 5 mm or more’'],
    ],
    [
      'torque exceeding 100 N m',
      'torque exceeding 100 N/m',
      ['‘torque exceeding 100 N m’ → > 100 N/m'],
    ],
    [
      'an aspect ratio of 30:1 or more',
      'an aspect ratio of 20:1 or more',
      ['‘an aspect ratio of 30:1 or more’ → ‘an aspect ratio of 20:1 or more’'],
    ],
    ['a width ≥ 5 mm at 20 °C', 'a width ≥ 5 mm', ['‘at 20 °C’ → -']],
  ])('%s → %s', (before, after, changes) => expect(told(before, after)).toEqual(changes))

  test.each([
    ['an aspect ratio of 30:1 or more', 'an aspect ratio  of 30:1 or more'],
    ['see 3B001 and Article 9', 'compare 3B801.a and Article 10'],
    ['two axes', 'three axes'],
    ['', 'torque exceeding 100 N m'],
  ])('is not told of %j → %j', (before, after) => expect(told(before, after)).toEqual([]))

  test('nor between two languages, where all words differ', () => {
    expect(
      allParameterChanges(
        { text: 'twice 45 nm or less', language: 'en' },
        { text: 'das Doppelte von 45 nm oder weniger', language: 'de' },
      ),
    ).toEqual([])
  })
})
