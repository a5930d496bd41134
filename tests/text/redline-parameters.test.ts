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

  test('an amount for each part of something has no direction of its own', () => {
    const drift = (amount: string, time: string) => `a drift of less than ${amount} over ${time}`
    const changes = told(drift('1 nm', '10 h'), drift('2 nm', '40 h'))
    expect(changes).not.toEqual([])
    expect(changes.join()).not.toMatch(/looser|tighter|removed|added/)
  })

  test('a bound that is turned round is none', () => {
    expect(told('45 nm ou moins', '45 nm ou plus petit', 'fr')).toEqual([])
    expect(told('45 nm ou plus petit', '30 nm ou plus petit', 'fr')).toEqual([
      '≤ 45 nm → ≤ 30 nm (tighter)',
    ])
  })
})

describe('amounts that changed places', () => {
  test.each([
    [
      'a peak power exceeding 5 W or average power exceeding 1 W',
      'a peak power exceeding 1 W or average power exceeding 5 W',
      ['> 5 W → > 1 W (looser)', '> 1 W → > 5 W (tighter)'],
    ],
    // Which of them each amount is of is not told by a name: no direction is stated.
    [
      '5 mm or less for lenses; 10 mm or less for mirrors',
      '10 mm or less for lenses; 5 mm or less for mirrors',
      ['≤ 5 mm → ≤ 10 mm', '≤ 10 mm → ≤ 5 mm'],
    ],
    [
      'plates of 3 mm or less in thickness and 600 mm or more in width',
      'plates of 600 mm or more in width and 3 mm or less in thickness',
      [],
    ],
    [
      'plates of 3 mm or less in thickness and 600 mm or more in width',
      'plates of 600 mm or less in thickness and 3 mm or more in width',
      ['≤ 3 mm → ≤ 600 mm (looser)', '≥ 600 mm → ≥ 3 mm (looser)'],
    ],
    ['a width ≤ 5 mm, a length ≤ 3 mm', 'a length ≤ 3 mm, a width ≤ 5 mm', []],
  ])('%s → %s', (before, after, changes) => expect(told(before, after)).toEqual(changes))

  test('what is measured otherwise is told old and new', () => {
    expect(told('3 mm or less in thickness', '3 mm or less in width')).toEqual([
      '≤ 3 mm → - (removed)',
      '- → ≤ 3 mm (added)',
    ])
  })

  test('a name that one text has and the other has not tells nothing where there are several', () => {
    expect(told('a width ≤ 5 mm or ≤ 9 mm', 'a width ≤ 5 mm or a height ≤ 7 mm')).toEqual([
      '≤ 9 mm → ≤ 7 mm',
    ])
  })

  test('the ends of a range that are taken in', () => {
    const [before, after] = ['ausschließlich', 'einschließlich'].map(
      (ends) => `zwischen 5 mm und 10 mm (jeweils ${ends})`,
    )
    expect(told(before ?? '', after ?? '', 'de')).toEqual([
      '‘zwischen 5 mm und 10 mm (jeweils ausschließlich)’ → ≥ 5 mm, ≤ 10 mm',
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
