import { describe, expect, it } from 'vitest'
import { type ActDays, type BegunEdition, endsOfEditions } from '#app/measures/edition-ends.ts'

const standing: ActDays = { inForceOn: '2026-01-01', end: null }

/** The edition of the list, what amendment A made of it, and what B made of that. */
const first: BegunEdition = {
  id: '1',
  measureId: 'list',
  previousId: null,
  inForceFrom: '2026-01-01',
  endingMeasureIds: ['A'],
}
const second = (inForceFrom: string | null): BegunEdition => ({
  id: '2',
  measureId: 'A',
  previousId: '1',
  inForceFrom,
  endingMeasureIds: [],
})

function ends(editions: BegunEdition[], acts: Record<string, ActDays>) {
  const found = endsOfEditions(
    editions,
    'list',
    new Map(Object.entries({ list: standing, ...acts })),
  )
  return [...found.values()].map(({ endedOn, endedBy, endingMeasureId }) =>
    [endedOn, endedBy, endingMeasureId].join(' '),
  )
}

const repealed = (inForceOn: string | null, on: string): ActDays => ({
  inForceOn,
  end: { on, by: 'repealed' },
})

describe('an amendment that was repealed', () => {
  it('before it applied never amended anything', () => {
    const A = repealed('2026-12-24', '2026-12-01')
    expect(ends([first, second('2026-12-24')], { A })).toEqual(['  ', '2026-12-01 repealed '])
  })

  it('on the day on which it would apply never amended anything either', () => {
    const A = repealed('2026-12-24', '2026-12-24')
    expect(ends([first, second('2026-12-24')], { A })).toEqual(['  ', '2026-12-24 repealed '])
  })

  it('after it applied revives nothing', () => {
    const A = repealed('2026-12-24', '2026-12-25')
    expect(ends([first, second('2026-12-24')], { A })).toEqual([
      '2026-12-24 amended A',
      '2026-12-25 repealed ',
    ])
  })

  it('before an entry with a day of its own applied never amended that one', () => {
    const A = repealed('2026-11-01', '2026-12-01')
    const dropped = { ...first, id: '3' }
    expect(ends([first, second('2026-12-24'), dropped], { A })).toEqual([
      '  ',
      '2026-12-01 repealed ',
      '2026-11-01 amended A',
    ])
  })

  it('without a day of application ends what it brought, and nothing yet that it would replace', () => {
    const A = repealed(null, '2026-12-01')
    expect(ends([first, second(null)], { A })).toEqual(['  A', '2026-12-01 repealed '])
  })

  it('before it applied leaves what a later amendment of it makes of the entry', () => {
    const A = repealed('2026-12-24', '2026-12-01')
    const B: ActDays = { inForceOn: '2027-02-01', end: null }
    const changed = { ...second('2026-12-24'), endingMeasureIds: ['B'] }
    const third = { ...second('2027-02-01'), id: '3', measureId: 'B', previousId: '2' }
    expect(ends([first, changed, third], { A, B })).toEqual([
      '2027-02-01 amended B',
      '2026-12-01 repealed ',
      '  ',
    ])
  })
})

describe('the end of a list', () => {
  it('takes every edition with it that stands, and none that ended before', () => {
    const list = repealed('2026-01-01', '2027-01-01')
    const A: ActDays = { inForceOn: '2026-12-24', end: null }
    expect(ends([first, second('2026-12-24')], { list, A })).toEqual([
      '2026-12-24 amended A',
      '2027-01-01 repealed ',
    ])
  })
})
